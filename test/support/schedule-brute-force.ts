import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import { type Meeting, Tries } from './every-plan.ts';

/** What a plan reaches on the first two levels. */
export type Best = { readonly mustPlaced: number; readonly weight: number };

/** The best any plan reaches on the first two levels, by trying every plan that could be better. For a handful of requests only. */
export function bestByTrying(problem: ScheduleProblem): Best {
  const tries = new Tries(problem);
  const worth = problem.requests.map(({ weight, must }) => ({ weight, mustPlaced: Number(must) }));
  const hopes = worth.map((_, index) => worth.slice(index).reduce<Best>((sum, one, step) => ((tries.ways[index + step]?.length ?? 0) > 0 ? plus(sum, one) : sum), nothing));
  let best = nothing;
  function go(index: number, reached: Best): void {
    if (isBetter(reached, best)) best = reached;
    const hope = hopes[index];
    if (hope === undefined || !isBetter(plus(reached, hope), best)) return;
    for (const way of tries.ways[index] ?? []) {
      if (!tries.fits(way)) continue;
      tries.put(way);
      go(index + 1, plus(reached, worth[index] as Best));
      tries.back();
    }
    go(index + 1, reached);
  }
  go(0, nothing);
  return best;
}

const nothing: Best = { mustPlaced: 0, weight: 0 };

function plus(a: Best, b: Best): Best {
  return { mustPlaced: a.mustPlaced + b.mustPlaced, weight: a.weight + b.weight };
}

function isBetter(a: Best, b: Best): boolean {
  return a.mustPlaced > b.mustPlaced || (a.mustPlaced === b.mustPlaced && a.weight > b.weight);
}

/** Every sound plan, rooms and all, of a handful of requests. */
export function* allPlans(problem: ScheduleProblem): Generator<readonly Meeting[]> {
  const tries = new Tries(problem);
  yield* from(0);

  function* from(index: number): Generator<readonly Meeting[]> {
    if (index === problem.requests.length) {
      yield tries.plan();
      return;
    }
    for (const way of tries.ways[index] ?? []) {
      if (!tries.fits(way)) continue;
      tries.put(way);
      yield* from(index + 1);
      tries.back();
    }
    yield* from(index + 1);
  }
}
