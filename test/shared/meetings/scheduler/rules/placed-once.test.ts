import { expect, test } from 'vitest';
import { at, broken } from '#test/support/rule-case.ts';
import { problemWith, request } from '#test/support/schedule-problems.ts';

test('a request is held at most once', () => {
  expect(broken(problemWith({ requests: [request('q', ['ana', 'ben'])] }), [at('q', 0), at('q', 2)])).toEqual(['placed-once']);
});
