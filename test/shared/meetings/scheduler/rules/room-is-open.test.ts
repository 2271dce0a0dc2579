import { expect, test } from 'vitest';
import { at, broken, openRoom } from '#test/support/rule-case.ts';
import { problemWith, request } from '#test/support/schedule-problems.ts';

test('a closed room is not used', () => {
  const problem = problemWith({ rooms: [{ id: 'hall', ...openRoom, unavailable: [1] }], requests: [request('q', ['ana', 'ben'], { length: 2 })] });
  expect(broken(problem, [at('q', 0)])).toEqual(['room-is-open']);
});
