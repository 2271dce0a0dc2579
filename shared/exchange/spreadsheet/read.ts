import { readXlsx, type Sheet, type Workbook } from 'hucre/xlsx';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Cell, Grid, OpenedFile, SourceFile } from '../grid.ts';
import { type FileProblem, fileProblem, limits } from '../problem.ts';
import { currencyOf } from '../recognise/currency.ts';
import { contained } from './contain.ts';

/** An XLSX workbook as grids of typed cells, one a visible sheet. Hidden sheets are named, not read. Formulas count as their stored result. */
export async function readWorkbook({ name, bytes }: SourceFile): Promise<Result<OpenedFile, FileProblem>> {
  const safe = contained(name, bytes);
  if (!safe.ok) return safe;
  let book: Workbook;
  try {
    book = await readXlsx(safe.value, { readStyles: true, maxRows: limits.rows + 1 });
  } catch {
    return err(fileProblem('not-a-workbook', name));
  }
  const { sheets } = book;
  const isHidden = ({ hidden, veryHidden }: Sheet) => hidden === true || veryHidden === true;
  const grids: Grid[] = [];
  for (const sheet of sheets.filter((candidate) => !isHidden(candidate))) {
    const refused = refusedSheet(name, sheet);
    if (refused !== null) return err(refused);
    grids.push(gridOf(sheet));
  }
  const hiddenSheets = sheets.filter(isHidden).map((sheet) => sheet.name);
  return ok({ name, format: 'xlsx', encoding: null, plainAscii: false, delimiter: null, from1904: book.dateSystem === '1904', grids, hiddenSheets });
}

function refusedSheet(file: string, { name: sheet, rows }: Sheet): FileProblem | null {
  if (rows.length > limits.rows) return fileProblem('too-many-rows', file, { sheet, found: rows.length, limit: limits.rows });
  for (const [row, cells] of rows.entries()) {
    const line = row + 1;
    if (cells.length > limits.columns && cells.slice(limits.columns).some((cell) => cell !== null)) return fileProblem('too-many-columns', file, { sheet, line, found: cells.length, limit: limits.columns });
    for (const [column, cell] of cells.entries()) {
      if (typeof cell === 'string' && cell.length > limits.cellCharacters) return fileProblem('cell-too-long', file, { sheet, line, column: column + 1, found: cell.length, limit: limits.cellCharacters });
    }
  }
  return null;
}

function gridOf({ name, rows, cells, merges }: Sheet): Grid {
  const typed: Cell[][] = rows.map((row, rowIndex) => row.slice(0, limits.columns).map((value, column): Cell => {
    // A moment is a fraction of a day, and 09:30 comes out a hair before or after the minute.
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : { moment: new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().slice(0, 16) };
    if (typeof value !== 'number') return value;
    const currency = currencyOf((cells?.get(`${rowIndex},${column}`)?.style?.numFmt ?? '').split(';')[0] ?? '');
    return currency === null ? value : { amount: value, currency };
  }));
  // A value merged down a column belongs to every row it spans; merged across it is a title and stays one cell.
  for (const { startRow, endRow, startCol, endCol } of merges ?? []) {
    if (startCol !== endCol) continue;
    for (let row = startRow + 1; row <= Math.min(endRow, typed.length - 1); row++) {
      const cellsOfRow = typed[row];
      if (cellsOfRow !== undefined) cellsOfRow[startCol] = typed[startRow]?.[startCol] ?? null;
    }
  }
  return { sheet: name, rows: typed.map((row, index) => ({ line: index + 1, cells: row })) };
}
