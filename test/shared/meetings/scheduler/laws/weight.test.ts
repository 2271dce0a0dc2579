import { expect, test } from 'vitest';
import { loadLinearSolver } from '#electron/headless/highs.ts';
import { quickBound } from '#shared/meetings/scheduler/proof/bound.ts';
import { compile } from '#shared/meetings/scheduler/board/compiled.ts';
import { factsOf } from '#shared/meetings/scheduler/facts.ts';
import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import { solve } from '#shared/meetings/scheduler/solve.ts';
import { bestByTrying } from '#test/support/schedule-brute-force.ts';
import { faultsOf, tallyOf } from '#test/support/schedule-checker.ts';
import { tinyProblem } from '#test/support/tiny-problem.ts';

const solver = await loadLinearSolver();
const problems = 2100;

test('the schedule has the weight that trying every plan finds, what must be placed first, and its bound is never below', () => {
  const wrong: string[] = [];
  const seen = { reached: 0, proven: 0, bySearch: 0, everything: 0, mustsLeftOut: 0, pins: 0, orders: 0, long: 0, groups: 0, confidential: 0, limits: 0, walking: 0, rivals: 0 };
  for (let number = 0; number < problems; number++) {
    const problem = tinyProblem(number, { kind: 'weight', mostRequests: 6 });
    const best = bestByTrying(problem);
    if (quickBound(compile(factsOf(problem))) < best.weight) wrong.push(`${problem.name}: the quick bound is below ${best.weight}`);
    const withSolver = number % 4 !== 0;
    const solution = solve(problem, { seed: number, effort: { kind: 'work', units: 2000 }, now: () => 0, solver: withSolver ? solver : null });
    const placed = new Set(solution.meetings.map(({ request }) => request));
    const mustPlaced = problem.requests.filter(({ id, must }) => must && placed.has(id)).length;
    const is = { mustPlaced, weight: solution.weight };
    const isBest = is.mustPlaced === best.mustPlaced && is.weight === best.weight;
    const faults = faultsOf(problem, solution);
    if (faults.length > 0 || tallyOf(problem, solution).weight !== is.weight) wrong.push(`${problem.name}: ${faults.join('; ')}`);
    // The linear model knows neither walking nor rivals: there the best is promised only where it is proven.
    const isModelled = withSolver && problem.zones === undefined && problem.apart === undefined;
    if (!isBest && (solution.proven || isModelled)) wrong.push(`${problem.name}: ${JSON.stringify({ best, is, proven: solution.proven })}`);
    if (is.mustPlaced > best.mustPlaced || (is.mustPlaced === best.mustPlaced && (is.weight > best.weight || solution.bound < best.weight))) wrong.push(`${problem.name}: ${JSON.stringify({ best, is, bound: solution.bound })}`);
    if (solution.infeasible && best.mustPlaced === problem.requests.filter(({ must }) => must).length) wrong.push(`${problem.name}: all musts can be placed`);
    seen.reached += Number(isBest);
    seen.proven += Number(solution.proven);
    seen.bySearch += Number(!withSolver && isBest);
    seen.everything += Number(placed.size === problem.requests.length);
    seen.mustsLeftOut += Number(problem.requests.some(({ id, must }) => must && !placed.has(id)));
    count(seen, problem);
  }
  console.log(`weight: ${problems} problems tried, a quarter without a solver; ${JSON.stringify(seen)}`);
  expect(wrong).toEqual([]);
  // Nothing is promised where nothing is proven; fewer than these would be a search that got worse.
  expect([seen.bySearch >= problems / 4 - 10, seen.reached >= problems - 12]).toEqual([true, true]);
  expect(Object.entries(seen).filter(([, often]) => often < problems / 20)).toEqual([]);
});

function count(seen: Record<'pins' | 'orders' | 'long' | 'groups' | 'confidential' | 'limits' | 'walking' | 'rivals', number>, { requests, people, pins, precedences, zones, apart }: ScheduleProblem): void {
  seen.pins += Number(pins.length > 0);
  seen.orders += Number(precedences.length > 0);
  seen.long += Number(requests.some(({ length }) => length > 1));
  seen.groups += Number(requests.some((request) => request.people.length > 2));
  seen.confidential += Number(requests.some(({ confidential }) => confidential === true));
  seen.limits += Number(people.some(({ max, maxPerDay }) => max !== undefined || maxPerDay !== undefined));
  seen.walking += Number(zones !== undefined);
  seen.rivals += Number(apart !== undefined);
}
