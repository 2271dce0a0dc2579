import { expect, test } from 'vitest';
import { at, broken } from '#test/support/rule-case.ts';
import { problemWith, request } from '#test/support/schedule-problems.ts';

test('nobody is met while away', () => {
  const problem = problemWith({ people: [{ id: 'ana', unavailable: [1] }, { id: 'ben', unavailable: [] }], requests: [request('q', ['ana', 'ben'], { length: 2 })] });
  expect(broken(problem, [at('q', 0)])).toEqual(['person-is-available']);
  expect(broken(problem, [at('q', 3)])).toEqual([]);
});
