import type { LocalDate } from '#shared/kernel/time.ts';
import { readCsv } from '../csv/read.ts';
import type { Encoding, Grid, GridRow, OpenedFile, SourceFile } from '../grid.ts';
import { cellText } from '../grid.ts';
import { type FileProblem, fileProblem } from '../problem.ts';
import { readPackets } from '../packets/read-packets.ts';
import { fieldsOf, type Kind, kinds } from '../recognise/kinds.ts';
import { remembered } from '../recognise/mapping.ts';
import type { DecimalMark } from '../recognise/numbers.ts';
import { type Column, deepestHeader, isBlankRow, likelyHeader, nearestHeader, type Recognised, recognise } from '../recognise/recognise.ts';
import { scoresIn } from '../recognise/matrix.ts';
import { slotsIn } from '../recognise/slots.ts';
import { plainText } from '../recognise/text-values.ts';
import { readWorkbook } from '../spreadsheet/read.ts';
import { readTables } from '../tables/read-tables.ts';
import { asideRows } from './aside-rows.ts';
import { provenMark, styleOf } from './column-style.ts';
import { type Context, contextFrom } from './context.ts';
import { addReason, type Draft, dispositionOf, type Places } from './draft.ts';
import { duplicateGroups } from './duplicates.ts';
import { listKey, mended } from './mend.ts';
import type { FileReading, FolderReading, Issue, ReadOptions, RecordReading } from './reading.ts';
import { namesIn } from './known-names.ts';
import { draftOf, rowReader, samplesOf } from './read-row.ts';
import { readContacts, readNdas, readPartners } from './rules-parties.ts';
import { readAgenda, readExecutives, readRooms, sessionSpan } from './rules-programme.ts';
import { readCategories, readCommitments, readJudges, readNominations, readRequests, readScores } from './rules-promises.ts';

type List = { readonly file: OpenedFile; readonly sheet: string | null; readonly encoding: Encoding | null; readonly recognised: Recognised; readonly asMapped: boolean; readonly fromTable: boolean };

/** How far a reading is: a deed and a fraction from 0 to 1. */
export type Progress = (doing: string, fraction: number) => void;

/** Of the time of a reading, what opening the files takes: measured on 5,000 partners with 15,000 contacts. */
const opening = 0.35;

/**
 * A folder of CSV and XLSX exports read as one: every list recognised by its columns, read in the order in which they refer to each
 * other, every row with what becomes of it and why. The order of the files given does not matter. Never throws for what a file holds.
 */
export async function readFolder(files: readonly SourceFile[], options: ReadOptions = {}, report: Progress = () => undefined): Promise<FolderReading> {
  const opened: OpenedFile[] = [];
  const unread: FileProblem[] = [];
  const unmapped: FolderReading['unmapped'][number][] = [];
  for (const [index, file] of files.entries()) {
    report(`Opening ${file.name}`, (index / files.length) * opening);
    const result = isWorkbook(file) ? await readWorkbook(file) : readCsv(file);
    if (result.ok) opened.push(options.mends === undefined ? result.value : mended(result.value, options.mends));
    else unread.push(result.problem);
  }
  const { packets, others: lasting, unread: unknownPackets } = readPackets(opened);
  unread.push(...unknownPackets);
  const { own, others } = readTables(lasting, options.known?.ids ?? {});
  const lists = listsIn(others, options);
  for (const file of others.filter((one) => !lists.some((list) => list.file === one))) {
    unread.push(notRecognised(file));
    unmapped.push(...file.grids.flatMap((grid) => namable(file, grid)));
  }
  const context = contextFrom(options);
  const readings = new Map<List, FileReading>();
  const currencies = new Map<string, number>();
  let usual: DecimalMark | null | undefined;
  // Asked of all lists only when one leaves it open.
  const folderMark = () => (usual === undefined ? (usual = usualMark(lists)) : usual);
  for (const kind of kinds) {
    // A table adds to what a list of the same kind says.
    for (const list of lists.filter(({ recognised }) => recognised.kind === kind).sort((a, b) => Number(a.fromTable) - Number(b.fromTable))) {
      report(`Reading ${list.file.name}`, opening + (1 - opening) * (readings.size / lists.length));
      readings.set(list, readList(list, context, options, folderMark, currencies));
    }
  }
  const currency = options.currency ?? [...currencies].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  return { files: [...own, ...lists.flatMap((list) => readings.get(list) ?? [])], unread, unmapped, packets, summitDays: context.summitDays, currency };
}

