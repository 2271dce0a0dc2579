import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seeded } from '#shared/kernel/random.ts';
import { valueOf } from '#shared/kernel/result.ts';
import { Board } from '#shared/meetings/scheduler/board/board.ts';
import { compile } from '#shared/meetings/scheduler/board/compiled.ts';
import { factsOf } from '#shared/meetings/scheduler/facts.ts';
import { readProblem } from '#shared/meetings/scheduler/problem.ts';
import { scoreOf } from '#shared/meetings/scheduler/score.ts';
import { construct } from '#shared/meetings/scheduler/search/construct.ts';
import type { Foresight } from '#shared/meetings/scheduler/search/foresight.ts';
import { Swap } from '#shared/meetings/scheduler/search/swap.ts';
import { stateOf } from '#test/support/board-state.ts';
import { faultsOf } from '#test/support/schedule-checker.ts';
import { anyProblem } from '#test/support/schedule-problems.ts';

describe('two spells that change places', () => {
  test('one move carries a whole ring of meetings with it, and says whose breaks change', () => {
    const slots = [0, 1, 2].map((slot) => ({ day: 0, block: 0, start: 540 + slot * 30, minutes: 30 }));
    const meets = (id: string, ...people: readonly string[]) => ({ id, people, weight: 1, length: 1, must: false });
    const facts = factsOf(valueOf(readProblem({
      format: 'summit-schedule/1', name: 'a ring', objective: { kind: 'breaks', fairness: 0 }, slots, people: ['ana', 'ben', 'acme', 'bolt', 'cora'].map((id) => ({ id, unavailable: [] })),
      rooms: [{ id: 'hall', parallel: 2, capacity: 4, confidential: false, reserved: false, unavailable: [] }],
      requests: [meets('ana-acme', 'ana', 'acme'), meets('ana-bolt', 'ana', 'bolt'), meets('ben-acme', 'ben', 'acme'), meets('ben-bolt', 'ben', 'bolt'), meets('ben-cora', 'ben', 'cora')], pins: [], precedences: [],
    })));
    const board = new Board(compile(facts));
    for (const [request, start] of [[0, 0], [1, 2], [2, 2], [3, 0], [4, 1]] as const) board.place(request, start, board.laneFor(request, start));
    const ahead: Foresight = { breaks: 0, missed: 0, loose: 0, gain: 0 };
    const swap = new Swap(board, seeded(1));
    expect([swap.find(0, 2, ({ breaks }) => breaks, ahead), swap.take(), [...board.start], ahead.breaks]).toEqual([true, true, [2, 0, 0, 2, 1], 0]);
    swap.back();
    expect([...board.start]).toEqual([0, 2, 2, 0, 1]);
    // Whoever is free in the other spell ends the chain, and has other hours after it: Acme no longer waits.
    expect([swap.find(4, 2, ({ breaks }) => breaks, ahead), swap.take(), [...board.start], ahead.breaks, board.breaks]).toEqual([true, true, [0, 2, 1, 0, 2], -1, 2]);
  });

  test('every meeting keeps a place, the breaks are as foreseen, no rule is broken, and all goes back to where it was', () => {
    let swaps = 0;
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
        const ahead: Foresight = { breaks: 0, missed: 0, loose: 0, gain: 0 };
        if (!swap.find(request, start, ({ breaks }) => breaks, ahead)) continue;
        const before = stateOf(board);
        const [breaks, loose, gain] = [board.breaks, board.loose, board.gain];
        const isTaken = swap.take();
        if (isTaken) {
          swaps++;
          expect(board.start[request]).toBe(start);
          expect(board.gain).toBe(gain);
          if (board.compiled.length[request] === 1) expect([board.breaks - breaks, board.loose - loose]).toEqual([ahead.breaks, ahead.loose]);
          const meetings = board.meetings();
          const honest = scoreOf(facts, meetings);
          expect(faultsOf(problem, { meetings })).toEqual([]);
          expect([board.breaks, board.missed, board.loose]).toEqual([honest.breaks, honest.missed, honest.loose]);
        }
        if (isTaken && random.below(2) === 0) continue;
        if (isTaken) swap.back();
        expect(stateOf(board)).toBe(before);
      }
    }), { numRuns: 1000 });
    expect(swaps).toBeGreaterThan(0);
  });
});
