import type { LocalDate } from '#shared/kernel/time.ts';
import { formulaUnsafe } from '../csv/formula-safe.ts';
import { type Cell, cellText, type GridRow } from '../grid.ts';
import { currencyCode, currencyOf, mayMean, withoutCurrency } from '../recognise/currency.ts';
import { isOpenDate, slashed } from '../recognise/dates.ts';
import { type FieldSpec, type Kind, specOf } from '../recognise/kinds.ts';
import { isOpenNumber } from '../recognise/numbers.ts';
import type { Column } from '../recognise/recognise.ts';
import { emailAddress, isMissing, plainText } from '../recognise/text-values.ts';
import type { ListStyle } from './column-style.ts';
import { addReason, type Draft, type Places, rawOf } from './draft.ts';
import { namePartsOf } from './full-name.ts';
import { type CellReading, readCell } from './read-cell.ts';
import type { Value } from './reading.ts';

/** How the rows of one list are read. Lives only inside one reading. */
export type RowReader = {
  readonly cells: readonly CellReader[];
  readonly places: Places;
  /** Every field without a value: each record begins as a copy, which is cheaper than growing one field by field. */
  readonly blank: Readonly<Record<string, Value>>;
  readonly style: ListStyle;
  readonly summitDays: readonly LocalDate[];
  /** Written by our own export. */
  readonly own: boolean;
  /** Numbers that are days count from 1904. */
  readonly from1904: boolean;
};

type CellReader = { readonly index: number; readonly field: string; readonly spec: FieldSpec; /** The column beside it that says its currency. */ readonly currencyIndex: number | undefined; /** What a column's texts have read as: words, countries and days repeat from row to row. null: they hardly do. */ readonly seen: Map<string, CellReading> | null; /** Read as it stands, as half of all cells are: nothing is made but its text. */ readonly isPlain: boolean };

export function rowReader(kind: Kind, columns: readonly Column[], rest: Pick<RowReader, 'style' | 'summitDays' | 'own' | 'from1904'>): RowReader {
  const cells = columns.flatMap(({ index, field }): CellReader[] => {
    const spec = field === null ? undefined : specOf(kind, field);
    if (field === null || spec === undefined) return [];
    const currencyIndex = rest.style.currencyColumns.get(field);
    return [{ index, field, spec, currencyIndex, seen: repeating.has(spec.kind) && currencyIndex === undefined ? new Map<string, CellReading>() : null, isPlain: spec.kind === 'text' && !rest.own }];
  });
  return { ...rest, cells, places: new Map(cells.map(({ field, index }) => [field, index])), blank: Object.fromEntries(cells.map(({ field }) => [field, null])) };
}

/** A row with every cell in the normal form of its field, before the rules of its list look at it. */
export function draftOf(row: GridRow, reader: RowReader): Draft {
  const draft: Draft = { row, line: row.line, places: reader.places, values: { ...reader.blank }, reasons: [], links: {} };
  for (const column of reader.cells) {
    const cell = row.cells[column.index];
    if (column.isPlain) {
      const text = plainText(cellText(cell));
      draft.values[column.field] = isMissing(text) ? null : text;
      continue;
    }
    let reading = typeof cell === 'string' ? column.seen?.get(cell) : undefined;
    if (reading === undefined) {
      reading = cellOf(row, column, reader);
      if (typeof cell === 'string') column.seen?.set(cell, reading);
    }
    draft.values[column.field] = reading.value;
    if (reading.fault !== null) addReason(draft, 'flag', reading.fault, column.field);
  }
  splitAddress(draft);
  splitFullName(draft);
  return draft;
}

function cellOf(row: GridRow, { index, field, spec, currencyIndex }: CellReader, { style, summitDays, own, from1904 }: RowReader): CellReading {
  const cell = row.cells[index];
  const plain = own && typeof cell === 'string' ? formulaUnsafe(cell) : from1904 && typeof cell === 'number' && cell >= 1 && dated.has(spec.kind) ? cell + daysTo1904 : cell;
  const meant = currencyIndex === undefined ? plain : priced(plain, cellText(row.cells[currencyIndex]));
  return readCell(meant, plainText(cellText(meant)), field, spec, style, summitDays);
}

const repeating: ReadonlySet<FieldSpec['kind']> = new Set(['word', 'country', 'flag', 'currency', 'date', 'pday', 'time', 'moment', 'ivals', 'pct', 'int', 'dec']);
const dated: ReadonlySet<FieldSpec['kind']> = new Set(['date', 'moment', 'pday']);
/** From 1899-12-30 to 1904-01-01. */
const daysTo1904 = 1462;

/** Cells that show a question about the style, in the words of the file: up to three a field. */
export function samplesOf(drafts: readonly Draft[], { undecidedDates, undecidedNumbers, dottedMonths }: ListStyle): Record<string, string[]> {
  const asked = [...undecidedDates.map((field) => ({ field, isOpen: dottedMonths.has(field) ? (text: string) => isOpenDate(slashed(text)) : isOpenDate })), ...undecidedNumbers.map((field) => ({ field, isOpen: isOpenNumber }))];
  return Object.fromEntries(asked.map(({ field, isOpen }) => [field, [...new Set(drafts.flatMap((draft) => { const text = rawOf(draft, field); return text !== undefined && isOpen(text) ? [text] : []; }))].slice(0, 3)]));
}

/** An amount with the currency that a column beside it says. */
function priced(cell: Cell | undefined, said: string): Cell | undefined {
  const currency = currencyCode(said);
  if (currency === null) return cell;
  if (typeof cell === 'number') return { amount: cell, currency };
  if (typeof cell !== 'string' || isMissing(plainText(cell))) return cell;
  return mayMean(cell, currency) ? `${withoutCurrency(cell)} ${currency}` : currencyOf(cell) !== null ? cell : `${cell} ${currency}`;
}

/** A column of whole names may hold the address beside the name: `Ana Li <ana@acme.example>`. One that has a column of its own stays as that says it. */
function splitAddress(draft: Draft): void {
  const full = draft.values['full_name'];
  if (typeof full !== 'string' || !full.includes('@')) return;
  const [first, second] = full.match(addresses) ?? [];
  const found = first === undefined ? null : emailAddress(first);
  if (found === null) return;
  draft.values['full_name'] = plainText(full.replace(addresses, ' ').replace(/[<>()[\]]|mailto:/gi, ' ').replace(/^[\s;,|-]+|[\s;,|-]+$/g, '')) || null;
  if (draft.places.has('email') && rawOf(draft, 'email') !== '') return;
  draft.values['email'] = found.email;
  if (second !== undefined) addReason(draft, 'flag', 'TWO_EMAILS', 'full_name');
}

const addresses = /[^\s<>()[\];,|:]+@[^\s<>()[\];,|]+/g;

/** A column of whole names fills those of given and family names. */
function splitFullName({ values }: Draft): void {
  if (!('full_name' in values)) return;
  const full = values['full_name'];
  delete values['full_name'];
  if (typeof full !== 'string' || typeof values['last'] === 'string' || typeof values['first'] === 'string') return;
  const { first, last } = namePartsOf(full);
  values['first'] = first;
  values['last'] = last;
}
