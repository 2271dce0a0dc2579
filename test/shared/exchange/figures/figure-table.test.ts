import { describe, expect, test } from 'vitest';
import { withFigures } from '#shared/exchange/figures/figure-table.ts';
import type { Cell } from '#shared/exchange/grid.ts';

/** What the columns of a grid are, or nothing where it is no list of figures. */
function columns(lines: readonly (readonly Cell[])[], file = 'report', fiscalStart: number | null = 1): (string | null)[][] {
  return withFigures(null, { sheet: null, rows: lines.map((cells, index) => ({ line: index + 1, cells })) }, file, fiscalStart).map((list) => list.columns.map(({ field }) => field));
}

describe('a grid is a list of figures', () => {
  test('where real dates of a spreadsheet stand above its columns, or years as numbers', () => {
    const january: Cell = { moment: '2025-01-01T00:00' };
    expect(columns([['Partner', january, { moment: '2025-02-28T00:00' }], ['Acme', 1, 2]], 'bookings')).toEqual([['account_name', 'bookings 2025-01', 'bookings 2025-02']]);
    expect(columns([['Revenue', null, null], ['Partner', 2024, 2025], ['Acme', 1, 2]])).toEqual([['account_name', 'revenue 2024', 'revenue 2025']]);
  });

  test('below title lines, with what it cannot use left out', () => {
    expect(columns([['Filter: all'], [], ['Partner', 'Owner', 'Period', 'Revenue', 'Bookings', 'Target'], ['Acme', 'Jo', 'Q1 2025', 1, 2, 3]])).toEqual([['account_name', null, 'period', 'revenue', null, null]]);
    expect(columns([['Partner', 'Pipeline', 'Pipeline Q1 2025', 'Month', 'Certified reps'], ['Acme', 1, 2, 'x', 3]])).toEqual([['account_name', null, 'pipeline 2025-Q1', null, 'certified_people']]);
  });

  test('with a fiscal period kept as written until its year is known', () => {
    expect([columns([['Partner', 'ARR FY25'], ['Acme', 1]], '', null), columns([['Partner', 'ARR FY25'], ['Acme', 1]], '', 10)]).toEqual([[['account_name', 'arr FY2025']], [['account_name', 'arr 2024-10..2025-09']]]);
  });
});

test('headers without a year are of the one that a title, the sheet or the file is about, and of none where that is said of something else', () => {
  const quarters = [['Partner', 'Q1', 'Q2', 'Gesamt'], ['Acme', 1, 2, 3]];
  const dated = [['account_name', 'revenue 2026-Q1', 'revenue 2026-Q2', null]];
  expect([columns(quarters, 'Umsatz 2026.csv'), columns([['Revenue 2026 (TEUR)'], [], ...quarters], 'revenue'), columns([['2026'], [], ...quarters], 'revenue')]).toEqual([dated, dated, dated]);
  expect(columns([['Partner', 'Revenue Jan', 'Revenue fév', 'Certified reps März'], ['Acme', 1, 2, 3]], '2026')).toEqual([['account_name', 'revenue 2026-01', 'revenue 2026-02', 'certified_people 2026-03']]);
  expect(columns([['Partner', 'Q1', 'Q2'], ['Acme', 1, 2]], 'Revenue FY26', 4)).toEqual([['account_name', 'revenue 2025-Q2', 'revenue 2025-Q3']]);
  expect(columns([['Partner', 'Mar', 'Apr'], ['Acme', 1, 2]], 'Revenue FY26', 4)).toEqual([['account_name', 'revenue 2026-03', 'revenue 2025-04']]);
  expect([columns(quarters, 'Partner Summit 2027 revenue'), columns(quarters, 'Revenue plan 2026')]).toEqual([[], []]);
});

test('a grid without whose, of when or how much is none', () => {
  expect([
    columns([['Region', 'Revenue Q1 2025'], ['EMEA', 1]]), columns([['Partner', 'Revenue'], ['Acme', 1]]), columns([['Partner', 'Q1 2025'], ['Acme', 1]]), columns([['Partner', 'Period', 'Revenue'], ['Acme', 'often', 1], ['Bolt', 'never', 2]]),
    // Two columns of one quarter contradict each other.
    columns([['Partner', 'Revenue Q1 2025', 'Revenue Q1 2025'], ['Acme', 1, 2]]),
  ]).toEqual([[], [], [], [], []]);
});
