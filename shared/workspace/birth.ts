import type { Patch } from './journal-line.ts';
import { type Snapshot, tableNames } from './snapshot.ts';

/** The edits that make a whole snapshot out of nothing: the first line of a journal. */
export function addedRows(snapshot: Snapshot): Patch[] {
  return tableNames.flatMap((table) => [...snapshot[table].values()].map((row): Patch => ({ table, id: row.id, was: null, now: { ...row } })));
}
