import { proxy, transfer, wrap } from 'comlink';
import { onlyNeeded } from './meeting-tables.ts';
import type { Posted, ProblemParcel, SolutionParcel } from './schedule-parcel.ts';
import type { ScheduleTask, SchedulerApi } from './scheduler.worker.ts';

/** A run that did not finish keeps the best plan posted so far; null when there was none yet. */
export type CutShort = { readonly built: ProblemParcel; readonly best: Posted } | { readonly built: null; readonly best: null };

export type ScheduleOutcome =
  | { readonly kind: 'finished'; readonly built: ProblemParcel; readonly solution: SolutionParcel }
  | ({ readonly kind: 'cancelled' } & CutShort)
  | ({ readonly kind: 'failed'; readonly message: string } & CutShort);

export type ScheduleRun = {
  readonly outcome: Promise<ScheduleOutcome>;
  /** Ends the workers at once. The outcome is the best posted. */
  cancel(): void;
};

/**
 * Runs the scheduler in two workers: one searches, one proves and tells the search what it found. `watch` hears of every better plan or
 * bound, at most five times a second. A third worker would take the same place as the proof: a port to the search.
 */
export function startSchedule(task: ScheduleTask, watch: (posted: Posted) => void, makeSearch: () => Worker = searchWorker, makeProof: () => Worker = proofWorker): ScheduleRun {
  const [search, proof] = [makeSearch(), makeProof()];
  const { port1, port2 } = new MessageChannel();
  proof.postMessage(port2, [port2]);
  let built: ProblemParcel | null = null;
  let best: Posted | null = null;
  let settle: (outcome: ScheduleOutcome) => void = () => undefined;
  const outcome = new Promise<ScheduleOutcome>((resolve) => {
    settle = (reached) => {
      search.terminate();
      proof.terminate();
      resolve(reached);
    };
  });
  const cutShort = (): CutShort => (built !== null && best !== null ? { built, best } : { built: null, best: null });
  search.addEventListener('error', (event) => { settle({ kind: 'failed', message: event.message, ...cutShort() }); });
  const begun = proxy((parcel: ProblemParcel) => {
    built = parcel;
  });
  const post = proxy((posted: Posted) => {
    best = posted;
    watch(posted);
  });
  wrap<SchedulerApi>(search).solve({ ...task, tables: onlyNeeded(task.tables) }, transfer(port1, [port1]), begun, post).then(
    (solution) => {
      if (built !== null) settle({ kind: 'finished', built, solution });
    },
    (error: unknown) => { settle({ kind: 'failed', message: error instanceof Error ? error.message : String(error), ...cutShort() }); },
  );
  return { outcome, cancel: () => { settle({ kind: 'cancelled', ...cutShort() }); } };
}

function searchWorker(): Worker {
  return new Worker(new URL('./scheduler.worker.ts', import.meta.url), { type: 'module' });
}

function proofWorker(): Worker {
  return new Worker(new URL('./proof.worker.ts', import.meta.url), { type: 'module' });
}
