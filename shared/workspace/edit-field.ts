import { type Change, change, set } from '../kernel/change.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Row, Tables } from '../kernel/table.ts';
import { rowSchemas, type Snapshot, type TableName } from './snapshot.ts';

export type FieldRefused = { readonly code: 'field-refused'; readonly field: string; readonly reason: string } | { readonly code: 'row-gone'; readonly table: string; readonly id: string };

/**
 * Sets fields of one row, as a table cell or a form does; a path such as `performance.health` reaches into a value. Null means emptied:
 * the field becomes null, or empty text or an empty list where it cannot be null. Refused where the row's schema refuses it.
 */
export function editFields(snapshot: Snapshot, table: TableName, id: string, fields: Readonly<Record<string, unknown>>, label: string): Result<Change, FieldRefused> {
  const before = (snapshot as Tables)[table]?.get(id);
  if (!before) return err({ code: 'row-gone', table, id });
  const read = Object.entries(fields).reduce<ReturnType<typeof readRow>>((row, [path, value]) => {
    if (!row.success) return row;
    const tries = value === null || value === '' ? [null, '', []] : [value];
    const outcomes = tries.map((tried) => readRow(table, withValue(row.data, path.split('.'), tried)));
    return outcomes.find(({ success }) => success) ?? (outcomes[0] as typeof row);
  }, readRow(table, before));
  if (!read.success) {
    const [issue] = read.error.issues;
    return err({ code: 'field-refused', field: issue?.path.join('.') ?? '', reason: issue?.message ?? 'not a value this field can hold' });
  }
  return ok(change(label, JSON.stringify(before) === JSON.stringify(read.data) ? [] : [set(table, before, read.data as Partial<Row>)]));
}

/** Adds a whole row. Refused where the row's schema refuses it. */
export function addRow(table: TableName, row: Row, label: string): Result<Change, FieldRefused> {
  const read = rowSchemas[table].safeParse(row);
  if (read.success) return ok(change(label, [{ table, id: row.id, before: null, after: read.data }]));
  const [issue] = read.error.issues;
  return err({ code: 'field-refused', field: issue?.path.join('.') ?? '', reason: issue?.message ?? 'not a value this field can hold' });
}

function readRow(table: TableName, row: unknown) {
  return rowSchemas[table].safeParse(row);
}

function withValue(value: unknown, [field, ...deeper]: readonly string[], wanted: unknown): unknown {
  if (field === undefined) return wanted;
  const record = (value ?? {}) as Readonly<Record<string, unknown>>;
  return { ...record, [field]: withValue(record[field], deeper, wanted) };
}
