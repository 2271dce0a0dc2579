import type { LocalDate } from '#shared/kernel/time.ts';
import { formulaUnsafe } from '../csv/formula-safe.ts';
import { type Cell, cellText, type GridRow } from '../grid.ts';
import { currencyCode, currencyOf } from '../recognise/currency.ts';
import { isOpenDate } from '../recognise/dates.ts';
import type { FieldSpec } from '../recognise/kinds.ts';
import { isOpenNumber } from '../recognise/numbers.ts';
import type { Column } from '../recognise/recognise.ts';
import { isMissing, plainText } from '../recognise/text-values.ts';
import type { ListStyle } from './column-style.ts';
import { addReason, type Draft } from './draft.ts';
import { readCell } from './read-cell.ts';

/** How the rows of one list are read. */
export type RowReader = {
  readonly specs: ReadonlyMap<string, FieldSpec>;
  readonly columns: readonly Column[];
  readonly style: ListStyle;
  readonly summitDays: readonly LocalDate[];
  /** Written by our own export. */
  readonly own: boolean;
  /** Numbers that are days count from 1904. */
  readonly from1904: boolean;
};

/** A row with every cell in the normal form of its field, before the rules of its list look at it. */
export function draftOf(row: GridRow, { specs, columns, style, summitDays, own, from1904 }: RowReader): Draft {
  const raw = new Map<string, string>();
  const draft: Draft = { row, line: row.line, raw, values: new Map(), reasons: [], links: {} };
  for (const { index, field } of columns) {
    if (field === null) continue;
    const cell = row.cells[index];
    const text = plainText(cellText(cell));
    raw.set(field, text);
    const spec = specs.get(field);
    if (spec === undefined) continue;
    const plain = own && typeof cell === 'string' ? formulaUnsafe(cell) : from1904 && typeof cell === 'number' && cell >= 1 && dated.has(spec.kind) ? cell + daysTo1904 : cell;
    const paired = style.currencyColumns.get(field);
    const meant = paired === undefined ? plain : priced(plain, cellText(row.cells[paired]));
    const { value, fault } = readCell(meant, meant === cell ? text : plainText(cellText(meant)), field, spec, style, summitDays);
    draft.values.set(field, value);
    if (fault !== null) addReason(draft, 'flag', fault, field);
  }
  splitFullName(draft);
  return draft;
}

const dated: ReadonlySet<FieldSpec['kind']> = new Set(['date', 'moment', 'pday']);
/** From 1899-12-30 to 1904-01-01. */
const daysTo1904 = 1462;

/** Cells that show a question about the style, in the words of the file: up to three a field. */
export function samplesOf(drafts: readonly Draft[], { undecidedDates, undecidedNumbers }: ListStyle): Record<string, string[]> {
  const asked = [...undecidedDates.map((field) => ({ field, isOpen: isOpenDate })), ...undecidedNumbers.map((field) => ({ field, isOpen: isOpenNumber }))];
  return Object.fromEntries(asked.map(({ field, isOpen }) => [field, [...new Set(drafts.flatMap(({ raw }) => { const text = raw.get(field); return text !== undefined && isOpen(text) ? [text] : []; }))].slice(0, 3)]));
}

/** An amount with the currency that a column beside it says. */
function priced(cell: Cell | undefined, said: string): Cell | undefined {
  const currency = currencyCode(said);
  if (currency === null) return cell;
  if (typeof cell === 'number') return { amount: cell, currency };
  return typeof cell !== 'string' || isMissing(plainText(cell)) || currencyOf(cell) !== null ? cell : `${cell} ${currency}`;
}

/** `Li, Ana` and `Ana Li`: what stands last is the family name. */
function splitFullName({ values }: Draft): void {
  const full = values.get('full_name');
  values.delete('full_name');
  if (typeof full !== 'string' || typeof values.get('last') === 'string' || typeof values.get('first') === 'string') return;
  const [last, first] = full.includes(',') ? full.split(/\s*,\s*/) : [/\S+$/.exec(full)?.[0], full.replace(/\s*\S+$/, '')];
  values.set('first', first === undefined || first === '' ? null : first);
  values.set('last', last ?? null);
}
