import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seeded } from '#shared/kernel/random.ts';
import { compile } from '#shared/meetings/scheduler/board/compiled.ts';
import { construct } from '#shared/meetings/scheduler/search/construct.ts';
import { cover } from '#shared/meetings/scheduler/search/coverage.ts';
import { factsOf } from '#shared/meetings/scheduler/facts.ts';
import { solve } from '#shared/meetings/scheduler/solve.ts';
import { faultsOf } from '#test/support/schedule-checker.ts';
import { anyProblem, problemWith, request } from '#test/support/schedule-problems.ts';

/** Two slots, three partners who want the same host; the third is asked for with the weight given and should have a meeting. */
function threeWantTwoSlots(weight: number) {
  return problemWith({
    slots: [540, 570].map((start) => ({ day: 0, block: 0, start, minutes: 30 })),
    people: [{ id: 'host', unavailable: [] }, { id: 'ana', unavailable: [] }, { id: 'ben', unavailable: [] }, { id: 'cy', unavailable: [], minimum: 1 }],
    // Both would begin at 9:00, so a wish is always missed and the search uses all of its effort.
    requests: [request('q1', ['host', 'ana'], { weight: 200, preferredSlots: [0] }), request('q2', ['host', 'ben'], { weight: 200, preferredSlots: [0] }), request('q3', ['host', 'cy'], { weight })],
  });
}

function scheduled(weight: number, coverageAllowance: number) {
  const { meetings, weight: placed, coverage, levels, proven } = solve(threeWantTwoSlots(weight), { seed: 1, effort: { kind: 'work', units: 4000 }, now: () => 0, solver: null, coverageAllowance });
  return { hasCy: meetings.some((meeting) => meeting.request === 'q3'), placed, coverage, shortfall: levels?.shortfall, proven };
}

describe('giving up a little weight so that everybody meets somebody', () => {
  test('who would go without a meeting gets one where that costs no more than allowed, and the price is told', () => {
    expect(scheduled(199, 0.005)).toEqual({ hasCy: true, placed: 399, coverage: { weightGivenUp: 1, people: ['cy'] }, shortfall: 0, proven: true });
  });

  test('not where it costs more, and not where nothing may be given up', () => {
    expect(scheduled(197, 0.005)).toEqual({ hasCy: false, placed: 400, coverage: undefined, shortfall: 1, proven: true });
    expect(scheduled(199, 0)).toEqual({ hasCy: false, placed: 400, coverage: undefined, shortfall: 1, proven: true });
  });

  test('never gives up what must be placed or more than allowed, breaks no rule, and leaves nobody short whom one more meeting in a free place would help', () => {
    fc.assert(fc.property(anyProblem(['weight']), fc.integer(), fc.integer({ min: 0, max: 4 }), (problem, seed, allowance) => {
      const board = construct(compile(factsOf(problem)), seeded(seed));
      const before = { mustPlaced: board.mustPlaced, weight: board.weight, shortfall: board.shortfall };
      const { weightGivenUp, people } = cover(board, seeded(seed), allowance);
      expect(faultsOf(problem, { meetings: board.meetings() })).toEqual([]);
      expect(board.mustPlaced).toBeGreaterThanOrEqual(before.mustPlaced);
      expect(weightGivenUp).toBe(Math.max(0, before.weight - board.weight));
      expect(weightGivenUp).toBeLessThanOrEqual(allowance);
      expect(board.shortfall).toBeLessThanOrEqual(before.shortfall - people.length);
      const helpful = [...board.start.keys()].filter((one) => board.start[one] === -1 && board.freeStart(one, 0) !== -1
        && (board.compiled.peopleOf[one] as Int32Array).some((person) => (board.held[person] as number) < (board.compiled.minimum[person] as number)));
      expect(helpful).toEqual([]);
    }), { numRuns: 500 });
  });
});
