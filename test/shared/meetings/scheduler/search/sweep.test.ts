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
import { Sweep } from '#shared/meetings/scheduler/search/sweep.ts';
import { stateOf } from '#test/support/board-state.ts';
import { faultsOf } from '#test/support/schedule-checker.ts';
import { anyProblem } from '#test/support/schedule-problems.ts';

describe('two spells that change places', () => {
  test('a ring of meetings goes as one, another chain beside it stays, and each says whose breaks change', () => {
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
    const sweep = new Sweep(board, seeded(1));
    expect([sweep.look(0, 2, 1), sweep.find(0, breaksOf, ahead), sweep.take(), [...board.start], ahead.breaks]).toEqual([1, true, true, [2, 0, 0, 2, 1], 0]);
    expect(sweep.find(0, breaksOf, ahead)).toBe(false);
    sweep.back();
    expect([...board.start]).toEqual([0, 2, 2, 0, 1]);
    // Whoever is free in the other spell ends the chain, and has other hours after it: Acme no longer waits.
    expect([sweep.look(1, 2, 1), sweep.find(0, breaksOf, ahead), sweep.take(), [...board.start], ahead.breaks, board.breaks]).toEqual([2, true, true, [0, 2, 1, 0, 2], -1, 2]);
  });

  test('a chain that brings more meetings than there is room for takes another the other way with it', () => {
    const slots = [0, 1].map((slot) => ({ day: 0, block: 0, start: 540 + slot * 30, minutes: 30 }));
    const requests = ['ana-acme', 'ben-bolt', 'cleo-cora'].map((id) => ({ id, people: id.split('-'), weight: 1, length: 1, must: false }));
    const facts = factsOf(valueOf(readProblem({
      format: 'summit-schedule/1', name: 'two places', objective: { kind: 'breaks', fairness: 0 }, slots, people: requests.flatMap(({ people }) => people.map((id) => ({ id, unavailable: [] }))),
      rooms: [{ id: 'hall', parallel: 2, capacity: 4, confidential: false, reserved: false, unavailable: [] }], requests, pins: [], precedences: [],
    })));
    const board = new Board(compile(facts));
    for (const [request, start] of [[0, 0], [1, 0], [2, 1]] as const) board.place(request, start, board.laneFor(request, start));
    const ahead: Foresight = { breaks: 0, missed: 0, loose: 0, gain: 0 };
    const sweep = new Sweep(board, seeded(1));
    expect([sweep.look(0, 1, 1), sweep.find(2, costless, ahead), sweep.take(), board.start.filter((start) => start === 0).length, board.start[2]]).toEqual([3, true, true, 2, 0]);
  });

  test('a meeting that lies across both spells stands in the way of every chain that comes to it', () => {
    const slots = [0, 1, 2, 3].map((slot) => ({ day: 0, block: 0, start: 540 + slot * 30, minutes: 30 }));
    const requests = [['ana', 'ben'], ['ana', 'acme'], ['ben', 'bolt'], ['cleo', 'cora']].map((people, index) => ({ id: people.join('-'), people, weight: 1, length: index === 0 ? 2 : 1, must: false }));
    const facts = factsOf(valueOf(readProblem({
      format: 'summit-schedule/1', name: 'across', objective: { kind: 'breaks', fairness: 0 }, slots, people: ['ana', 'ben', 'cleo', 'acme', 'bolt', 'cora'].map((id) => ({ id, unavailable: [] })),
      rooms: [{ id: 'hall', parallel: 3, capacity: 4, confidential: false, reserved: false, unavailable: [] }], requests, pins: [], precedences: [],
    })));
    const board = new Board(compile(facts));
    for (const [request, start] of [[0, 1], [1, 3], [2, 3], [3, 3]] as const) board.place(request, start, board.laneFor(request, start));
    const ahead: Foresight = { breaks: 0, missed: 0, loose: 0, gain: 0 };
    const sweep = new Sweep(board, seeded(1));
    expect([sweep.look(0, 2, 2), sweep.find(0, costless, ahead), sweep.take(), [...board.start]]).toEqual([1, true, true, [1, 3, 3, 1]]);
  });

  test('every meeting keeps a place, each chain does as it foresaw, no rule is broken, and all goes back to where it was', () => {
    let taken = 0;
    fc.assert(fc.property(anyProblem(['weight', 'breaks'], 12), fc.integer(), (problem, seed) => {
      const random = seeded(seed);
      const facts = factsOf(problem);
      const board = construct(compile(facts), random);
      const sweep = new Sweep(board, random);
      for (let step = 0; step < 15; step++) {
        const { slots } = board.compiled;
        const size = 1 + random.below(Math.min(3, slots));
        const count = sweep.look(random.below(slots - size + 1), random.below(slots - size + 1), size);
        for (let chain = 0; chain < count; chain++) {
          const ahead: Foresight = { breaks: 0, missed: 0, loose: 0, gain: 0 };
          if (!sweep.find(chain, breaksOf, ahead)) continue;
          const before = stateOf(board);
          const [breaks, loose, gain] = [board.breaks, board.loose, board.gain];
          const isTaken = sweep.take();
          if (isTaken) {
            taken++;
            expect(board.gain).toBe(gain);
            if (size === 1) expect([board.breaks - breaks, board.loose - loose]).toEqual([ahead.breaks, ahead.loose]);
            const meetings = board.meetings();
            const honest = scoreOf(facts, meetings);
            expect(faultsOf(problem, { meetings })).toEqual([]);
            expect([board.breaks, board.missed, board.loose]).toEqual([honest.breaks, honest.missed, honest.loose]);
            if (random.below(2) === 0) continue;
            sweep.back();
          }
          expect(stateOf(board)).toBe(before);
        }
      }
    }), { numRuns: 1000 });
    expect(taken).toBeGreaterThan(0);
  });
});

const breaksOf = ({ breaks }: Foresight) => breaks;
const costless = () => 0;
