import { z } from 'zod';
import { Cure } from './cure.ts';
import { Reason } from './reason.ts';
import { Meeting } from './solution-meeting.ts';

export type { Meeting } from './solution-meeting.ts';

/** A plan as a file: `summit-solution/1`. */
export const ScheduleSolution = z.strictObject({
  format: z.literal('summit-solution/1'),
  /** In the order of the problem's requests. */
  meetings: z.array(Meeting).readonly(),
  /** Empty `cures`: none has been sought, which says nothing about whether there is one. */
  unplaced: z.array(z.strictObject({ request: z.string(), reasons: z.array(Reason).readonly(), cures: z.array(Cure).readonly() }).readonly()).readonly(),
  /** Placed weight, and what no schedule that places as many `must` requests can exceed. */
  weight: z.int(),
  bound: z.int(),
  /** Breaks by the counting of the objective, and what no schedule of this weight can undercut. */
  breaks: z.int(),
  breaksBound: z.int(),
  /** Kind `weight`: the weight is the best there is. Kind `breaks`: everything is placed with the fewest breaks there are or, where that cannot be, no plan places more. */
  proven: z.boolean(),
  /**
   * The other levels, each with what no plan can beat (null: not known): musts placed; below weight, meetings missing to people's minimums,
   * wishes missed, what keeps days from being compact (slots waited, and days with one meeting alone), and times that a person changes rooms
   * between two meetings of a day.
   */
  levels: z.strictObject({
    mustPlaced: z.int(), mustsBound: z.int(), shortfall: z.int(), shortfallBound: z.int(), missed: z.int(), missedBound: z.int().nullable(),
    loose: z.int(), looseBound: z.int().nullable(), roomChanges: z.int(), roomChangesBound: z.int().nullable(),
  }).readonly().optional(),
  /** Present when people got a meeting at the price of weight, as the planner allowed; `proven` then counts the price as reached. */
  coverage: z.strictObject({ weightGivenUp: z.int(), people: z.array(z.string()).readonly() }).readonly().optional(),
  seconds: z.number(),
  /** Present when it is proven that not everything that must be placed can be. */
  infeasible: z.literal(true).optional(),
  core: z.array(z.string()).readonly().optional(),
}).readonly();
export type ScheduleSolution = z.infer<typeof ScheduleSolution>;
