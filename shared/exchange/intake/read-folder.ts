import type { LocalDate } from '#shared/kernel/time.ts';
import { readCsv } from '../csv/read.ts';
import type { Encoding, Grid, OpenedFile, SourceFile } from '../grid.ts';
import { withFigures, withPeriods } from '../figures/figure-table.ts';
import { undatedFigures } from '../figures/title-year.ts';
import { type FileProblem, fileProblem } from '../problem.ts';
import { readPackets } from '../packets/read-packets.ts';
import { withGroups } from '../recognise/grouped-rows.ts';
import { type Kind, kinds } from '../recognise/kinds.ts';
import { remembered } from '../recognise/mapping.ts';
import type { DecimalMark } from '../recognise/numbers.ts';
import { deepestHeader, isBlankRow, likelyHeader, nearestHeader, recognise } from '../recognise/recognise.ts';
import { bookingsIn } from '../recognise/bookings.ts';
import { scoresIn } from '../recognise/matrix.ts';
import { formIn } from '../recognise/form.ts';
import { slotsIn } from '../recognise/slots.ts';
import { tablesOn } from '../recognise/tables-on-a-sheet.ts';
import { unitIn } from '../recognise/unit.ts';
import { readWorkbook } from '../spreadsheet/read.ts';
import { readTables } from '../tables/read-tables.ts';
import { provenMark } from './column-style.ts';
import { type Context, contextFrom } from './context.ts';
import type { Draft } from './draft.ts';
import { draftFigures } from './figure-rows.ts';
import { filledByGroups } from './grouped-by-totals.ts';
import { mended } from './mend.ts';
import type { FileReading, FolderReading, ReadOptions } from './reading.ts';
import { namesIn, peopleIn } from './known-names.ts';
import { type Drafted, draftList, type List, readingOf, samplesBelow } from './read-list.ts';
import { readFigures } from './rules-figures.ts';
import { readNdas } from './rules-agreements.ts';
import { contactJudge, partnerJudge } from './rules-parties.ts';
import { readRegistrations } from './rules-registrations.ts';
import { readAgenda, readExecutives, readRooms, sessionSpan } from './rules-programme.ts';
import { readCategories, readCommitments, readJudges, readNominations, readRequests, readScores } from './rules-promises.ts';

/** How far a reading is: a deed and a fraction from 0 to 1. */
export type Progress = (doing: string, fraction: number) => void;

/** Of the time of a reading, what opening the files takes: measured on 5,000 partners with 15,000 contacts. */
const opening = 0.25;

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
  for (const kind of readingOrder) {
    // A table adds to what a list of the same kind says.
    const ofKind = lists.filter(({ recognised }) => recognised.kind === kind).sort((a, b) => Number(a.fromTable) - Number(b.fromTable));
    // A year's quarters may come in several files: figures are judged together.
    for (const together of kind === 'metrics' ? [ofKind] : ofKind.map((list) => [list])) {
      report(`Reading ${together[0]?.file.name ?? ''}`, opening + (1 - opening) * (readings.size / lists.length));
      // Commitments name their currencies row by row: a sign that several share is read as the lists before them read it.
      const usualCurrency = kind === 'commitments' ? (options.currency ?? mostNamed(currencies)) : undefined;
      for (const drafted of readTogether(kind, together, context, usualCurrency === undefined ? options : { ...options, currency: usualCurrency }, folderMark)) {
        for (const currency of Object.values(drafted.currencies)) currencies.set(currency, (currencies.get(currency) ?? 0) + drafted.drafts.length);
        readings.set(drafted.list, readingOf(drafted));
      }
    }
  }
  const currency = options.currency ?? mostNamed(currencies) ?? null;
  return { files: [...own, ...lists.flatMap((list) => readings.get(list) ?? [])], unread, unreadSheets: others.flatMap((file) => sheetsWithoutList(file, lists)), unmapped, packets, summitDays: context.summitDays, currency };
}

/** Sheets of a file that hold something, yet no list, beside others that hold one. */
function sheetsWithoutList(file: OpenedFile, lists: readonly List[]): FolderReading['unreadSheets'] {
  const read = new Set(lists.filter((list) => list.file === file).map(({ sheet }) => sheet));
  return read.size === 0 ? [] : file.grids.filter(({ sheet, rows }) => !read.has(sheet) && !rows.every(isBlankRow)).map(({ sheet }) => ({ name: file.name, sheet: sheet ?? '' }));
}

