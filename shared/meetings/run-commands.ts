import { add, type Change, change, drop, type Edit, set } from '../kernel/change.ts';
import type { MintId, PlacementId, RequestId, RunId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { finished, type Steps } from '../kernel/steps.ts';
import { counted } from '../kernel/text.ts';
import type { Instant } from '../kernel/time.ts';
import { type Clash, hardClashesAt } from './clashes.ts';
import type { Placement } from './placement.ts';
import { type Run, runName, runsInOrder, type RunSpot, type RunTable, spotsOf } from './run.ts';
import { peopleTouched, type PlanDifference, takingDifference, type TakeProblem } from './take.ts';
import { type MayHear, type MeetingTables, whereabouts } from './whereabouts.ts';

/** What is known of a run beside the placements themselves. */
export type RunFacts = Pick<Run, 'mode' | 'isPartial' | 'seed' | 'seconds' | 'isCutShort' | 'requests' | 'musts' | 'bound' | 'proven' | 'before' | 'after'>;

/** Takes a difference as `takeDifference` does, and keeps it as a run in the same step. */
export function takeAsRun(tables: MeetingTables & RunTable, difference: PlanDifference, facts: RunFacts, mayHear: MayHear, mint: MintId, now: Instant): Result<Change, TakeProblem> {
  return finished(takingAsRun(tables, difference, facts, mayHear, mint, now));
}

/** As `takeAsRun`, in steps, for a host with other things to do in between. */
export function* takingAsRun(tables: MeetingTables & RunTable, difference: PlanDifference, facts: RunFacts, mayHear: MayHear, mint: MintId, now: Instant): Steps<Result<Change, TakeProblem>> {
  const taken = yield* takingDifference(tables, difference, mayHear, mint);
  if (!taken.ok) return taken;
  yield;
  const where = whereabouts(tables, mayHear);
  yield;
  const spotOf = ({ room, startsAt, pinned }: Placement): RunSpot => ({ room, startsAt, pinned });
  const run: Run = {
    id: mint<RunId>(), name: '', takenAt: now, ...facts,
    peopleTouched: peopleTouched(where, difference).length,
    kept: difference.kept.map((placement) => ({ request: placement.request, ...spotOf(placement) })),
    changed: [
      ...difference.placed.map(({ request, to }) => ({ request, before: null, after: { ...to, pinned: false } })),
      ...difference.moved.map(({ placement, to }) => ({ request: placement.request, before: spotOf(placement), after: { ...to, pinned: placement.pinned } })),
      ...difference.dropped.map((placement) => ({ request: placement.request, before: spotOf(placement), after: null })),
    ],
    rolledBackAt: null,
  };
  return ok({ ...taken.value, edits: [...taken.value.edits, add('runs', run)] });
}

/** A meeting that cannot be put back, and why. */
export type Lost = { readonly request: RequestId } & (
  | { readonly why: 'request-gone' }
  /** Pinned since the run: it stays where it was pinned. */
  | { readonly why: 'meeting-pinned' }
  | { readonly why: 'clashes'; readonly clashes: readonly Clash[] }
);

/** What rolling a run back would do, shown before it is done. */
export type RollBack = {
  readonly difference: PlanDifference;
  readonly lost: readonly Lost[];
  /** Runs taken after this one that fall with it. */
  readonly later: readonly Run[];
};

/**
 * Puts every meeting back where it was before a run. What clashes there by now is left where it stands, or unplaced where it would be in
 * the way of one that is put back; pinned meetings never move.
 */
export function rollBackOf(tables: MeetingTables & RunTable, run: Run, mayHear: MayHear): RollBack {
  const target = spotsOf(run, 'before');
  const present = new Map([...tables.placements.values()].map((placement) => [placement.request, placement]));
  const lost: Lost[] = [];
  const restoring = new Map<RequestId, RunSpot>();
  const kept: Placement[] = [];
  const leaving: Placement[] = [];
  for (const [request, spot] of target) {
    const placement = present.get(request);
    if (placement && placement.room === spot.room && placement.startsAt === spot.startsAt) kept.push(placement);
    else if (!tables.requests.has(request)) lost.push({ request, why: 'request-gone' });
    else if (placement?.pinned) { lost.push({ request, why: 'meeting-pinned' }); kept.push(placement); }
    else restoring.set(request, spot);
  }
  for (const placement of present.values()) if (!target.has(placement.request)) (placement.pinned ? kept : leaving).push(placement);

  const staying: Placement[] = [];
  for (;;) {
    const clashing = clashesAmong(tables, mayHear, kept, restoring);
    if (clashing.length === 0) break;
    for (const { request, clashes } of clashing) {
      lost.push({ request, why: 'clashes', clashes });
      restoring.delete(request);
      const placement = present.get(request);
      if (placement) staying.push(placement);
    }
  }
  const inTheWay = new Set(clashesAmong(tables, mayHear, [...kept, ...staying], restoring, staying).map(({ request }) => request));
  const restored = [...restoring].map(([request, { room, startsAt }]) => ({ request, placement: present.get(request), to: { room, startsAt } }));
  return {
    difference: {
      placed: restored.flatMap(({ request, placement, to }) => (placement ? [] : [{ request, to }])),
      moved: restored.flatMap(({ placement, to }) => (placement ? [{ placement, to }] : [])),
      dropped: [...leaving, ...staying.filter(({ request }) => inTheWay.has(request))],
      kept: [...kept, ...staying.filter(({ request }) => !inTheWay.has(request))],
    },
    lost,
    later: runsInOrder(tables).filter(({ id, takenAt, rolledBackAt }) => rolledBackAt === null && id !== run.id && (takenAt > run.takenAt || (takenAt === run.takenAt && id > run.id))),
  };
}

export type RollBackProblem =
  | { readonly code: 'run-is-gone'; readonly run: RunId }
  | { readonly code: 'run-is-rolled-back'; readonly run: RunId }
  | { readonly code: 'roll-back-changes-nothing'; readonly run: RunId };

/** Rolls a run back in one step, as `rollBackOf` says. The run stays in the list, marked, and so do later ones that fall with it. */
export function rollBack(tables: MeetingTables & RunTable, id: RunId, mayHear: MayHear, mint: MintId, now: Instant): Result<Change, RollBackProblem> {
  const run = tables.runs.get(id);
  if (!run) return err({ code: 'run-is-gone', run: id });
  if (run.rolledBackAt !== null) return err({ code: 'run-is-rolled-back', run: id });
  const { difference: { placed, moved, dropped }, later } = rollBackOf(tables, run, mayHear);
  if (placed.length + moved.length + dropped.length === 0) return err({ code: 'roll-back-changes-nothing', run: id });
  const before = spotsOf(run, 'before');
  const edits: Edit[] = [
    ...placed.map(({ request, to }): Placement => ({ id: mint<PlacementId>(), request, ...to, pinned: before.get(request)?.pinned ?? false })).map((placement) => add('placements', placement)),
    ...moved.map(({ placement, to }) => set('placements', placement, { ...to, pinned: before.get(placement.request)?.pinned ?? false })),
    ...dropped.map((placement) => drop('placements', placement)),
    ...[run, ...later].map((row) => set('runs', row, { rolledBackAt: now })),
  ];
  return ok(change(`Roll back ${runName(tables, run)}: ${counted(placed.length + moved.length + dropped.length, 'meeting')} changed`, edits));
}

/** Which of the meetings to be put back (or of `asked`) clash when these and only these are held. */
function clashesAmong(
  tables: MeetingTables, mayHear: MayHear, held: readonly Placement[], restoring: ReadonlyMap<RequestId, RunSpot>, asked: readonly Placement[] | null = null,
): { request: RequestId; clashes: readonly Clash[] }[] {
  const back = [...restoring].map(([request, spot]): Placement => ({ id: `back-${request}` as PlacementId, request, ...spot }));
  const where = whereabouts({ ...tables, placements: new Map([...held, ...back].map((placement) => [placement.id, placement])) }, mayHear);
  return (asked ?? back).flatMap(({ request: id, room, startsAt }) => {
    const request = tables.requests.get(id);
    const clashes = request ? hardClashesAt(where, request, { room, startsAt }) : [];
    return clashes.length > 0 ? [{ request: id, clashes }] : [];
  });
}
