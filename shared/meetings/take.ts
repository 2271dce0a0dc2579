import { add, apply, type Change, change, drop, type Edit, set } from '../kernel/change.ts';
import type { MintId, PlacementId, RequestId, RoomId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { counted } from '../kernel/text.ts';
import { type Clash, hardClashesAt, type Spot } from './clashes.ts';
import type { Placement } from './placement.ts';
import type { BuiltProblem } from './problem.ts';
import { type MayHear, type MeetingTables, whereabouts } from './whereabouts.ts';

/** A plan found by the scheduler, as far as taking it goes. */
export type Plan = { readonly meetings: readonly { readonly request: string; readonly slot: number; readonly room: string }[] };

/** What taking a plan would do to the placements there are: shown before it is taken. */
export type PlanDifference = {
  readonly placed: readonly { readonly request: RequestId; readonly to: Spot }[];
  readonly moved: readonly { readonly placement: Placement; readonly to: Spot }[];
  readonly dropped: readonly Placement[];
  readonly kept: readonly Placement[];
};

export type TakeProblem =
  | { readonly code: 'plan-changes-nothing' }
  /** The summit changed since the plan was begun: these requests can no longer be held where it puts them. */
  | { readonly code: 'plan-is-out-of-date'; readonly clashes: readonly { readonly request: RequestId; readonly clashes: readonly Clash[] }[] };

/** The difference between the placements and a plan for the problem built of them. Pinned placements are always kept, and so is what stayed outside the problem. */
export function planDifference({ placements }: Pick<MeetingTables, 'placements'>, { slots, fixed }: Pick<BuiltProblem, 'slots' | 'fixed'>, { meetings }: Plan): PlanDifference {
  const spots = new Map(meetings.flatMap(({ request, slot, room }) => {
    const startsAt = slots[slot]?.startsAt;
    return startsAt === undefined ? [] : [[request as RequestId, { room: room as RoomId, startsAt }] as const];
  }));
  const present = new Map([...placements.values()].map((placement) => [placement.request, placement]));
  const moved: { placement: Placement; to: Spot }[] = [];
  const [dropped, kept]: [Placement[], Placement[]] = [[], []];
  for (const placement of placements.values()) {
    const to = spots.get(placement.request);
    if (placement.pinned || fixed.includes(placement.id) || (to && to.room === placement.room && to.startsAt === placement.startsAt)) kept.push(placement);
    else if (to) moved.push({ placement, to });
    else dropped.push(placement);
  }
  return { placed: [...spots].filter(([request]) => !present.has(request)).map(([request, to]) => ({ request, to })), moved, dropped, kept };
}

/**
 * The change that takes a plan: one step, so one undo takes all of it back. Refused when it changes nothing, or when, since the plan was
 * begun, something changed that it clashes with.
 */
export function takePlan(tables: MeetingTables, built: Pick<BuiltProblem, 'slots' | 'fixed'>, plan: Plan, mayHear: MayHear, mint: MintId): Result<Change, TakeProblem> {
  const { placed, moved, dropped } = planDifference(tables, built, plan);
  const edits: Edit[] = [
    ...placed.map(({ request, to }): Placement => ({ id: mint<PlacementId>(), request, ...to, pinned: false })).map((placement) => add('placements', placement)),
    ...moved.map(({ placement, to }) => set('placements', placement, to)),
    ...dropped.map((placement) => drop('placements', placement)),
  ];
  if (edits.length === 0) return err({ code: 'plan-changes-nothing' });
  const after = whereabouts(apply(tables, edits), mayHear);
  const touched = [...placed.map(({ request, to }) => ({ request, to })), ...moved.map(({ placement, to }) => ({ request: placement.request, to }))];
  const clashes = touched.flatMap(({ request: id, to }) => {
    const request = tables.requests.get(id);
    const found = request ? hardClashesAt(after, request, to) : [{ code: 'request-withdrawn', weight: 'clash' } as const];
    return found.length > 0 ? [{ request: id, clashes: found }] : [];
  });
  if (clashes.length > 0) return err({ code: 'plan-is-out-of-date', clashes });
  const deeds = [[placed, 'placed'], [moved, 'moved'], [dropped, 'dropped']] as const;
  const said = deeds.filter(([list]) => list.length > 0).map(([list, deed]) => `${counted(list.length, 'meeting')} ${deed}`);
  return ok(change(`Schedule automatically: ${said.join(', ')}`, edits));
}
