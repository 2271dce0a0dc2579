import { describe, expect, test } from 'vitest';
import { solve } from '#shared/meetings/scheduler/solve.ts';
import { at, broken, openRoom } from '#test/support/rule-case.ts';
import { problemWith, request } from '#test/support/schedule-problems.ts';

describe('rivals', () => {
  const two = [{ id: 'hall', ...openRoom, parallel: 2 }, { id: 'suite', ...openRoom, parallel: 2 }];
  const requests = [request('q', ['ana', 'ben']), request('r', ['cy', 'dee'])];
  const problem = problemWith({ rooms: two, requests, apart: [['ben', 'dee']] });

  test('are not in one room at the same time, at parallel tables, nor right after each other; another room is far enough', () => {
    expect([broken(problem, [at('q', 0), at('r', 0)]), broken(problem, [at('q', 1), at('r', 0)]), broken(problem, [at('q', 0), at('r', 1)])]).toEqual(Array(3).fill(['rivals-stay-apart']));
    expect([broken(problem, [at('q', 0), at('r', 2)]), broken(problem, [at('q', 0), at('r', 0, 'suite')]), broken(problem, [at('q', 2), at('r', 3)])]).toEqual([[], [], []]);
  });
  test('keep as many minutes between them as the problem asks', () => {
    const further = problemWith({ rooms: two, requests, apart: [['ben', 'dee']], apartMinutes: 31 });
    expect(broken(further, [at('q', 0), at('r', 2)])).toEqual(['rivals-stay-apart']);
  });
  test('are never asked into one meeting: it is not placed, and the reason is told', () => {
    const both = problemWith({ requests: [request('q', ['ana', 'ben', 'dee'])], apart: [['ben', 'dee']] });
    expect(broken(both, [at('q', 0)])).toEqual(['rivals-stay-apart']);
    expect(solve(both, { seed: 1, effort: { kind: 'work', units: 100 }, now: () => 0, solver: null }).unplaced).toEqual([{ request: 'q', reasons: [{ code: 'rivals-together', people: ['ben', 'dee'] }], cures: [] }]);
  });
  test('who can only have the same room one after the other are not both placed', () => {
    const tight = problemWith({ requests, rooms: two.slice(0, 1), apart: [['ben', 'dee']], slots: [0, 1].map((step) => ({ day: 0, block: 0, start: 540 + 30 * step, minutes: 30 })) });
    const { meetings, unplaced } = solve(tight, { seed: 1, effort: { kind: 'work', units: 500 }, now: () => 0, solver: null });
    expect([meetings.length, unplaced[0]?.reasons[0]?.code]).toEqual([1, 'rivals-are-near']);
  });
});
