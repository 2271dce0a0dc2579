import { expose, transfer } from 'comlink';
import type { AgreementTable } from '#shared/agreements/agreement.ts';
import { mayHearBy } from '#shared/meetings/may-hear.ts';
import { repairProblem } from '#shared/meetings/repair.ts';
import { repair } from '#shared/meetings/scheduler/repair/repair.ts';
import type { MeetingTables } from '#shared/meetings/whereabouts.ts';
import { packer, parcelOf, type Posted, type ProblemParcel, type SolutionParcel } from './schedule-parcel.ts';
import { satSolverOrNone, solverOrNone } from './solver.ts';

export type RepairTask = { readonly tables: MeetingTables & AgreementTable; readonly seconds: number; readonly seed: number };

const api = {
  /** Blocks this thread until the plan is proven or the seconds are spent. To cancel, end the worker and keep the last post. */
  async repair({ tables, seconds, seed }: RepairTask, begun: (parcel: ProblemParcel) => void, post: (posted: Posted) => void): Promise<SolutionParcel> {
    const built = repairProblem(tables, mayHearBy(tables));
    const parcel = parcelOf(built);
    begun(transfer(parcel, [parcel.sealed]));
    const pack = packer(built, tables);
    const [solver, sat] = await Promise.all([solverOrNone(), satSolverOrNone()]);
    return pack.solution(repair(built.problem, built.current, {
      seed, solver, sat, effort: { kind: 'clock', seconds }, now: () => performance.now(),
      watch: (progress) => { post(pack.posted(progress)); },
    }));
  },
};
export type RepairApi = typeof api;

expose(api);
