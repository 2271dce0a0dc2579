import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seeded } from '#shared/kernel/random.ts';
import { Board } from '#shared/meetings/scheduler/board/board.ts';
import { compile } from '#shared/meetings/scheduler/board/compiled.ts';
import { factsOf } from '#shared/meetings/scheduler/facts.ts';
import { type Score, scoreOf } from '#shared/meetings/scheduler/score.ts';
import { Steps } from '#shared/meetings/scheduler/search/steps.ts';
import { faultsOf, tallyOf } from '#test/support/schedule-checker.ts';
import { anyProblem } from '#test/support/schedule-problems.ts';

function counters({ mustPlaced, weight, shortfall, unfairness, breaks, missed, loose }: Omit<Score, 'roomChanges'>) {
  return { mustPlaced, weight, shortfall, unfairness, breaks, missed, loose };
}

describe('the board under search', () => {
  test('after any steps its counters are the honest score, and no hard rule is broken', () => {
    fc.assert(fc.property(anyProblem(), fc.integer(), (problem, seed) => {
      const facts = factsOf(problem);
      const board = new Board(compile(facts));
      const random = seeded(seed);
      const steps = new Steps(board, random);
      for (let step = 0; step < 40; step++) {
        const request = random.below(board.compiled.requests);
        const starts = board.compiled.starts[request] ?? new Int32Array();
        const start = starts[random.below(Math.max(1, starts.length))];
        if (start === undefined || start === board.start[request]) continue;
        const before = JSON.stringify([board.meetings(), counters(board)]);
        const taken = steps.take(request, start, { pushed: 3, chain: random.below(4) });
        if (taken && random.below(3) === 0) steps.back();
        else if (taken) continue;
        expect(JSON.stringify([board.meetings(), counters(board)])).toBe(before);
      }
      const plan = board.meetings();
      expect(faultsOf(problem, { meetings: plan })).toEqual([]);
      expect(counters(board)).toEqual(counters(scoreOf(facts, plan)));
      const tally = tallyOf(problem, { meetings: plan });
      expect(counters(board)).toMatchObject({ weight: tally.weight, shortfall: tally.shortfall, breaks: tally.breaks, missed: tally.missed, loose: tally.loose });
    }), { numRuns: 1500 });
  });
});
