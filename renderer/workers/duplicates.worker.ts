import '#renderer/platform/no-eval.ts';
import { expose } from 'comlink';
import { findPairs, type FoundPairs, type PairTables } from '#shared/exchange/duplicates/find-pairs.ts';
import { type ImportProposal, importProposal } from '#shared/exchange/duplicates/import-proposal.ts';
import type { FolderReading } from '#shared/exchange/intake/reading.ts';
import type { ImportOptions } from '#shared/exchange/intake/to-change.ts';
import type { MintId } from '#shared/kernel/ids.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';

type Post = (said: { readonly doing: string; readonly fraction: number }) => void;

const api = {
  /** Blocks this thread until every pair is found; `post` hears how far it is. To cancel, end the worker. */
  find(tables: PairTables, post: Post): FoundPairs {
    return findPairs(tables, post);
  },
  /** What an import would change, and what in it may be there twice. New rows take these ids in turn, minted in the window, so that they sort among its own. */
  propose(reading: FolderReading, snapshot: Snapshot, ids: readonly string[], options: ImportOptions, post: Post): ImportProposal {
    let next = 0;
    const mint = () => {
      const id = ids[next++];
      if (id === undefined) throw new Error('an import needs more ids than it has records');
      return id;
    };
    return importProposal(reading, snapshot, mint as MintId, options, post);
  },
};
export type DuplicatesApi = typeof api;

expose(api);
