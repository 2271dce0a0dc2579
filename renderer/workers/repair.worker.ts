import { expose, transfer } from 'comlink';
import type { AgreementTable } from '#shared/agreements/agreement.ts';
import { mayHearBy } from '#shared/meetings/may-hear.ts';
import { repairProblem } from '#shared/meetings/repair.ts';
import { beginRepair } from '#shared/meetings/scheduler/repair/repair.ts';
import type { MeetingTables } from '#shared/meetings/whereabouts.ts';
import { packer, parcelOf, type Posted, type ProblemParcel, type SolutionParcel } from './schedule-parcel.ts';
import { satSolverOrNone, solverOrNone } from './solver.ts';

export type RepairTask = { readonly tables: MeetingTables & AgreementTable; readonly seconds: number; readonly seed: number };

/** They load while the tables arrive and the first answer is found. */
const solvers = Promise.all([solverOrNone(), satSolverOrNone()]);

const api = {
  /** Blocks this thread until the plan is proven or the seconds are spent. To cancel, end the worker and keep the last post. */
  async repair({ tables, seconds, seed }: RepairTask, begun: (parcel: ProblemParcel) => void, post: (posted: Posted) => void): Promise<SolutionParcel> {
    const built = repairProblem(tables, mayHearBy(tables));
    const parcel = parcelOf(built);
    begun(transfer(parcel, [parcel.sealed]));
    const pack = packer(built, tables);
    const finish = beginRepair(built.problem, built.current, {
      seed, effort: { kind: 'clock', seconds }, now: () => performance.now(),
      watch: (progress) => { post(pack.posted(progress)); },
    });
    const [solver, sat] = await solvers;
    return pack.solution(finish({ solver, sat }));
  },
};
export type RepairApi = typeof api;

expose(api);
