import { proxy, wrap } from 'comlink';
import type { ScheduleSolution } from '#shared/meetings/scheduler/solution.ts';
import type { Posted, ScheduleTask, SchedulerApi } from './scheduler.worker.ts';

/** `cancelled` keeps the best plan posted so far; null when there was none yet. */
export type ScheduleOutcome =
  | { readonly kind: 'finished'; readonly solution: ScheduleSolution }
  | { readonly kind: 'cancelled'; readonly best: Posted | null }
  | { readonly kind: 'failed'; readonly message: string; readonly best: Posted | null };

export type ScheduleRun = {
  readonly outcome: Promise<ScheduleOutcome>;
  /** Ends the worker at once. The outcome is the best posted. */
  cancel(): void;
};

/** Runs the scheduler in a worker of its own; `watch` hears of every better plan or bound, at most twenty times a second. */
export function startSchedule(task: ScheduleTask, watch: (posted: Posted) => void, makeWorker: () => Worker = schedulerWorker): ScheduleRun {
  const worker = makeWorker();
  let best: Posted | null = null;
  let settle: (outcome: ScheduleOutcome) => void = () => undefined;
  const outcome = new Promise<ScheduleOutcome>((resolve) => {
    settle = (reached) => {
      worker.terminate();
      resolve(reached);
    };
  });
  worker.addEventListener('error', (event) => settle({ kind: 'failed', message: event.message, best }));
  const post = proxy((posted: Posted) => {
    best = posted;
    watch(posted);
  });
  wrap<SchedulerApi>(worker).solve(task, post).then(
    (solution) => settle({ kind: 'finished', solution }),
    (error: unknown) => settle({ kind: 'failed', message: error instanceof Error ? error.message : String(error), best }),
  );
  return { outcome, cancel: () => settle({ kind: 'cancelled', best }) };
}

function schedulerWorker(): Worker {
  return new Worker(new URL('./scheduler.worker.ts', import.meta.url), { type: 'module' });
}
