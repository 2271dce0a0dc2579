import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seeded } from '#shared/kernel/random.ts';
import type { Board } from '#shared/meetings/scheduler/board/board.ts';
import { compile } from '#shared/meetings/scheduler/board/compiled.ts';
import { factsOf } from '#shared/meetings/scheduler/facts.ts';
import { scoreOf } from '#shared/meetings/scheduler/score.ts';
import { construct } from '#shared/meetings/scheduler/search/construct.ts';
import type { Foresight } from '#shared/meetings/scheduler/search/foresight.ts';
import { Swap } from '#shared/meetings/scheduler/search/swap.ts';
import { faultsOf } from '#test/support/schedule-checker.ts';
import { anyProblem } from '#test/support/schedule-problems.ts';

describe('two spells that change places', () => {
  test('every meeting keeps a place, the breaks are as foreseen, no rule is broken, and all goes back to where it was', () => {
    let [swaps, ofMany] = [0, 0];
    fc.assert(fc.property(anyProblem(['weight', 'breaks'], 12), fc.integer(), (problem, seed) => {
      const random = seeded(seed);
      const facts = factsOf(problem);
      const board = construct(compile(facts), random);
      const swap = new Swap(board, random);
      for (let step = 0; step < 40; step++) {
        const request = random.below(board.compiled.requests);
        const starts = board.compiled.starts[request] ?? new Int32Array();
        const start = starts[random.below(Math.max(1, starts.length))];
        if (start === undefined || board.start[request] === -1 || start === board.start[request]) continue;
        const ahead: Foresight = { breaks: 0, missed: 0, gain: 0 };
        if (!swap.find(request, start, ({ breaks }) => breaks, ahead)) continue;
        const before = stateOf(board);
        const [breaks, gain, placesBefore] = [board.breaks, board.gain, board.start.slice()];
        const isTaken = swap.take();
        if (isTaken) {
          swaps++;
          if (board.start.filter((at, index) => at !== placesBefore[index]).length > 2) ofMany++;
          expect(board.start[request]).toBe(start);
          expect(board.gain).toBe(gain);
          if (board.compiled.length[request] === 1) expect(board.breaks - breaks).toBe(ahead.breaks);
          const meetings = board.meetings();
          const honest = scoreOf(facts, meetings);
          expect(faultsOf(problem, { meetings })).toEqual([]);
          expect([board.breaks, board.missed]).toEqual([honest.breaks, honest.missed]);
        }
        if (isTaken && random.below(2) === 0) continue;
        if (isTaken) swap.back();
        expect(stateOf(board)).toBe(before);
      }
    }), { numRuns: 1000 });
    expect(swaps).toBeGreaterThan(0);
    expect(ofMany).toBeGreaterThan(0);
  });
});

function stateOf(board: Board): string {
  return JSON.stringify([board.meetings(), board.weight, board.breaks, board.missed, board.shortfall]);
}
