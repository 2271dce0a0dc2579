import type { Context } from './context.ts';
import { addReason, type Draft, stands } from './draft.ts';
import type { DuplicateGroup, ReasonCode } from './reading.ts';

/** Marks every row after the first of one key. The first row stands; rejected rows are nobody's first. A null key is never a duplicate. */
export function markDuplicates(
  drafts: readonly Draft[],
  context: Context,
  rule: string,
  keyOf: (draft: Draft) => string | null,
  code: ReasonCode | ((draft: Draft, first: Draft) => ReasonCode),
  field: string | null = null,
): void {
  const here = new Set(drafts);
  for (const draft of drafts) {
    if (!stands(draft)) continue;
    const key = keyOf(draft);
    if (key === null) continue;
    const first = context.first.get(`${rule}\u0000${key}`);
    if (first === undefined) context.first.set(`${rule}\u0000${key}`, draft);
    else if (first !== draft) addReason(draft, 'duplicate', typeof code === 'string' ? code : code(draft, first), field, { related: here.has(first) ? [first.line] : [] });
  }
}

/** Two rows with one signature read the same in every field. */
export function signature({ values }: Draft): string {
  return JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
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
