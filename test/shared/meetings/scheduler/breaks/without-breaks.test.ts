import { describe, expect, test } from 'vitest';
import { loadSatSolver } from '#electron/headless/cadical.ts';
import { Board, meetingsOf } from '#shared/meetings/scheduler/board/board.ts';
import { withoutBreaks } from '#shared/meetings/scheduler/breaks/without-breaks.ts';
import { breachesOf } from '#shared/meetings/scheduler/rule-book.ts';
import { compiledFor } from '#shared/meetings/scheduler/solve.ts';
import { problemWith, request } from '#test/support/schedule-problems.ts';

const sat = await loadSatSolver();
const room = { id: 'den', parallel: 1, capacity: 4, confidential: false, reserved: false, unavailable: [] };
const unlimited = { conflicts: null, shouldStop: () => false };

/** Breaks of a plan of the same meetings, and which these are; null: there is none without a break. */
function calmed(people: readonly (readonly string[])[], slots: readonly number[], away: readonly number[] = []) {
  const names = [...new Set(people.flat())];
  const problem = problemWith({ requests: people.map((those, index) => request(`r${index}`, [...those])), people: names.map((id) => ({ id, unavailable: id === 'ana' ? away : [] })), rooms: [room], slots: [0, 1, 2, 3].map((step) => ({ day: 0, block: 0, start: 540 + 30 * step, minutes: 30 })) });
  const compiled = compiledFor(problem, 1);
  const board = new Board(compiled);
  for (const [index, { id }] of compiled.facts.problem.requests.entries()) {
    const slot = slots[Number(id.slice(1))] as number;
    if (slot >= 0) board.place(index, slot, board.laneFor(index, slot, true));
  }
  const plan = withoutBreaks(compiled, sat, board.arrangement(), unlimited);
  if (plan === null) return { before: board.breaks, after: null };
  const after = new Board(compiled);
  after.restore(plan);
  expect(breachesOf(compiled.facts, meetingsOf(compiled, plan))).toEqual([]);
  return { before: board.breaks, after: after.breaks, meetings: after.meetings().map(({ request: id }) => id).sort() };
}

describe('plans of the same meetings without breaks', () => {
  test('are found where one room makes each wait for the other, and hold what was held and nothing else', () => {
    expect(calmed([['ana', 'ben'], ['cy', 'dee'], ['ana', 'eve'], ['cy', 'fay']], [0, 1, 2, -1])).toEqual({ before: 1, after: 0, meetings: ['r0', 'r1', 'r2'] });
  });

  test('are found where somebody cannot be met between two meetings, which is no waiting', () => {
    expect(calmed([['ana', 'ben'], ['ana', 'cy'], ['cy', 'dee']], [0, 3, 1], [1, 2])).toEqual({ before: 1, after: 0, meetings: ['r0', 'r1', 'r2'] });
  });

  test('are not found where four people meet in a ring, in one room', () => {
    expect(calmed([['ana', 'ben'], ['ben', 'cy'], ['cy', 'dee'], ['dee', 'ana']], [0, 1, 2, 3]).after).toBeNull();
  });
});
