import type { Cell, GridRow } from '../grid.ts';
import { cellText } from '../grid.ts';
import { currencyOf } from '../recognise/currency.ts';
import { type DateOrder, dateStyleOf } from '../recognise/dates.ts';
import { type FieldKind, fieldsOf, type Kind } from '../recognise/kinds.ts';
import { type DecimalMark, decimalMarkOf, numberIn } from '../recognise/numbers.ts';
import type { Column } from '../recognise/recognise.ts';
import { flagWord, plainText } from '../recognise/text-values.ts';

/** How the numbers, dates and marks of one list are written. */
export type ListStyle = {
  readonly decimalMark: DecimalMark;
  readonly dateOrder: DateOrder;
  readonly undecidedDates: readonly string[];
  /** Fields of percentages written as 45 rather than 0.45. */
  readonly wholePercents: ReadonlySet<string>;
  /** Flag fields whose blank cells mean no: marked or left blank. */
  readonly marks: ReadonlySet<string>;
  /** The currency most cells of a field name. */
  readonly currency: ReadonlyMap<string, string>;
};

export function styleOf(kind: Kind, columns: readonly Column[], rows: readonly GridRow[], delimiter: string | null, asked: DateOrder | null): ListStyle {
  const specs = fieldsOf(kind);
  const columnsOf = (...wanted: FieldKind[]) => columns.filter(({ field }) => field !== null && wanted.includes(specs.get(field)?.kind ?? 'text')) as (Column & { field: string })[];
  const cellsOf = ({ index }: Column) => rows.map(({ cells }) => cells[index] ?? null);
  const texts = (wanted: readonly Column[]) => wanted.flatMap((column) => cellsOf(column).filter((cell) => typeof cell === 'string'));
  const decimalMark = decimalMarkOf(texts(columnsOf('money', 'amount', 'pct', 'dec'))) ?? (delimiter === ';' ? ',' : '.');
  const dated = columnsOf('date', 'moment', 'pday');
  const dates = dateStyleOf(texts(dated), asked);
  const undecidedDates = dates.undecided ? dated.filter((column) => dateStyleOf(texts([column]), null).undecided).map(({ field }) => field) : [];
  return {
    decimalMark,
    dateOrder: dates.order,
    undecidedDates,
    wholePercents: new Set(columnsOf('pct').filter((column) => areWholePercents(cellsOf(column), decimalMark)).map(({ field }) => field)),
    marks: marksAmong(columnsOf('flag').map((column) => ({ field: column.field, cells: cellsOf(column) }))),
    currency: currencies(columnsOf('money', 'amount').map((column) => ({ field: column.field, cells: cellsOf(column) })), decimalMark),
  };
}

/** Of the numbers without a percent sign, most are above one. */
function areWholePercents(cells: readonly Cell[], mark: DecimalMark): boolean {
  const plain = cells.flatMap((cell) => {
    const reading = typeof cell === 'number' ? { value: cell, percent: false } : numberIn(cellText(cell), mark);
    return reading === null || reading.percent || reading.value === 0 ? [] : [Math.abs(reading.value)];
  });
  return plain.filter((value) => value > 1).length * 2 > plain.length;
}

/** A flag column without any word for no is marked or left blank; an all-blank one is read like its neighbours. */
function marksAmong(columns: readonly { field: string; cells: readonly Cell[] }[]): ReadonlySet<string> {
  const words = columns.map(({ field, cells }) => ({ field, flags: cells.map((cell) => flagWord(plainText(cellText(cell)))) }));
  const denies = ({ flags }: { flags: readonly (boolean | undefined)[] }) => flags.includes(false);
  const marks = words.filter((column) => !denies(column) && column.flags.includes(true));
  const anyDenied = words.some(denies);
  return new Set([...marks, ...(marks.length > 0 && !anyDenied ? words.filter(({ flags }) => !flags.includes(true)) : [])].map(({ field }) => field));
}

/** Asked of every amount, and most name no currency: what the number is matters only for those that do. */
function currencyOfNumber(text: string, mark: DecimalMark): string | null {
  return currencyOf(text) === null ? null : (numberIn(text, mark)?.currency ?? null);
}

function currencies(columns: readonly { field: string; cells: readonly Cell[] }[], mark: DecimalMark): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { field, cells } of columns) {
    const counts = new Map<string, number>();
    for (const cell of cells) {
      const currency = typeof cell === 'object' && cell !== null && 'currency' in cell ? cell.currency : typeof cell === 'string' ? currencyOfNumber(cell, mark) : null;
      if (currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1);
    }
    const first = [...counts].sort((a, b) => b[1] - a[1])[0];
    if (first !== undefined) found.set(field, first[0]);
  }
  return found;
}
