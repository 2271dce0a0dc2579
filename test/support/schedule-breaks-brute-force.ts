import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import { Tries } from './every-plan.ts';

/**
 * Goes through every sound plan with all of `asked` in it, until `seen` says it is enough; whether it did. The others come and go with
 * `others`, else they are left out. For a handful of requests only.
 */
function throughPlans(problem: ScheduleProblem, asked: ReadonlySet<string>, others: boolean, seen: (tries: Tries) => boolean): boolean {
  const tries = new Tries(problem);
  // What must be there comes first and the least free of it before all, so that a dead end is soon met.
  const order = [...problem.requests.keys()].filter((index) => others || asked.has(problem.requests[index]?.id ?? ''))
    .sort((a, b) => rank(a) - rank(b) || (tries.ways[a]?.length ?? 0) - (tries.ways[b]?.length ?? 0));
  function rank(index: number): number {
    return asked.has(problem.requests[index]?.id ?? '') ? 0 : 1;
  }
  function go(at: number): boolean {
    const index = order[at];
    if (index === undefined) return seen(tries);
    for (const way of tries.ways[index] ?? []) {
      if (!tries.fits(way)) continue;
      tries.put(way);
      const isEnough = go(at + 1);
      tries.back();
      if (isEnough) return true;
    }
    return rank(index) === 1 && go(at + 1);
  }
  return go(0);
}

/** The fewest breaks with everything placed and breaks shared as fairly as asked; null where no such plan exists. */
export function fewestBreaksByTrying(problem: ScheduleProblem): number | null {
  const fairness = fairnessOf(problem);
  let fewest: number | null = null;
  throughPlans(problem, new Set(problem.requests.map(({ id }) => id)), false, (tries) => {
    const { total, spread } = tries.breaks();
    if (spread <= fairness && total < (fewest ?? Infinity)) fewest = total;
    return fewest === 0;
  });
  return fewest;
}

/** Whether some plan places all of these, and with `fairly` shares breaks as fairly as asked. */
export function canPlaceAll(problem: ScheduleProblem, ids: readonly string[], fairly: boolean): boolean {
  return throughPlans(problem, new Set(ids), fairly, (tries) => !fairly || tries.breaks().spread <= fairnessOf(problem));
}

/** The most requests any plan places, and the most weight with so many. */
export function mostByTrying(problem: ScheduleProblem): { readonly placed: number; readonly weight: number } {
  let best = { placed: 0, weight: 0 };
  throughPlans(problem, new Set(), true, ({ chosen }) => {
    const now = { placed: chosen.length, weight: chosen.reduce((total, { request }) => total + (problem.requests[request]?.weight ?? 0), 0) };
    if (now.placed > best.placed || (now.placed === best.placed && now.weight > best.weight)) best = now;
    return false;
  });
  return best;
}

function fairnessOf({ objective }: ScheduleProblem): number {
  return objective.kind === 'breaks' ? objective.fairness : Infinity;
}
