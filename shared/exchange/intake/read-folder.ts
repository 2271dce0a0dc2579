import type { LocalDate } from '#shared/kernel/time.ts';
import { formulaUnsafe } from '../csv/formula-safe.ts';
import { readCsv } from '../csv/read.ts';
import type { Encoding, GridRow, OpenedFile, SourceFile } from '../grid.ts';
import { cellText } from '../grid.ts';
import { type FileProblem, fileProblem } from '../problem.ts';
import { readPackets } from '../packets/read-packets.ts';
import { fieldsOf, type Kind, kinds } from '../recognise/kinds.ts';
import { isBlankRow, nearestHeader, type Recognised, recognise } from '../recognise/recognise.ts';
import { plainText } from '../recognise/text-values.ts';
import { readWorkbook } from '../spreadsheet/read.ts';
import { readTables } from '../tables/read-tables.ts';
import { asideRows } from './aside-rows.ts';
import { type ListStyle, styleOf } from './column-style.ts';
import { type Context, contextFrom } from './context.ts';
import { addReason, type Draft, dispositionOf } from './draft.ts';
import { duplicateGroups } from './duplicates.ts';
import { mended } from './mend.ts';
import { readCell } from './read-cell.ts';
import type { FileReading, FolderReading, Issue, ReadOptions, RecordReading } from './reading.ts';
import { readContacts, readNdas, readPartners } from './rules-parties.ts';
import { readAgenda, readExecutives, readRooms, sessionSpan } from './rules-programme.ts';
import { readCategories, readCommitments, readJudges, readNominations, readRequests, readScores } from './rules-promises.ts';

type List = { readonly file: OpenedFile; readonly sheet: string | null; readonly encoding: Encoding | null; readonly recognised: Recognised };

/**
 * A folder of CSV and XLSX exports read as one: every list recognised by its columns, read in the order in which they refer to each
 * other, every row with what becomes of it and why. The order of the files given does not matter. Never throws for what a file holds.
 */
export async function readFolder(files: readonly SourceFile[], options: ReadOptions = {}): Promise<FolderReading> {
  const opened: OpenedFile[] = [];
  const unread: FileProblem[] = [];
  for (const file of files) {
    const result = isWorkbook(file) ? await readWorkbook(file) : readCsv(file);
    if (result.ok) opened.push(options.mends === undefined ? result.value : mended(result.value, options.mends));
    else unread.push(result.problem);
  }
  const { packets, others: lasting } = readPackets(opened);
  const { own, others } = readTables(lasting, options.known?.ids ?? {});
  const lists = others.flatMap((file) => {
    const found = file.grids.flatMap((grid): List[] => {
      const recognised = recognise(grid);
      return recognised === null ? [] : [{ file, sheet: grid.sheet, encoding: encodingOf(file, opened), recognised }];
    });
    if (found.length === 0) unread.push(notRecognised(file));
    return found;
  });
  const context = contextFrom(options);
  const readings = new Map<List, FileReading>();
  const currencies = new Map<string, number>();
  for (const kind of kinds) {
    for (const list of lists.filter(({ recognised }) => recognised.kind === kind)) readings.set(list, readList(list, context, options, currencies));
  }
  const currency = options.currency ?? [...currencies].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  return { files: [...own, ...lists.flatMap((list) => readings.get(list) ?? [])], unread, packets, summitDays: context.summitDays, currency };
}

