import { expect, test } from 'vitest';
import { at, broken } from '#test/support/rule-case.ts';
import { problemWith, request } from '#test/support/schedule-problems.ts';

const requests = [request('q', ['ana', 'ben']), request('r', ['ana', 'cy'])];
const people = (limit: object) => [{ id: 'ana', unavailable: [], ...limit }, { id: 'ben', unavailable: [] }, { id: 'cy', unavailable: [] }];

test('nobody has more meetings than their limit for the summit', () => {
  expect(broken(problemWith({ requests, people: people({ max: 1 }) }), [at('q', 0), at('r', 3)])).toEqual(['person-has-enough']);
  expect(broken(problemWith({ requests, people: people({ max: 2 }) }), [at('q', 0), at('r', 3)])).toEqual([]);
});
