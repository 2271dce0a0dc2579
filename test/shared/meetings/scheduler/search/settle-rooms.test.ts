import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seeded } from '#shared/kernel/random.ts';
import type { Board } from '#shared/meetings/scheduler/board/board.ts';
import { compile } from '#shared/meetings/scheduler/board/compiled.ts';
import { boardFrom, construct } from '#shared/meetings/scheduler/search/construct.ts';
import { factsOf } from '#shared/meetings/scheduler/facts.ts';
import { unpaused } from '#shared/meetings/scheduler/search/improve.ts';
import { byWork } from '#shared/meetings/scheduler/search/meter.ts';
import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import { scoreOf } from '#shared/meetings/scheduler/score.ts';
import { settleRooms } from '#shared/meetings/scheduler/search/settle-rooms.ts';
import type { Meeting } from '#shared/meetings/scheduler/solution.ts';
import { faultsOf } from '#test/support/schedule-checker.ts';
import { anyProblem, problemWith, request } from '#test/support/schedule-problems.ts';

const rooms = ['east', 'west'].map((id) => ({ id, parallel: 1, capacity: 4, confidential: false, reserved: false, unavailable: [] }));

function settled(problem: ScheduleProblem, plan: readonly Meeting[]): Meeting[] {
  const board = boardFrom(compile(factsOf(problem)), plan);
  unpaused(settleRooms(board, seeded(1), byWork(2000)));
  return board.meetings();
}

describe('rooms at fixed hours', () => {
  test('two pairs who meet twice each stay in their rooms instead of crossing', () => {
    const problem = problemWith({ rooms, requests: [request('q1', ['ana', 'ben']), request('q2', ['cy', 'dee']), request('q3', ['ana', 'ben']), request('q4', ['cy', 'dee'])] });
    const plan = [{ request: 'q1', slot: 0, room: 'east' }, { request: 'q2', slot: 0, room: 'west' }, { request: 'q3', slot: 1, room: 'west' }, { request: 'q4', slot: 1, room: 'east' }];
    expect([scoreOf(factsOf(problem), plan).roomChanges, scoreOf(factsOf(problem), settled(problem, plan)).roomChanges]).toEqual([4, 0]);
  });

  test('a room is not given up for one fewer change where somebody is at home in it', () => {
    const people = ['ana', 'ben', 'cy', 'dee'].map((id) => ({ id, unavailable: [], ...(id === 'ana' && { home: 'west' }) }));
    const problem = problemWith({ rooms, people, requests: [request('q1', ['ana', 'ben']), request('q2', ['ben', 'cy'], { allowedRooms: ['east'] })] });
    const plan = [{ request: 'q1', slot: 0, room: 'west' }, { request: 'q2', slot: 1, room: 'east' }];
    expect(settled(problem, plan)).toEqual(plan);
  });

  test('on any small problem hours stay, no rule is broken, nobody changes rooms more often in all, and no more wishes are missed', () => {
    fc.assert(fc.property(anyProblem(), fc.integer(), (problem, seed) => {
      const facts = factsOf(problem);
      const board: Board = construct(compile(facts), seeded(seed));
      const before = board.meetings();
      unpaused(settleRooms(board, seeded(seed), byWork(300)));
      const after = board.meetings();
      expect(after.map(({ request: id, slot }) => [id, slot])).toEqual(before.map(({ request: id, slot }) => [id, slot]));
      expect(faultsOf(problem, { meetings: after })).toEqual([]);
      const [was, is] = [scoreOf(facts, before), scoreOf(facts, after)];
      expect(is.missed).toBeLessThanOrEqual(was.missed);
      if (is.missed === was.missed) expect(is.roomChanges).toBeLessThanOrEqual(was.roomChanges);
    }), { numRuns: 500 });
  });
});
