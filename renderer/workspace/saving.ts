import type { SummitId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { Database } from '#renderer/storage/database.ts';
import type { DiskJournal } from '#renderer/storage/disk-journal.ts';
import { type Entry, write } from '#renderer/storage/write.ts';

/** What the frame says about the planner's work. *Saved* means: in the database and, where there is a disk journal, flushed to it. */
export type SaveState =
  | { readonly is: 'saved'; readonly at: Instant | null }
  | { readonly is: 'saving'; readonly waiting: number }
  | { readonly is: 'failed'; readonly waiting: number; readonly where: 'database' | 'disk'; readonly code: string };

export type Saver = {
  save(entry: Entry, name: string): void;
  /** Tries again what failed. */
  retry(): void;
  /** Resolves when nothing waits, or when saving has failed. */
  settled(): Promise<SaveState>;
};

/**
 * Writes entries one after another in the order they were made. An entry that fails stays first in line with everything behind it:
 * nothing is dropped, and nothing is written that would not follow its parent.
 */
export function saver(database: Database, disk: DiskJournal | null, summit: SummitId, report: (state: SaveState) => void): Saver {
  const waiting: { entry: Entry; name: string; isInDatabase: boolean }[] = [];
  let isRunning = false;
  let state: SaveState = { is: 'saved', at: null };
  let watchers: ((state: SaveState) => void)[] = [];

  function say(next: SaveState): void {
    state = next;
    report(next);
    if (next.is === 'saving') return;
    for (const watch of watchers.splice(0)) watch(next);
  }

  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    for (let next = waiting[0]; next; next = waiting[0]) {
      const writing = next.isInDatabase ? ok(null) : inDatabase(database, summit, next.name, next.entry);
      if (state.is !== 'saving') say({ is: 'saving', waiting: waiting.length });
      const written = await writing;
      if (written.ok) next.isInDatabase = true;
      const flushed = written.ok && disk ? await onDisk(disk, summit, next.entry) : written;
      if (!flushed.ok) {
        isRunning = false;
        say({ is: 'failed', waiting: waiting.length, where: written.ok ? 'disk' : 'database', code: flushed.problem });
        return;
      }
      waiting.shift();
      if (waiting.length === 0) say({ is: 'saved', at: next.entry.line.at });
    }
    isRunning = false;
  }

  return {
    save(entry, name) {
      waiting.push({ entry, name, isInDatabase: false });
      // The database is at work before the window begins to draw what changed: drawing takes as long as writing.
      const isFailed = state.is === 'failed';
      void run();
      if (!isFailed) say({ is: 'saving', waiting: waiting.length });
    },
    retry: () => void run(),
    settled: () => (waiting.length === 0 || state.is === 'failed' ? Promise.resolve(state) : new Promise((resolve) => { watchers = [...watchers, resolve]; })),
  };
}

async function inDatabase(database: Database, summit: SummitId, name: string, entry: Entry): Promise<Result<null, string>> {
  try {
    await write(database, summit, name, entry);
    return ok(null);
  } catch (thrown) {
    return err(thrown instanceof Error ? thrown.name : 'unknown');
  }
}

async function onDisk(disk: DiskJournal, summit: SummitId, { text }: Entry): Promise<Result<null, string>> {
  const appended = await disk.append(summit, [text]);
  return appended.ok ? ok(null) : err(appended.problem.code);
}
