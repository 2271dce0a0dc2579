import { apply, type Change, together } from '#shared/kernel/change.ts';
import type { MintId } from '#shared/kernel/ids.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import type { FolderReading } from '../intake/reading.ts';
import { type ImportChange, type ImportOptions, toChange } from '../intake/to-change.ts';
import { findPairs, type FoundPairs } from './find-pairs.ts';

/** What an import would do, and the pairs it would bring: within the files, and against what is there. Nothing of it is done yet. */
export type ImportProposal = FoundPairs & Pick<ImportChange, 'change' | 'empty' | 'ids'>;

/** Applies the import to a copy and looks for pairs of which at least one record comes from the files or is changed by them. */
export function importProposal(reading: FolderReading, snapshot: Snapshot, mint: MintId, options: ImportOptions = {}, report: (said: { readonly doing: string; readonly fraction: number }) => void = () => undefined): ImportProposal {
  const { change, empty, ids } = toChange(reading, snapshot, mint, options);
  const touched = new Set(change.edits.filter(({ table }) => table === 'partners' || table === 'contacts').map(({ id }) => id));
  if (touched.size === 0) return { change, empty, ids, pairs: [], leftOut: [] };
  const { pairs, leftOut } = findPairs(apply(snapshot, change.edits), report);
  return { change, empty, ids, pairs: pairs.filter(({ one, other }) => touched.has(one) || touched.has(other)), leftOut };
}

/** The import with what was decided about its pairs, as one change that one undo takes back. */
export function importWithDecisions({ change }: ImportProposal, decided: readonly Change[]): Change {
  return decided.length === 0 ? change : together(change.label, [change, ...decided]);
}

/** Whether the rows that the import would change are still as they were when it was worked out. */
export function stillFits({ change }: ImportProposal, snapshot: Snapshot): boolean {
  return change.edits.every(({ table, id, before }) => {
    const now = (snapshot as unknown as Readonly<Record<string, ReadonlyMap<string, unknown>>>)[table]?.get(id) ?? null;
    return JSON.stringify(now) === JSON.stringify(before);
  });
}
