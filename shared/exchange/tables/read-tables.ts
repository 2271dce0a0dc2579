import { migratedRow } from '#shared/workspace/migrations.ts';
import type { TableName } from '#shared/workspace/snapshot.ts';
import { formulaUnsafe } from '../csv/formula-safe.ts';
import { type Cell, cellText, type Grid, type GridRow, isBlankCell, type OpenedFile } from '../grid.ts';
import type { FileReading, Issue, ReasonCode, RecordReading, Value } from '../intake/reading.ts';
import { valueIn } from './cell-text.ts';
import { assembled, type Leaf, longTexts, markIn, placeHeader, storedLists, type StoredList } from './columns.ts';
import { type Continuations, continuations, rejoined } from './long-text.ts';

/** Ids that rows may refer to beside those of the files: what the summit holds already. */
type KnownIds = Readonly<Partial<Record<TableName, readonly string[]>>>;

/** The key under which a record of ours carries its row's id and its place; no stored field is called so. */
export const rowKey = '(row)';
export const placeKey = '(place)';

type OwnList = { readonly file: OpenedFile; readonly grid: Grid; readonly list: StoredList; readonly more: Continuations };
type Line = { readonly row: GridRow; readonly values: Map<string, Value>; readonly issues: Issue[]; fate: RecordReading['disposition'] };
type Draft = OwnList & { readonly columns: FileReading['columns']; readonly lines: readonly Line[] };

/**
 * The lists of whole exports among some files, each known by its mark, whatever its columns' order; the other grids are given back for
 * recognition. Values are taken as they stand: nothing is tidied, guessed or read loosely.
 */
export function readTables(files: readonly OpenedFile[], known: KnownIds): { readonly own: FileReading[]; readonly others: OpenedFile[] } {
  const marked = files.map((file) => ({ file, grids: file.grids.map((grid) => ({ grid, mark: markOf(grid) })) }));
  if (!marked.some(({ grids }) => grids.some(({ mark }) => mark !== null))) return { own: [], others: [...files] };
  const plain = (file: OpenedFile, grid: Grid): Grid => (file.format === 'xlsx' ? grid : { ...grid, rows: grid.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => (typeof cell === 'string' ? formulaUnsafe(cell) : cell)) })) });
  const long = (of: readonly typeof marked[number][]) => continuations(of.flatMap(({ file, grids }) => grids.flatMap(({ grid, mark }) => (mark?.list === longTexts ? [plain(file, grid)] : []))));
  const loose = long(marked.filter(({ file }) => file.format === 'csv'));
  const drafts = marked.flatMap((each) => {
    const more = each.file.format === 'xlsx' ? long([each]) : loose;
    return each.grids.flatMap(({ grid, mark }): Draft[] => {
      const list = storedLists.find(({ name }) => name === mark?.list);
      return mark === null || list === undefined ? [] : [drafted({ file: each.file, grid: plain(each.file, grid), list, more })];
    });
  });
  judge(drafts, known);
  // What else a workbook of ours holds, such as its notes, is no list; sheets that a planner added to it are read.
  const others = marked.flatMap(({ file, grids }) => {
    const unmarked = grids.filter(({ mark }) => mark === null).map(({ grid }) => grid);
    const isOwn = unmarked.length < grids.length;
    const rest = isOwn ? unmarked.filter(({ sheet }) => sheet !== 'Read me') : unmarked;
    return rest.length === 0 && isOwn ? [] : [{ ...file, grids: rest }];
  });
  return { own: drafts.map(readingOf), others };
}

function markOf({ rows: [first] }: Grid): ReturnType<typeof markIn> {
  for (const cell of first?.cells.slice(0, 60) ?? []) {
    const mark = typeof cell === 'string' ? markIn(cell) : null;
    if (mark !== null && (mark.list === longTexts || storedLists.some(({ name }) => name === mark.list))) return mark;
  }
  return null;
}

