import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import type { Instant } from '#shared/kernel/time.ts';
import type { Cell } from '../grid.ts';
import { columnLetters } from './column-letters.ts';

export type SheetColumn = { readonly header: string; readonly kind: 'text' | 'number' | 'date' | 'datetime' | 'percent' | 'money' };
export type SheetTable = { readonly name: string; readonly columns: readonly SheetColumn[]; readonly rows: readonly (readonly Cell[])[] };
export type WorkbookFacts = {
  /** Lines of the *Read me* sheet: what the file holds, the filters in force. */
  readonly readMe: readonly string[];
  readonly title: string;
  /** The clock of the host; the same tables at the same time give the same bytes. */
  readonly asOf: Instant;
};

/** An XLSX workbook with typed cells: dates are dates, money is a number with its currency, text is text and never a formula. */
export async function workbookBytes(tables: readonly SheetTable[], { readMe, title, asOf }: WorkbookFacts): Promise<Uint8Array> {
  const notes: WriteSheet = {
    name: 'Read me',
    columns: [{ width: 100 }],
    rows: [[title], [`As of ${asOf}`], ...readMe.map((line) => [line])],
  };
  const moment = new Date(asOf);
  const names = new Set(['read me', longSheet.toLowerCase()]);
  const long: string[][] = [];
  const sheets = tables.map((table) => sheetOf({ ...table, rows: table.rows.map((row) => row.map((cell) => (typeof cell === 'string' && cell.length > mostInCell ? continued(cell, table.name, long) : cell))) }, names));
  return writeXlsx({
    sheets: [...sheets, ...(long.length === 0 ? [] : [{ name: longSheet, columns: [{ width: 24 }, { width: 100 }], rows: long }]), notes],
    properties: { title, created: moment, modified: moment },
  });
}

function sheetOf({ name, columns, rows }: SheetTable, taken: Set<string>): WriteSheet {
  const lastColumn = columnLetters(Math.max(0, columns.length - 1));
  return {
    name: sheetName(name, taken),
    columns: columns.map(({ kind }, index) => ({ width: widthOf(columns, rows, index), ...(formats[kind] === null ? {} : { numFmt: formats[kind] }) })),
    rows: [columns.map(({ header }) => header), ...rows.map((row) => row.map(written))],
    cells: moneyFormats(rows),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${lastColumn}${rows.length + 1}` },
  };
}

const longSheet = 'Long texts';
/** What a cell of a workbook holds; spreadsheet programs call a file with a longer one damaged. */
const mostInCell = 32_767;

/** The beginning of a text, with the line of the sheet of long texts on which it goes on; nothing is cut. */
function continued(text: string, table: string, long: string[][]): string {
  const size = mostInCell - 200;
  for (let from = size; from < text.length; from += size) long.push([table.slice(0, 200), text.slice(from, from + size)]);
  return `${text.slice(0, size)} … (goes on in the sheet “${longSheet}”, line ${long.length - Math.ceil((text.length - size) / size) + 1})`;
}

const formats = { text: null, number: null, money: '#,##0.00', percent: '0.0%', date: 'yyyy-mm-dd', datetime: 'yyyy-mm-dd hh:mm' } as const;

function written(cell: Cell): string | number | boolean | Date | null {
  if (typeof cell === 'string') return asText(cell);
  if (cell === null || typeof cell !== 'object') return cell;
  return 'moment' in cell ? new Date(cell.moment.length === 10 ? cell.moment : `${cell.moment}Z`) : cell.amount;
}

/** Text as a cell takes it. Workbooks spell control characters `_x000D_` (ECMA-376 part 1, 22.9.2.19), so a text that reads like that needs its underscore spelled; and a text may be called as an error is. */
export function asText(text: string): string {
  const literal = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return /^#(VALUE!|REF!|N\/A|NAME\?|NULL!|DIV\/0!|NUM!|GETTING_DATA|SPILL!|CALC!)$/.test(literal) ? `_x0023_${literal.slice(1)}` : literal;
}

/** A workbook shows each amount with its own currency, whatever the column's other rows hold. */
function moneyFormats(rows: readonly (readonly Cell[])[]): NonNullable<WriteSheet['cells']> {
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  rows.forEach((row, rowIndex) => {
    row.forEach((cell, column) => {
      if (cell !== null && typeof cell === 'object' && 'amount' in cell) {
        cells.set(`${rowIndex + 1},${column}`, { value: cell.amount, style: { numFmt: `#,##0.00 "${cell.currency}"` } });
      }
    });
  });
  return cells;
}

/** Wide enough for the header and nine of ten cells, between 8 and 60 characters. */
function widthOf(columns: readonly SheetColumn[], rows: readonly (readonly Cell[])[], index: number): number {
  const lengths = rows.map((row) => { const cell = row[index]; return cell === null || cell === undefined ? 0 : typeof cell === 'object' ? 17 : String(cell).length; }).sort((a, b) => a - b);
  const common = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  return Math.min(60, Math.max(8, common + 2, (columns[index]?.header.length ?? 0) + 4));
}

/** Names of sheets are at most 31 characters, unique without regard to case, without `[]:*?/\`. */
function sheetName(name: string, taken: Set<string>): string {
  const plain = name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 28);
  let unique = plain;
  for (let count = 2; taken.has(unique.toLowerCase()); count++) unique = `${plain} ${count}`;
  taken.add(unique.toLowerCase());
  return unique;
}
