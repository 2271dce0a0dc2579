import { z } from 'zod';
import { idSchema, type RequestId, type RoomId, type RunId } from '../kernel/ids.ts';
import type { Table } from '../kernel/table.ts';
import { Instant, LocalDateTime } from '../kernel/time.ts';

export const runModes = ['everything', 'unplaced', 'repair'] as const;
export type RunMode = (typeof runModes)[number];

const spot = { room: idSchema<RoomId>(), startsAt: LocalDateTime, pinned: z.boolean() };
const RunSpot = z.object(spot).readonly();
/** Where and when a meeting was held, or is to be. */
export type RunSpot = z.infer<typeof RunSpot>;

const Levels = z.object({
  mustPlaced: z.int().min(0), weight: z.int().min(0), shortfall: z.int().min(0), breaks: z.int().min(0), missed: z.int().min(0),
}).readonly();
/** What a plan reaches, in the order that decides: musts placed, weight placed, minimums missing, breaks, preferences missed. */
export type Levels = z.infer<typeof Levels>;

/** A plan of the scheduler that was taken. Rows are never changed but for the name and the rolling back, so that the past stays true. */
export const Run = z
  .object({
    id: idSchema<RunId>(),
    /** As the planner calls it; empty: named by its number. */
    name: z.string(),
    takenAt: Instant,
    mode: z.enum(runModes),
    /** Only what was newly placed was taken; nothing was moved or dropped. */
    isPartial: z.boolean(),
    seed: z.int(),
    seconds: z.number().min(0),
    /** The planner stopped the search before its time. */
    isCutShort: z.boolean(),
    requests: z.int().min(0),
    musts: z.int().min(0),
    /** No plan can weigh more; as far as it was computed. */
    bound: z.int().min(0),
    proven: z.boolean(),
    before: Levels,
    after: Levels,
    peopleTouched: z.int().min(0),
    /** Placements that the run left where they were … */
    kept: z.array(z.object({ request: idSchema<RequestId>(), ...spot }).readonly()).readonly(),
    /** … and what it changed; before null: placed anew, after null: dropped. */
    changed: z.array(z.object({ request: idSchema<RequestId>(), before: RunSpot.nullable(), after: RunSpot.nullable() }).readonly()).readonly(),
    /** When the placements were put back as they were before it. */
    rolledBackAt: Instant.nullable(),
  })
  .readonly();
export type Run = z.infer<typeof Run>;

export type RunTable = { readonly runs: Table<RunId, Run> };

/** The runs as they were taken, the first first. */
export function runsInOrder({ runs }: RunTable): Run[] {
  return [...runs.values()].sort((a, b) => (a.takenAt < b.takenAt || (a.takenAt === b.takenAt && a.id < b.id) ? -1 : 1));
}

/** Its own name, or its number among the runs: `Run 3`. */
export function runName(tables: RunTable, run: Run): string {
  return run.name === '' ? `Run ${runsInOrder(tables).findIndex(({ id }) => id === run.id) + 1}` : run.name;
}

/** How many meetings a run placed, moved, dropped and kept. */
export function runCounts({ changed, kept }: Pick<Run, 'changed' | 'kept'>): { readonly placed: number; readonly moved: number; readonly dropped: number; readonly kept: number } {
  const placed = changed.filter(({ before }) => before === null).length;
  const dropped = changed.filter(({ after }) => after === null).length;
  return { placed, moved: changed.length - placed - dropped, dropped, kept: kept.length };
}

/** Where every meeting was before a run, or after it. */
export function spotsOf({ kept, changed }: Pick<Run, 'changed' | 'kept'>, when: 'before' | 'after'): ReadonlyMap<RequestId, RunSpot> {
  return new Map([
    ...kept.map(({ request, ...one }) => [request, one] as const),
    ...changed.flatMap((edit) => { const one = edit[when]; return one === null ? [] : [[edit.request, one] as const]; }),
  ]);
}
