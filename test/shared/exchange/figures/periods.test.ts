import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastDayOf, periodKey, periodOf, periodOfKey, timeIn, writtenKey } from '#shared/exchange/figures/periods.ts';

/** What a text says, with fiscal years that begin in a month. */
function said(text: string, fiscalStart: number | null = 1): string {
  const { period, rest } = timeIn(text);
  if (period === null || period === 'trailing') return `${period ?? 'nothing'} | ${rest}`;
  const months = periodOf(period, fiscalStart);
  return `${months === null ? writtenKey(period) : periodKey(months)} | ${rest}`;
}

describe('a period is read as planners and their systems write it', () => {
  test.each([
    ...['Q1 FY25', 'FY25Q1', 'FY25 Q1', 'FY2025-Q1', 'Q1-FY25', 'Q1 FY2024/25', 'FY24/25 Q1', 'Fiscal year 2025, Q1', '2025-Q1', '2025Q1', 'Q1 2025', 'Q1/25', 'Q1’25', '1Q25', '1Q 2025', 'Quarter 1 2025', '1. Quartal 2025', 'T1 2025', '1er trimestre 2025', '1T25', 'Q1 of 2025', 'Kwartaal 1 2025'].map((text) => [text, '2025-Q1 | ']),
    ...['Jan-25', 'Jan 2025', 'January 2025', '2025-01', '2025/01', '01/2025', '2025M01', '2025-01-01', '2025-01-31T00:00', '31.01.2025', '1/31/2025', '01/01/2025', 'Januar 2025', 'janv. 2025', 'enero de 2025', '2025年1月'].map((text) => [text, '2025-01 | ']),
    ...['2025', 'FY25', 'FY 2025', 'CY2025', 'FY 2024/25', '2024/25', 'GJ 2025', 'Jahr 2025'].map((text) => [text, '2025 | ']),
    ...['H2 2025', '2H25', '2. Halbjahr 2025', 'FY25 H2'].map((text) => [text, '2025-H2 | ']),
    ['Revenue Q1 FY25', '2025-Q1 | revenue'], ['Revenue 2024', '2024 | revenue'], ['Q3 2025 MDF used', '2025-Q3 | mdf used'], ['TTM Revenue', 'trailing | revenue'], ['Umsatz letzte 12 Monate', 'trailing | umsatz'], ['revenue_l12m', 'trailing | revenue'],
    ['RevenueFY25Q1', '2025-Q1 | revenue'], ['Win rate % Jan-25', '2025-01 | win rate %'],
    ['Revenue', 'nothing | revenue'], ['Revenue YTD', 'nothing | revenue ytd'], ['FY25/27', 'nothing | fy 25 27'], ['Health (0-100)', 'nothing | health 0 100'],
    // Words are left over, so that the whole of it is no period.
    ['2025-01-15', '2025-01 | 15'], ['13/2025', '2025 | 13'], ['Q5 2025', '2025-05 | q'],
  ])('“%s” is %s', (text, meaning) => {
    expect(said(text)).toBe(meaning);
  });

  test('a fiscal period lies in the calendar once the month is known in which that year begins, and the year is called by its end', () => {
    expect([said('Q1 FY25', null), said('FY25', null), said('Q1 FY25', 2), said('Q4 FY25', 2), said('FY25', 7), said('Q1 FY25', 4), said('Q1 2025', 7)]).toEqual(['FY2025-Q1 | ', 'FY2025 | ', '2024-02..2024-04 | ', '2024-11..2025-01 | ', '2024-07..2025-06 | ', '2024-Q2 | ', '2025-Q1 | ']);
  });

  test('a month of a fiscal year lies in the calendar year that the beginning of the fiscal one tells; a word that merely begins like a month is none', () => {
    expect([said('Apr FY26', null), said('Apr FY26', 4), said('Revenue Mar FY26', 4), said('FY26 Jan', 2), said('Jan FY2025/26', 7), said('Apr FY26', 1)]).toEqual(['FY2026-April | ', '2025-04 | ', '2026-03 | revenue', '2026-01 | ', '2026-01 | ', '2026-04 | ']);
    expect([said('Marketing 2025'), said('Margin FY25'), said('Septemb 2025'), said('Augustus 2025')]).toEqual(['2025 | marketing', '2025 | margin', '2025-09 | ', '2025-08 | ']);
  });

  test('the last day of a period is the last of its last month', () => {
    expect(['2024-02', '2025-Q1', '2025-H1', '2025', '2024-11..2025-01'].map((key) => { const period = periodOfKey(key); return period === null ? null : lastDayOf(period); })).toEqual(['2024-02-29', '2025-03-31', '2025-06-30', '2025-12-31', '2025-01-31']);
  });

  test('every period is read back from its key', () => {
    fc.assert(fc.property(fc.integer({ min: 2000 * 12, max: 2099 * 12 }), fc.constantFrom(1, 3, 6, 12), (from, months) => {
      expect(periodOfKey(periodKey({ from, months }))).toEqual({ from, months });
    }));
    expect(['', 'FY2025', '2025-13x', 'Q1'].map(periodOfKey)).toEqual([null, null, null, null]);
  });
});
