import { add, apply, type Change, change, drop, type Edit, set } from '../kernel/change.ts';
import type { MintId, PlacementId, RequestId, RoomId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { finished, type Steps } from '../kernel/steps.ts';
import { counted } from '../kernel/text.ts';
import { type Clash, hardClashesAt, type Spot } from './clashes.ts';
import type { Person } from './people.ts';
import type { Placement } from './placement.ts';
import type { BuiltProblem } from './problem.ts';
import { type MayHear, type MeetingTables, whereabouts, type Whereabouts } from './whereabouts.ts';
import { byName } from '#shared/kernel/name-order.ts';

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

/** The change that takes a whole plan; see `takeDifference`. */
export function takePlan(tables: MeetingTables, built: Pick<BuiltProblem, 'slots' | 'fixed'>, plan: Plan, mayHear: MayHear, mint: MintId): Result<Change, TakeProblem> {
  return takeDifference(tables, planDifference(tables, built, plan), mayHear, mint);
}

/**
 * The part of a difference that touches no meeting there is: what is newly placed, as far as it fits beside the meetings that then stay.
 * What would clash with one of them is left out.
 */
export function onlyPlaced(tables: MeetingTables, { placed, moved, dropped, kept }: PlanDifference, mayHear: MayHear): PlanDifference {
  const after = whereabouts(apply(tables, placed.map(({ request, to }) => add('placements', placementAt(`new-${request}` as PlacementId, request, to)))), mayHear);
  const fits = placed.filter(({ request: id, to }) => { const request = tables.requests.get(id); return request !== undefined && hardClashesAt(after, request, to).length === 0; });
  return { placed: fits, moved: [], dropped: [], kept: [...kept, ...moved.map(({ placement }) => placement), ...dropped] };
}

/**
 * The change that makes a difference come true: one step, so one undo takes all of it back. Refused when it changes nothing, or when, since
 * the plan was begun, something changed that it clashes with.
 */
export function takeDifference(tables: MeetingTables, difference: Omit<PlanDifference, 'kept'>, mayHear: MayHear, mint: MintId): Result<Change, TakeProblem> {
  return finished(takingDifference(tables, difference, mayHear, mint));
}

/** As `takeDifference`, a meeting a step, for a host with other things to do in between. */
export function* takingDifference(tables: MeetingTables, { placed, moved, dropped }: Omit<PlanDifference, 'kept'>, mayHear: MayHear, mint: MintId): Steps<Result<Change, TakeProblem>> {
  const edits: Edit[] = [
    ...placed.map(({ request, to }) => add('placements', placementAt(mint<PlacementId>(), request, to))),
    ...moved.map(({ placement, to }) => set('placements', placement, to)),
    ...dropped.map((placement) => drop('placements', placement)),
  ];
  if (edits.length === 0) return err({ code: 'plan-changes-nothing' });
  yield;
  const after = whereabouts(apply(tables, edits), mayHear);
  const clashes: { request: RequestId; clashes: readonly Clash[] }[] = [];
  for (const { request: id, to } of [...placed, ...moved.map(({ placement, to }) => ({ request: placement.request, to }))]) {
    yield;
    const request = tables.requests.get(id);
    const found = request ? hardClashesAt(after, request, to) : [{ code: 'request-withdrawn', weight: 'clash' } as const];
    if (found.length > 0) clashes.push({ request: id, clashes: found });
  }
  if (clashes.length > 0) return err({ code: 'plan-is-out-of-date', clashes });
  const deeds = [[placed, 'placed'], [moved, 'moved'], [dropped, 'dropped']] as const;
  const said = deeds.filter(([list]) => list.length > 0).map(([list, deed]) => `${counted(list.length, 'meeting')} ${deed}`);
  return ok(change(`Schedule automatically: ${said.join(', ')}`, edits));
}

/** Somebody whose meetings a difference changes, and how many of them. */
export type TouchedPerson = { readonly person: Person; readonly placed: number; readonly moved: number; readonly dropped: number };

/** Everyone whose meetings change, each once: first those who must hear of a move or a loss, then those who only gain. */
export function peopleTouched(where: Pick<Whereabouts, 'tables' | 'peopleOf'>, { placed, moved, dropped }: Omit<PlanDifference, 'kept'>): TouchedPerson[] {
  const touched = new Map<string, { person: Person; placed: number; moved: number; dropped: number }>();
  const count = (id: RequestId, deed: 'placed' | 'moved' | 'dropped') => {
    const request = where.tables.requests.get(id);
    for (const person of request ? where.peopleOf(request) : []) {
      const known = touched.get(person.key) ?? { person, placed: 0, moved: 0, dropped: 0 };
      known[deed] += 1;
      touched.set(person.key, known);
    }
  };
  for (const { request } of placed) count(request, 'placed');
  for (const { placement } of moved) count(placement.request, 'moved');
  for (const { request } of dropped) count(request, 'dropped');
  const isDisturbed = ({ moved: moves, dropped: losses }: TouchedPerson) => moves + losses > 0;
  return [...touched.values()].sort((a, b) => Number(isDisturbed(b)) - Number(isDisturbed(a)) || byName(a.person.name, b.person.name));
}

function placementAt(id: PlacementId, request: RequestId, to: Spot): Placement {
  return { id, request, ...to, pinned: false };
}
