import { expect, test } from 'vitest';
import { at, broken, openRoom } from '#test/support/rule-case.ts';
import { problemWith, request } from '#test/support/schedule-problems.ts';

test('a room holds as many meetings at once as it has places', () => {
  const requests = [request('q', ['ana', 'ben']), request('r', ['cy', 'dee'])];
  expect(broken(problemWith({ requests }), [at('q', 0), at('r', 0)])).toEqual(['room-is-not-overfilled']);
  expect(broken(problemWith({ requests, rooms: [{ id: 'hall', ...openRoom, parallel: 2 }] }), [at('q', 0), at('r', 0)])).toEqual([]);
});
