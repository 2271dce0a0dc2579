import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadLinearSolver } from '#electron/headless/highs.ts';
import { compile } from '#shared/meetings/scheduler/board/compiled.ts';
import { factsOf } from '#shared/meetings/scheduler/facts.ts';
import { boundFromPrices, relaxationOf } from '#shared/meetings/scheduler/proof/relaxation.ts';
import { solve } from '#shared/meetings/scheduler/solve.ts';
import { bestByTrying } from '#test/support/schedule-brute-force.ts';
import { anyProblem, problemWith, request } from '#test/support/schedule-problems.ts';

const solver = await loadLinearSolver();

describe('the bound of the linear solver', () => {
  test('is never below what trying every plan reaches, and says proven only when they meet', () => {
    let proven = 0;
    fc.assert(fc.property(anyProblem(['weight'], 4), (problem) => {
      const best = bestByTrying(problem);
      const solution = solve(problem, { seed: 3, effort: { kind: 'work', units: 4000 }, now: () => 0, solver });
      expect(solution.bound >= best.weight).toBe(true);
      if (solution.proven) expect(solution.weight).toBe(best.weight);
      if (solution.proven) proven++;
    }), { numRuns: 150, seed: 5 });
    expect(proven > 75).toBe(true);
  });

  test('holds for any prices at all, so it needs no trust in the solver', () => {
    fc.assert(fc.property(anyProblem(['weight'], 4), fc.array(fc.double({ min: 0, max: 6, noNaN: true }), { minLength: 1, maxLength: 9 }), (problem, prices) => {
      const compiled = compile(factsOf(problem));
      const best = bestByTrying(problem);
      const relaxation = relaxationOf(compiled, best.mustPlaced);
      const any = Float64Array.from({ length: relaxation.model.rows }, (_, row) => prices[row % prices.length] ?? 0);
      expect(boundFromPrices(relaxation, any, compiled.requests) >= best.weight - 1e-6).toBe(true);
    }), { numRuns: 150 });
  });

  test('proves that two of three who share one slot cannot all be met', () => {
    const requests = ['ben', 'cy', 'dee'].map((other, index) => request(other, ['ana', other], { weight: index + 1, allowedSlots: [0] }));
    const solution = solve(problemWith({ requests }), { seed: 1, effort: { kind: 'work', units: 1000 }, now: () => 0, solver });
    expect([solution.weight, solution.bound, solution.proven]).toEqual([3, 3, true]);
  });
});
