import type { Brand } from '#shared/kernel/brand.ts';
import { add, type Edit, set } from '#shared/kernel/change.ts';
import type { MintId } from '#shared/kernel/ids.ts';
import type { Row } from '#shared/kernel/table.ts';
import type { Snapshot, TableName } from '#shared/workspace/snapshot.ts';
import { listKey } from './mend.ts';
import type { FileReading, FolderReading, RecordReading, Value, Values } from './reading.ts';
import type { Kind } from '../recognise/kinds.ts';

export type RowOf<Name extends TableName> = Snapshot[Name] extends ReadonlyMap<string, infer R> ? R : never;

/** The tables while an import is turned into one change. Lives only inside one call. */
export type Staging = {
  readonly before: Snapshot;
  readonly after: { readonly [Name in TableName]: Map<string, RowOf<Name>> };
  readonly mint: MintId;
  /** Ids that records had when these files were read before, by their place. */
  readonly former: ReadonlyMap<string, string>;
  /** Ids that new rows get now, by the place of their record. */
  readonly ids: Map<string, string>;
  /** Which row each record speaks of, in their order. */
  readonly spoken: { readonly source: Source; readonly table: TableName; readonly id: string }[];
};

/** A usable record with the file it comes from. */
export type Source = { readonly file: FileReading; readonly record: RecordReading; readonly values: Values };

export function staged(before: Snapshot, mint: MintId, former: ReadonlyMap<string, string>): Staging {
  const after = Object.fromEntries(Object.entries(before).map(([name, rows]) => [name, new Map(rows as ReadonlyMap<string, Row>)]));
  return { before, after: after as unknown as Staging['after'], mint, former, ids: new Map(), spoken: [] };
}

/** `source` is the record that speaks of the row, where it is one of a list. */
export function stage<Name extends TableName>({ after, spoken }: Staging, table: Name, row: RowOf<Name>, source?: Source): void {
  (after[table] as Map<string, Row>).set((row as Row).id, row as Row);
  if (source !== undefined) spoken.push({ source, table, id: (row as Row).id });
}

/** The id of a row that a record adds: the one it had when its file was read before, so that what was decided about it since still means it. */
export function newId<Id extends Brand<string, string>>({ mint, former, ids }: Staging, { file, record }: Source): Id {
  const place = `${file.kind} ${listKey(file.name, file.sheet)} ${record.line}`;
  const id = (former.get(place) as Id | undefined) ?? mint<Id>();
  ids.set(place, id);
  return id;
}

/** One edit for every row that is new or differs, in the order of the tables. */
export function stagedEdits({ before, after }: Staging): Edit[] {
  return (Object.keys(after) as TableName[]).flatMap((table) => {
    const old = before[table] as ReadonlyMap<string, Row>;
    return [...(after[table] as ReadonlyMap<string, Row>).values()].flatMap((row): Edit[] => {
      const earlier = old.get(row.id);
      if (earlier === undefined) return [add(table, row)];
      return JSON.stringify(earlier) === JSON.stringify(row) || inOrder(earlier) === inOrder(row) ? [] : [set(table, earlier, row)];
    });
  });
}

/** The order in which a row's fields happen to stand says nothing. */
function inOrder(row: Row): string {
  return JSON.stringify(row, (_, part: unknown) => (typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part));
}

/** Finds the row a record updates by any of its keys, strongest first. A row is found once, so that an import makes at most one edit of it. */
export function matcher<R extends Row>(rows: Iterable<R>, keysOf: (row: R) => readonly (string | null)[]): (keys: readonly (string | null)[]) => R | null {
  const known: Map<string, R[]>[] = [];
  for (const row of rows) {
    keysOf(row).forEach((key, rank) => {
      if (key === null || key === '') return;
      const index = (known[rank] ??= new Map<string, R[]>());
      const same = index.get(key);
      if (same === undefined) index.set(key, [row]);
      else same.push(row);
    });
  }
  const used = new Set<string>();
  return (keys) => {
    for (const [rank, key] of keys.entries()) {
      const free = key === null || key === '' ? [] : (known[rank]?.get(key) ?? []).filter(({ id }) => !used.has(id));
      const [only] = free;
      if (only === undefined || free.length > 1) continue;
      used.add(only.id);
      return only;
    }
    return null;
  };
}

/** The row with what a file says, in one or several parts. What it leaves out, or what could not be read, stays as it was. */
export function filled<R extends object>(row: R, ...parts: readonly { readonly [K in keyof R]?: R[K] | null | undefined }[]): R {
  const next: R = { ...row };
  for (const fields of parts) {
    for (const field in fields) {
      const value = fields[field];
      if (says(value)) next[field] = value as R[typeof field];
    }
  }
  return next;
}

/** Whether a field of a file says anything. */
function says(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

/** The usable records of a kind with the file they come from, in the order of the files. */
export function recordsOf({ files }: FolderReading, kind: Kind): Source[] {
  return files.filter((file) => file.kind === kind).flatMap((file) => file.records.filter(({ disposition }) => disposition === 'accept' || disposition === 'flag').map((record) => ({ file, record, values: record.values })));
}

export function text(value: Value | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function number(value: Value | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

export function flag(value: Value | undefined): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

export function list(value: Value | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** The word, where the list of the domain has it. */
export function oneOf<const Word extends string>(words: readonly Word[], value: Value | undefined): Word | null {
  return words.find((word) => word === value) ?? null;
}
