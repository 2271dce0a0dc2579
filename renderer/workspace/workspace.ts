import { createStore } from 'zustand/vanilla';
import { apply, type Change } from '#shared/kernel/change.ts';
import type { DeviceId, LineId, MintId, SummitId } from '#shared/kernel/ids.ts';
import { nextOrder, type Order } from '#shared/kernel/order.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { after, type History, historyOf } from '#shared/workspace/history.ts';
import { changeOf, type JournalLine, patchOf, writeLine } from '#shared/workspace/journal-line.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { theSummit } from '#shared/summit/summit.ts';
import { type Database, headOf, type LineHead } from '#renderer/storage/database.ts';
import type { DiskJournal } from '#renderer/storage/disk-journal.ts';
import { lineOf, type LoadedSummit } from '#renderer/storage/load.ts';
import { type Saver, saver, type SaveState } from './saving.ts';

/** What the window shows: one summit, its history, and how safe the work is. */
export type WorkspaceState = {
  readonly summit: SummitId;
  readonly snapshot: Snapshot;
  readonly history: History;
  /** Heads of every line, oldest first. */
  readonly heads: readonly LineHead[];
  readonly saving: SaveState;
};

/** What the host knows and commands may not: the clock, chance, who is at the keyboard. */
export type Desk = {
  readonly now: () => Instant;
  readonly mint: MintId;
  readonly device: DeviceId;
  readonly actor: () => string;
};

export type Workspace = {
  readonly getState: () => WorkspaceState;
  readonly subscribe: (listener: (state: WorkspaceState) => void) => () => void;
  /** Takes a change at once; it is saved behind the planner's back and `saving` says when. A change without edits is not made. */
  commit(change: Change): void;
  /** Takes back the newest step, also one made before a restart. Resolves to its label, or null where there is none. */
  undo(): Promise<string | null>;
  redo(): Promise<string | null>;
  /** Takes back, or does again, every step between now and this one, so that it is the newest that holds. Resolves to the number of steps. */
  goTo(line: LineId): Promise<number>;
  retrySaving(): void;
  /** Resolves when everything is saved, or saving has failed. */
  settled(): Promise<SaveState>;
};

export function openWorkspace(loaded: LoadedSummit, database: Database, disk: DiskJournal | null, desk: Desk): Workspace {
  const { entry, heads } = loaded;
  const store = createStore<WorkspaceState>(() => ({
    summit: entry.summit,
    snapshot: loaded.snapshot,
    history: historyOf(heads),
    heads,
    saving: { is: 'saved', at: entry.savedAt },
  }));
  const recent = new Map<LineId, JournalLine>();
  const writer: Saver = saver(database, disk, entry.summit, (saving) => store.setState({ saving }));
  let last: { id: LineId; order: Order } = { id: entry.head, order: entry.order };
  let turn: Promise<unknown> = Promise.resolve();

  function take(change: Change, link: Pick<JournalLine, 'undoes' | 'redoes'>): void {
    const before = store.getState();
    const snapshot = apply(before.snapshot, change.edits);
    const at = desk.now();
    const line: JournalLine = {
      format: 1, id: desk.mint<LineId>(), parent: last.id, device: desk.device, actor: desk.actor(), at,
      order: nextOrder(at, desk.device, last.order), label: change.label, ...(change.why !== undefined && { why: change.why }), ...link,
      edits: change.edits.map(patchOf),
    };
    last = { id: line.id, order: line.order };
    recent.set(line.id, line);
    writer.save({ change, line, text: writeLine(line) }, theSummit(snapshot).name);
    store.setState({ snapshot, history: after(before.history, line), heads: [...before.heads, headOf(entry.summit, line)] });
  }

  /** Undo and redo read a line first, so each waits for the one before it. */
  function inTurn<T>(step: () => Promise<T>): Promise<T> {
    const next = turn.then(step, step);
    turn = next.catch(() => null);
    return next;
  }

  async function again(direction: 'back' | 'forward'): Promise<string | null> {
    const { history } = store.getState();
    const id = (direction === 'back' ? history.done : history.undone).at(-1);
    if (id === undefined || (direction === 'back' && history.done.length === 1)) return null;
    const line = recent.get(id) ?? (await lineOf(database, entry.summit, id));
    if (!line) return null;
    take(changeOf(line, store.getState().snapshot, direction), direction === 'back' ? { undoes: id } : { redoes: id });
    return line.label;
  }

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    commit(change) {
      if (change.edits.length > 0) take(change, {});
    },
    undo: () => inTurn(() => again('back')),
    redo: () => inTurn(() => again('forward')),
    goTo: (line) => inTurn(async () => {
      const direction = store.getState().history.done.includes(line) ? 'back' : 'forward';
      let steps = 0;
      while (isAway(store.getState().history, line) && (await again(direction)) !== null) steps++;
      return steps;
    }),
    retrySaving: () => writer.retry(),
    settled: () => writer.settled(),
  };
}

/** Whether a step is on the line of what can be taken back or done again, and not where we stand. */
function isAway({ done, undone }: History, line: LineId): boolean {
  return done.at(-1) !== line && (done.includes(line) || undone.includes(line));
}
