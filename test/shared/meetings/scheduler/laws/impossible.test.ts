import { expect, test } from 'vitest';
import { loadSatSolver } from '#electron/headless/cadical.ts';
import { compile } from '#shared/meetings/scheduler/board/compiled.ts';
import { coreOf } from '#shared/meetings/scheduler/breaks/core.ts';
import { factsOf } from '#shared/meetings/scheduler/facts.ts';
import { canPlaceAll } from '#test/support/schedule-breaks-brute-force.ts';
import { tinyProblem } from '#test/support/tiny-problem.ts';

const sat = await loadSatSolver();
const unlimited = { conflicts: null, shouldStop: () => false };
const problems = 4000;

test('a core cannot all be placed, by trying every plan, and can without any one of its members; no core means that all can be', () => {
  const wrong: string[] = [];
  const seen = { none: 0, one: 0, two: 0, more: 0, fairness: 0, musts: 0 };
  for (let number = 0; number < problems; number++) {
    const kind = number % 4 === 3 ? 'weight' : 'breaks';
    const problem = tinyProblem(number, { kind, mostRequests: 6 });
    const compiled = compile(factsOf(problem));
    const asked = [...problem.requests.keys()].filter((index) => kind === 'breaks' || problem.requests[index]?.must);
    const core = coreOf(compiled, sat, number, asked, compiled.fairness, unlimited);
    const idsOf = (list: readonly number[]) => list.map((index) => problem.requests[index]?.id ?? '');
    if (core === null) {
      seen.none++;
      if (!canPlaceAll(problem, idsOf(asked), kind === 'breaks')) wrong.push(`${problem.name}: no core, yet not all of ${idsOf(asked).join()} can be placed`);
      continue;
    }
    const named = idsOf(core.requests);
    if (canPlaceAll(problem, named, core.fairness)) wrong.push(`${problem.name}: ${named.join()} can all be placed`);
    if (core.fairness && !canPlaceAll(problem, named, false)) wrong.push(`${problem.name}: ${named.join()} cannot be placed, fairly or not`);
    for (const spared of named) if (!canPlaceAll(problem, named.filter((id) => id !== spared), core.fairness)) wrong.push(`${problem.name}: ${named.join()} does not need ${spared}`);
    seen[core.fairness ? 'fairness' : named.length === 1 ? 'one' : named.length === 2 ? 'two' : 'more']++;
    seen.musts += Number(kind === 'weight');
  }
  console.log(`impossible: ${problems} problems tried; ${JSON.stringify(seen)}`);
  expect(wrong).toEqual([]);
  expect(Object.entries(seen).filter(([, often]) => often < 15)).toEqual([]);
});
