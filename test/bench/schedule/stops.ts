import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import { Search } from '#shared/meetings/scheduler/search/search.ts';
import { compiledFor, searchedOn, type SolveOptions } from '#shared/meetings/scheduler/solve.ts';

/** How long a search goes on after it was told to stop, and how much longer than its effort it takes. */
export type Stopped = { readonly name: string; readonly afterStopMilliseconds: number; readonly overEffortMilliseconds: number };

/** Seconds from the beginning at which a planner cancels, and efforts too short for much. */
const moments = [0.3, 0.6, 1.2];
const efforts = [0.3, 0.6, 1.2];

/**
 * Cancelled, the window ends the proof's worker from outside and keeps what the search has: the search alone must see the wish. With the
 * solver in one thread, as on the command line, the effort is to be kept. Reasons for what has no place are not part of either.
 */
export function stops(name: string, problem: ScheduleProblem, solvers: Pick<SolveOptions, 'solver'>, now: () => number): Stopped {
  const compiled = compiledFor(problem, 1);
  const late = moments.map((moment) => {
    const end = now() + moment * 1000;
    const search = new Search(compiled, { seed: 1, effort: { kind: 'clock', seconds: 30 }, now, shouldStop: () => now() >= end });
    for (const _ of search.run(() => false));
    return now() - end;
  });
  const over = efforts.map((seconds) => {
    const end = now() + seconds * 1000;
    searchedOn(compiled, { seed: 1, effort: { kind: 'clock', seconds }, now, ...solvers });
    return now() - end;
  });
  return { name, afterStopMilliseconds: Math.max(0, ...late), overEffortMilliseconds: Math.max(0, ...over) };
}
