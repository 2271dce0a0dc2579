import { cellText, type Encoding, type GridRow, type OpenedFile } from '../grid.ts';
import { type Kind, specOf } from '../recognise/kinds.ts';
import type { DecimalMark } from '../recognise/numbers.ts';
import type { Column, Recognised } from '../recognise/recognise.ts';
import { plainText } from '../recognise/text-values.ts';
import { asideRows, nameFieldOf, onlyNamed } from './aside-rows.ts';
import { type ListStyle, styleOf } from './column-style.ts';
import type { Context } from './context.ts';
import { addReason, type Draft, dispositionOf, type Places } from './draft.ts';
import { duplicateGroups } from './duplicates.ts';
import { listKey } from './mend.ts';
import type { Disposition, FileReading, Issue, ReadOptions, RecordReading } from './reading.ts';
import { draftOf, rowReader, samplesOf } from './read-row.ts';

/** One list of the files, as it was recognised. */
export type List = { readonly file: OpenedFile; readonly sheet: string | null; readonly encoding: Encoding | null; readonly recognised: Recognised; readonly asMapped: boolean; readonly fromTable: boolean };

/** Rows of a list with every cell in its normal form, and how they are written. Rules are still to judge them. */
export type Drafted = Pick<FileReading, 'currencies' | 'askDateOrder' | 'askDecimalMark' | 'written' | 'samples' | 'fiscal'> & { readonly list: List; readonly drafts: readonly Draft[]; readonly aside: ReadonlyMap<GridRow, FileReading['issues'][number]['code']> };

/** `judge` looks at every row once it is read, while it is at hand: thousands of rows later it is dear to come back. */
export function draftList(list: List, context: Context, options: ReadOptions, folderMark: () => DecimalMark | null, judge?: (draft: Draft) => void): Drafted {
  const { recognised } = list;
  const aside = asideRows(recognised);
  const drafted = draftRows(list, recognised.columns, recognised.rows.filter((row) => !aside.has(row)), context, options, folderMark, judge);
  const named = onlyNamed(recognised);
  if (named.size > 0) for (const draft of drafted.drafts) if (named.has(draft.row)) addReason(draft, 'flag', 'ONLY_A_NAME', nameFieldOf(recognised));
  return { list, aside, ...drafted };
}

/** The rows of a list that have the same columns. */
export function draftRows({ file, sheet, recognised: { kind } }: List, columns: readonly Column[], rows: readonly GridRow[], context: Context, options: ReadOptions, folderMark: () => DecimalMark | null, judge: (draft: Draft) => void = () => undefined): Omit<Drafted, 'list' | 'aside'> {
  const style = styleOf(kind, columns, rows, { ...options, ...options.answers?.[listKey(file.name, sheet)] }, folderMark);
  const styled: ListStyle = options.currency === undefined ? style : { ...style, currency: new Map([...moneyFields(kind, columns, options.currency), ...style.currency]) };
  const reader = rowReader(kind, columns, { style: styled, summitDays: context.summitDays, own: isOwn(columns), from1904: file.from1904 });
  const drafts = rows.map((row) => {
    const draft = draftOf(row, reader);
    judge(draft);
    return draft;
  });
  return { drafts, currencies: Object.fromEntries(styled.currency), askDateOrder: style.undecidedDates, askDecimalMark: style.undecidedNumbers, written: style.written, samples: samplesOf(drafts, style), fiscal: [] };
}

/** What became of a list, once the rules have judged its rows. */
export function readingOf({ list: { file, sheet, encoding, recognised, asMapped, fromTable }, drafts, aside, currencies, askDateOrder, askDecimalMark, written, samples, fiscal }: Drafted): FileReading {
  const { kind, columns, headerLine, confidence, rows } = recognised;
  const skipped = [...aside].map(([row, code]): Draft => {
    const draft: Draft = { row, line: row.line, places: nowhere, values: {}, reasons: [], links: {} };
    // What stands there is said, so that nobody has to look it up.
    draft.reasons.push({ code, severity: 'skip', field: null, value: code === 'BLANK_ROW' ? null : row.cells.map((cell) => plainText(cellText(cell))).filter((text) => text !== '').join(' | ').slice(0, longestLine), related: [], suggest: null });
    return draft;
  });
  const counts = { accept: 0, flag: 0, duplicate: 0, reject: 0, skip: skipped.length };
  const records = recordsOf(drafts, counts);
  const faulty = drafts.filter(({ reasons }) => reasons.length > 0);
  return {
    name: file.name, sheet, hiddenSheets: file.hiddenSheets, kind, encoding, delimiter: file.delimiter, headerLine, columns, confidence, asMapped, fromTable, cellSamples: samplesBelow(columns, rows.filter((row) => !aside.has(row))), own: isOwn(columns), currencies, counts,
    issues: [...faulty, ...skipped].sort((a, b) => a.line - b.line).flatMap((draft) => issuesOf(draft, columns)), duplicateGroups: duplicateGroups(faulty), records,
    failed: faulty.filter((draft) => dispositionOf(draft) !== 'skip').map(({ line, row }) => ({ line, cells: row.cells.map(cellText) })), askDateOrder, askDecimalMark, written, samples, fiscal,
  };
}

const longestLine = 200;

/** The rows that are records, each counted by what becomes of it. */
function recordsOf(drafts: readonly Draft[], counts: Record<Disposition, number>): RecordReading[] {
  const records: RecordReading[] = [];
  for (const draft of drafts) {
    const disposition = dispositionOf(draft);
    counts[disposition]++;
    if (disposition !== 'skip') records.push({ line: draft.line, disposition, values: draft.values, links: draft.links });
  }
  return records;
}

/** Up to three different cells of each column. */
export function samplesBelow(columns: readonly unknown[], rows: readonly GridRow[]): string[][] {
  const few = rows.slice(0, 60);
  return columns.map((_, index) => [...new Set(few.map(({ cells }) => plainText(cellText(cells[index])).slice(0, 60)).filter((text) => text !== ''))].slice(0, 3));
}

/** Written by our own export: its headers are field names. */
function isOwn(columns: readonly Column[]): boolean {
  return columns.length > 2 && columns.every(({ header, field }) => header === field);
}

const nowhere: Places = new Map();

function moneyFields(kind: Kind, columns: readonly Column[], currency: string): (readonly [string, string])[] {
  return columns.flatMap(({ field }) => (field !== null && specOf(kind, field)?.kind === 'money' ? [[field, currency] as const] : []));
}

function issuesOf(draft: Draft, columns: readonly Column[]): Issue[] {
  const disposition = dispositionOf(draft) as Issue['disposition'];
  // Why a row is not kept is said once; what else is wrong with it no longer matters.
  return draft.reasons.filter(({ severity }) => severity === disposition).map(({ code, field, value, related, suggest }) => ({ line: draft.line, disposition, code, field, value, at: disposition === 'skip' ? null : placeOf(draft, field, columns), related, suggest }));
}

/** Where the value of a reason stands in its file. Reasons of a whole row, and of columns the file lacks, have no place. */
function placeOf({ row, places }: Draft, field: string | null, columns: readonly Column[]): Issue['at'] {
  const column = field === null ? undefined : (places.get(field) ?? (columns.find((one) => one.field === field) ?? (field === 'first' || field === 'last' ? columns.find((one) => one.field === 'full_name') : undefined))?.index);
  if (column === undefined) return null;
  return row.origins === undefined ? { line: row.line, column } : (row.origins[column] ?? null);
}
