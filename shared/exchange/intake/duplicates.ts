import { isMissing } from '../recognise/text-values.ts';
import type { Context } from './context.ts';
import { addReason, type Draft, rawOf, stands } from './draft.ts';
import type { DuplicateGroup, ReasonCode } from './reading.ts';

type KeyOf = (draft: Draft) => string | null;
type CodeOf = ReasonCode | ((draft: Draft, first: Draft) => ReasonCode);

/** Marks every row after the first of one key. The first row stands; rejected rows are nobody's first. A null key is never a duplicate. */
export function markDuplicates(drafts: readonly Draft[], context: Context, rule: string, keyOf: KeyOf, code: CodeOf, field: string | null = null): void {
  const mark = duplicateMarker(context, rule, keyOf, code, field);
  for (const draft of drafts) mark(draft);
}

/** The same row by row, in their order: where a list is long, a row is judged by all rules at once while it is at hand. */
export function duplicateMarker(context: Context, rule: string, keyOf: KeyOf, code: CodeOf, field: string | null = null): (draft: Draft) => void {
  const firsts = firstsBy(rule, context);
  return (draft) => {
    const key = stands(draft) ? keyOf(draft) : null;
    if (key === null) return;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, draft);
    // Rows of one list have one map of places.
    else if (first !== draft) addReason(draft, 'duplicate', typeof code === 'string' ? code : code(draft, first), field, { related: first.places === draft.places ? [first.line] : [] });
  };
}

/** The first rows of a rule by their keys, of all files read so far. */
export function firstsBy(rule: string, { first }: Context): Map<string, Draft> {
  const known = first.get(rule) ?? new Map<string, Draft>();
  first.set(rule, known);
  return known;
}

/** Two rows with one signature read the same in every field; what could not be read, or is still to be asked, must be written the same. */
export function signature(draft: Draft): string {
  return JSON.stringify(Object.entries(draft.values).map(([field, value]) => [field, value ?? unread(draft, field)] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function unread(draft: Draft, field: string): string | null {
  const written = rawOf(draft, field) ?? '';
  return isMissing(written) ? null : `unread: ${written}`;
}

/** One group for each row that stands and reason its duplicates have, in the order of the duplicates. */
export function duplicateGroups(drafts: readonly Draft[]): DuplicateGroup[] {
  const groups = new Map<string, { keepLine: number; lines: number[]; code: ReasonCode }>();
  for (const { line, reasons } of drafts) {
    const reason = reasons.find(({ severity, related }) => severity === 'duplicate' && related.length > 0);
    const keepLine = reason?.related[0];
    if (reason === undefined || keepLine === undefined) continue;
    const key = `${keepLine} ${reason.code}`;
    const group = groups.get(key) ?? { keepLine, lines: [keepLine], code: reason.code };
    group.lines.push(line);
    groups.set(key, group);
  }
  return [...groups.values()];
}
