import type { Row } from '../../kernel/table.ts';
import { references } from '../references.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Fields } from './draft.ts';
import { isBlank, mergeFields, type MergeTable, valueAt } from './fields.ts';

/** The record of two that is better kept: the one that was there before, else the one more rows refer to, else the fuller, else the first. */
export function suggestedKept(snapshot: Snapshot, table: MergeTable, one: string, other: string, wasThere: (id: string) => boolean = () => true): string {
  const rows = snapshot[table] as ReadonlyMap<string, Row>;
  const rank = (id: string): readonly number[] => [Number(wasThere(id)), referring(snapshot, table, id), mergeFields[table].filter((path) => !isBlank(valueAt(rows.get(id) ?? { id }, path))).length];
  const [first, second] = one < other ? [one, other] : [other, one];
  const [mine, theirs] = [rank(first), rank(second)];
  const at = mine.findIndex((value, index) => value !== theirs[index]);
  return at >= 0 && (theirs[at] ?? 0) > (mine[at] ?? 0) ? second : first;
}

function referring(snapshot: Snapshot, table: MergeTable, id: string): number {
  let count = 0;
  for (const { from, field } of references.filter(({ to }) => to === table)) {
    for (const row of (snapshot[from] as ReadonlyMap<string, Row>).values()) {
      const value = (row as unknown as Fields)[field];
      if (value === id || (Array.isArray(value) && value.includes(id))) count++;
    }
  }
  return count;
}
