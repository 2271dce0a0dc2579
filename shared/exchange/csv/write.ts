import type { Cell } from '../grid.ts';
import { cellText } from '../grid.ts';
import { formulaSafe } from './formula-safe.ts';

/** A CSV file (or, between tabs, a TSV file) that spreadsheet programs open rightly: RFC 4180 with CRLF, UTF-8 with byte order mark, text safe from being run as a formula. */
export function csvBytes(rows: readonly (readonly Cell[])[], delimiter: ',' | '\t' = ','): Uint8Array<ArrayBuffer> {
  const text = rows.map((row) => row.map(csvCell).join(delimiter)).join('\r\n');
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}

function csvCell(cell: Cell): string {
  const text = typeof cell === 'string' ? formulaSafe(cell) : plainCell(cell);
  return /[",\t\r\n]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** An amount has two decimals before its currency. */
function plainCell(cell: Cell): string {
  if (cell !== null && typeof cell === 'object') return 'moment' in cell ? cell.moment : `${cell.amount.toFixed(2)} ${cell.currency}`;
  return cellText(cell);
}
