import { expect, test } from 'vitest';
import { at, broken } from '#test/support/rule-case.ts';
import { problemWith, request } from '#test/support/schedule-problems.ts';

test('confidential talk needs a room fit for it', () => {
  expect(broken(problemWith({ requests: [request('q', ['ana', 'ben'], { confidential: true })] }), [at('q', 0)])).toEqual(['confidential-talk-behind-a-door']);
});