function drafted(own: OwnList): Draft {
  const { grid: { rows: [head, ...rows] }, list } = own;
  const byHeader = new Map(list.leaves.map((leaf) => [leaf.header, leaf]));
  const columns = (head?.cells ?? []).map((cell, index) => {
    const header = cellText(cell);
    return { index, header, field: markIn(header) !== null ? rowKey : header === placeHeader && list.field !== null ? placeKey : (byHeader.get(header)?.path ?? null) };
  });
  const leaves = new Map(list.leaves.map((leaf) => [leaf.path, leaf]));
  const lines = rows.filter(({ cells }) => !cells.every(isBlankCell)).map((row): Line => {
    const line: Line = { row, values: new Map(), issues: [], fate: 'accept' };
    for (const { index, field, header } of columns) if (field !== null) readInto(line, field, header, row.cells[index], leaves.get(field), own.more);
    return line;
  });
  return { ...own, columns, lines };
}

function readInto(line: Line, field: string, header: string, cell: Cell | undefined, leaf: Leaf | undefined, more: Continuations): void {
  if (leaf === undefined) {
    if (!isBlankCell(cell)) line.values.set(field, field === placeKey ? Number(cellText(cell)) : cellText(cell));
    return;
  }
  const whole = typeof cell === 'string' ? rejoined(cell, more) : cell;
  if (whole === null && typeof cell === 'string') return refuse(line, 'reject', 'TEXT_CUT', header, `…${cell.slice(-40)}`);
  const read = valueIn(leaf, whole);
  if (read === 'blank') return;
  if (read === 'unreadable') return refuse(line, 'flag', faultOf(leaf), header, cellText(cell).slice(0, 200));
  line.values.set(field, read.value as Value);
}

function faultOf({ kind }: Leaf): ReasonCode {
  return kind === 'number' || kind === 'hundredths' ? 'NOT_A_NUMBER' : kind === 'date' || kind === 'moment' ? 'IMPOSSIBLE_DATE' : 'UNKNOWN_VALUE';
}

function refuse(line: Line, disposition: 'flag' | 'duplicate' | 'reject', code: ReasonCode, field: string | null, value: string | null): void {
  line.issues.push({ line: line.row.line, disposition, code, field, value, at: null, related: [], suggest: null });
  if (line.fate === 'accept' || (line.fate === 'flag' && disposition !== 'flag')) line.fate = disposition;
}

/** What makes a line unusable beside its cells: an id that is taken or no id, too little for a new row, and references to rows that are nowhere. */
function judge(drafts: readonly Draft[], known: KnownIds): void {
  const here = new Map(Object.entries(known).map(([table, ids]) => [table, new Set(ids)]));
  for (const { list, lines } of drafts) {
    const seen = new Set<string>();
    for (const line of lines) {
      const id = line.values.get(rowKey);
      if (typeof id === 'string' && !idText.test(id)) refuse(line, 'reject', 'UNKNOWN_VALUE', 'id', id.slice(0, 200));
      else if (list.field === null && typeof id === 'string' && seen.has(id)) refuse(line, 'duplicate', 'DUPLICATE_ID', 'id', id);
      else if (list.field !== null && id === undefined) refuse(line, 'reject', 'MISSING_ID', 'id', '');
      if (typeof id === 'string') seen.add(id);
      const isNew = list.field !== null || typeof id !== 'string' || here.get(list.table)?.has(id) !== true;
      if (isNew && line.fate !== 'reject') {
        const lacking = lackingIn(list, line.values);
        if (lacking !== null) refuse(line, 'reject', 'VALUE_MISSING', lacking, '');
      }
    }
  }
  // A row that falls may have others refer to it, so this ends only when nothing falls any more.
  for (let fell = true; fell;) {
    fell = false;
    const ids = new Map<string, Set<string>>([...here].map(([table, all]) => [table, new Set(all)]));
    for (const { list, lines } of drafts) {
      const rows = ids.get(list.table) ?? new Set<string>();
      ids.set(list.table, rows);
      if (list.field === null) for (const { values, fate } of lines) if (fate === 'accept' || fate === 'flag') rows.add(String(values.get(rowKey) ?? ''));
    }
    for (const { list, lines } of drafts) for (const line of lines) if (line.fate === 'accept' || line.fate === 'flag') fell = judgedReferences(list, line, ids) || fell;
  }
}

