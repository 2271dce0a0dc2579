import { proxy, type Remote, wrap } from 'comlink';
import type { FoundPairs, PairTables } from '#shared/exchange/duplicates/find-pairs.ts';
import type { ImportProposal } from '#shared/exchange/duplicates/import-proposal.ts';
import type { FolderReading } from '#shared/exchange/intake/reading.ts';
import type { ImportOptions } from '#shared/exchange/intake/to-change.ts';
import type { MintId, PartnerId } from '#shared/kernel/ids.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import type { DuplicatesApi } from './duplicates.worker.ts';

type Report = (said: { readonly doing: string; readonly fraction: number }) => void;

/** Seeks pairs in a worker of their own. Rejects when cancelled; the worker is gone then. */
export function findPairsInWorker({ partners, contacts, lookAlikes }: PairTables, report: Report, signal: AbortSignal): Promise<FoundPairs> {
  return inWorker((worker) => worker.find({ partners, contacts, lookAlikes }, proxy(report)), signal);
}

/** Works out in a worker what an import would change and what in it may be there twice. */
export function proposeInWorker(reading: FolderReading, snapshot: Snapshot, mint: MintId, options: ImportOptions, report: Report, signal: AbortSignal): Promise<ImportProposal> {
  const records = reading.files.reduce((sum, file) => sum + file.records.length, 0);
  const ids = Array.from({ length: records }, () => mint<PartnerId>() as string);
  return inWorker((worker) => worker.propose(reading, snapshot, ids, options, proxy(report)), signal);
}

function inWorker<Outcome>(ask: (worker: Remote<DuplicatesApi>) => Promise<Outcome>, signal: AbortSignal): Promise<Outcome> {
  const worker = new Worker(new URL('./duplicates.worker.ts', import.meta.url), { type: 'module', name: 'duplicates' });
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => { reject(new DOMException('cancelled', 'AbortError')); });
    worker.addEventListener('error', (event) => { reject(new Error(event.message)); });
  });
  return Promise.race([ask(wrap<DuplicatesApi>(worker)), stopped]).finally(() => { worker.terminate(); });
}