function mostNamed(currencies: ReadonlyMap<string, number>): string | undefined {
  return [...currencies].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Every list of the files: by its columns, by the periods in its headers, or out of a table of two directions, which the names in the other lists help to read. */
function listsIn(opened: readonly OpenedFile[], options: ReadOptions): List[] {
  const { fiscalStart = null, mappings = {} } = options;
  const first = opened.flatMap((file) => file.grids.flatMap(tablesOn).map((grid) => {
    const said = remembered(grid, mappings, deepestHeader);
    const asMapped = said !== null;
    const recognised = asMapped ? null : recognise(grid);
    const seen = asMapped ? [said.kind === 'metrics' ? withPeriods(said, fiscalStart) : said] : withFigures(recognised, grid, file.name, fiscalStart);
    return { file, grid, seen, asMapped, recognised };
  }));
  // Where no list and no summit says who the partners are, a list of their figures does.
  const hasPartners = (options.known?.partners ?? []).length > 0 || first.some(({ seen }) => seen.some(({ kind }) => kind === 'partners'));
  const grids = hasPartners ? first : first.map((one) => (one.recognised?.kind === 'partners' ? { ...one, seen: withFigures(one.recognised, one.grid, one.file.name, fiscalStart, true) } : one));
  const known = namesIn(grids.flatMap(({ seen }) => seen), options.known ?? {});
  const people = () => peopleIn(grids.flatMap(({ seen }) => seen), options.known ?? {});
  return grids.flatMap(({ file, grid, seen, asMapped }): List[] => {
    // Booked meetings have a name, a start and a room too, as an agenda has.
    const booked = asMapped || (seen.length > 0 && seen[0]?.kind !== 'agenda') ? null : bookingsIn(grid, people);
    if (booked !== null) return [{ file, sheet: grid.sheet, encoding: encodingOf(file, opened), recognised: booked, asMapped, fromTable: true }];
    const form = seen.length === 0 && !asMapped ? formIn(grid) : null;
    if (form !== null) return [{ file, sheet: grid.sheet, encoding: encodingOf(file, opened), recognised: form, asMapped, fromTable: true }];
    const tables = seen.length === 0 || seen[0]?.kind === 'nominations' ? [scoresIn(grid, known), ...(seen.length === 0 ? slotsIn(grid) : [])].filter((table) => table !== null) : [];
    return [...seen.map(withGroups).map(filledByGroups), ...tables].map((recognised, index) => ({ file, sheet: grid.sheet, encoding: encodingOf(file, opened), recognised, asMapped, fromTable: index > 0 || seen.length === 0 }));
  });
}

function isWorkbook({ name, bytes }: SourceFile): boolean {
  return (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf) || /\.(xlsx|xlsm|xls)$/i.test(name);
}

function namable({ name }: OpenedFile, grid: Grid): FolderReading['unmapped'] {
  const header = likelyHeader(grid);
  return header === null ? [] : [{ name, sheet: grid.sheet, line: header.line, headers: header.headers, samples: samplesBelow(header.headers, header.below) }];
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
  const [undated] = grids.flatMap((grid) => { const found = undatedFigures(grid); return found === null ? [] : [{ sheet: grid.sheet, ...found }]; });
  if (undated) return fileProblem(undated.lacks === 'year' ? 'year-missing' : 'figure-unsaid', name, { sheet: undated.sheet, line: undated.line });
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

/** Each after those it refers to; the days of the summit, which the agenda says, are known to whoever is absent on one of them. */
const readingOrder: readonly Kind[] = ['rooms', 'agenda', ...kinds.filter((kind) => kind !== 'rooms' && kind !== 'agenda')];

/** The lists that grow long. Their rows ask nothing of the rows below, so each is judged as it is read. */
const judges = { partners: partnerJudge, contacts: contactJudge } as const;

type ListedRules = (drafts: readonly Draft[], context: Context, fromTable: boolean) => void;

const rules: Readonly<Record<Exclude<Kind, 'metrics' | 'commitments' | keyof typeof judges>, ListedRules>> = {
  rooms: readRooms, executives: readExecutives, registrations: readRegistrations, agenda: readAgenda, ndas: readNdas, meeting_requests: readRequests, award_categories: readCategories,
  nominations: readNominations, judges: readJudges, scores: readScores,
};

function readTogether(kind: Kind, lists: readonly List[], context: Context, options: ReadOptions, folderMark: () => DecimalMark | null): readonly Drafted[] {
  if (kind === 'metrics') {
    const drafted = lists.map((list) => draftFigures(list, context, options, folderMark));
    readFigures(drafted, context);
    return drafted;
  }
  return lists.map((list) => {
    if (kind === 'partners' || kind === 'contacts') return draftList(list, context, options, folderMark, judges[kind](context));
    const drafted = draftList(list, context, options, folderMark);
    if (kind === 'commitments') readCommitments(drafted.drafts, context, drafted.currencies['amount'] ?? options.currency ?? null, unitIn(list.recognised.columns.find(({ field }) => field === 'amount')?.header ?? '').currency);
    else rules[kind](drafted.drafts, context, list.fromTable);
    if (kind === 'agenda' && context.summitDays.length === 0) context.summitDays = agendaDays(drafted.drafts);
    return drafted;
  });
}

/** The days sessions start on, without strays more than two weeks from the middle one, which are typing mistakes. */
function agendaDays(drafts: readonly Draft[]): LocalDate[] {
  const starts = drafts.flatMap((draft) => sessionSpan(draft).start?.slice(0, 10) ?? []).sort();
  const middle = Date.parse(starts[Math.floor(starts.length / 2)] ?? '');
  return [...new Set(starts)].filter((day) => Math.abs(Date.parse(day) - middle) <= 14 * 86_400_000) as LocalDate[];
}
