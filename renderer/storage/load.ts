import type { LineId, SummitId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Row } from '#shared/kernel/table.ts';
import { type JournalLine, readLine } from '#shared/workspace/journal-line.ts';
import { migrated, schemaVersion, type StoredTables } from '#shared/workspace/migrations.ts';
import { rowSchemas, type Snapshot, type TableName, tableNames } from '#shared/workspace/snapshot.ts';
import { type Database, type LineHead, ofSummit, type SummitEntry } from './database.ts';

export type LoadProblem =
  | { readonly code: 'summit-not-here' }
  | { readonly code: 'stored-lines-missing'; readonly expected: number; readonly found: number }
  | { readonly code: 'stored-rows-missing'; readonly table: TableName; readonly expected: number; readonly found: number }
  | { readonly code: 'stored-by-newer-version'; readonly schema: number }
  | { readonly code: 'stored-row-unreadable'; readonly table: string; readonly id: string; readonly reason: string };

export type LoadedSummit = { readonly snapshot: Snapshot; readonly entry: SummitEntry; readonly heads: readonly LineHead[] };

/** Reads one summit whole, bringing rows of older versions up to this one. Refuses it whole where a row cannot be read. */
export async function load(database: Database, summit: SummitId): Promise<Result<LoadedSummit, LoadProblem>> {
  const entry = await database.entries.get(summit);
  if (!entry) return err({ code: 'summit-not-here' });
  const [stored, heads] = await Promise.all([
    Promise.all(tableNames.map((table) => ofSummit(database.rows(table), summit).toArray())),
    ofSummit(database.lines as never, summit).toArray() as Promise<LineHead[]>,
  ]);
  if (heads.length !== entry.lines) return err({ code: 'stored-lines-missing', expected: entry.lines, found: heads.length });
  for (const [index, table] of tableNames.entries()) {
    const [expected, found] = [entry.rows?.[table], stored[index]?.length ?? 0];
    if (expected !== undefined && expected !== found) return err({ code: 'stored-rows-missing', table, expected, found });
  }
  const oldest = stored.flat().reduce((least, { schema }) => Math.min(least, schema), schemaVersion);
  const newest = stored.flat().reduce((most, { schema }) => Math.max(most, schema), schemaVersion);
  if (newest > schemaVersion) return err({ code: 'stored-by-newer-version', schema: newest });
  const rows = Object.fromEntries(tableNames.map((table, index) => [table, (stored[index] ?? []).map(({ row }) => row)]));
  const snapshot = readRows(migrated(rows, oldest));
  return snapshot.ok ? ok({ snapshot: snapshot.value, entry, heads }) : snapshot;
}

/** The whole line behind a head; null where it is gone or damaged. */
export async function lineOf(database: Database, summit: SummitId, id: LineId): Promise<JournalLine | null> {
  const body = await database.bodies.get([summit, id]);
  const read = body && readLine(body.text);
  return read?.ok ? read.value : null;
}

/** Every line of a summit as written, oldest first, from the one after `after`. */
export async function linesAfter(database: Database, summit: SummitId, after: LineId | null): Promise<string[]> {
  const heads = (await ofSummit(database.lines as never, summit).toArray()) as LineHead[];
  const from = after === null ? 0 : heads.findIndex(({ id }) => id === after) + 1;
  const bodies = await database.bodies.bulkGet(heads.slice(from).map(({ id }): [SummitId, LineId] => [summit, id]));
  return bodies.flatMap((body) => (body ? [body.text] : []));
}

function readRows(stored: StoredTables): Result<Snapshot, LoadProblem> {
  const tables: Record<string, Map<string, Row>> = {};
  for (const table of tableNames) {
    const rows = (tables[table] = new Map<string, Row>());
    for (const row of stored[table] ?? []) {
      const read = rowSchemas[table].safeParse(row);
      if (!read.success) {
        const [issue] = read.error.issues;
        return err({ code: 'stored-row-unreadable', table, id: row.id, reason: `${issue?.path.join('.')}: ${issue?.message}` });
      }
      rows.set(row.id, row);
    }
  }
  return ok(tables as unknown as Snapshot);
}
