import { expect, test } from 'vitest';
import { loadSatSolver } from '#electron/headless/cadical.ts';
import { loadLinearSolver } from '#electron/headless/highs.ts';
import { ScheduleSolution } from '#shared/meetings/scheduler/solution.ts';
import { solve } from '#shared/meetings/scheduler/solve.ts';
import { fewestBreaksByTrying, mostByTrying } from '#test/support/schedule-breaks-brute-force.ts';
import { faultsOf, tallyOf } from '#test/support/schedule-checker.ts';
import { tinyProblem } from '#test/support/tiny-problem.ts';

const sat = await loadSatSolver();
const solver = await loadLinearSolver();
const problems = 2000;

test('the breaks are the fewest that trying every plan finds at the fairness asked, or both find that not everything fits, and then the most is placed', () => {
  const wrong: string[] = [];
  const seen = { possible: 0, somebodyWaits: 0, impossible: 0, mostProven: 0, onlyUnfair: 0 };
  for (let count = 0; count < problems; count++) {
    // Nine of ten are roomy: breaks are counted only where everything fits.
    const problem = tinyProblem(count % 10 === 0 ? count : 3 * count + 2, { kind: 'breaks', mostRequests: 6 });
    const fewest = fewestBreaksByTrying(problem);
    const solution = solve(problem, { seed: count, effort: { kind: 'work', units: 4000 }, now: () => 0, solver, sat });
    const { weight, breaks, spread } = tallyOf(problem, solution);
    const faults = faultsOf(problem, solution);
    const fairness = problem.objective.kind === 'breaks' ? problem.objective.fairness : 0;
    if (!ScheduleSolution.safeParse(solution).success) wrong.push(`${problem.name}: not of the published form`);
    if (faults.length > 0 || breaks !== solution.breaks || weight !== solution.weight) wrong.push(`${problem.name}: ${faults.join('; ')}`);
    if (fewest === null) {
      const most = mostByTrying(problem);
      const is = { placed: solution.meetings.length, weight: solution.weight };
      const isMost = is.placed === most.placed && is.weight === most.weight;
      if (!solution.infeasible || is.placed > most.placed || !isMost) wrong.push(`${problem.name}: ${JSON.stringify({ most, is, infeasible: solution.infeasible })}`);
      seen.impossible++;
      seen.mostProven += Number(solution.proven);
      seen.onlyUnfair += Number(solution.core?.includes('fairness'));
    } else {
      const is = { breaks: solution.breaks, bound: solution.breaksBound, proven: solution.proven, placed: solution.meetings.length, fair: spread <= fairness };
      const asked = { breaks: fewest, bound: fewest, proven: true, placed: problem.requests.length, fair: true };
      if (JSON.stringify(is) !== JSON.stringify(asked) || solution.infeasible) wrong.push(`${problem.name}: ${JSON.stringify({ asked, is })}`);
      seen.possible++;
      seen.somebodyWaits += Number(fewest > 0);
    }
  }
  console.log(`breaks: ${problems} problems tried; ${JSON.stringify(seen)}`);
  expect(wrong).toEqual([]);
  expect([seen.possible > problems / 5, seen.somebodyWaits > 50, seen.onlyUnfair > 10, seen.mostProven > 0.99 * seen.impossible]).toEqual([true, true, true, true]);
});
