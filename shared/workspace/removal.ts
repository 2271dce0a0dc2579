import { type Change, change, type Edit } from '../kernel/change.ts';
import type { Row, Tables } from '../kernel/table.ts';
import { references } from './references.ts';
import type { Snapshot, TableName } from './snapshot.ts';

/** Removes rows with everything that cannot stand without them, and lets go of them wherever else they are named. One undoable step. */
export function removal(snapshot: Snapshot, table: TableName, ids: readonly string[], label: string): Change {
  const tables: Tables = snapshot;
  const gone = new Map<string, Edit>();
  const mended = new Map<string, Edit>();
  const waiting = ids.map((id) => ({ table, id }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const row = tables[next.table]?.get(next.id);
    if (!row || gone.has(`${next.table}/${next.id}`)) continue;
    gone.set(`${next.table}/${next.id}`, { table: next.table, id: next.id, before: row, after: null });
    for (const reference of references.filter(({ to }) => to === next.table)) {
      for (const [id, before] of tables[reference.from] ?? []) {
        if (!refersTo(before, reference.field, next.id)) continue;
        const key = `${reference.from}/${id}`;
        if (reference.whenRemoved === 'remove') waiting.push({ table: reference.from, id });
        else {
          const after = withoutReference(mended.get(key)?.after ?? before, reference.field, next.id);
          mended.set(key, { table: reference.from, id, before, after });
        }
      }
    }
  }
  const stillThere = [...mended].filter(([key]) => !gone.has(key)).map(([, edit]) => edit);
  return change(label, [...gone.values(), ...stillThere]);
}

/** How many rows of each table a removal takes along, for the question before it: `{requests: 4, placements: 3}`. */
export function takenAlong({ edits }: Change, table: TableName): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const edit of edits) if (edit.after === null && edit.table !== table) counts[edit.table] = (counts[edit.table] ?? 0) + 1;
  return counts;
}

function refersTo(row: Row, field: string, id: string): boolean {
  const value = fieldOf(row, field);
  return Array.isArray(value) ? value.includes(id) : value === id;
}

function withoutReference(row: Row, field: string, id: string): Row {
  const value = fieldOf(row, field);
  return { ...row, [field]: Array.isArray(value) ? value.filter((other) => other !== id) : null };
}

function fieldOf(row: Row, field: string): unknown {
  return (row as unknown as Readonly<Record<string, unknown>>)[field];
}
