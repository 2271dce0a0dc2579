import { expect, test } from 'vitest';
import type { Column } from '#renderer/ui/data-table/column.ts';
import { linesOf, sumOf } from '#renderer/ui/data-table/lines.ts';

type Row = { id: string; city: string; fee: { hundredths: number; currency: string } | null };
const rows: Row[] = [{ id: 'a', city: 'Oslo', fee: { hundredths: 1000, currency: 'EUR' } }, { id: 'b', city: 'Lima', fee: { hundredths: 500, currency: 'USD' } }, { id: 'c', city: 'Oslo', fee: null }];
const city: Column<Row> = { id: 'city', title: 'City', kind: 'text', value: (row) => row.city };
const fee: Column<Row> = { id: 'fee', title: 'Fee', kind: 'money', value: (row) => row.fee };

test('grouping keeps the order of rows and a folded group shows its heading only', () => {
  const lines = linesOf(rows, (row) => row.id, city, new Set(['Lima']));
  expect(lines.map((line) => line.key)).toEqual(['group:Oslo', 'a', 'c', 'group:Lima']);
});

test('money of two currencies is never added together', () => {
  expect(sumOf(fee, rows)?.replaceAll('\u00a0', ' ')).toBe('EUR 10 + USD 5');
});

test('a column without one known number has no total, and unknown numbers count for nothing', () => {
  const seats: Column<number | null> = { id: 'seats', title: 'Seats', kind: 'number', value: (row) => row };
  expect([sumOf(seats, [null, null]), sumOf(seats, [3, null, 4])]).toEqual([null, '7']);
});
