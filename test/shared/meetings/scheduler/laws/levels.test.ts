import { expect, test } from 'vitest';
import { loadLinearSolver } from '#electron/headless/highs.ts';
import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import { solve } from '#shared/meetings/scheduler/solve.ts';
import { tallyOf } from '#test/support/schedule-checker.ts';
import { allPlans } from '#test/support/schedule-brute-force.ts';
import { tinyProblem } from '#test/support/tiny-problem.ts';

const solver = await loadLinearSolver();
const problems = 400;

/** What a plan reaches on every level that hours decide, less being better. */
function levelsOf(problem: ScheduleProblem, meetings: Parameters<typeof tallyOf>[1]['meetings']): readonly number[] {
  const { weight, shortfall, breaks, missed, loose } = tallyOf(problem, { meetings });
  const musts = meetings.filter(({ request }) => problem.requests.some(({ id, must }) => id === request && must)).length;
  return [-musts, -weight, shortfall, breaks, missed, loose];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((level, index) => level !== b[index]);
  return at === -1 ? 0 : (a[at] as number) - (b[at] as number);
}

test('no plan of the same weight misses fewer wishes or has more compact days than the bounds say, and the schedule is mostly the best that trying every plan finds, level by level', () => {
  const wrong: string[] = [];
  const seen = { best: 0, wishesMissed: 0, wishesReached: 0, loose: 0, looseReached: 0 };
  for (let number = 0; number < problems; number++) {
    const problem = tinyProblem(number, { kind: 'weight', mostRequests: 4 });
    const { meetings, levels } = solve(problem, { seed: number, effort: { kind: 'work', units: 4000 }, now: () => 0, solver: number % 4 === 0 ? null : solver });
    if (!levels) throw new Error('a schedule tells its levels');
    const is = levelsOf(problem, meetings);
    const [, , , , missed, loose] = is;
    if (missed !== levels.missed || loose !== levels.loose) wrong.push(`${problem.name}: told ${levels.missed} missed and ${levels.loose} loose, not ${missed} and ${loose}`);
    let best = is;
    for (const plan of allPlans(problem)) {
      const other = levelsOf(problem, plan);
      if (compare(other, best) < 0) best = other;
      const isAsHeavy = (other[0] as number) <= (is[0] as number) && (other[1] as number) <= (is[1] as number);
      if (isAsHeavy && (other[4] as number) < (levels.missedBound ?? 0)) wrong.push(`${problem.name}: ${other[4]} wishes missed, below ${levels.missedBound}`);
      if (isAsHeavy && (other[5] as number) < (levels.looseBound ?? 0)) wrong.push(`${problem.name}: ${other[5]} against compact days, below ${levels.looseBound}`);
    }
    seen.best += Number(compare(is, best) === 0);
    seen.wishesMissed += Number(levels.missed > 0);
    seen.wishesReached += Number(levels.missed > 0 && levels.missed === levels.missedBound);
    seen.loose += Number(levels.loose > 0);
    seen.looseReached += Number(levels.loose > 0 && levels.loose === levels.looseBound);
  }
  console.log(`levels: ${problems} problems, every plan of each; ${JSON.stringify(seen)}`);
  expect(wrong).toEqual([]);
  // Nothing is promised of levels below weight; fewer of the best than these would be a search that got worse.
  expect([seen.best >= 0.97 * problems, seen.wishesReached > 0, seen.looseReached > 0]).toEqual([true, true, true]);
});
