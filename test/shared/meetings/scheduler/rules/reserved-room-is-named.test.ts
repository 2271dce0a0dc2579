import { expect, test } from 'vitest';
import { at, broken, openRoom } from '#test/support/rule-case.ts';
import { problemWith, request } from '#test/support/schedule-problems.ts';

test('a reserved room is for those who name it', () => {
  const rooms = [{ id: 'hall', ...openRoom }, { id: 'suite', ...openRoom, reserved: true }];
  const problem = problemWith({ rooms, requests: [request('q', ['ana', 'ben'], { allowedRooms: ['suite'] }), request('r', ['cy', 'dee'])] });
  expect(broken(problem, [at('q', 0, 'suite')])).toEqual([]);
  expect(broken(problem, [at('r', 0, 'suite')])).toEqual(['reserved-room-is-named']);
});
