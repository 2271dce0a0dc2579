import { folded } from '#shared/kernel/text.ts';
import type { Cell, GridRow } from '../grid.ts';
import { cellText } from '../grid.ts';
import { currencyCode, currencyOf, mayMean } from '../recognise/currency.ts';
import { areYearFirst, type DateOrder, hasDottedMonths, orderVotes } from '../recognise/dates.ts';
import { type FieldKind, type FieldSpec, type Kind, specOf } from '../recognise/kinds.ts';
import { type DecimalMark, decimalMarkOf, markVotes, numberIn } from '../recognise/numbers.ts';
import type { Column } from '../recognise/recognise.ts';
import { type FlagSigns, flagSigns, flagWord, isMissing, plainText } from '../recognise/text-values.ts';
import { outOfAll, outOfHeader } from '../recognise/out-of.ts';
import { unitIn } from '../recognise/unit.ts';

/** How the numbers, dates and marks of one list are written, column by column. */
export type ListStyle = {
  readonly decimalMark: (field: string) => DecimalMark;
  readonly dateOrder: (field: string) => DateOrder;
  /** Fields of days such as `26-03-12`, whose first number is the year. */
  readonly yearFirst: ReadonlySet<string>;
  /** Fields of days with dots of which some can only begin with the month: their order is that of slashes. */
  readonly dottedMonths: ReadonlySet<string>;
  /** What the cells prove or an answer says of the list as a whole; null where nothing tells. */
  readonly written: { readonly dateOrder: DateOrder | null; readonly decimalMark: DecimalMark | null };
  /** Fields whose day and month cannot be told apart, and nobody has said yet. */
  readonly undecidedDates: readonly string[];
  /** Fields with numbers that are a thousand by one style and one and a bit by the other, and nobody has said yet. */
  readonly undecidedNumbers: readonly string[];
  /** Fields of percentages written as 45 rather than 0.45. */
  readonly wholePercents: ReadonlySet<string>;
  /** Flag fields whose blank cells mean no: marked or left blank. */
  readonly marks: ReadonlySet<string>;
  /** What circles and crosses say in a flag field. */
  readonly signs: ReadonlyMap<string, FlagSigns>;
  /** The currency of a field's cells. */
  readonly currency: ReadonlyMap<string, string>;
  /** Where a column of its own says the currency of a field's cells: its index. */
  readonly currencyColumns: ReadonlyMap<string, number>;
  /** What the header says to multiply a field's numbers by. */
  readonly scale: ReadonlyMap<string, number>;
  /** Out of how many the numbers of a field with a range are, where its header or its cells say another number than the top of that range. */
  readonly outOf: ReadonlyMap<string, { readonly of: number; /** Also those that do not say so themselves. */ readonly all: boolean }>;
};

export type StyleAnswers = { readonly dateOrder?: DateOrder; readonly decimalMark?: DecimalMark; readonly currency?: string };

