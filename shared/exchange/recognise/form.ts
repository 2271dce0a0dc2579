import { type Cell, cellText, type Grid, type GridRow, isBlankCell, type Origin } from '../grid.ts';
import { headerKeys } from './header-line.ts';
import { isHeader } from './header-match.ts';
import { recognise, type Recognised } from './recognise.ts';

/**
 * A form that somebody filled in: the name of each field in one column and what is said of it beside it. One record of the list whose
 * columns are called so, with the cell that each value comes from; null where the grid is none.
 */
export function formIn({ sheet, rows }: Grid): Recognised | null {
  if (rows.length > longestForm) return null;
  const pairs = rows.flatMap(({ line, cells }) => {
    const [key, value, more] = cells.flatMap((cell, column) => (isBlankCell(cell) ? [] : [{ cell, column }]));
    return key === undefined || typeof key.cell !== 'string' || more !== undefined ? [] : [{ line, key: key.cell, value }];
  });
  const answered = pairs.filter(({ value }) => value !== undefined);
  if (answered.filter(({ key }) => headerKeys(key).some(isHeader)).length < fewestFields) return null;
  const line = answered[0]?.line ?? 1;
  const record: GridRow = { line, cells: answered.map(({ value }): Cell => value?.cell ?? null), origins: answered.map(({ line: at, value }): Origin | null => (value === undefined ? null : { line: at, column: value.column })) };
  return recognise({ sheet, rows: [{ line, cells: answered.map(({ key }) => cellText(key).replace(/\s*[:：*]+\s*$/u, '')) }, record] });
}

const longestForm = 80;
const fewestFields = 3;
