import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { abreast } from '#renderer/ui/calendar-board/abreast.ts';

const laid = (...spells: readonly (readonly [string, number, number])[]) => Object.fromEntries(abreast(spells.map(([item, from, to]) => ({ item, from, to }))).map(({ item, left, width }) => [item, [left, width]]));

describe('things of one column', () => {
  test('that only touch have its whole width', () => {
    expect(laid(['first', 30, 90], ['second', 90, 120], ['third', 120, 150])).toEqual({ first: [0, 1], second: [0, 1], third: [0, 1] });
  });
  test('that share some time lie side by side', () => {
    expect(laid(['first', 0, 60], ['second', 30, 90])).toEqual({ first: [0, 0.5], second: [0.5, 0.5] });
  });
  test('are as wide as those they share their time with allow', () => {
    expect(laid(['long', 0, 90], ['early', 0, 30], ['earlier', 0, 20], ['late', 40, 90])).toEqual({ long: [0, 1 / 3], early: [1 / 3, 1 / 3], earlier: [2 / 3, 1 / 3], late: [1 / 3, 2 / 3] });
  });
  test('never cover one another, and lie within the column', () => {
    const spell = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 12 })).map(([from, length]) => ({ item: null, from, to: from + length }));
    fc.assert(fc.property(fc.array(spell, { maxLength: 14 }), (spells) => {
      const lanes = abreast(spells);
      expect(lanes.length).toBe(spells.length);
      lanes.forEach((one, index) => {
        expect(one.left >= 0 && one.left + one.width <= 1 + 1e-9).toBe(true);
        for (const other of lanes.slice(index + 1)) {
          if (one.from < other.to && other.from < one.to) expect(one.left + one.width <= other.left + 1e-9 || other.left + other.width <= one.left + 1e-9).toBe(true);
        }
      });
    }));
  });
});
