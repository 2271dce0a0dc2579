import type { Cell, Moment } from '../grid.ts';
import type { Leaf } from './columns.ts';
import { plainAmount } from '#shared/kernel/money.ts';

/** A value out of a cell; blank: the cell says nothing; unreadable: it says what this column cannot hold. */
type CellRead = { readonly value: unknown } | 'blank' | 'unreadable';

/**
 * Text as it may stand in any file and come back as it was: characters that files, readers or spreadsheet programs drop or change (control
 * characters but tab and line feed, halves of surrogate pairs, marks of byte order) are spelled `⟨U+0007⟩`, and so is the bracket itself.
 */
export function spelled(text: string): string {
  return plainlyFine.test(text) ? text : text.replace(unfit, (sign) => `⟨U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`);
}

function unspelled(text: string): string {
  return text.includes('⟨') ? text.replace(/⟨U\+([0-9A-F]{4})⟩/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
}

 
const plainlyFine = /^[\t\n\x20-\x7e\xa0-\u1fff]*$/;
 
const unfit = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff⟨]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The cell of a value under a column of its kind. Missing is an empty cell; text that is there but empty, where it could be missing, says so. */
export function cellOf({ kind, nullable }: Pick<Leaf, 'kind' | 'nullable'>, value: unknown): Cell {
  if (value === undefined || value === null) return null;
  switch (kind) {
    case 'number': case 'boolean': return value as number | boolean;
    // Spreadsheet programs keep 15 digits.
    case 'hundredths': return Math.abs(value as number) < 1e15 ? (value as number) / 100 : plainAmount(value as number);
    case 'date': return dated(value as string, value as string);
    case 'moment': return dated(value as string, `${value as string}:00`);
    case 'list': return (value as readonly string[]).length === 0 ? null : listText(value as readonly string[]);
    case 'text': return value === '' ? (nullable ? emptyMark : null) : spelled(value as string);
  }
}

/** The value that a cell holds under a column of this kind, whatever program has saved it since. */
export function valueIn(leaf: Leaf, cell: Cell | undefined): CellRead {
  if (cell === null || cell === undefined || cell === '') return 'blank';
  const read = readAs(leaf, cell);
  return typeof read === 'object' && !leaf.schema.safeParse(read.value).success ? 'unreadable' : read;
}

function readAs({ kind }: Leaf, cell: Exclude<Cell, null>): CellRead {
  const text = textIn(cell);
  switch (kind) {
    case 'number': return numberText.test(text) ? { value: Number(text) } : 'unreadable';
    case 'hundredths': return numberText.test(text) ? { value: hundredthsIn(text) } : 'unreadable';
    case 'boolean': return /^true$/i.test(text) ? { value: true } : /^false$/i.test(text) ? { value: false } : 'unreadable';
    case 'date': return { value: text.replace(/T00:00$/, '') };
    case 'moment': return { value: /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00` : text };
    case 'list': return listIn(text);
    case 'text': return { value: text === emptyMark ? '' : unspelled(text) };
  }
}

const emptyMark = '⟨empty⟩';
const numberText = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

function textIn(cell: Exclude<Cell, null>): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'object') return 'moment' in cell ? cell.moment : String(cell.amount);
  return typeof cell === 'boolean' ? String(cell) : String(cell);
}

function hundredthsIn(text: string): number {
  const [, sign = '', units = '', decimals = ''] = /^(-?)(\d+)(?:\.(\d\d?))?$/.exec(text) ?? [];
  return units === '' ? Math.round(Number(text) * 100) : Number(`${sign}${units}${decimals.padEnd(2, '0')}`);
}

/** Workbooks count days from 1900, which they take for a leap year; a day before its March, or one that no calendar has, is text. */
function dated(text: string, exact: string): Moment | string {
  const time = Date.parse(exact.length === 10 ? exact : `${exact}Z`);
  return text >= '1900-03-01' && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? { moment: text } : text;
}

/** Texts parted by semicolons as people write them; as a JSON list where one of them could be taken apart wrongly. */
function listText(texts: readonly string[]): string {
  const plain = texts.join('; ');
  const isSafe = texts.every((text) => text !== '' && text.trim() === text && !text.includes(';')) && !plain.startsWith('[') && plain !== emptyMark;
  return spelled(isSafe ? plain : JSON.stringify(texts));
}

function listIn(text: string): CellRead {
  const plain = unspelled(text);
  if (!plain.startsWith('[')) return { value: plain.split(';').map((part) => part.trim()).filter((part) => part !== '') };
  try {
    const texts: unknown = JSON.parse(plain);
    return Array.isArray(texts) && texts.every((each) => typeof each === 'string') ? { value: texts } : 'unreadable';
  } catch {
    return 'unreadable';
  }
}
