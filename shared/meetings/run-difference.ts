import type { PlacementId, RequestId } from '../kernel/ids.ts';
import type { Placement, PlacementTable } from './placement.ts';
import { type Run, type RunSpot, spotsOf } from './run.ts';
import type { PlanDifference } from './take.ts';

/** What a run changed when it was taken. */
export function changedByRun(run: Run): PlanDifference {
  return between(spotsOf(run, 'before'), spotsOf(run, 'after'));
}

/** How the placements differ by now from what the run left behind. */
export function changedSinceRun({ placements }: PlacementTable, run: Run): PlanDifference {
  return between(spotsOf(run, 'after'), new Map([...placements.values()].map(({ request, room, startsAt, pinned }) => [request, { room, startsAt, pinned }])));
}

function between(before: ReadonlyMap<RequestId, RunSpot>, after: ReadonlyMap<RequestId, RunSpot>): PlanDifference {
  // The past has no placements of its own any more; these stand for them where they are shown.
  const held = (request: RequestId, spot: RunSpot): Placement => ({ id: `was-${request}` as PlacementId, request, ...spot });
  const [moved, dropped, kept]: [PlanDifference['moved'][number][], Placement[], Placement[]] = [[], [], []];
  for (const [request, was] of before) {
    const is = after.get(request);
    if (!is) dropped.push(held(request, was));
    else if (is.room === was.room && is.startsAt === was.startsAt) kept.push(held(request, was));
    else moved.push({ placement: held(request, was), to: { room: is.room, startsAt: is.startsAt } });
  }
  return { placed: [...after].filter(([request]) => !before.has(request)).map(([request, { room, startsAt }]) => ({ request, to: { room, startsAt } })), moved, dropped, kept };
}
