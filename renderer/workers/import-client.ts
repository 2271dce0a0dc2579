import { proxy, wrap } from 'comlink';
import type { SourceFile } from '#shared/exchange/grid.ts';
import type { FolderReading, ReadOptions } from '#shared/exchange/intake/reading.ts';
import type { ImportWorker, ReadingSaid } from './import.worker.ts';

/** Reads exports in a worker of their own, so that the window never stalls. Rejects when cancelled; the worker is gone then. */
export function readInWorker(files: readonly SourceFile[], options: ReadOptions, report: (said: ReadingSaid) => void, signal: AbortSignal): Promise<FolderReading> {
  const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module', name: 'import' });
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => { reject(new DOMException('cancelled', 'AbortError')); });
    worker.addEventListener('error', (event) => { reject(new Error(event.message)); });
  });
  return Promise.race([wrap<ImportWorker>(worker).read(files, options, proxy(report)), stopped]).finally(() => { worker.terminate(); });
}
