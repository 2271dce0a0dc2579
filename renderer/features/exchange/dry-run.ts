import { createStore } from 'zustand/vanilla';
import type { SourceFile } from '#shared/exchange/grid.ts';
import type { FolderReading, ReadOptions } from '#shared/exchange/intake/reading.ts';
import { readOptionsFor, toChange } from '#shared/exchange/intake/to-change.ts';
import type { Planner } from '#renderer/app/use-planner.ts';
import { readInWorker } from '#renderer/workers/import-client.ts';

/** What was read and waits for the planner's word. Nothing of it is in the summit yet. */
export type DryRun = { readonly files: readonly SourceFile[]; readonly reading: FolderReading; readonly dateOrder: ReadOptions['dateOrder'] | null };

/** Outlives the place, so that looking elsewhere does not lose a dry run. */
export const dryRun = createStore<{ readonly waiting: DryRun | null }>(() => ({ waiting: null }));

export async function read(planner: Planner, files: readonly SourceFile[], dateOrder: DryRun['dateOrder'] = null): Promise<void> {
  const options: ReadOptions = { ...readOptionsFor(planner.snapshot), ...(dateOrder && { dateOrder }) };
  const reading = await planner.work({
    title: 'Read exports',
    run: (report, signal) => {
      report({ doing: `${files.length} files`, fraction: null });
      return readInWorker(files, options, signal);
    },
  });
  if (reading) dryRun.setState({ waiting: { files, reading, dateOrder } });
}

/** Takes every accepted and flagged row as one change, after a copy of the summit as it was. */
export async function take(planner: Planner, { reading }: DryRun): Promise<void> {
  await planner.keepCopy('import');
  const { change } = toChange(reading, planner.snapshot, planner.mint);
  planner.commit(change);
  if (change.edits.length === 0) planner.tell('These files hold nothing that the summit does not have already.');
  dryRun.setState({ waiting: null });
}

export function discard(): void {
  dryRun.setState({ waiting: null });
}
