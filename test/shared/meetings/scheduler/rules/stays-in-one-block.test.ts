import { expect, test } from 'vitest';
import { at, broken } from '#test/support/rule-case.ts';
import { problemWith, request } from '#test/support/schedule-problems.ts';

test('a long meeting does not run over the end of a block', () => {
  const problem = problemWith({ requests: [request('q', ['ana', 'ben'], { length: 2 })] });
  expect(broken(problem, [at('q', 2)])).toEqual(['stays-in-one-block']);
  expect(broken(problem, [at('q', 5)])).toEqual(['stays-in-one-block']);
});
