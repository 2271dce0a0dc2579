import { z } from 'zod';

const slots = z.array(z.int()).readonly();
const ids = z.array(z.string()).readonly();

/** Why a request is not placed: a literal code and its facts, found with the rules on the plan as it stands. Slots are start slots. */
export const Reason = z.discriminatedUnion('code', [
  /** The person is in other meetings, or away, at every start the request may have. */
  z.strictObject({ code: z.literal('person-is-full'), person: z.string(), holding: ids }),
  z.strictObject({ code: z.literal('person-is-away'), person: z.string() }),
  z.strictObject({ code: z.literal('person-has-reached-limit'), person: z.string(), limit: z.int() }),
  z.strictObject({ code: z.literal('person-has-reached-day-limit'), person: z.string(), limit: z.int() }),
  /** Each person has free time, but never the same. */
  z.strictObject({ code: z.literal('no-common-free-slot'), people: ids }),
  /** No start fits the grid: blocks too short, or no start allowed. */
  z.strictObject({ code: z.literal('no-start-fits'), length: z.int() }),
  z.strictObject({ code: z.literal('no-room-with-seats'), seats: z.int() }),
  z.strictObject({ code: z.literal('no-confidential-room') }),
  z.strictObject({ code: z.literal('no-room-allowed') }),
  z.strictObject({ code: z.literal('no-room-open'), slots }),
  /** Everyone is free at these starts, but every room that would do is taken. */
  z.strictObject({ code: z.literal('rooms-are-full'), slots, holding: ids }),
  z.strictObject({ code: z.literal('precedence-blocks'), slots, others: ids }),
  z.strictObject({ code: z.literal('walking-takes-too-long'), slots }),
  /** People who are kept apart are asked to sit in one meeting: no plan can hold it. */
  z.strictObject({ code: z.literal('rivals-together'), people: ids }),
  /** At these starts every room that would do has a rival's meeting at the same time or right beside it. */
  z.strictObject({ code: z.literal('rivals-are-near'), slots, others: ids }),
  /** What stands in the way is worth as much or more; `holding` weighs `weight` together. */
  z.strictObject({ code: z.literal('holders-weigh-more'), holding: ids, weight: z.int() }),
  z.strictObject({ code: z.literal('holders-must-be-placed'), holding: ids }),
  /** What stands in the way weighs less, but the search found no better plan: a longer run may place it. */
  z.strictObject({ code: z.literal('no-better-arrangement-found'), holding: ids, weight: z.int() }),
  /** A free place exists; the run ended before taking it. */
  z.strictObject({ code: z.literal('not-tried-long-enough'), slots }),
]);
export type Reason = z.infer<typeof Reason>;