function isWorkbook({ name, bytes }: SourceFile): boolean {
  return (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf) || /\.(xlsx|xlsm|xls)$/i.test(name);
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

const rules: Readonly<Record<Kind, (drafts: readonly Draft[], context: Context) => void>> = {
  rooms: readRooms, executives: readExecutives, partners: readPartners, contacts: readContacts, agenda: readAgenda, ndas: readNdas, meeting_requests: readRequests, award_categories: readCategories,
  nominations: readNominations, judges: readJudges, scores: readScores, commitments: readCommitments,
};

function readList({ file, sheet, encoding, recognised }: List, context: Context, options: ReadOptions, currencies: Map<string, number>): FileReading {
  const { kind, columns, headerLine, confidence } = recognised;
  const own = columns.length > 2 && columns.every(({ header, field }) => header === field);
  const aside = asideRows(recognised);
  const rows = recognised.rows.filter((row) => !aside.has(row));
  const style = styleOf(kind, columns, rows, file.delimiter, options.dateOrder ?? null);
  for (const currency of style.currency.values()) currencies.set(currency, (currencies.get(currency) ?? 0) + rows.length);
  const styled = options.currency === undefined ? style : { ...style, currency: new Map([...moneyFields(kind, options.currency), ...style.currency]) };
  const drafts = rows.map((row) => draftOf(row, recognised, styled, context.summitDays, own));
  rules[kind](drafts, context);
  if (kind === 'agenda' && context.summitDays.length === 0) context.summitDays = agendaDays(drafts);
  const skipped = [...aside].map(([row, code]): Draft => {
    const draft = { row, line: row.line, raw: new Map(), values: new Map(), reasons: [], links: {} };
    addReason(draft, 'skip', code);
    return draft;
  });
  const all = [...drafts, ...skipped].sort((a, b) => a.line - b.line);
  const counts = { accept: 0, flag: 0, duplicate: 0, reject: 0, skip: 0 };
  for (const draft of all) counts[dispositionOf(draft)]++;
  return {
    name: file.name, sheet, hiddenSheets: file.hiddenSheets, kind, encoding, delimiter: file.delimiter, headerLine, columns, confidence, own, currencies: Object.fromEntries(styled.currency), counts,
    issues: all.flatMap(issuesOf), duplicateGroups: duplicateGroups(drafts), records: drafts.flatMap(recordOf), failed: drafts.filter(({ reasons }) => reasons.length > 0).map(({ line, row }) => ({ line, cells: row.cells.map(cellText) })), askDateOrder: style.undecidedDates,
  };
}

function moneyFields(kind: Kind, currency: string): (readonly [string, string])[] {
  return [...fieldsOf(kind)].flatMap(([field, spec]) => (spec.kind === 'money' ? [[field, currency] as const] : []));
}

function draftOf(row: GridRow, { kind, columns }: Recognised, style: ListStyle, summitDays: readonly LocalDate[], own: boolean): Draft {
  const raw = new Map<string, string>();
  const draft: Draft = { row, line: row.line, raw, values: new Map(), reasons: [], links: {} };
  const specs = fieldsOf(kind);
  for (const { index, field } of columns) {
    if (field === null) continue;
    const cell = row.cells[index];
    const text = plainText(cellText(cell));
    raw.set(field, text);
    const spec = specs.get(field);
    if (spec === undefined) continue;
    const meant = own && typeof cell === 'string' ? formulaUnsafe(cell) : cell;
    const { value, fault } = readCell(meant, meant === cell ? text : plainText(cellText(meant)), field, spec, style, summitDays);
    draft.values.set(field, value);
    if (fault !== null) addReason(draft, 'flag', fault, field);
  }
  splitFullName(draft);
  return draft;
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

function issuesOf(draft: Draft): Issue[] {
  const disposition = dispositionOf(draft);
  if (disposition === 'accept') return [];
  // Why a row is not kept is said once; what else is wrong with it no longer matters.
  return draft.reasons.filter(({ severity }) => severity === disposition).map(({ code, field, value, related, suggest }) => ({ line: draft.line, disposition, code, field, value, related, suggest }));
}

function recordOf(draft: Draft): RecordReading[] {
  const disposition = dispositionOf(draft);
  return disposition === 'skip' ? [] : [{ line: draft.line, disposition, values: Object.fromEntries(draft.values), links: draft.links }];
}

/** The days sessions start on, without strays more than two weeks from the middle one, which are typing mistakes. */
function agendaDays(drafts: readonly Draft[]): LocalDate[] {
  const starts = drafts.flatMap((draft) => sessionSpan(draft).start?.slice(0, 10) ?? []).sort();
  const middle = Date.parse(starts[Math.floor(starts.length / 2)] ?? '');
  return [...new Set(starts)].filter((day) => Math.abs(Date.parse(day) - middle) <= 14 * 86_400_000) as LocalDate[];
}
