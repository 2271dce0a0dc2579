import { proxy, wrap } from 'comlink';
import { type CureTables, onlyNeeded } from './meeting-tables.ts';
import type { RepairApi } from './repair.worker.ts';
import type { Posted, ProblemParcel } from './schedule-parcel.ts';
import type { CutShort, ScheduleOutcome, ScheduleRun } from './scheduler-client.ts';

/** Repairs a schedule in a worker of its own; `watch` hears of every better plan. */
export function startRepair(task: { readonly tables: CureTables; readonly seconds: number; readonly seed: number }, watch: (posted: Posted) => void): ScheduleRun {
  const worker = new Worker(new URL('./repair.worker.ts', import.meta.url), { type: 'module' });
  let built: ProblemParcel | null = null;
  let best: Posted | null = null;
  let settle: (outcome: ScheduleOutcome) => void = () => undefined;
  const outcome = new Promise<ScheduleOutcome>((resolve) => {
    settle = (reached) => {
      worker.terminate();
      resolve(reached);
    };
  });
  const cutShort = (): CutShort => (built !== null && best !== null ? { built, best } : { built: null, best: null });
  worker.addEventListener('error', ({ message }) => { settle({ kind: 'failed', message, ...cutShort() }); });
  wrap<RepairApi>(worker).repair(
    { ...task, tables: onlyNeeded(task.tables) },
    proxy((begun: ProblemParcel) => { built = begun; }),
    proxy((posted: Posted) => { best = posted; watch(posted); }),
  ).then(
    (solution) => { if (built !== null) settle({ kind: 'finished', built, solution }); },
    (error: unknown) => { settle({ kind: 'failed', message: error instanceof Error ? error.message : String(error), ...cutShort() }); },
  );
  return { outcome, cancel: () => { settle({ kind: 'cancelled', ...cutShort() }); } };
}
