/** A wall-clock moment of a typed cell: `2027-03-23T09:30`, or a day `2027-03-23`; a time without a day carries the day `1899-12-31`. */
export type Moment = { readonly moment: string };
/** A number whose cell format names a currency. */
export type Priced = { readonly amount: number; readonly currency: string };
/** One cell as the file types it. CSV cells are always text; null is an empty cell of a workbook. */
export type Cell = string | number | boolean | Moment | Priced | null;

/** One record with the 1-based physical line of its first character (CSV) or its sheet row (XLSX). */
export type GridRow = {
  readonly line: number;
  readonly cells: readonly Cell[];
  /** Where each cell stands in the file, of a row that was taken out of a table of two directions; null: nowhere. */
  readonly origins?: readonly (Origin | null)[];
};
/** A cell by its physical line or sheet row and its column, counted from 0. */
export type Origin = { readonly line: number; readonly column: number };
export type Grid = { readonly sheet: string | null; readonly rows: readonly GridRow[] };

export type Encoding = 'utf-8' | 'utf-8-sig' | 'utf-16le' | 'utf-16be' | 'cp1252' | 'cp1250' | 'cp1251' | 'cp1253' | 'cp1254' | 'cp1255' | 'cp1256' | 'shift-jis' | 'cp949' | 'gb18030' | 'big5';

/** A file whose cells can be looked at, before anyone decided what they mean. */
export type OpenedFile = {
  readonly name: string;
  readonly format: 'csv' | 'xlsx';
  /** null for a workbook. */
  readonly encoding: Encoding | null;
  /** Nothing but ASCII: the bytes read alike in UTF-8 and Windows-1252, so the other files of the folder decide the name. */
  readonly plainAscii: boolean;
  readonly delimiter: string | null;
  /** Numbers that are days count from 1904 rather than 1900 (ECMA-376 part 1, 18.17.4.1). */
  readonly from1904: boolean;
  readonly grids: readonly Grid[];
  /** Sheets the workbook hides: named to the planner, not read. */
  readonly hiddenSheets: readonly string[];
};

export type SourceFile = { readonly name: string; readonly bytes: Uint8Array };

/** The text a cell shows, as far as the file tells. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'object') return 'moment' in cell ? cell.moment : `${cell.amount} ${cell.currency}`;
  return typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : String(cell);
}

export function isBlankCell(cell: Cell | undefined): boolean {
  // Most cells begin with a letter or a digit, which is cheaper to see than to test.
  return cell === null || cell === undefined || cell === '' || (typeof cell === 'string' && !(cell.charCodeAt(0) > 32 && cell.charCodeAt(0) < 127) && blank.test(cell));
}

const blank = /^[\s\u00A0\u200B-\u200D\u2060\uFEFF]*$/;
