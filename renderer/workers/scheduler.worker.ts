import { expose, transfer } from 'comlink';
import { coverageAllowance } from '#shared/meetings/levels.ts';
import { mayHearBy } from '#shared/meetings/may-hear.ts';
import { buildProblem, buildProblemAround } from '#shared/meetings/problem.ts';
import type { Effort } from '#shared/meetings/scheduler/search/meter.ts';
import type { News } from '#shared/meetings/scheduler/proof/prove.ts';
import { type Progress, Search } from '#shared/meetings/scheduler/search/search.ts';
import { compiledFor, planOf, smallCore } from '#shared/meetings/scheduler/solve.ts';
import type { CureTables } from './meeting-tables.ts';
import { nextTask } from './next-task.ts';
import type { ProofQuestion, ProofStart, ProofTask } from './proof.worker.ts';
import { postEvery, type Posted, type ProblemParcel, type Read, readOf, type SolutionParcel } from './schedule-parcel.ts';
import type { Spending } from './schedule-run.ts';
import { satSolverOrNone } from './solver.ts';

/** Milliseconds of search between two looks at messages. */
const breath = 20;

let read: Read | null = null;

const api = {
  /** Reads the summit ahead, so that a run answers at once. */
  read(tables: CureTables, mode: 'everything' | 'unplaced'): void { read = readOf((mode === 'unplaced' ? buildProblemAround : buildProblem)(tables, mayHearBy(tables)), tables); },
  /** Searches until the seconds are spent, taking in what the other worker proves. To cancel, end the workers and keep the last post. */
  async solve({ seconds, seed }: Spending, proof: MessagePort, begun: (parcel: ProblemParcel) => void, post: (posted: Posted) => void): Promise<SolutionParcel> {
    if (read === null) throw new Error('no summit was read');
    const { built, parcel, pack } = read;
    begun(transfer(parcel, [parcel.sealed]));
    const effort: Effort = { kind: 'clock', seconds };
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
