import { type Cell, cellText, type GridRow, isBlankCell } from '../grid.ts';
import type { Recognised } from './recognise.ts';
import { plainText } from './text-values.ts';

/**
 * Grouped reports say a value once, with how many records follow, and leave its column blank below: `Gold (2)` stands for the next two rows.
 * The rows with that value in each of them; the line that heads a group stays as it is. A list without such lines is returned itself.
 */
export function withGroups(list: Recognised): Recognised {
  const open = new Map<number, { readonly value: string; left: number }>();
  let found = false;
  const rows = list.rows.map((row): GridRow => {
    const heading = headingIn(row);
    if (heading !== null && list.columns[heading.column]?.field !== undefined && list.columns[heading.column]?.field !== null) {
      open.set(heading.column, { value: heading.value, left: heading.count });
      found = true;
      return row;
    }
    if (open.size === 0 || heading !== null) return row;
    const cells: Cell[] = [...row.cells];
    for (const [column, group] of open) {
      if (!isBlankCell(cells[column]) || row.cells.every(isBlankCell)) continue;
      cells[column] = group.value;
      if (--group.left === 0) open.delete(column);
    }
    return { ...row, cells };
  });
  return found ? { ...list, rows } : list;
}

function headingIn({ cells }: GridRow): { readonly column: number; readonly value: string; readonly count: number } | null {
  const column = cells.findIndex((cell) => !isBlankCell(cell));
  if (column < 0 || typeof cells[column] !== 'string' || cells.some((cell, index) => index > column && !isBlankCell(cell))) return null;
  const [, value = '', count = ''] = /^(.+?)\s*\((\d{1,5})(?: \p{L}+)?\)$/u.exec(plainText(cellText(cells[column]))) ?? [];
  return Number(count) > 0 && value !== '' ? { column, value, count: Number(count) } : null;
}
