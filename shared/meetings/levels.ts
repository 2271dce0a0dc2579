import type { BuiltProblem } from './problem.ts';
import type { Levels } from './run.ts';
import { factsOf } from './scheduler/facts.ts';
import { scoreOf } from './scheduler/score.ts';
import type { Meeting } from './scheduler/solution.ts';

/** What a plan for this problem reaches on each level, by the honest sum of the rule book; `built.current` gives the levels as they stand. */
export function levelsOf({ problem }: Pick<BuiltProblem, 'problem'>, meetings: readonly Meeting[]): Levels {
  const { mustPlaced, weight, shortfall, breaks, missed } = scoreOf(factsOf(problem), meetings);
  return { mustPlaced, weight, shortfall, breaks, missed };
}
