import { expect, test } from 'vitest';
import { at, broken, openRoom } from '#test/support/rule-case.ts';
import { problemWith, request } from '#test/support/schedule-problems.ts';

test('a pinned request stands at its pin', () => {
  const rooms = [{ id: 'hall', ...openRoom }, { id: 'nook', ...openRoom }];
  const problem = problemWith({ rooms, requests: [request('q', ['ana', 'ben'])], pins: [{ request: 'q', slot: 1, room: 'nook' }] });
  expect(broken(problem, [at('q', 1, 'nook')])).toEqual([]);
  expect(broken(problem, [at('q', 1, 'hall')])).toEqual(['pin-holds']);
  expect(broken(problem, [at('q', 2, 'nook')])).toEqual(['pin-holds']);
});
