import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadSatSolver } from '#electron/headless/cadical.ts';
import { compile } from '#shared/meetings/scheduler/compiled.ts';
import { coreOf } from '#shared/meetings/scheduler/core.ts';
import { factsOf } from '#shared/meetings/scheduler/facts.ts';
import { solve } from '#shared/meetings/scheduler/solve.ts';
import { canPlaceAll } from '#test/support/schedule-breaks-brute-force.ts';
import { anyProblem, eased, problemWith, request } from '#test/support/schedule-problems.ts';

const sat = await loadSatSolver();
const unlimited = { conflicts: null, shouldStop: () => false };

describe('the core of a problem in which not everything can be placed', () => {
  test('cannot all be placed, by trying every plan, and can without any one of its members', () => {
    const seen = { none: 0, plain: 0, fairness: 0 };
    fc.assert(fc.property(anyProblem(['breaks'], 4), fc.boolean(), (any, ease) => {
      const problem = ease ? eased(any) : any;
      const compiled = compile(factsOf(problem));
      const core = coreOf(compiled, sat, 1, [...problem.requests.keys()], compiled.fairness, unlimited);
      const ids = problem.requests.map(({ id }) => id);
      if (core === null) {
        seen.none++;
        expect(canPlaceAll(problem, ids, true)).toBe(true);
        return;
      }
      const named = core.requests.map((index) => problem.requests[index]?.id ?? '');
      seen[core.fairness ? 'fairness' : 'plain']++;
      expect(canPlaceAll(problem, named, core.fairness)).toBe(false);
      if (core.fairness) expect(canPlaceAll(problem, named, false)).toBe(true);
      for (const spared of named) expect([spared, canPlaceAll(problem, named.filter((id) => id !== spared), core.fairness)]).toEqual([spared, true]);
    }), { numRuns: 1000, seed: 23 });
    expect([seen.none > 150, seen.plain > 200, seen.fairness > 1]).toEqual([true, true, true]);
  });

  test('kind weight names it too when not everything that must be placed can be', () => {
    const requests = [request('free', ['cy', 'dee'], { must: true }), request('idle', ['ana', 'cy'], { allowedSlots: [0] }), ...['ben', 'cy'].map((other) => request(other, ['ana', other], { must: true, allowedSlots: [0] }))];
    const problem = problemWith({ requests, rooms: [{ id: 'hall', parallel: 2, capacity: 4, confidential: false, reserved: false, unavailable: [] }] });
    const solution = solve(problem, { seed: 1, effort: { kind: 'work', units: 2000 }, now: () => 0, solver: null, sat });
    expect([solution.infeasible, solution.core]).toEqual([true, ['ben', 'cy']]);
  });
});
