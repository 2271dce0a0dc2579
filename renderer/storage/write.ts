import type { Change } from '#shared/kernel/change.ts';
import type { SummitId } from '#shared/kernel/ids.ts';
import type { Row } from '#shared/kernel/table.ts';
import type { JournalLine } from '#shared/workspace/journal-line.ts';
import { schemaVersion } from '#shared/workspace/migrations.ts';
import { type Snapshot, type TableName, tableNames } from '#shared/workspace/snapshot.ts';
import type { Table } from 'dexie';
import { type Database, headOf, type StoredRow, type SummitEntry } from './database.ts';

/** A change with the journal line that stands for it. */
export type Entry = { readonly change: Change; readonly line: JournalLine; readonly text: string };

/** Writes rows and journal line in one transaction: both are there or neither. Resolves after the strict commit. */
export async function write(database: Database, summit: SummitId, name: string, { change, line, text }: Entry): Promise<void> {
  const touched = [...new Set(change.edits.map(({ table }) => table as TableName))];
  const stores = [...touched.map((table) => database.rows(table)), database.lines, database.bodies, database.entries];
  await database.transaction('rw', stores, async () => {
    // Asked for at once, not one after the other: the transaction commits them together all the same.
    const before = database.entries.get(summit);
    const puts = touched.flatMap((table) => {
      const edits = change.edits.filter((edit) => edit.table === table);
      const kept = edits.flatMap(({ after }) => (after ? [stored(summit, after)] : []));
      const gone = edits.flatMap(({ id, after }): [SummitId, string][] => (after ? [] : [[summit, id]]));
      return [kept.length > 0 ? putInParts(database.rows(table), kept) : null, gone.length > 0 ? database.rows(table).bulkDelete(gone) : null];
    });
    const entered = before.then((known) => database.entries.put({
      summit, name, lines: (known?.lines ?? 0) + 1, ...counted(known, change), head: line.id, order: line.order, savedAt: line.at, openedAt: known?.openedAt ?? line.at,
    }));
    await Promise.all([...puts, database.lines.put(headOf(summit, line)), database.bodies.put({ summit, id: line.id, text }), entered]);
  });
}

/** Rows handed over at once. The window copies them on its own thread, some 25 ms for these; between two parts it answers. */
const partSize = 300;

async function putInParts(table: Table<StoredRow, [SummitId, string]>, rows: readonly StoredRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += partSize) await table.bulkPut(rows.slice(from, from + partSize));
}

/** The rows each table holds after a change, reckoned rather than counted, so that a row lost meanwhile is missed at the next start. */
function counted(known: SummitEntry | undefined, { edits }: Change): Pick<SummitEntry, 'rows'> {
  if (known && !known.rows) return {};
  const rows: Partial<Record<TableName, number>> = { ...known?.rows };
  for (const { table, before, after } of edits) {
    const name = table as TableName;
    rows[name] = (rows[name] ?? 0) + (after ? 1 : 0) - (before ? 1 : 0);
  }
  return { rows };
}

/** Puts a whole summit in place of whatever the database holds of it, with its whole journal. One transaction. */
export async function replaceSummit(database: Database, summit: SummitId, name: string, snapshot: Snapshot, lines: readonly { line: JournalLine; text: string }[]): Promise<void> {
  const last = lines.at(-1)?.line;
  if (!last) throw new Error('a summit has at least the line that made it');
  await database.transaction('rw', database.tables, async () => {
    await erase(database, summit);
    for (const table of tableNames) await database.rows(table).bulkPut([...snapshot[table].values()].map((row) => stored(summit, row)));
    await database.lines.bulkPut(lines.map(({ line }) => headOf(summit, line)));
    await database.bodies.bulkPut(lines.map(({ line, text }) => ({ summit, id: line.id, text })));
    const rows = Object.fromEntries(tableNames.map((table) => [table, snapshot[table].size]));
    await database.entries.put({ summit, name, lines: lines.length, rows, head: last.id, order: last.order, savedAt: last.at, openedAt: last.at });
  });
}

/** Takes a summit out of the window's database. Its journal and copies on disk stay. */
export async function removeSummit(database: Database, summit: SummitId): Promise<void> {
  await database.transaction('rw', database.tables, () => erase(database, summit));
}

async function erase(database: Database, summit: SummitId): Promise<void> {
  const range = { from: [summit, ''], to: [summit, '\uffff'] };
  for (const table of [...tableNames.map((name) => database.rows(name)), database.lines, database.bodies]) {
    await table.where(':id').between(range.from, range.to, true, true).delete();
  }
  await database.entries.delete(summit);
}

function stored(summit: SummitId, row: Row): StoredRow {
  return { summit, id: row.id, schema: schemaVersion, row };
}

