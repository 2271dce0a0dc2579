import { expose } from 'comlink';
import type { AgreementTable } from '#shared/agreements/agreement.ts';
import { mayHearBy } from '#shared/meetings/may-hear.ts';
import type { BuiltProblem } from '#shared/meetings/problem.ts';
import { repairProblem } from '#shared/meetings/repair.ts';
import { repair, type RepairedSchedule } from '#shared/meetings/scheduler/repair.ts';
import type { MeetingTables } from '#shared/meetings/whereabouts.ts';
import type { Posted } from './scheduler.worker.ts';
import { solverOrNone } from './solver.ts';

export type RepairTask = { readonly tables: MeetingTables & AgreementTable; readonly seconds: number; readonly seed: number };

const api = {
  /** Blocks this thread until the plan is proven or the seconds are spent. To cancel, end the worker and keep the last post. */
  async repair({ tables, seconds, seed }: RepairTask, begun: (built: BuiltProblem) => void, post: (posted: Posted) => void): Promise<RepairedSchedule> {
    const built = repairProblem(tables, mayHearBy(tables));
    begun(built);
    const solver = await solverOrNone();
    return repair(built.problem, built.current, {
      seed, solver, effort: { kind: 'clock', seconds }, now: () => performance.now(),
      watch: ({ meetings, ...progress }) => { post({ ...progress, meetings: meetings() }); },
    });
  },
};
export type RepairApi = typeof api;

expose(api);
