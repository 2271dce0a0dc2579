import type { BuiltProblem } from './problem.ts';
import type { Levels } from './run.ts';
import { factsOf } from './scheduler/facts.ts';
import { scoreOf } from './scheduler/score.ts';
import type { Meeting } from './scheduler/solution.ts';

/** Share of the weight that may be given up so that every partner meets somebody (under half a percent, so that the price stays small). */
export const coverageAllowance = 0.005;

/**
 * The stored levels, and what is told of a plan that nobody has taken yet: what keeps executives' days from being compact, and times a person
 * changes rooms between two meetings of a day; null: not counted.
 */
export type Reached = Levels & { readonly loose: number | null; readonly roomChanges: number | null };

/** What no plan can beat, or all that is asked for; null: not known. */
export type LevelBounds = { readonly mustPlaced: number | null; readonly weight: number; readonly shortfall: number | null; readonly missed: number | null; readonly loose: number | null };

/** What a plan for this problem reaches on each level, by the honest sum of the rule book; `built.current` gives the levels as they stand. */
export function levelsOf(built: Pick<BuiltProblem, 'problem'>, meetings: readonly Meeting[]): Levels {
  return kept(reachedOf(built, meetings));
}

export function reachedOf({ problem }: Pick<BuiltProblem, 'problem'>, meetings: readonly Meeting[]): Reached {
  const { mustPlaced, weight, shortfall, breaks, missed, loose, roomChanges } = scoreOf(factsOf(problem), meetings);
  return { mustPlaced, weight, shortfall, breaks, missed, loose, roomChanges };
}

/** What of it a run keeps. */
export function kept({ mustPlaced, weight, shortfall, breaks, missed }: Reached): Levels {
  return { mustPlaced, weight, shortfall, breaks, missed };
}
