import { expect, test } from 'vitest';
import { at, broken, openRoom } from '#test/support/rule-case.ts';
import { problemWith, request } from '#test/support/schedule-problems.ts';

test('the first of two ordered meetings ends before the second begins; an unplaced side frees the other', () => {
  const problem = problemWith({ requests: [request('q', ['ana', 'ben'], { length: 2 }), request('r', ['cy', 'dee'])], precedences: [['q', 'r']], rooms: [{ id: 'hall', ...openRoom, parallel: 2 }] });
  expect(broken(problem, [at('q', 0), at('r', 1)])).toEqual(['order-is-kept']);
  expect(broken(problem, [at('q', 0), at('r', 2)])).toEqual([]);
  expect(broken(problem, [at('r', 0)])).toEqual([]);
});
