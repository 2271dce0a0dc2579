import { transfer, wrap } from 'comlink';
import { type CureTables, onlyNeeded } from './meeting-tables.ts';
import { type ReadyRun, readyRun } from './schedule-run.ts';
import type { SchedulerApi } from './scheduler.worker.ts';

/**
 * Readies the scheduler's two workers: one searches, one proves and tells the search what it found. A third worker would take the same
 * place as the proof: a port to the search. `unplaced`: every meeting stays where it is and only requests without a place are placed.
 */
export function readySchedule(tables: CureTables, mode: 'everything' | 'unplaced'): ReadyRun {
  const search = new Worker(new URL('./scheduler.worker.ts', import.meta.url), { type: 'module' });
  const proof = new Worker(new URL('./proof.worker.ts', import.meta.url), { type: 'module' });
  const { port1, port2 } = new MessageChannel();
  proof.postMessage(port2, [port2]);
  const api = wrap<SchedulerApi>(search);
  const reading = api.read(onlyNeeded(tables), mode);
  return readyRun([search, proof], reading, (spending, { begun, post }) => api.solve(spending, transfer(port1, [port1]), begun, post));
}
