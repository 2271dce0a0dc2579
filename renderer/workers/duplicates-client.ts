import { proxy, wrap } from 'comlink';
import type { FoundPairs, PairTables } from '#shared/exchange/duplicates/find-pairs.ts';
import type { DuplicatesApi } from './duplicates.worker.ts';

type Report = (said: { readonly doing: string; readonly fraction: number }) => void;

/** Seeks pairs in a worker of their own. Rejects when cancelled; the worker is gone then. */
export function findPairsInWorker({ partners, contacts, lookAlikes }: PairTables, report: Report, signal: AbortSignal): Promise<FoundPairs> {
  const worker = new Worker(new URL('./duplicates.worker.ts', import.meta.url), { type: 'module', name: 'duplicates' });
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => { reject(new DOMException('cancelled', 'AbortError')); });
    worker.addEventListener('error', (event) => { reject(new Error(event.message)); });
  });
  return Promise.race([wrap<DuplicatesApi>(worker).find({ partners, contacts, lookAlikes }, proxy(report)), stopped]).finally(() => { worker.terminate(); });
}
