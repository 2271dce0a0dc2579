import { apply } from '../kernel/change.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { changeOf, type JournalLine, readLine } from './journal-line.ts';
import { emptySnapshot, type Snapshot } from './snapshot.ts';

export type Replayed = {
  readonly snapshot: Snapshot;
  readonly lines: readonly { readonly line: JournalLine; readonly text: string }[];
  /** Why reading stopped before the end: the readable part is everything before. Null: all of it was read. */
  readonly stoppedAt: { readonly line: number; readonly reason: string } | null;
};

export type ReplayProblem = { readonly code: 'journal-without-beginning' };

/**
 * Rebuilds a summit from its journal, oldest line first. A line that is damaged, or does not follow the one before it, ends the
 * readable part: nothing after it can be trusted to apply. Refuses a journal whose first line cannot be read.
 */
export function replay(texts: readonly string[]): Result<Replayed, ReplayProblem> {
  let snapshot = emptySnapshot();
  const lines: { line: JournalLine; text: string }[] = [];
  let stoppedAt: Replayed['stoppedAt'] = null;
  for (const [index, text] of texts.entries()) {
    const read = readLine(text);
    const follows = read.ok && read.value.parent === (lines.at(-1)?.line.id ?? null);
    if (!read.ok || !follows) {
      stoppedAt = { line: index + 1, reason: read.ok ? 'it does not follow the line before it' : read.problem.reason };
      break;
    }
    snapshot = apply(snapshot, changeOf(read.value, snapshot, 'forward').edits);
    lines.push({ line: read.value, text });
  }
  return lines.length > 0 ? ok({ snapshot, lines, stoppedAt }) : err({ code: 'journal-without-beginning' });
}
