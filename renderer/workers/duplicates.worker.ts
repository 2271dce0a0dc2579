import '#renderer/platform/no-eval.ts';
import { expose } from 'comlink';
import { findPairs, type FoundPairs, type PairTables } from '#shared/exchange/duplicates/find-pairs.ts';
import { type ImportProposal, importProposal } from '#shared/exchange/duplicates/import-proposal.ts';
import type { FolderReading } from '#shared/exchange/intake/reading.ts';
import { mintFrom } from '#shared/kernel/ids.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';

type Post = (said: { readonly doing: string; readonly fraction: number }) => void;

const api = {
  /** Blocks this thread until every pair is found; `post` hears how far it is. To cancel, end the worker. */
  find(tables: PairTables, post: Post): FoundPairs {
    return findPairs(tables, post);
  },
  /** What an import would change, and what in it may be there twice. `at`: the planner's own clock, by which ids sort. */
  propose(reading: FolderReading, snapshot: Snapshot, at: number, post: Post): ImportProposal {
    return importProposal(reading, snapshot, mintFrom(() => crypto.getRandomValues(new Uint8Array(1))[0] ?? 0, () => at), post);
  },
};
export type DuplicatesApi = typeof api;

expose(api);
