import { add, drop, type Edit } from '../../kernel/change.ts';
import type { Row } from '../../kernel/table.ts';
import { rowSchemas, type Snapshot, type TableName, tableNames } from '../snapshot.ts';

/** The rows of a table, as far as generic code knows them. */
export type Fields = Readonly<Record<string, unknown>>;
type RowOf<Name extends TableName> = Snapshot[Name] extends ReadonlyMap<string, infer R> ? R : never;

/** The tables while two records become one. Lives only inside one command. */
export type Draft = {
  readonly before: Snapshot;
  readonly after: { readonly [Name in TableName]: Map<string, RowOf<Name>> };
  /** What the planner is told about rows that had to become one as well. */
  readonly told: string[];
};

export function draftOf(before: Snapshot): Draft {
  const after = Object.fromEntries(tableNames.map((table) => [table, new Map<string, Row>(before[table])]));
  return { before, after: after as unknown as Draft['after'], told: [] };
}

export function rowsOf({ after }: Draft, table: TableName): Map<string, Row> {
  return after[table] as unknown as Map<string, Row>;
}

/** One edit for every row that is not what it was, in the order of the tables. */
export function draftEdits(draft: Draft): Edit[] {
  return (Object.keys(rowSchemas) as TableName[]).flatMap((table) => {
    const old: ReadonlyMap<string, Row> = draft.before[table];
    const now = rowsOf(draft, table);
    const gone = [...old.values()].filter(({ id }) => !now.has(id)).map((row) => drop(table, row));
    const changed = [...now.values()].flatMap((row): Edit[] => {
      const earlier = old.get(row.id);
      if (earlier === row) return [];
      return [earlier === undefined ? add(table, row) : { table, id: row.id, before: earlier, after: row }];
    });
    return [...gone, ...changed];
  });
}
