import { expect, test } from 'vitest';
import { at, broken, openRoom } from '#test/support/rule-case.ts';
import { problemWith, request } from '#test/support/schedule-problems.ts';

test('those who name rooms use no other; naming none at all forbids every room where not everything must be placed', () => {
  const rooms = [{ id: 'hall', ...openRoom }, { id: 'suite', ...openRoom }];
  const problem = (allowedRooms: string[]) => problemWith({ rooms, requests: [request('q', ['ana', 'ben'], { allowedRooms })] });
  expect(broken(problem(['suite']), [at('q', 0, 'suite')])).toEqual([]);
  expect(broken(problem(['suite']), [at('q', 0, 'hall')])).toEqual(['room-is-allowed']);
  expect(broken(problem([]), [at('q', 0, 'hall')])).toEqual(['room-is-allowed']);
  expect(broken({ ...problem([]), objective: { kind: 'breaks', fairness: 2 } }, [at('q', 0, 'hall')])).toEqual([]);
});
