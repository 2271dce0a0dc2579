import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { startRepair } from '#renderer/workers/repair-client.ts';
import type { Choice, Found, startTask, Task } from './schedule-task.ts';

/** Begins a repair: the plan as it is, with the fewest meetings moved. */
export function startRepairTask(snapshot: Snapshot, { seconds, seed }: Choice, watch: Parameters<typeof startTask>[2]): Task {
  const run = startRepair({ tables: snapshot, seconds, seed }, watch);
  const found = run.outcome.then((outcome): Found | null => {
    if (outcome === null) return null;
    const { built, reached } = outcome;
    const best = reached.kind === 'finished' ? reached.solution : reached.best;
    const failure = reached.kind === 'failed' ? reached.message : null;
    if (!best) return failure === null ? null : { built, meetings: [], weight: 0, bound: 0, breaks: 0, proven: false, isCutShort: true, failure };
    const { meetings, weight, bound, breaks, proven } = best;
    return { built, meetings, weight, bound, breaks, proven, isCutShort: reached.kind !== 'finished', failure };
  });
  return { found, cancel: () => { run.cancel(); } };
}
