import '#renderer/platform/no-eval.ts';
import { expose } from 'comlink';
import type { SourceFile } from '#shared/exchange/grid.ts';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import type { FolderReading, ReadOptions } from '#shared/exchange/intake/reading.ts';

export type ReadingSaid = { readonly doing: string; readonly fraction: number };
export type ImportWorker = { read(files: readonly SourceFile[], options: ReadOptions, report: (said: ReadingSaid) => void): Promise<FolderReading> };

const worker: ImportWorker = { read: (files, options, report) => readFolder(files, options, (doing, fraction) => { report({ doing, fraction }); }) };

expose(worker);
