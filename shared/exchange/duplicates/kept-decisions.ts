import { apply, type Change, type Edit } from '#shared/kernel/change.ts';
import type { Row, Tables } from '#shared/kernel/table.ts';
import { damageOf } from '#shared/workspace/integrity.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import type { ImportProposal } from './import-proposal.ts';

/**
 * Decisions about pairs of an import whose files were read anew: each is kept while its records are still there, with what the decision
 * says of them and what the files say now of everything else. A decision that would leave something pointing nowhere is asked again.
 */
export function keptDecisions(snapshot: Snapshot, { change }: Pick<ImportProposal, 'change'>, decided: readonly Change[]): Change[] {
  let now = apply(snapshot, change.edits);
  return decided.flatMap((decision): Change[] => {
    const again = onto(now, decision);
    if (again === null) return [];
    const after = apply(now, again.edits);
    if (damageOf(after).length > damageOf(now).length) return [];
    now = after;
    return [again];
  });
}

/** The change made of the rows as they are now; null where one of them is gone, or one that it adds is there already. */
function onto(tables: Snapshot, decision: Change): Change | null {
  const edits: Edit[] = [];
  for (const edit of decision.edits) {
    const row = (tables as Tables)[edit.table]?.get(edit.id) ?? null;
    if ((row === null) !== (edit.before === null)) return null;
    edits.push(row === null || edit.before === null || edit.after === null ? { ...edit, before: row } : { ...edit, before: row, after: { ...row, ...changedFields(edit.before, edit.after) } });
  }
  return { ...decision, edits };
}

function changedFields(before: Row, after: Row): Partial<Row> {
  const earlier = new Map(Object.entries(before));
  return Object.fromEntries(Object.entries(after).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(earlier.get(field))));
}
