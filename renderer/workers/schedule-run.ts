import { proxy } from 'comlink';
import type { Posted, ProblemParcel, SolutionParcel } from './schedule-parcel.ts';

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

/** How far a run goes. */
export type Spending = { readonly seconds: number; readonly seed: number };

/** Workers that have read a summit, or are reading it, and wait for the word to begin. */
export type ReadyRun = {
  /** Begins, once; `watch` hears of every better plan or bound, at most five times a second. */
  start(spending: Spending, watch: (posted: Posted) => void): ScheduleRun;
  /** Lets the workers go where no run is wanted. */
  end(): void;
};

type Hearing = { readonly begun: (parcel: ProblemParcel) => void; readonly post: (posted: Posted) => void };

/** A run by workers, the first of which is reading and then solves. */
export function readyRun(workers: readonly [Worker, ...Worker[]], reading: Promise<void>, solve: (spending: Spending, hearing: Hearing) => Promise<SolutionParcel>): ReadyRun {
  const end = () => { for (const worker of workers) worker.terminate(); };
  let failure: string | null = null;
  let fail = (message: string) => { failure = message; };
  workers[0].addEventListener('error', ({ message }) => { fail(message); });
  // Whoever starts the run is told.
  reading.catch(() => undefined);
  return {
    end,
    start(spending, watch) {
      let built: ProblemParcel | null = null;
      let best: Posted | null = null;
      let settle: (outcome: ScheduleOutcome) => void = () => undefined;
      const outcome = new Promise<ScheduleOutcome>((resolve) => {
        settle = (reached) => {
          end();
          resolve(reached);
        };
      });
      const cutShort = (): CutShort => (built !== null && best !== null ? { built, best } : { built: null, best: null });
      fail = (message) => { settle({ kind: 'failed', message, ...cutShort() }); };
      const hearing = {
        begun: proxy((parcel: ProblemParcel) => { built = parcel; }),
        post: proxy((posted: Posted) => { best = posted; watch(posted); }),
      };
      if (failure !== null) fail(failure);
      reading.then(() => solve(spending, hearing)).then(
        (solution) => { if (built !== null) settle({ kind: 'finished', built, solution }); },
        (error: unknown) => { fail(error instanceof Error ? error.message : String(error)); },
      );
      return { outcome, cancel: () => { settle({ kind: 'cancelled', ...cutShort() }); } };
    },
  };
}
