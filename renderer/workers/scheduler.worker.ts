import { expose, transfer } from 'comlink';
import type { AgreementTable } from '#shared/agreements/agreement.ts';
import { coverageAllowance } from '#shared/meetings/levels.ts';
import { mayHearBy } from '#shared/meetings/may-hear.ts';
import { buildProblem, buildProblemAround } from '#shared/meetings/problem.ts';
import type { Effort } from '#shared/meetings/scheduler/search/meter.ts';
import type { News } from '#shared/meetings/scheduler/proof/prove.ts';
import { type Progress, Search } from '#shared/meetings/scheduler/search/search.ts';
import { compiledFor, planOf, smallCore } from '#shared/meetings/scheduler/solve.ts';
import type { MeetingTables } from '#shared/meetings/whereabouts.ts';
import { nextTask } from './next-task.ts';
import type { ProofQuestion, ProofStart, ProofTask } from './proof.worker.ts';
import { packer, parcelOf, postEvery, type Posted, type ProblemParcel, type SolutionParcel } from './schedule-parcel.ts';
import { satSolverOrNone } from './solver.ts';

/** `unplaced`: every meeting stays where it is and only requests without a place are placed. */
export type ScheduleTask = {
  readonly tables: MeetingTables & AgreementTable;
  readonly mode: 'everything' | 'unplaced';
  readonly seed: number;
  readonly effort: Effort;
};

/** Milliseconds of search between two looks at messages. */
const breath = 20;

const api = {
  /** Searches until the effort is spent, taking in what the other worker proves. To cancel, end the workers and keep the last post. */
  async solve(
    { tables, mode, seed, effort }: ScheduleTask,
    proof: MessagePort,
    begun: (parcel: ProblemParcel) => void,
    post: (posted: Posted) => void,
  ): Promise<SolutionParcel> {
    const built = (mode === 'unplaced' ? buildProblemAround : buildProblem)(tables, mayHearBy(tables));
    const parcel = parcelOf(built);
    begun(transfer(parcel, [parcel.sealed]));
    const pack = packer(built, tables);
    const task: ProofTask = { kind: 'task', problem: built.problem, seed, effort };
    proof.postMessage(task);
    let fresh: Progress | null = null;
    const search = new Search(compiledFor(built.problem, seed), {
      seed, effort, coverageAllowance, holdsPins: true,
      now: () => performance.now(),
      ...(built.current.length > 0 ? { from: built.current } : {}),
      watch(progress) {
        fresh = progress;
      },
    });
    proof.addEventListener('message', ({ data }: MessageEvent<News>) => { search.hear(data); });
    proof.start();
    const flush = () => {
      if (fresh === null) return;
      post(pack.posted(fresh));
      const start: ProofStart = { kind: 'plan', plan: search.best.plan };
      proof.postMessage(start);
      fresh = null;
    };
    flush();
    let breathed = performance.now();
    let posted = breathed;
    for (const _ of search.run(() => false, ({ kind, plan }) => { proof.postMessage({ kind, plan } satisfies ProofQuestion); })) {
      if (performance.now() - breathed < breath) continue;
      if (performance.now() - posted >= postEvery) {
        flush();
        posted = performance.now();
      }
      await nextTask();
      breathed = performance.now();
    }
    flush();
    const sat = search.best.mustPlaced < search.bounds.musts ? await satSolverOrNone() : null;
    return pack.solution(planOf(built.problem, search, sat && smallCore(search, sat, { seed, effort, now: () => performance.now() })));
  },
};
export type SchedulerApi = typeof api;

expose(api);
