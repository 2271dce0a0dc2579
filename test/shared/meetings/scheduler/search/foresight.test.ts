import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seeded } from '#shared/kernel/random.ts';
import { compile } from '#shared/meetings/scheduler/board/compiled.ts';
import { construct } from '#shared/meetings/scheduler/search/construct.ts';
import { Exchange } from '#shared/meetings/scheduler/search/exchange.ts';
import { factsOf } from '#shared/meetings/scheduler/facts.ts';
import { foresee, type Foresight } from '#shared/meetings/scheduler/search/foresight.ts';
import { scoreOf } from '#shared/meetings/scheduler/score.ts';
import { stateOf } from '#test/support/board-state.ts';
import { faultsOf } from '#test/support/schedule-checker.ts';
import { anyProblem } from '#test/support/schedule-problems.ts';

const nothing = (): Foresight => ({ breaks: 0, missed: 0, loose: 0, gain: 0 });

describe('what a step will change, before it is taken', () => {
  test('a meeting that goes to a free hour changes the breaks, and what keeps days from being compact, as foreseen', () => {
    fc.assert(fc.property(anyProblem(), fc.integer(), (problem, seed) => {
      const random = seeded(seed);
      const board = construct(compile(factsOf(problem)), random);
      for (let step = 0; step < 10; step++) {
        const request = random.below(board.compiled.requests);
        const from = board.start[request] as number;
        const lane = board.lane[request] as number;
        if (from === -1) continue;
        board.remove(request);
        const start = board.freeStart(request, random.below(board.compiled.slots));
        board.place(request, from, lane);
        if (start === -1) continue;
        const ahead = nothing();
        foresee(board, request, start, ahead);
        const before = { breaks: board.breaks, loose: board.loose, gain: board.gain };
        board.remove(request);
        board.place(request, start, board.laneFor(request, start));
        expect(ahead).toMatchObject({ breaks: board.breaks - before.breaks, loose: board.loose - before.loose, gain: board.gain - before.gain });
      }
    }), { numRuns: 500 });
  });

  test('two meetings that change places change the breaks as foreseen, break no rule, and go back to where they were', () => {
    let exchanges = 0;
    fc.assert(fc.property(anyProblem(['weight', 'breaks'], 12), fc.integer(), (problem, seed) => {
      const random = seeded(seed);
      const facts = factsOf(problem);
      const board = construct(compile(facts), random);
      const exchange = new Exchange(board);
      for (let step = 0; step < 40; step++) {
        const request = random.below(board.compiled.requests);
        const starts = board.compiled.starts[request] ?? new Int32Array();
        const start = starts[random.below(Math.max(1, starts.length))];
        if (start === undefined || board.start[request] === -1 || start === board.start[request]) continue;
        const ahead = nothing();
        if (!exchange.isFree(request, start, request) || !exchange.find(request, start, random, ({ breaks }) => breaks, ahead)) continue;
        const before = stateOf(board);
        const { breaks, loose } = board;
        const isTaken = exchange.take();
        if (isTaken) {
          exchanges++;
          expect([board.breaks - breaks, board.loose - loose]).toEqual([ahead.breaks, ahead.loose]);
          expect(faultsOf(problem, { meetings: board.meetings() })).toEqual([]);
          expect(scoreOf(facts, board.meetings())).toMatchObject({ breaks: board.breaks, missed: board.missed, loose: board.loose });
        }
        if (isTaken && random.below(2) === 0) continue;
        if (isTaken) exchange.back();
        expect(stateOf(board)).toBe(before);
      }
    }), { numRuns: 1000 });
    expect(exchanges).toBeGreaterThan(0);
  });
});
