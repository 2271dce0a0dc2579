import { byName } from '#shared/kernel/name-order.ts';
import { folded } from '#shared/kernel/text.ts';
import { cellText } from './cell-text.ts';
import type { CellValue, Column } from './column.ts';
import type { ColumnFilter } from './table-view.ts';

/** Whether a row's cell passes the column's filter. An empty cell passes `among` only when `''` is among the values. */
export function passes<Row>(column: Column<Row>, row: Row, filter: ColumnFilter): boolean {
  const value = column.value(row);
  switch (filter.kind) {
    case 'contains': return folded(cellText(column, row)).includes(folded(filter.text));
    case 'among': return filter.values.includes(String(value ?? ''));
    case 'between': {
      const amount = magnitude(value);
      return typeof amount === 'number' && (filter.from === null || amount >= filter.from) && (filter.to === null || amount <= filter.to);
    }
    case 'dates': return typeof value === 'string' && (filter.from === null || value >= filter.from) && (filter.to === null || value.slice(0, 10) <= filter.to);
  }
}

/** Every word of the quick filter occurs somewhere in the row, accents and case ignored. */
export function hasWords<Row>(columns: readonly Column<Row>[], row: Row, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const line = folded(columns.map((column) => cellText(column, row)).join('\n'));
  return words.every((word) => line.includes(word));
}

export function quickWords(text: string): readonly string[] {
  return folded(text).split(' ').filter(Boolean);
}

/** Ascending order of two cells of one column; the empty come last whatever the direction, by the caller. */
export function compareCells(kind: Column<never>['kind'], a: CellValue, b: CellValue): number {
  if (kind === 'money' && typeof a === 'object' && typeof b === 'object' && a && b && a.currency !== b.currency) return a.currency < b.currency ? -1 : 1;
  const [left, right] = [magnitude(a), magnitude(b)];
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return byName(String(left), String(right));
}

function magnitude(value: CellValue): number | string | null {
  if (typeof value === 'object' && value !== null) return value.hundredths / 100;
  return typeof value === 'boolean' ? Number(value) : value;
}
