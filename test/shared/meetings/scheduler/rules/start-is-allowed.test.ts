import { expect, test } from 'vitest';
import { at, broken } from '#test/support/rule-case.ts';
import { problemWith, request } from '#test/support/schedule-problems.ts';

test('a request begins in one of the starts it names; naming none at all forbids every start where not everything must be placed', () => {
  const requests = (allowedSlots: number[]) => [request('q', ['ana', 'ben'], { allowedSlots })];
  expect(broken(problemWith({ requests: requests([1]) }), [at('q', 0)])).toEqual(['start-is-allowed']);
  expect(broken(problemWith({ requests: requests([]) }), [at('q', 0)])).toEqual(['start-is-allowed']);
  expect(broken(problemWith({ requests: requests([]), objective: { kind: 'breaks', fairness: 2 } }), [at('q', 0)])).toEqual([]);
});
