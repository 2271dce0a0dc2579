import type { RequestId } from '#shared/kernel/ids.ts';
import type { LevelBounds, Reached } from '#shared/meetings/levels.ts';
import { weightOf } from '#shared/meetings/request.ts';
import type { RunMode } from '#shared/meetings/run.ts';
import { schedulableRequests } from '#shared/meetings/schedulable.ts';
import type { Meeting } from '#shared/meetings/scheduler/solution.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import type { CureTables } from '#renderer/workers/meeting-tables.ts';
import { readyRepair } from '#renderer/workers/repair-client.ts';
import { boundsIn, meetingsIn, type Posted, type ProblemParcel } from '#renderer/workers/schedule-parcel.ts';
import type { ScheduleRun } from '#renderer/workers/schedule-run.ts';
import { readySchedule } from '#renderer/workers/scheduler-client.ts';

// The only file that knows what travels between the window and the scheduler's worker.

export type Choice = { readonly mode: RunMode; readonly seconds: number; readonly seed: number };

/** What the search has in hand at one moment. */
export type Sample = {
  /** Seconds since the run began. */
  readonly at: number;
  readonly phase: Posted['phase'];
  readonly placed: number;
  readonly mustPlaced: number;
  readonly weight: number;
  readonly bound: number;
  readonly shortfall: number;
  readonly breaks: number;
  readonly missed: number;
  readonly loose: number;
  readonly bounds: LevelBounds;
  readonly proven: boolean;
  /** Meetings placed for each host, by id. */
  readonly placedByHost: ReadonlyMap<string, number>;
};

/** What of the summit a sample is read against; looked up once a run. */
export type Asked = {
  readonly requests: number;
  readonly musts: number;
  readonly byHost: ReadonlyMap<string, number>;
  /** Weight of what is placed before the run. */
  readonly presentWeight: number;
};

export function askedOf(snapshot: Snapshot): Asked {
  const requests = schedulableRequests(snapshot);
  const placed = placedRequests(snapshot);
  return {
    requests: requests.length,
    musts: requests.filter(({ priority }) => priority === 'must').length,
    byHost: countedBy(requests, ({ host }) => host),
    presentWeight: requests.filter(({ id }) => placed.has(id)).reduce((total, request) => total + weightOf(request), 0),
  };
}

export function sampleOf(posted: Posted, at: number): Sample {
  const { phase, weight, bound, breaks, proven, placed, mustPlaced, placedByHost, shortfall, missed, loose } = posted;
  return { at, phase, weight, bound, breaks, proven, placed, mustPlaced, placedByHost, shortfall, missed, loose, bounds: boundsIn(posted) };
}

/** The plan that a run leaves behind. */
export type Found = {
  readonly built: ProblemParcel;
  readonly meetings: readonly Meeting[];
  readonly levels: Reached;
  readonly bounds: LevelBounds;
  readonly weight: number;
  readonly bound: number;
  readonly proven: boolean;
  readonly isCutShort: boolean;
  /** Requests that must all be placed and cannot all be; null: all are, or nothing is known of why not. */
  readonly core: readonly string[] | null;
  /** Weight given up so that these people meet somebody; null: none was. */
  readonly coverage: { readonly weightGivenUp: number; readonly people: readonly string[] } | null;
};

/** `found` null: the run ended before there was a plan. `failure`: why the scheduler stopped by itself; null: it did not. */
export type Ended = { readonly found: Found | null; readonly failure: string | null };

export type Task = { readonly ended: Promise<Ended>; cancel(): void };

/** Workers that have read the summit and wait for the word to begin. */
export type ReadyTask = {
  start(choice: Pick<Choice, 'seconds' | 'seed'>, watch: (posted: Posted) => void): Task;
  end(): void;
};

/** Readies the scheduler's workers. Mode `repair` keeps as many meetings where they are as the best weight allows. */
export function readyTask(tables: CureTables, mode: RunMode): ReadyTask {
  const ready = mode === 'repair' ? readyRepair(tables) : readySchedule(tables, mode);
  return { start: (choice, watch) => taskOf(ready.start(choice, watch)), end: () => { ready.end(); } };
}

function taskOf(run: ScheduleRun): Task {
  const ended = run.outcome.then((outcome): Ended => {
    const failure = outcome.kind === 'failed' ? outcome.message : null;
    if (outcome.built === null) return { found: null, failure };
    const { built } = outcome;
    const { plan, weight, bound, proven } = outcome.kind === 'finished' ? outcome.solution : outcome.best;
    const levels = outcome.kind === 'finished' ? outcome.solution.levels : levelsIn(outcome.best);
    const bounds = outcome.kind === 'finished' ? outcome.solution.bounds : boundsIn(outcome.best);
    const { core = null, coverage = null } = outcome.kind === 'finished' ? outcome.solution : {};
    return { found: { built, meetings: meetingsIn(built, plan), levels, bounds, weight, bound, proven, core, coverage, isCutShort: outcome.kind !== 'finished' }, failure };
  });
  return { ended, cancel: () => { run.cancel(); } };
}

/** Requests that may be scheduled and have a place, or have none. */
export function waitingCount(snapshot: Snapshot): { readonly all: number; readonly waiting: number } {
  const placed = placedRequests(snapshot);
  const requests = schedulableRequests(snapshot);
  return { all: requests.length, waiting: requests.filter(({ id }) => !placed.has(id)).length };
}

function levelsIn({ mustPlaced, weight, shortfall, breaks, missed, loose }: Posted): Reached {
  return { mustPlaced, weight, shortfall, breaks, missed, loose, roomChanges: null };
}

function placedRequests({ placements }: Snapshot): ReadonlySet<RequestId> {
  return new Set([...placements.values()].map(({ request }) => request));
}

function countedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
