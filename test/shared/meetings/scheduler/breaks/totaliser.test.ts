import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadSatSolver } from '#electron/headless/cadical.ts';
import type { SatInstance } from '#shared/meetings/scheduler/breaks/sat-port.ts';
import { atMost, count, exactly, sameCount } from '#shared/meetings/scheduler/breaks/totaliser.ts';

const solver = await loadSatSolver();
const unlimited = { conflicts: null, shouldStop: () => false };
const marks = fc.array(fc.boolean(), { minLength: 1, maxLength: 9 });

/** Whether the clauses allow the inputs these values. */
function allows(values: readonly boolean[], build: (sat: SatInstance, inputs: number[]) => void): boolean {
  const sat = solver.open(1);
  try {
    const inputs = values.map(() => sat.variable());
    build(sat, inputs);
    return sat.solve(inputs.map((input, index) => (values[index] ? input : -input)), unlimited) === 'satisfiable';
  } finally {
    sat.dispose();
  }
}
const held = (values: readonly boolean[]) => values.filter(Boolean).length;

describe('counting in clauses', () => {
  test('a count says exactly how many of its inputs hold, up to its most', () => {
    fc.assert(fc.property(marks, fc.integer({ min: 1, max: 9 }), (values, most) => {
      const sat = solver.open(1);
      const inputs = values.map(() => sat.variable());
      const sums = count(sat, inputs, most, 'both');
      expect(sat.solve(inputs.map((input, index) => (values[index] ? input : -input)), unlimited)).toBe('satisfiable');
      expect(sums.map((sum) => sat.holds(sum))).toEqual(Array.from({ length: Math.min(most, values.length) }, (_, index) => index < held(values)));
      sat.dispose();
    }), { numRuns: 300 });
  });

  test('at most, exactly and as many as allow just what they say', () => {
    fc.assert(fc.property(marks, marks, fc.integer({ min: 0, max: 9 }), (values, others, number) => {
      expect(allows(values, (sat, inputs) => atMost(sat, inputs, number))).toBe(held(values) <= number);
      expect(allows(values, (sat, inputs) => exactly(sat, inputs, number))).toBe(held(values) === number);
      expect(allows([...values, ...others], (sat, inputs) => sameCount(sat, inputs.slice(0, values.length), inputs.slice(values.length)))).toBe(held(values) === held(others));
    }), { numRuns: 300 });
  });
});
