import { proxy, wrap } from 'comlink';
import type { BuiltProblem } from '#shared/meetings/problem.ts';
import type { ScheduleOutcome } from './scheduler-client.ts';
import { type CureTables, onlyNeeded } from './cures-client.ts';
import type { RepairApi } from './repair.worker.ts';
import type { Posted } from './scheduler.worker.ts';

export type RepairRun = {
  /** Null: it was cancelled before the problem was built. */
  readonly outcome: Promise<{ readonly built: BuiltProblem; readonly reached: ScheduleOutcome } | null>;
  cancel(): void;
};

/** Repairs a schedule in a worker of its own; `watch` hears of every better plan. */
export function startRepair(task: { readonly tables: CureTables; readonly seconds: number; readonly seed: number }, watch: (posted: Posted) => void): RepairRun {
  const worker = new Worker(new URL('./repair.worker.ts', import.meta.url), { type: 'module' });
  let built: BuiltProblem | null = null;
  let best: Posted | null = null;
  let settle: (reached: ScheduleOutcome) => void = () => undefined;
  const outcome = new Promise<{ built: BuiltProblem; reached: ScheduleOutcome } | null>((resolve) => {
    settle = (reached) => {
      worker.terminate();
      resolve(built === null ? null : { built, reached });
    };
  });
  worker.addEventListener('error', ({ message }) => { settle({ kind: 'failed', message, best }); });
  wrap<RepairApi>(worker).repair(
    { ...task, tables: onlyNeeded(task.tables) },
    proxy((begun: BuiltProblem) => { built = begun; }),
    proxy((posted: Posted) => { best = posted; watch(posted); }),
  ).then(
    (solution) => { settle({ kind: 'finished', solution }); },
    (error: unknown) => { settle({ kind: 'failed', message: error instanceof Error ? error.message : String(error), best }); },
  );
  return { outcome, cancel: () => { settle({ kind: 'cancelled', best }); } };
}