/** Every list of the files: by its columns, or out of a table of two directions, which the names in the other lists help to read. */
function listsIn(opened: readonly OpenedFile[], options: ReadOptions): List[] {
  const grids = opened.flatMap((file) => file.grids.map((grid) => {
    const said = remembered(grid, options.mappings ?? {}, deepestHeader);
    return { file, grid, recognised: said ?? recognise(grid), asMapped: said !== null };
  }));
  const known = namesIn(grids.flatMap(({ recognised }) => recognised ?? []), options.known ?? {});
  return grids.flatMap(({ file, grid, recognised, asMapped }): List[] => {
    const list = (of: Recognised, fromTable: boolean): List => ({ file, sheet: grid.sheet, encoding: encodingOf(file, opened), recognised: of, asMapped, fromTable });
    const tables = recognised === null || recognised.kind === 'nominations' ? [scoresIn(grid, known), ...(recognised === null ? slotsIn(grid) : [])].filter((table) => table !== null) : [];
    return [...(recognised === null ? [] : [list(recognised, false)]), ...tables.map((table) => list(table, true))];
  });
}

function isWorkbook({ name, bytes }: SourceFile): boolean {
  return (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf) || /\.(xlsx|xlsm|xls)$/i.test(name);
}

function namable({ name }: OpenedFile, grid: Grid): FolderReading['unmapped'] {
  const header = likelyHeader(grid);
  return header === null ? [] : [{ name, sheet: grid.sheet, line: header.line, headers: header.headers, samples: samplesBelow(header.headers, header.below) }];
}

/** Up to three different cells of each column. */
function samplesBelow(columns: readonly unknown[], rows: readonly GridRow[]): string[][] {
  const few = rows.slice(0, 60);
  return columns.map((_, index) => [...new Set(few.map(({ cells }) => plainText(cellText(cells[index])).slice(0, 60)).filter((text) => text !== ''))].slice(0, 3));
}

/** The decimal mark most lists of a folder prove; null where none does or they disagree evenly. */
function usualMark(lists: readonly List[]): DecimalMark | null {
  const marks = lists.map(({ recognised: { kind, columns, rows } }) => provenMark(kind, columns, rows));
  const [points, commas] = [marks.filter((mark) => mark === '.').length, marks.filter((mark) => mark === ',').length];
  return points === commas ? null : points > commas ? '.' : ',';
}

/** Says where the line is that comes nearest to a header, and what it lacks. */
function notRecognised({ name, grids }: OpenedFile): FileProblem {
  if (grids.every(({ rows }) => rows.every(isBlankRow))) return fileProblem('empty-file', name);
  const [nearest] = grids.flatMap((grid) => { const header = nearestHeader(grid); return header ? [{ ...header, sheet: grid.sheet }] : []; }).sort((a, b) => b.known - a.known);
  if (!nearest) return fileProblem('not-recognised', name);
  const { sheet, line, kind, known, missing } = nearest;
  const lacks = missing.map((field) => field.replaceAll('_', ' ')).join(', ');
  if (known === 0 || missing.length === 0) return fileProblem('not-recognised', name, { sheet, line });
  return fileProblem('columns-missing', name, { sheet, line, detail: `${kind.replaceAll('_', ' ')}, but none is called ${lacks}` });
}

/** A file of nothing but ASCII reads alike in either; one export writes its files in one encoding. */
function encodingOf(file: OpenedFile, all: readonly OpenedFile[]): Encoding | null {
  return file.plainAscii && all.some(({ encoding }) => encoding === 'cp1252') && !all.some(({ encoding, plainAscii }) => encoding === 'utf-8' && !plainAscii) ? 'cp1252' : file.encoding;
}

const rules: Readonly<Record<Kind, (drafts: readonly Draft[], context: Context, fromTable: boolean) => void>> = {
  rooms: readRooms, executives: readExecutives, partners: readPartners, contacts: readContacts, agenda: readAgenda, ndas: readNdas, meeting_requests: readRequests, award_categories: readCategories,
  nominations: readNominations, judges: readJudges, scores: readScores, commitments: readCommitments,
};

