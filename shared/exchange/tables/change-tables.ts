import type { Brand } from '#shared/kernel/brand.ts';
import type { MintId } from '#shared/kernel/ids.ts';
import type { Row } from '#shared/kernel/table.ts';
import { theSummit } from '#shared/summit/summit.ts';
import { rowSchemas, type Snapshot, type TableName, tableNames } from '#shared/workspace/snapshot.ts';
import type { FolderReading } from '../intake/reading.ts';
import { type RowOf, type Source, stage, type Staging } from '../intake/staging.ts';
import { assembled, flattened, storedLists, type StoredList } from './columns.ts';
import { newRow, placeKey, rowKey } from './read-tables.ts';

/** The id of the summit whose tables these are; null where no whole export is among the files. */
export function summitIn(reading: FolderReading): string | null {
  const [record] = recordsIn(reading, 'summits');
  const id = record?.values[rowKey];
  return typeof id === 'string' ? id : null;
}

/**
 * Brings the rows of whole exports in, as they are: a row with a known id takes what the file says and keeps what it leaves blank, another
 * is added under its id, or under a new one where it has none. The facts of the summit go to this one; a summit without any rows becomes
 * the exported one in all but its id.
 */
export function stageTables(reading: FolderReading, staging: Staging): void {
  for (const table of tableNames) {
    const lists = storedLists.filter((list) => list.table === table);
    const [rows, ...inner] = lists;
    if (rows === undefined) continue;
    const within = new Map<string, Map<string, readonly unknown[]>>();
    for (const list of inner) {
      if (list.field === null) continue;
      for (const [id, records] of recordsByRow(reading, list)) within.set(id, new Map([...(within.get(id) ?? []), [list.field, records]]));
    }
    const seen = new Set<string>();
    for (const source of recordsIn(reading, rows.name)) {
      const { values } = source;
      const id = table === 'summits' ? theSummit(staging.before).id : String(values[rowKey] ?? mintedId(staging.mint));
      seen.add(id);
      const said = new Map(Object.entries(values).filter(([path]) => path !== rowKey));
      stageRow(staging, rows, id, said, within.get(String(values[rowKey] ?? '')) ?? new Map<string, readonly unknown[]>(), source);
    }
    for (const [id, records] of within) {
      const own = table === 'summits' ? theSummit(staging.before).id : id;
      if (!seen.has(own)) stageRow(staging, rows, own, new Map(), records);
    }
  }
}

function stageRow(staging: Staging, list: StoredList, id: string, said: ReadonlyMap<string, unknown>, within: ReadonlyMap<string, readonly unknown[]>, source?: Source): void {
  const earlier = (staging.after[list.table] as ReadonlyMap<string, Row>).get(id);
  const row = earlier === undefined || (list.table === 'summits' && isBlank(staging.before))
    ? newRow(list, said, within, id)
    : { ...earlier, ...(assembled(list.schema, new Map([...flattened(list.leaves, earlier), ...said]), new Map([...recordsOf(list.table, earlier), ...within])) as object), id };
  const read = rowSchemas[list.table].safeParse(row);
  if (read.success) stage(staging, list.table, read.data as RowOf<TableName>, source);
}

/** The records that a row has now, by field. */
function recordsOf(table: TableName, row: Row): [string, readonly unknown[]][] {
  return storedLists.flatMap((list) => (list.table === table && list.field !== null ? [[list.field, (row as unknown as Readonly<Record<string, readonly unknown[]>>)[list.field] ?? []] as [string, readonly unknown[]]] : []));
}

/** The records of a list by the row they belong to, in their places. A row of which one is unusable keeps those it has. */
function recordsByRow(reading: FolderReading, list: StoredList): Map<string, unknown[]> {
  const lines = reading.files.filter(({ kind }) => kind === `table ${list.name}`).flatMap(({ records }) => records);
  const broken = new Set(lines.filter(({ disposition }) => disposition === 'reject' || disposition === 'duplicate').map(({ values }) => values[rowKey]));
  const found = new Map<string, { readonly place: number; readonly record: unknown }[]>();
  for (const { values } of lines) {
    const id = values[rowKey];
    if (typeof id !== 'string' || broken.has(id)) continue;
    const place = typeof values[placeKey] === 'number' && !Number.isNaN(values[placeKey]) ? values[placeKey] : Number.POSITIVE_INFINITY;
    found.set(id, [...(found.get(id) ?? []), { place, record: newRow(list, new Map(Object.entries(values)), new Map(), '') }]);
  }
  return new Map([...found].map(([id, records]) => [id, records.sort((a, b) => (a.place === b.place ? 0 : a.place - b.place)).map(({ record }) => record)]));
}

function recordsIn({ files }: FolderReading, list: string): Source[] {
  return files.filter(({ kind }) => kind === `table ${list}`).flatMap((file) => file.records.filter(({ disposition }) => disposition === 'accept' || disposition === 'flag').map((record) => ({ file, record, values: record.values })));
}

/** A summit that holds nothing yet but itself. */
function isBlank(snapshot: Snapshot): boolean {
  return tableNames.every((table) => table === 'summits' || snapshot[table].size === 0);
}

function mintedId(mint: MintId): string {
  return mint<Brand<string, string>>();
}
