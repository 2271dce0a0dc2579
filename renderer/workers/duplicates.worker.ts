import '#renderer/platform/no-eval.ts';
import { expose } from 'comlink';
import { findPairs, type FoundPairs, type PairTables } from '#shared/exchange/duplicates/find-pairs.ts';

type Post = (said: { readonly doing: string; readonly fraction: number }) => void;

const api = {
  /** Blocks this thread until every pair is found; `post` hears how far it is. To cancel, end the worker. */
  find(tables: PairTables, post: Post): FoundPairs {
    return findPairs(tables, post);
  },
};
export type DuplicatesApi = typeof api;

expose(api);
