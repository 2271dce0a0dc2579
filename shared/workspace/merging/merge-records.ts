import { type Change, change } from '../../kernel/change.ts';
import type { LookAlikeId, MintId } from '../../kernel/ids.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { Row } from '../../kernel/table.ts';
import { counted } from '../../kernel/text.ts';
import { type Contact, fullName } from '../../partners/contact.ts';
import type { LookAlike } from '../../partners/look-alike.ts';
import type { Partner } from '../../partners/partner.ts';
import { references } from '../references.ts';
import { rowSchemas, type Snapshot, type TableName } from '../snapshot.ts';
import { uniteAgreements, uniteInvitations, uniteNominations } from './collisions.ts';
import { type Draft, draftEdits, draftOf, type Fields, rowsOf } from './draft.ts';
import { type FieldPath, mergedRow, mergeFields, type MergeTable } from './fields.ts';
import { repoint } from './repoint.ts';
import { onlyOnceInvited, uniteRequests } from './requests.ts';

export type Merge = {
  readonly table: MergeTable;
  /** The record that stands … */
  readonly keep: string;
  /** … and the one that becomes part of it. */
  readonly gone: string;
  /** Fields whose value is that of the record that goes. */
  readonly take: readonly FieldPath[];
};

export type Merged = {
  readonly change: Change;
  /** How many rows of each table come along: `{requests: 3}`. */
  readonly moved: Readonly<Partial<Record<TableName, number>>>;
  /** Rows that had to become one as well, in sentences. */
  readonly told: readonly string[];
};

export type MergeProblem =
  | { readonly code: 'record-is-gone'; readonly table: MergeTable; readonly id: string }
  | { readonly code: 'same-record' }
  | { readonly code: 'no-such-field'; readonly field: FieldPath }
  | { readonly code: 'field-refused'; readonly field: string; readonly reason: string };

/**
 * Makes two partners or two contacts one, in one undoable step. Everything that named the one that goes names the kept one afterwards; what
 * there can be only once (an invitation, a request with one host, a nomination for one award) becomes one by rule, and that is told. What the
 * gone record was called is remembered, so that a later import by its id finds the kept one.
 */
export function mergeRecords(snapshot: Snapshot, { table, keep, gone, take }: Merge, mint: MintId): Result<Merged, MergeProblem> {
  if (keep === gone) return err({ code: 'same-record' });
  const draft = draftOf(snapshot);
  const rows = rowsOf(draft, table);
  const [kept, other] = [rows.get(keep), rows.get(gone)];
  if (kept === undefined || other === undefined) return err({ code: 'record-is-gone', table, id: kept === undefined ? keep : gone });
  const unknown = take.find((path) => !mergeFields[table].includes(path));
  if (unknown !== undefined) return err({ code: 'no-such-field', field: unknown });
  const read = rowSchemas[table].safeParse(mergedRow(table, kept, other, take));
  if (!read.success) {
    const [issue] = read.error.issues;
    return err({ code: 'field-refused', field: issue?.path.join('.') ?? '', reason: issue?.message ?? 'not a value this field can hold' });
  }
  const moved = countMoved(draft, table, gone);
  rows.delete(gone);
  rows.set(keep, read.data);
  repoint(draft, table, gone, keep);
  if (table === 'partners') {
    const row = draft.after.partners.get(keep);
    // Rivals that have become one are no rivals any more.
    if (row?.keepApart.some((id) => id === keep) === true) draft.after.partners.set(keep, { ...row, keepApart: row.keepApart.filter((id) => id !== keep) });
    uniteInvitations(draft, keep);
    uniteRequests(draft, keep, gone);
    uniteNominations(draft, keep, gone);
    uniteAgreements(draft, 'partner', keep, gone);
  } else {
    onlyOnceInvited(draft, keep);
    uniteAgreements(draft, 'contact', keep, gone);
  }
  rowsOf(draft, 'lookAlikes').set(...remembered(table, read.data, kept, other, mint));
  return ok({ change: change(`Merge ${nameOf(table, other)} into ${nameOf(table, read.data)}`, draftEdits(draft)), moved, told: draft.told });
}

/** What a merge does beside the two records, in one line: `3 requests and 1 NDA come along.` Empty: nothing refers to the one that goes. */
export function movedText(moved: Merged['moved'], words: (table: TableName) => readonly [string, string]): string {
  const parts = (Object.entries(moved) as [TableName, number][]).map(([table, count]) => counted(count, ...words(table)));
  const total = Object.values(moved).reduce((sum, count) => sum + count, 0);
  return parts.length === 0 ? '' : `${parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`} come${total === 1 ? 's' : ''} along.`;
}

function countMoved({ before }: Draft, table: MergeTable, gone: string): Merged['moved'] {
  const found: Partial<Record<TableName, Set<string>>> = {};
  for (const { from, field } of references.filter(({ to }) => to === table)) {
    for (const row of (before[from] as ReadonlyMap<string, Row>).values()) {
      const value = (row as unknown as Fields)[field];
      if (value === gone || (Array.isArray(value) && value.includes(gone))) (found[from] ??= new Set()).add(row.id);
    }
  }
  return Object.fromEntries(Object.entries(found).map(([name, ids]) => [name, ids.size]));
}

/** Names that the record that stands has given up: those of the gone one, or its own where the gone one's were taken. */
function remembered(table: MergeTable, stands: Row, kept: Row, gone: Row, mint: MintId): [string, LookAlike] {
  const id = mint<LookAlikeId>();
  const givenUp = <Value>(now: Value, mine: Value, theirs: Value): Value => (now === theirs ? mine : theirs);
  const base = { id, of: table, decision: 'merged', one: stands.id, other: gone.id } as const;
  if (table === 'partners') {
    const [now, mine, theirs] = [stands, kept, gone] as [Partner, Partner, Partner];
    return [id, { ...base, code: givenUp(now.accountId, mine.accountId, theirs.accountId), name: givenUp(now.name, mine.name, theirs.name), email: null }];
  }
  const [now, mine, theirs] = [stands, kept, gone] as [Contact, Contact, Contact];
  return [id, { ...base, code: givenUp(now.code, mine.code, theirs.code), name: givenUp(fullName(now), fullName(mine), fullName(theirs)), email: givenUp(now.email, mine.email, theirs.email) }];
}

function nameOf(table: MergeTable, row: Row): string {
  return table === 'partners' ? (row as Partner).name : fullName(row as Contact) || (row as Contact).email || 'a contact';
}
