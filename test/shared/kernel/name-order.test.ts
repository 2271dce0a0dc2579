import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byName } from '#shared/kernel/name-order.ts';

test('names stand as people read them: numbers by their size, case and accents aside', () => {
  expect(['Host 10', 'Zoë', 'host 2', 'Åse', 'Host 1', 'Zoe', 'ana', 'Berg'].sort(byName)).toEqual(['ana', 'Åse', 'Berg', 'Host 1', 'host 2', 'Host 10', 'Zoe', 'Zoë']);
});

test('two lists of the same names stand in the same order, whatever they began with', () => {
  const name = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('a', 'A', 'á', '1', '2', '0', ' ') }));
  fc.assert(fc.property(fc.uniqueArray(name), (names) => {
    expect([...names].reverse().sort(byName)).toEqual([...names].sort(byName));
  }));
});
