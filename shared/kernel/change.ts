import type { Row, Tables } from './table.ts';

/** One row before and after. `before` null: the row is new. `after` null: it is removed. */
export type Edit = {
  readonly table: string;
  readonly id: string;
  readonly before: Row | null;
  readonly after: Row | null;
};

/** What a command returns: a named step that can be taken, undone, journalled and merged. At most one edit a row. */
export type Change = {
  readonly label: string;
  readonly why?: string;
  readonly edits: readonly Edit[];
};

export function change(label: string, edits: readonly Edit[], why?: string): Change {
  return why === undefined ? { label, edits } : { label, why, edits };
}

export function add(table: string, row: Row): Edit {
  return { table, id: row.id, before: null, after: row };
}

/** The edit that sets the given fields of a row, leaving the others. */
export function set<R extends Row>(table: string, row: R, fields: Partial<Omit<R, 'id'>>): Edit {
  return { table, id: row.id, before: row, after: { ...row, ...fields } };
}

export function drop(table: string, row: Row): Edit {
  return { table, id: row.id, before: row, after: null };
}

/** The change that takes this one back. */
export function inverse({ edits, ...named }: Change): Change {
  return { ...named, edits: edits.map((edit) => ({ ...edit, before: edit.after, after: edit.before })).reverse() };
}

/** The tables with every edit made, rows in the order of their ids, as both homes keep them. Tables without an edit stay the same value, so that selectors can compare by identity. */
export function apply<T extends Tables>(tables: T, edits: readonly Edit[]): T {
  const touched = new Map<string, Map<string, Row>>();
  for (const { table, id, after } of edits) {
    const source = tables[table];
    if (source === undefined) throw new Error(`no table called ${table}`);
    const rows = touched.get(table) ?? new Map(source);
    touched.set(table, rows);
    if (after === null) rows.delete(id);
    else rows.set(id, after);
  }
  return { ...tables, ...Object.fromEntries([...touched].map(([table, rows]) => [table, inOrder(rows)])) };
}

/** A row taken back by undo would otherwise stand last until the next start. */
function inOrder(rows: Map<string, Row>): Map<string, Row> {
  let last = '';
  for (const id of rows.keys()) {
    if (id < last) return new Map([...rows].sort(([one], [other]) => (one < other ? -1 : 1)));
    last = id;
  }
  return rows;
}

/** Several steps as one: each row goes from its first `before` to its last `after`. Rows that end as they began are left out. */
export function together(label: string, changes: readonly Change[], why?: string): Change {
  const joined = new Map<string, Edit>();
  for (const edit of changes.flatMap(({ edits }) => edits)) {
    const key = `${edit.table}\u0000${edit.id}`;
    const earlier = joined.get(key);
    joined.set(key, earlier ? { ...edit, before: earlier.before } : edit);
  }
  return change(label, [...joined.values()].filter(({ before, after }) => before !== after), why);
}