/** `folderMark` is what the other lists of the folder prove, since one office writes its numbers in one way. */
export function styleOf(kind: Kind, columns: readonly Column[], rows: readonly GridRow[], answers: StyleAnswers, folderMark: () => DecimalMark | null): ListStyle {
  const { columnsOf, cellsOf, texts } = columnReader(kind, columns, rows);
  const decided = decide(columnsOf('money', 'amount', 'pct', 'dec'), (column) => { const { points, commas, open } = markVotes(texts(column)); return { one: points, other: commas, open }; }, { one: '.', other: ',' } as const, () => answers.decimalMark ?? folderMark());
  const dated = decide(columnsOf('date', 'moment', 'pday'), (column) => { const { dayFirst, monthFirst, open } = orderVotes(texts(column)); return { one: dayFirst, other: monthFirst, open }; }, { one: 'dmy', other: 'mdy' } as const, () => answers.dateOrder ?? null);
  const decimalMark = (field: string) => decided.of.get(field) ?? decided.usual ?? '.';
  const priced = columnsOf('money', 'amount').map((column) => ({ field: column.field, header: column.header, cells: cellsOf(column), mark: decimalMark(column.field) }));
  const currencyColumns = pairedCurrencies(kind, columns, priced);
  const flags = columnsOf('flag').map((column) => { const texts = new Set(cellsOf(column).map((cell) => plainText(cellText(cell)))); return { field: column.field, texts, signs: flagSigns(texts) }; });
  return {
    decimalMark,
    dateOrder: (field) => dated.of.get(field) ?? dated.usual ?? 'dmy',
    yearFirst: new Set(columnsOf('date').filter((column) => areYearFirst(texts(column))).map(({ field }) => field)),
    dottedMonths: new Set(columnsOf('date', 'moment', 'pday').filter((column) => hasDottedMonths(texts(column))).map(({ field }) => field)),
    written: { dateOrder: dated.usual, decimalMark: decided.usual },
    undecidedDates: dated.undecided,
    undecidedNumbers: decided.undecided,
    wholePercents: new Set(columnsOf('pct').filter((column) => areWholePercents(cellsOf(column), decimalMark(column.field))).map(({ field }) => field)),
    marks: marksAmong(flags),
    signs: new Map(flags.map(({ field, signs }) => [field, signs])),
    currency: currencies(priced.map((column) => { const said = saidBeside(rows, currencyColumns.get(column.field)); return { ...column, said, meant: unitIn(column.header).currency ?? said[0] ?? answers.currency ?? null }; })),
    currencyColumns,
    scale: new Map(priced.flatMap(({ field, header }) => { const { scale } = unitIn(header); return scale === 1 ? [] : [[field, scale] as const]; })),
    outOf: new Map(columnsOf('dec', 'int').flatMap((column) => {
      if (!Number.isFinite(specOf(kind, column.field)?.range?.[1] ?? Number.NaN)) return [];
      const said = outOfHeader(column.header);
      const of = said ?? (texts(column).some((text) => text.includes('/')) ? outOfAll(texts(column).map(plainText).filter((text) => !isMissing(text))) : null);
      return of === null ? [] : [[column.field, { of, all: said !== null }] as const];
    })),
  };
}

/** The decimal mark that the numbers of a list prove, or null. */
export function provenMark(kind: Kind, columns: readonly Column[], rows: readonly GridRow[]): DecimalMark | null {
  const { columnsOf, texts } = columnReader(kind, columns, rows);
  return decimalMarkOf(columnsOf('money', 'amount', 'pct', 'dec').flatMap(texts));
}

/** The currencies that a column beside an amount names, row by row. */
function saidBeside(rows: readonly GridRow[], index: number | undefined): readonly string[] {
  return index === undefined ? [] : rows.flatMap(({ cells }) => currencyCode(cellText(cells[index])) ?? []);
}

type FieldColumn = Column & { readonly field: string };

function columnReader(kind: Kind, columns: readonly Column[], rows: readonly GridRow[]) {
  const taken = new Map<number, readonly Cell[]>();
  // Rows lie far apart in memory, so a column is taken out of them once.
  const cellsOf = ({ index }: Column): readonly Cell[] => {
    const cells = taken.get(index) ?? rows.map((row) => row.cells[index] ?? null);
    taken.set(index, cells);
    return cells;
  };
  return {
    cellsOf,
    columnsOf: (...wanted: FieldKind[]) => columns.filter((column): column is FieldColumn => column.field !== null && wanted.includes(specOf(kind, column.field)?.kind ?? 'text')),
    texts: (column: Column) => cellsOf(column).filter((cell) => typeof cell === 'string'),
  };
}

type Votes = { readonly one: number; readonly other: number; readonly open: number };

/** What each column proves by itself where at least two cells do, else what the list proves, else what was said. A column with open cells and none of these is undecided. */
function decide<Style>(columns: readonly FieldColumn[], votesOf: (column: FieldColumn) => Votes, { one, other }: { readonly one: Style; readonly other: Style }, said: () => Style | null): { readonly of: ReadonlyMap<string, Style>; readonly usual: Style | null; readonly undecided: readonly string[] } {
  const votes = columns.map((column) => ({ field: column.field, ...votesOf(column) }));
  const winner = (for1: number, for2: number): Style | null => (for1 === for2 ? null : for1 > for2 ? one : other);
  const proven = winner(votes.reduce((sum, column) => sum + column.one, 0), votes.reduce((sum, column) => sum + column.other, 0));
  const usual = proven ?? (votes.some(({ open }) => open > 0) ? said() : null);
  const own = votes.flatMap((column) => { const style = column.one + column.other < 2 ? null : winner(column.one, column.other); return style === null ? [] : [[column.field, style] as const]; });
  const of = new Map(own);
  return { of, usual, undecided: usual === null ? votes.filter(({ field, open }) => open > 0 && !of.has(field)).map(({ field }) => field) : [] };
}