function readList({ file, sheet, encoding, recognised, asMapped, fromTable }: List, context: Context, options: ReadOptions, folderMark: () => DecimalMark | null, currencies: Map<string, number>): FileReading {
  const { kind, columns, headerLine, confidence } = recognised;
  const own = columns.length > 2 && columns.every(({ header, field }) => header === field);
  const aside = asideRows(recognised);
  const rows = recognised.rows.filter((row) => !aside.has(row));
  const style = styleOf(kind, columns, rows, { ...options, ...options.answers?.[listKey(file.name, sheet)] }, folderMark);
  for (const currency of style.currency.values()) currencies.set(currency, (currencies.get(currency) ?? 0) + rows.length);
  const styled = options.currency === undefined ? style : { ...style, currency: new Map([...moneyFields(kind, options.currency), ...style.currency]) };
  const reader = rowReader(kind, columns, { style: styled, summitDays: context.summitDays, own, from1904: file.from1904 });
  const drafts = rows.map((row) => draftOf(row, reader));
  rules[kind](drafts, context, fromTable);
  if (kind === 'agenda' && context.summitDays.length === 0) context.summitDays = agendaDays(drafts);
  const skipped = [...aside].map(([row, code]): Draft => {
    const draft: Draft = { row, line: row.line, places: nowhere, values: {}, reasons: [], links: {} };
    addReason(draft, 'skip', code);
    return draft;
  });
  const all = [...drafts, ...skipped].sort((a, b) => a.line - b.line);
  const counts = { accept: 0, flag: 0, duplicate: 0, reject: 0, skip: 0 };
  for (const draft of all) counts[dispositionOf(draft)]++;
  return {
    name: file.name, sheet, hiddenSheets: file.hiddenSheets, kind, encoding, delimiter: file.delimiter, headerLine, columns, confidence, asMapped, fromTable, cellSamples: samplesBelow(columns, rows), own, currencies: Object.fromEntries(styled.currency), counts,
    issues: all.filter(({ reasons }) => reasons.length > 0).flatMap((draft) => issuesOf(draft, columns)), duplicateGroups: duplicateGroups(drafts), records: drafts.map(recordOf), failed: drafts.filter(({ reasons }) => reasons.length > 0).map(({ line, row }) => ({ line, cells: row.cells.map(cellText) })), askDateOrder: style.undecidedDates, askDecimalMark: style.undecidedNumbers,
    written: style.written, samples: samplesOf(drafts, style),
  };
}

const nowhere: Places = new Map();

function moneyFields(kind: Kind, currency: string): (readonly [string, string])[] {
  return [...fieldsOf(kind)].flatMap(([field, spec]) => (spec.kind === 'money' ? [[field, currency] as const] : []));
}

function issuesOf(draft: Draft, columns: readonly Column[]): Issue[] {
  const disposition = dispositionOf(draft) as Issue['disposition'];
  // Why a row is not kept is said once; what else is wrong with it no longer matters.
  return draft.reasons.filter(({ severity }) => severity === disposition).map(({ code, field, value, related, suggest }) => ({ line: draft.line, disposition, code, field, value, at: disposition === 'skip' ? null : placeOf(draft, field, columns), related, suggest }));
}

/** Where the value of a reason stands in its file. Reasons of a whole row, and of columns the file lacks, have no place. */
function placeOf({ row }: Draft, field: string | null, columns: readonly Column[]): Issue['at'] {
  const column = field === null ? undefined : (columns.find((one) => one.field === field) ?? (field === 'first' || field === 'last' ? columns.find((one) => one.field === 'full_name') : undefined));
  if (column === undefined) return null;
  return row.origins === undefined ? { line: row.line, column: column.index } : (row.origins[column.index] ?? null);
}

function recordOf(draft: Draft): RecordReading {
  return { line: draft.line, disposition: dispositionOf(draft) as RecordReading['disposition'], values: draft.values, links: draft.links };
}

/** The days sessions start on, without strays more than two weeks from the middle one, which are typing mistakes. */
function agendaDays(drafts: readonly Draft[]): LocalDate[] {
  const starts = drafts.flatMap((draft) => sessionSpan(draft).start?.slice(0, 10) ?? []).sort();
  const middle = Date.parse(starts[Math.floor(starts.length / 2)] ?? '');
  return [...new Set(starts)].filter((day) => Math.abs(Date.parse(day) - middle) <= 14 * 86_400_000) as LocalDate[];
}
