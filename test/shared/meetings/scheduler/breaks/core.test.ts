import { describe, expect, test } from 'vitest';
import { loadSatSolver } from '#electron/headless/cadical.ts';
import { solve } from '#shared/meetings/scheduler/solve.ts';
import { problemWith, request } from '#test/support/schedule-problems.ts';

const sat = await loadSatSolver();

describe('the core of a problem in which not everything can be placed', () => {
  test('kind weight names it too when not everything that must be placed can be', () => {
    const requests = [request('free', ['cy', 'dee'], { must: true }), request('idle', ['ana', 'cy'], { allowedSlots: [0] }), ...['ben', 'cy'].map((other) => request(other, ['ana', other], { must: true, allowedSlots: [0] }))];
    const problem = problemWith({ requests, rooms: [{ id: 'hall', parallel: 2, capacity: 4, confidential: false, reserved: false, unavailable: [] }] });
    const solution = solve(problem, { seed: 1, effort: { kind: 'work', units: 2000 }, now: () => 0, solver: null, sat });
    expect([solution.infeasible, solution.core]).toEqual([true, ['ben', 'cy']]);
  });
});
