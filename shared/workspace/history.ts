import type { LineId } from '../kernel/ids.ts';
import type { JournalLine } from './journal-line.ts';

/** What can be taken back and what can be done again, newest last. Rebuilt from the journal, so it survives a restart. */
export type History = { readonly done: readonly LineId[]; readonly undone: readonly LineId[] };

export const emptyHistory: History = { done: [], undone: [] };

type Step = Pick<JournalLine, 'id' | 'undoes' | 'redoes'>;

/** History after one more line. An undo moves its line aside, a redo brings it back, anything else forgets what was undone. */
export function after({ done, undone }: History, { id, undoes, redoes }: Step): History {
  if (undoes !== undefined) return { done: done.filter((line) => line !== undoes), undone: [...undone, undoes] };
  if (redoes !== undefined) return { done: [...done, redoes], undone: undone.filter((line) => line !== redoes) };
  return { done: [...done, id], undone: [] };
}

export function historyOf(lines: Iterable<Step>): History {
  const done: LineId[] = [];
  const undone: LineId[] = [];
  for (const { id, undoes, redoes } of lines) {
    if (undoes !== undefined) {
      remove(done, undoes);
      undone.push(undoes);
    } else if (redoes !== undefined) {
      remove(undone, redoes);
      done.push(redoes);
    } else {
      done.push(id);
      undone.length = 0;
    }
  }
  return { done, undone };
}

function remove(ids: LineId[], id: LineId): void {
  const index = ids.lastIndexOf(id);
  if (index >= 0) ids.splice(index, 1);
}
