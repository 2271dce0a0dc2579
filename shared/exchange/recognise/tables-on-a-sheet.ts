import { type Cell, cellText, type Grid, type GridRow, isBlankCell } from '../grid.ts';
import { headerKeys } from './header-line.ts';
import { isHeader } from './header-match.ts';
import { recognise, type Recognised } from './recognise.ts';

/**
 * The tables of a sheet that holds several, each with its cells where they stand: below each other, every one with a header of its own
 * behind a blank line or a title, or beside each other with an empty column between. A grid that holds one is returned itself; two tables
 * beside each other are told apart only where each is another list and the two together say more than the whole read as one.
 */
export function tablesOn(grid: Grid): Grid[] {
  return below(grid).flatMap(beside);
}

function below(grid: Grid): Grid[] {
  const starts = startsIn(grid.rows);
  if (starts.length === 0) return [grid];
  const bounds = [0, ...starts, grid.rows.length];
  const parts = bounds.slice(1).map((until, index) => ({ ...grid, rows: grid.rows.slice(bounds[index], until) }));
  // Titles stay with the table below them, and what no list can be made of with the one above.
  const tables: Grid[] = [];
  for (const part of parts) {
    const above = tables.at(-1);
    if (above === undefined || (isSure(recognise(above)) && isSure(recognise(part)))) tables.push(part);
    else tables[tables.length - 1] = { ...above, rows: [...above.rows, ...part.rows] };
  }
  return tables.length < 2 ? [grid] : tables;
}

/** Where a further table begins: at the blank line or the title before a header that is another than the one above. */
function startsIn(rows: readonly GridRow[]): number[] {
  const starts: number[] = [];
  let header = '';
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at];
    if (row === undefined || (at > 0 && filled(rows[at - 1]) > 1) || filled(row) < fewestHeaders || !isHeaderRow(row)) continue;
    const key = row.cells.map((cell) => cellText(cell).trim()).join('\n');
    let from = at;
    while (from > 0 && filled(rows[from - 1]) === 1) from--;
    if (key !== header && from > 1 && filled(rows[from - 1]) === 0) starts.push(from);
    header = key;
  }
  return starts;
}

/** As many cells as tell one from two. */
function filled(row: GridRow | undefined): number {
  let count = 0;
  const cells = row?.cells ?? [];
  for (let index = 0; index < cells.length && count < fewestHeaders; index++) if (!isBlankCell(cells[index])) count++;
  return count;
}

const fewestHeaders = 3;

function isHeaderRow({ cells }: GridRow): boolean {
  const written = cells.filter((cell) => !isBlankCell(cell));
  return written.every((cell) => typeof cell === 'string' && cell.length <= longestHeader) && written.filter((cell) => headerKeys(cellText(cell)).some(isHeader)).length * 10 >= written.length * 6;
}

const longestHeader = 60;

function beside(grid: Grid): Grid[] {
  const gap = gapIn(grid.rows);
  if (gap === null) return [grid];
  const parts = [keeping(grid, (index) => index < gap), keeping(grid, (index) => index > gap)] as const;
  const [left, right] = parts.map(recognise);
  if (!isSure(left) || !isSure(right) || left.kind === right.kind) return [grid];
  const whole = recognise(grid);
  return whole !== null && known(whole) >= known(left) + known(right) ? [grid] : [parts[0], ...beside(parts[1])];
}

function isSure(table: Recognised | null | undefined): table is Recognised {
  return table !== null && table !== undefined && table.confidence >= sure;
}

const sure = 0.8;

function known({ columns }: Recognised): number {
  return columns.filter(({ field }) => field !== null).length;
}

/** The first empty column with at least two columns on either side of it that are not. */
function gapIn(rows: readonly GridRow[]): number | null {
  // Few sheets have such a column in their first rows, and only those are looked through.
  if (rows.length > fewRows && gapIn(rows.slice(0, fewRows)) === null) return null;
  const used: boolean[] = [];
  for (const { cells } of rows) for (let index = 0; index < cells.length; index++) if (used[index] !== true && !isBlankCell(cells[index])) used[index] = true;
  const filledIn = (from: number, until: number) => { let count = 0; for (let index = from; index < until; index++) if (used[index] === true) count++; return count; };
  const first = used.findIndex((one) => one);
  for (let index = first + 1; first >= 0 && index < used.length; index++) if (used[index] !== true && filledIn(0, index) > 1 && filledIn(index, used.length) > 1) return index;
  return null;
}

const fewRows = 60;

/** The grid with every other column blank. */
function keeping(grid: Grid, keeps: (index: number) => boolean): Grid {
  return { ...grid, rows: grid.rows.map((row) => ({ ...row, cells: row.cells.map((cell, index): Cell => (keeps(index) ? cell : null)) })) };
}
