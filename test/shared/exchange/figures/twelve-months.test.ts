import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodOfKey } from '#shared/exchange/figures/periods.ts';
import { type Figure, twelveMonths } from '#shared/exchange/figures/twelve-months.ts';

const figure = (key: string, value: number, name: Figure['name'] = 'revenue', currency: string | null = 'EUR'): Figure => ({ name, period: periodOfKey(key), trailing: key === 'trailing', value, currency });
const revenue = (hundredths: number) => ({ hundredths, currency: 'EUR' });

describe('twelve months', () => {
  test('are covered by periods of any length that meet without overlapping', () => {
    expect(twelveMonths([figure('2025-H1', 60), figure('2025-Q3', 30), figure('2025-10', 1), figure('2025-11', 2), figure('2025-12', 3)], 'USD')).toEqual({ said: { revenue: revenue(96) }, asOf: '2025-12-31', faults: [] });
  });

  test('end with the newest period, and the year before them is read where it is whole', () => {
    const quarters = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1'].map((key, index) => figure(key, 10 ** index));
    expect(twelveMonths(quarters, 'USD')).toEqual({ said: { revenue: revenue(111_100_000), revenuePrior: revenue(11_110) }, asOf: '2026-03-31', faults: [] });
  });

  test('of a standing figure are its newest, a month before a quarter that ends with it; of ARR also a year ago', () => {
    expect(twelveMonths([figure('2025-Q4', 5, 'certified_people'), figure('2025-12', 6, 'certified_people'), figure('2025-Q3', 9, 'certified_people')], 'EUR').said).toEqual({ certifiedPeople: 6 });
    expect(twelveMonths([figure('2025-12', 70, 'arr'), figure('2024-12', 50, 'arr'), figure('2025-06', 60, 'arr')], 'EUR').said).toEqual({ revenue: revenue(70), revenuePrior: revenue(50) });
  });

  test('take the figure that comes first where two say one thing', () => {
    expect(twelveMonths([figure('2025', 1, 'bookings'), figure('2025', 2)], 'EUR').said).toEqual({ revenue: revenue(2) });
  });

  test('are in the currency that is named, and in the summit’s where none is', () => {
    expect([twelveMonths([figure('2025', 1, 'revenue', null)], 'CHF').said, twelveMonths([figure('2025-H1', 1, 'revenue', 'EUR'), figure('2025-H2', 1, 'revenue', 'USD')], 'CHF')]).toEqual([{ revenue: { hundredths: 1, currency: 'CHF' } }, { said: {}, asOf: null, faults: [{ name: 'revenue', code: 'CURRENCY_MISMATCH' }] }]);
  });

  test('larger than a number holds exactly are nobody’s', () => {
    expect(twelveMonths([figure('2025-H1', 9e15), figure('2025-H2', 9e15)], 'EUR')).toEqual({ said: {}, asOf: null, faults: [{ name: 'revenue', code: 'OUT_OF_RANGE' }] });
  });

  test('are the same whatever the order of the figures, and never add up less or more than twelve months', () => {
    const months = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1 });
    fc.assert(fc.property(months, fc.infiniteStream(fc.nat()), (known, mix) => {
      const figures = known.map((month) => figure(`${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`, 1));
      const mixed = figures.map((item) => ({ item, at: mix.next().value as number })).sort((a, b) => a.at - b.at).map(({ item }) => item);
      const read = twelveMonths(figures, 'EUR');
      expect(twelveMonths(mixed, 'EUR')).toEqual(read);
      const newest = [...known].sort((a, b) => b - a).find((end) => Array.from({ length: 12 }, (_, back) => end - back).every((month) => known.includes(month)));
      expect(read.said.revenue ?? null).toEqual(newest === undefined ? null : revenue(12));
      expect(read.faults.length).toBe(newest === Math.max(...known) ? 0 : 1);
    }));
  });
});
