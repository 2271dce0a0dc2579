import { expose, transfer } from 'comlink';
import { mayHearBy } from '#shared/meetings/may-hear.ts';
import { repairProblem } from '#shared/meetings/repair.ts';
import { beginRepair } from '#shared/meetings/scheduler/repair/repair.ts';
import type { CureTables } from './meeting-tables.ts';
import { type Posted, type ProblemParcel, type Read, readOf, type SolutionParcel } from './schedule-parcel.ts';
import type { Spending } from './schedule-run.ts';
import { satSolverOrNone, solverOrNone } from './solver.ts';

/** They load while the summit is read and the first answer is found. */
const solvers = Promise.all([solverOrNone(), satSolverOrNone()]);
let read: Read | null = null;

const api = {
  /** Reads the summit ahead, so that a repair answers at once. */
  read(tables: CureTables): void {
    read = readOf(repairProblem(tables, mayHearBy(tables)), tables);
    // A first answer that nobody hears: the one somebody waits for finds its code compiled, and takes a third less time.
    beginRepair(read.built.problem, read.built.current, { seed: 1, effort: { kind: 'clock', seconds: 1 }, now: () => performance.now() });
  },
  /** Blocks this thread until the plan is proven or the seconds are spent. To cancel, end the worker and keep the last post. */
  async repair({ seconds, seed }: Spending, begun: (parcel: ProblemParcel) => void, post: (posted: Posted) => void): Promise<SolutionParcel> {
    if (read === null) throw new Error('no summit was read');
    const { built, parcel, pack } = read;
    begun(transfer(parcel, [parcel.sealed]));
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
