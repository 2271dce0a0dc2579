import { expect, test } from 'vitest';
import { at, broken } from '#test/support/rule-case.ts';
import { problemWith, request } from '#test/support/schedule-problems.ts';

const requests = [request('q', ['ana', 'ben']), request('r', ['ana', 'cy'])];
const people = (limit: object) => [{ id: 'ana', unavailable: [], ...limit }, { id: 'ben', unavailable: [] }, { id: 'cy', unavailable: [] }];

test('nobody has more meetings on a day than their limit for a day', () => {
  expect(broken(problemWith({ requests, people: people({ maxPerDay: 1 }) }), [at('q', 0), at('r', 2)])).toEqual(['person-has-enough-today']);
  expect(broken(problemWith({ requests, people: people({ maxPerDay: 1 }) }), [at('q', 0), at('r', 3)])).toEqual([]);
});
