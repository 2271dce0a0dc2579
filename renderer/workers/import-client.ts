import { proxy, type Remote, wrap } from 'comlink';
import type { ImportProposal } from '#shared/exchange/duplicates/import-proposal.ts';
import type { SourceFile } from '#shared/exchange/grid.ts';
import type { FolderReading, ReadOptions } from '#shared/exchange/intake/reading.ts';
import type { ImportOptions } from '#shared/exchange/intake/to-change.ts';
import type { Edit } from '#shared/kernel/change.ts';
import type { MintId, PartnerId } from '#shared/kernel/ids.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { readingReceiver, sendReading } from './import-parcels.ts';
import type { ImportApi, ReadingSaid } from './import.worker.ts';

type Report = (said: ReadingSaid) => void;

/** A worker that reads exports and works out what they would change. */
export type ImportWorker = {
  read(files: readonly SourceFile[], options: ReadOptions, report: Report): Promise<FolderReading>;
  /** Takes a reading of another worker, to be proposed anew. */
  hold(reading: FolderReading): Promise<void>;
  /** What the reading that the worker has would change, and what in it may be there twice. */
  propose(reading: FolderReading, snapshot: Snapshot, mint: MintId, options: ImportOptions, report: Report): Promise<ImportProposal>;
};

/** Imports in a worker of their own, so that the window never stalls. Rejects when cancelled; the worker ends with the work. */
export function withImportWorker<Outcome>(work: (worker: ImportWorker) => Promise<Outcome>, signal: AbortSignal): Promise<Outcome> {
  const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module', name: 'import' });
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => { reject(new DOMException('cancelled', 'AbortError')); });
    worker.addEventListener('error', (event) => { reject(new Error(event.message)); });
  });
  return Promise.race([work(importWorker(wrap<ImportApi>(worker))), stopped]).finally(() => { worker.terminate(); });
}

function importWorker(remote: Remote<ImportApi>): ImportWorker {
  return {
    async read(files, options, report) {
      const { take, whole } = readingReceiver();
      return whole(await remote.read(files, options, proxy(report), proxy(take)));
    },
    async hold(reading) {
      await remote.holdRest(await sendReading(reading, (...rows) => remote.holdRows(...rows)));
    },
    async propose(reading, snapshot, mint, options, report) {
      const records = reading.files.reduce((sum, file) => sum + file.records.length, 0);
      const ids = Array.from({ length: records }, () => mint<PartnerId>() as string);
      const edits: Edit[] = [];
      const places = new Map<string, string>();
      const proposal = await remote.propose(snapshot, ids, options, proxy(report), proxy((some: readonly Edit[], more: readonly (readonly [string, string])[]) => {
        edits.push(...some);
        for (const [place, id] of more) places.set(place, id);
      }));
      return { ...proposal, change: { ...proposal.change, edits }, ids: places };
    },
  };
}
