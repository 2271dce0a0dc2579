import { describe, expect, test } from 'vitest';
import { spreadOver } from '#renderer/ui/data-table/spread.ts';
import type { ShownColumn } from '#renderer/ui/data-table/use-rows.ts';

type Row = { readonly id: string };
const column = (id: string, kind: 'text' | 'number', width: number): ShownColumn<Row> => ({ column: { id, title: id, kind, value: (row) => row.id }, width, align: 'start' });
const widths = (windowWidth: number, columns: readonly ShownColumn<Row>[], set: readonly string[] = []) => spreadOver(windowWidth, columns, (id) => !set.includes(id), 40).map(({ width }) => width);

describe('the widths of columns', () => {
  const table = [column('name', 'text', 300), column('note', 'text', 300), column('revenue', 'number', 200)];
  test('stay as they are where the window has nothing to spare', () => {
    expect(widths(1024, table)).toEqual([300, 300, 200]);
  });
  test('words share what a wide window leaves beside an inspector, open or not', () => {
    expect(widths(1920, table)).toEqual([496, 496, 200]);
  });
  test('a table too wide for that has the whole place', () => {
    expect(widths(1920, [...table, column('more', 'number', 500)])).toEqual([466, 466, 200, 500]);
  });
  test('no column stands further from the next than three quarters of its width', () => {
    expect(widths(4000, table)).toEqual([525, 525, 200]);
  });
  test('a width that somebody set stays', () => {
    expect(widths(1920, table, ['name'])).toEqual([300, 525, 200]);
  });
});
