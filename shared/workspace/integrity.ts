import type { Row, Tables } from '../kernel/table.ts';
import { references } from './references.ts';
import { rowSchemas, type Snapshot, type TableName, tableNames } from './snapshot.ts';

/** Something in stored tables that no command could have left there. */
export type Damage =
  | { readonly code: 'row-unreadable'; readonly table: TableName; readonly id: string; readonly reason: string }
  | { readonly code: 'row-under-wrong-id'; readonly table: TableName; readonly id: string }
  | { readonly code: 'reference-to-nothing'; readonly table: TableName; readonly id: string; readonly field: string; readonly target: string };

/** Every damage of the tables; empty for tables that only commands have written. */
export function damageOf(snapshot: Snapshot): Damage[] {
  return [...tableNames.flatMap((table) => unreadable(table, snapshot[table])), ...danglingReferences(snapshot)];
}

function unreadable(table: TableName, rows: ReadonlyMap<string, Row>): Damage[] {
  const found: Damage[] = [];
  for (const [id, row] of rows) {
    const read = rowSchemas[table].safeParse(row);
    if (!read.success) {
      const [issue] = read.error.issues;
      found.push({ code: 'row-unreadable', table, id, reason: `${issue?.path.join('.')}: ${issue?.message}` });
    } else if (row.id !== id) found.push({ code: 'row-under-wrong-id', table, id });
  }
  return found;
}

function danglingReferences(snapshot: Snapshot): Damage[] {
  const tables: Tables = snapshot;
  return references.flatMap(({ from, field, to }) =>
    [...(tables[from] ?? [])].flatMap(([id, row]) =>
      [(row as unknown as Record<string, unknown>)[field]]
        .flat()
        .filter((target): target is string => typeof target === 'string' && !tables[to]?.has(target))
        .map((target): Damage => ({ code: 'reference-to-nothing', table: from, id, field, target })),
    ),
  );
}
