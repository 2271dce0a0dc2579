import { expect, test } from 'vitest';
import { at, broken, openRoom } from '#test/support/rule-case.ts';
import { problemWith, request } from '#test/support/schedule-problems.ts';

test('everyone who must be there has a seat; those merely welcome need none', () => {
  const rooms = [{ id: 'hall', ...openRoom, capacity: 2 }];
  expect(broken(problemWith({ rooms, requests: [request('q', ['ana', 'ben', 'cy'])] }), [at('q', 0)])).toEqual(['room-has-seats']);
  expect(broken(problemWith({ rooms, requests: [request('q', ['ana', 'ben'], { optional: ['cy'] })] }), [at('q', 0)])).toEqual([]);
});
