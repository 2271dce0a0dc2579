import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadLinearSolver } from '#electron/headless/highs.ts';
import { loadSatSolver } from '#electron/headless/cadical.ts';
import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import type { Progress } from '#shared/meetings/scheduler/search/search.ts';
import { solve, type SolveOptions } from '#shared/meetings/scheduler/solve.ts';
import { faultsOf } from '#test/support/schedule-checker.ts';
import { anyProblem, problemWith, request } from '#test/support/schedule-problems.ts';

const sat = await loadSatSolver();
const solver = await loadLinearSolver();
/** A budget so small that the search rarely settles anything by itself. */
const solved = (problem: ScheduleProblem, more: Partial<SolveOptions> = {}) => solve(problem, { seed: 7, effort: { kind: 'work', units: 20_000 }, now: () => 0, solver, sat, ...more });

describe('fewest breaks with a proof', () => {
  test('a waiting spell that cannot be avoided is proven to be one', () => {
    const requests = ['ben', 'cy', 'dee'].map((other, index) => request(other, ['ana', other], { allowedSlots: [index * 2] }));
    const solution = solved(problemWith({ objective: { kind: 'breaks', fairness: 2 }, requests }));
    expect([solution.breaks, solution.breaksBound, solution.proven]).toEqual([2, 2, true]);
  });

  test('three meetings of one person in two free slots: a core of the three, two of them placed, which is proven to be the most', () => {
    const requests = [request('other', ['dee', 'cy']), ...['ben', 'cy', 'dee'].map((guest) => request(guest, ['ana', guest], { allowedSlots: [0, 1] }))];
    const solution = solved(problemWith({ objective: { kind: 'breaks', fairness: 2 }, requests, rooms: [{ id: 'hall', parallel: 4, capacity: 4, confidential: false, reserved: false, unavailable: [] }] }));
    expect([solution.infeasible, solution.core, solution.meetings.length, solution.proven]).toEqual([true, ['ben', 'cy', 'dee'], 3, true]);
  });

  test('where only fairness stands in the way, the core says so and everything is placed as fairly as can be', () => {
    const requests = ['ben', 'cy', 'dee'].map((other, index) => request(other, ['ana', other], { allowedSlots: [index * 2] }));
    const solution = solved(problemWith({ objective: { kind: 'breaks', fairness: 1 }, requests }));
    expect([solution.infeasible, solution.core, solution.meetings.length, solution.breaks]).toEqual([true, ['ben', 'cy', 'dee', 'fairness'], 3, 2]);
  });

  test('the same problem, seed and work give the same bytes', () => {
    fc.assert(fc.property(anyProblem(['breaks']), fc.integer(), (problem, seed) => {
      expect(JSON.stringify(solved(problem, { seed }))).toBe(JSON.stringify(solved(problem, { seed })));
    }), { numRuns: 60 });
  });

  test('posts only plans that break no rule; bounds only rise', () => {
    fc.assert(fc.property(anyProblem(['breaks']), (problem) => {
      const posts: Progress[] = [];
      const faults: string[] = [];
      solved(problem, { watch: (progress) => { posts.push(progress); faults.push(...faultsOf(problem, { meetings: progress.meetings() })); } });
      expect(faults).toEqual([]);
      expect(posts.map(({ breaksBound }) => breaksBound)).toEqual(posts.map(({ breaksBound }) => breaksBound).sort((a, b) => a - b));
    }), { numRuns: 150 });
  });

  test('stopped at once it hands over a plan and proves nothing it has not proved', () => {
    const solution = solved(problemWith({ objective: { kind: 'breaks', fairness: 2 }, requests: ['ben', 'cy'].map((other, index) => request(other, ['ana', other], { allowedSlots: [index * 2] })) }), { shouldStop: () => true });
    expect([solution.meetings.length, solution.breaks, solution.breaksBound, solution.proven]).toEqual([2, 1, 0, false]);
  });
});
