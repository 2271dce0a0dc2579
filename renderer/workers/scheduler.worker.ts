import { expose } from 'comlink';
import loadHighs from 'highs';
import wasmUrl from 'highs/runtime?url';
import { linearSolver } from '#shared/meetings/scheduler/highs-solver.ts';
import type { LinearSolver } from '#shared/meetings/scheduler/port.ts';
import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import type { Meeting, ScheduleSolution } from '#shared/meetings/scheduler/solution.ts';
import type { Progress } from '#shared/meetings/scheduler/search.ts';
import { solve } from '#shared/meetings/scheduler/solve.ts';

/** What the search has in hand, as it travels between threads. */
export type Posted = Omit<Progress, 'meetings'> & { readonly meetings: readonly Meeting[] };

export type ScheduleTask = {
  readonly problem: ScheduleProblem;
  readonly seed: number;
  readonly effort: Effort;
  readonly from: readonly Meeting[] | null;
};

/** Milliseconds between two posts: often enough to look alive, and a cancelled run loses no more than this. */
const postEvery = 50;

const api = {
  /** Blocks this thread until the effort is spent; posts leave it meanwhile. To cancel, end the worker and keep the last post. */
  async solve({ problem, seed, effort, from }: ScheduleTask, post: (posted: Posted) => void): Promise<ScheduleSolution> {
    const solver = await solverOrNone();
    let last = -Infinity;
    let lastPhase: Progress['phase'] | null = null;
    return solve(problem, {
      seed, effort, solver,
      now: () => performance.now(),
      ...(from === null ? {} : { from }),
      watch({ meetings, ...progress }) {
        const now = performance.now();
        if (progress.phase === lastPhase && now - last < postEvery) return;
        [last, lastPhase] = [now, progress.phase];
        post({ ...progress, meetings: meetings() });
      },
    });
  },
};
export type SchedulerApi = typeof api;

expose(api);

/** Without WASM the search still works, only without proof. */
async function solverOrNone(): Promise<LinearSolver | null> {
  try {
    const response = await fetch(wasmUrl);
    return linearSolver(await loadHighs({ wasmBinary: await response.arrayBuffer() }));
  } catch {
    return null;
  }
}
