import { wrap } from 'comlink';
import { type CureTables, onlyNeeded } from './meeting-tables.ts';
import type { RepairApi } from './repair.worker.ts';
import { type ReadyRun, readyRun } from './schedule-run.ts';

/** Readies a worker of its own to repair a schedule. */
export function readyRepair(tables: CureTables): ReadyRun {
  const worker = new Worker(new URL('./repair.worker.ts', import.meta.url), { type: 'module' });
  const api = wrap<RepairApi>(worker);
  return readyRun([worker], api.read(onlyNeeded(tables)), (spending, { begun, post }) => api.repair(spending, begun, post));
}