/** True: the line fell. */
function judgedReferences({ leaves, field, table }: StoredList, line: Line, ids: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const row = line.values.get(rowKey);
  if (field !== null && ids.get(table)?.has(String(row)) !== true) {
    refuse(line, 'reject', 'UNKNOWN_REFERENCE', 'id', String(row));
    return true;
  }
  for (const { path, to, needed, header } of leaves) {
    const value = to === null ? undefined : line.values.get(path);
    if (value === undefined || to === null) continue;
    const there = (id: unknown) => ids.get(to)?.has(String(id)) === true;
    if (Array.isArray(value) ? value.every(there) : there(value)) continue;
    refuse(line, needed ? 'reject' : 'flag', 'UNKNOWN_REFERENCE', header, Array.isArray(value) ? (value as readonly string[]).filter((id) => !there(id)).join('; ') : String(value));
    if (needed) return true;
    if (Array.isArray(value)) line.values.set(path, (value as readonly string[]).filter(there));
    else line.values.delete(path);
  }
  return false;
}

/** The column without which this is no new row; null: it is one. */
function lackingIn(list: StoredList, values: ReadonlyMap<string, Value>): string | null {
  const read = list.schema.safeParse(newRow(list, values, new Map(), 'new'));
  if (read.success) return null;
  const path = read.error.issues[0]?.path.join('.') ?? '';
  return list.leaves.find((leaf) => leaf.path === path || leaf.path.startsWith(`${path}.`))?.header ?? path;
}

/** A row made of nothing but what a file says; what an older version had no column for is as that version's rows have it. */
export function newRow(list: StoredList, values: ReadonlyMap<string, unknown>, within: ReadonlyMap<string, readonly unknown[]>, id: string): object {
  const row = assembled(list.schema, values, within) as object;
  return list.field === null ? migratedRow(list.table, { ...row, id }) : row;
}

const idText = /^[A-Za-z0-9_.:-]{1,64}$/;

function readingOf({ file, grid, list, columns, lines }: Draft): FileReading {
  const counts = { accept: 0, flag: 0, duplicate: 0, reject: 0, skip: 0 };
  for (const { fate } of lines) counts[fate]++;
  return {
    name: file.name, sheet: grid.sheet, hiddenSheets: file.hiddenSheets, kind: `table ${list.name}`, encoding: file.encoding, delimiter: file.delimiter, headerLine: 1, columns: columns.map(({ index, header, field }) => ({ index, header, field: field === null ? null : header })), confidence: 1, own: true, currencies: {}, counts,
    issues: lines.flatMap(({ issues, fate }) => issues.filter(({ disposition }) => disposition === fate)).map((issue) => { const column = columns.find(({ header }) => header === issue.field); return column === undefined ? issue : { ...issue, at: { line: issue.line, column: column.index } }; }), duplicateGroups: [],
    records: lines.map(({ row, fate, values }) => ({ line: row.line, disposition: fate, values: Object.fromEntries(values), links: {} })),
    failed: lines.filter(({ issues }) => issues.length > 0).map(({ row }) => ({ line: row.line, cells: row.cells.map(cellText) })), askDateOrder: [],
    // A file of ours says what its columns are and how it is written.
    askDecimalMark: [], fiscal: [], written: { dateOrder: null, decimalMark: null }, samples: {}, fromTable: false, asMapped: false, cellSamples: [],
  };
}
