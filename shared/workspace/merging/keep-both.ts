import { add, type Change, change } from '../../kernel/change.ts';
import type { LookAlikeId, MintId } from '../../kernel/ids.ts';
import type { LookAlike, LookAlikeTable } from '../../partners/look-alike.ts';

/** Remembers that two records are two, or that a contact is not of a partner, so that they are not proposed again. */
export function keepBoth(of: LookAlike['of'], one: string, other: string, label: string, mint: MintId): Change {
  const row: LookAlike = { id: mint<LookAlikeId>(), of, decision: 'apart', one, other, code: null, name: '', email: null };
  return change(label, [add('lookAlikes', row)]);
}

/** The pairs that a planner has decided to keep apart, under `apartKey`. */
export function keptApart({ lookAlikes }: LookAlikeTable): ReadonlySet<string> {
  return new Set([...lookAlikes.values()].filter(({ decision }) => decision === 'apart').map(({ of, one, other }) => apartKey(of, one, other)));
}

export function apartKey(of: LookAlike['of'], one: string, other: string): string {
  return JSON.stringify(of === 'belonging' || one < other ? [of, one, other] : [of, other, one]);
}
