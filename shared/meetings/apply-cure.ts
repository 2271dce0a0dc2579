import { add, apply, type Change, change, drop, type Edit, set } from '../kernel/change.ts';
import type { MintId, PlacementId, RequestId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { type Clash, hardClashesAt, type Spot } from './clashes.ts';
import { concessionEdits } from './concession.ts';
import type { MeetingCure } from './cure.ts';
import type { Placement } from './placement.ts';
import { type MayHear, type MeetingTables, whereabouts } from './whereabouts.ts';

export type CureProblem =
  /** Somebody has to sign first. */
  | { readonly code: 'cure-needs-a-signature' }
  /** The summit changed since the cure was found: a meeting of it is elsewhere, gone or pinned by now, or would clash. */
  | { readonly code: 'cure-is-out-of-date'; readonly clashes: readonly Clash[] };

/** The one step that takes a cure: grants what it asks and places, moves and drops exactly what it said. */
export function applyCure(tables: MeetingTables, mayHear: MayHear, cure: MeetingCure, mint: MintId): Result<Change, CureProblem> {
  if (cure.asks.kind === 'nda-signed') return err({ code: 'cure-needs-a-signature' });
  const request = tables.requests.get(cure.request);
  const present = new Map([...tables.placements.values()].map((placement) => [placement.request, placement]));
  const stands = ({ request: id, from }: { readonly request: RequestId; readonly from: Spot }) => {
    const placement = present.get(id);
    return placement !== undefined && !placement.pinned && placement.room === from.room && placement.startsAt === from.startsAt;
  };
  if (!request || cure.placed.some(({ request: id }) => present.has(id)) || ![...cure.moved, ...cure.dropped].every(stands)) return err({ code: 'cure-is-out-of-date', clashes: [] });
  const edits: Edit[] = [
    ...concessionEdits(whereabouts(tables, mayHear), request, cure.asks),
    ...cure.dropped.map(({ request: id }) => drop('placements', present.get(id) as Placement)),
    ...cure.moved.map(({ request: id, to }) => set('placements', present.get(id) as Placement, to)),
    ...cure.placed.map(({ request: id, to }): Placement => ({ id: mint<PlacementId>(), request: id, ...to, pinned: false })).map((placement) => add('placements', placement)),
  ];
  const after = whereabouts(apply(tables, edits), mayHear);
  const own = after.meetingOf(cure.request);
  const held = [...cure.placed, ...cure.moved, ...(own ? [{ request: cure.request, to: own.placement }] : [])];
  const clashes = [...new Map(held.map((one) => [one.request, one])).values()].flatMap(({ request: id, to }) => {
    const meant = after.tables.requests.get(id);
    return meant ? hardClashesAt(after, meant, to) : [{ code: 'request-withdrawn', weight: 'clash' } as const];
  });
  if (clashes.length > 0) return err({ code: 'cure-is-out-of-date', clashes });
  const host = after.tables.executives.get(after.tables.requests.get(cure.request)?.host ?? request.host);
  const isMove = cure.moved.some(({ request: id }) => id === cure.request);
  return ok(change(`${isMove ? 'Move' : 'Place'} ${tables.partners.get(request.partner)?.name ?? 'a partner who is gone'} with ${host?.name ?? 'a host who is gone'} by a cure`, edits));
}