/** Of the numbers without a percent sign, most are above one. */
function areWholePercents(cells: readonly Cell[], mark: DecimalMark): boolean {
  let [plain, aboveOne] = [0, 0];
  for (const cell of cells) {
    const reading = typeof cell === 'number' ? { value: cell, percent: false } : numberIn(cellText(cell), mark);
    if (reading === null || reading.percent || reading.value === 0) continue;
    plain++;
    if (Math.abs(reading.value) > 1) aboveOne++;
  }
  return aboveOne * 2 > plain;
}

/** A flag column without any word for no is marked or left blank; an all-blank one is read like its neighbours. */
function marksAmong(columns: readonly { readonly field: string; readonly texts: ReadonlySet<string>; readonly signs: FlagSigns }[]): ReadonlySet<string> {
  const words = columns.map(({ field, texts, signs }) => ({ field, flags: [...texts].map((text) => flagWord(text, signs)) }));
  const denies = ({ flags }: { flags: readonly (boolean | undefined)[] }) => flags.includes(false);
  const marks = words.filter((column) => !denies(column) && column.flags.includes(true));
  const anyDenied = words.some(denies);
  return new Set([...marks, ...(marks.length > 0 && !anyDenied ? words.filter(({ flags }) => !flags.includes(true)) : [])].map(({ field }) => field));
}

/** Asked of every amount, and most name no currency: what the number is matters only for those that do. */
function currencyOfNumber(text: string, mark: DecimalMark): string | null {
  return currencyOf(text) === null ? null : (numberIn(text, mark)?.currency ?? null);
}

type PricedColumn = { readonly field: string; readonly header: string; readonly cells: readonly Cell[]; readonly mark: DecimalMark; /** Of a column beside it. */ readonly said: readonly string[]; /** By the header, or by whoever reads the list: what a sign of several currencies stands for. */ readonly meant: string | null };

/** The currency a field's cells name, or its header, or the other fields of the list. One sign in a column without signs is no rule but a stray. */
function currencies(columns: readonly PricedColumn[]): ReadonlyMap<string, string> {
  const named = columns.map(({ field, header, cells, mark, said, meant }) => {
    const counts = new Map<string, number>();
    let filled = 0;
    const count = (currency: string | null) => { if (currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1); };
    for (const cell of cells) {
      if (isMissing(cellText(cell))) continue;
      filled++;
      count(typeof cell === 'object' && cell !== null && 'currency' in cell ? cell.currency : typeof cell === 'string' ? (meant !== null && mayMean(cell, meant) ? meant : currencyOfNumber(cell, mark)) : null);
    }
    for (const currency of said) count(currency);
    const [first] = [...counts].sort((a, b) => b[1] - a[1]);
    const share = first === undefined || filled === 0 ? 0 : first[1] / filled;
    // Most cells decide, then the header; where neither does, a fifth of the cells are no strays.
    return { field, currency: share >= 0.5 ? (first?.[0] ?? null) : (unitIn(header).currency ?? (share >= 0.2 ? (first?.[0] ?? null) : null)) };
  });
  const [usual] = named.flatMap(({ currency }) => currency ?? []);
  return new Map(named.flatMap(({ field, currency }) => { const known = currency ?? usual; return known === undefined ? [] : [[field, known] as const]; }));
}

/** Some exports write `Annual Revenue Currency` beside `Annual Revenue`; a list of figures has one column for all of them. */
function pairedCurrencies(kind: Kind, columns: readonly Column[], priced: readonly { readonly field: string; readonly header: string }[]): ReadonlyMap<string, number> {
  return new Map(priced.flatMap(({ field, header }) => {
    const beside = columns.find((column) => column.field === null && header !== '' && folded(column.header) === `${folded(header)} currency`) ?? columns.find((column) => column.field !== null && isCurrencyOfAll(specOf(kind, column.field)));
    return beside === undefined ? [] : [[field, beside.index] as const];
  }));
}

function isCurrencyOfAll(spec: FieldSpec | undefined): boolean {
  return spec?.kind === 'currency' && spec.aside === true;
}
