import { add, type Change, change, drop, set } from '../kernel/change.ts';
import type { MintId, PlacementId, RequestId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { counted } from '../kernel/text.ts';
import { type Clash, hardClashesAt, type Spot } from './clashes.ts';
import type { Placement, PlacementTable } from './placement.ts';
import { blankRequest, type MeetingRequest, type RequestTable, weightOf } from './request.ts';
import { vetoes } from './schedulable.ts';
import { vetoText } from './words.ts';
import { type Meeting, meetingAt, type Whereabouts, without } from './whereabouts.ts';

export type PlacingProblem =
  | { readonly code: 'request-is-gone'; readonly request: RequestId }
  | { readonly code: 'meeting-is-not-placed'; readonly request: RequestId }
  | { readonly code: 'meeting-is-pinned'; readonly request: RequestId }
  | { readonly code: 'spot-clashes'; readonly clashes: readonly Clash[] };

/**
 * Places a request at a spot, or moves it there. Refused where it clashes, unless `despite`: a planner may overrule a clash in the venue,
 * but never the NDA gate, and the finding stays. Refused for pinned meetings.
 */
export function place(where: Whereabouts, id: RequestId, spot: Spot, mint: MintId, despite = false): Result<Change, PlacingProblem> {
  const request = where.tables.requests.get(id);
  if (!request) return err({ code: 'request-is-gone', request: id });
  const present = where.meetingOf(id)?.placement;
  if (present?.pinned) return err({ code: 'meeting-is-pinned', request: id });
  const clashes = hardClashesAt(where, request, spot).filter(({ code }) => !despite || notToBeOverruled.includes(code));
  if (clashes.length > 0) return err({ code: 'spot-clashes', clashes });
  const name = nameOf(where, request);
  if (present) return ok(change(`Move ${name}`, [set('placements', present, { room: spot.room, startsAt: spot.startsAt })]));
  const placement: Placement = { id: mint<PlacementId>(), request: id, room: spot.room, startsAt: spot.startsAt, pinned: false };
  return ok(change(`Place ${name}`, [add('placements', placement)]));
}

const notToBeOverruled: readonly Clash['code'][] = ['nda-missing', 'room-gone', 'request-withdrawn', 'pair-vetoed', 'rivals-together'];

/** Takes meetings off the schedule; pinned ones are refused. Requests that are not placed are passed over. */
export function unplace(where: Whereabouts, ids: readonly RequestId[]): Result<Change, PlacingProblem> {
  const placements = ids.flatMap((id) => where.meetingOf(id)?.placement ?? []);
  const pinned = placements.find((placement) => placement.pinned);
  if (pinned) return err({ code: 'meeting-is-pinned', request: pinned.request });
  const [first] = placements;
  if (!first) return err({ code: 'meeting-is-not-placed', request: ids[0] as RequestId });
  const request = where.tables.requests.get(first.request);
  const label = placements.length === 1 && request ? `Unplace ${nameOf(where, request)}` : `Unplace ${counted(placements.length, 'meeting')}`;
  return ok(change(label, placements.map((placement) => drop('placements', placement))));
}

/** Keeps meetings where they are through scheduling and repair, or lets them go. */
export function pin({ placements }: PlacementTable, ids: readonly RequestId[], pinned: boolean): Result<Change, PlacingProblem> {
  const meant = [...placements.values()].filter(({ request }) => ids.includes(request));
  if (meant.length === 0) return err({ code: 'meeting-is-not-placed', request: ids[0] as RequestId });
  const changing = meant.filter((placement) => placement.pinned !== pinned);
  return ok(change(`${pinned ? 'Pin' : 'Unpin'} ${counted(changing.length, 'meeting')}`, changing.map((placement) => set('placements', placement, { pinned }))));
}

/** Exchanges the rooms and times of two meetings. Refused when one is pinned, or where either would clash, unless `despite`. */
export function swap(where: Whereabouts, one: RequestId, other: RequestId, despite = false): Result<Change, PlacingProblem> {
  const [a, b] = [where.meetingOf(one), where.meetingOf(other)];
  if (!a || !b) return err({ code: 'meeting-is-not-placed', request: a ? other : one });
  const pinned = [a, b].find(({ placement }) => placement.pinned);
  if (pinned) return err({ code: 'meeting-is-pinned', request: pinned.request.id });
  const spotOf = ({ placement: { room, startsAt } }: typeof a): Spot => ({ room, startsAt });
  const clashes = swapClashes(where, a, b).filter(({ code }) => !despite || notToBeOverruled.includes(code));
  if (clashes.length > 0) return err({ code: 'spot-clashes', clashes });
  return ok(change(`Swap ${nameOf(where, a.request)} with ${nameOf(where, b.request)}`, [set('placements', a.placement, spotOf(b)), set('placements', b.placement, spotOf(a))]));
}

/** What speaks against two meetings exchanging their rooms and times. */
function swapClashes(where: Whereabouts, a: Meeting, b: Meeting): Clash[] {
  const others = without(where, [a.request.id, b.request.id]);
  const moved = [a, b].map((meeting, index): Meeting => {
    const { room, startsAt } = (index === 0 ? b : a).placement;
    return meetingAt(where.summit, meeting.request, meeting.people, { ...meeting.placement, room, startsAt });
  });
  const against = (one: number, other: number) => {
    const [mine, theirs] = [moved[one] as Meeting, moved[other] as Meeting];
    const besides: Whereabouts = {
      ...others, meetings: [...others.meetings, theirs], meetingsOf: (person) => [...others.meetingsOf(person), ...(theirs.people.some(({ key }) => key === person) ? [theirs] : [])],
      meetingsIn: (room) => [...others.meetingsIn(room), ...(theirs.placement.room === room ? [theirs] : [])],
    };
    return hardClashesAt(besides, mine.request, mine.placement);
  };
  return [...against(0, 1), ...against(1, 0)];
}

export type RequestProblem =
  | { readonly code: 'request-is-gone'; readonly request: RequestId }
  | { readonly code: 'partner-is-unknown' }
  | { readonly code: 'host-is-unknown' }
  /** A partner asks for the same host once (planning rules of the input sets). */
  | { readonly code: 'already-requested'; readonly request: RequestId }
  /** A side said no to the other, and has not taken that back. */
  | { readonly code: 'pair-is-vetoed'; readonly request: RequestId; readonly text: string };

export type RequestInput = Pick<MeetingRequest, 'partner' | 'host'> & Partial<Omit<MeetingRequest, 'id'>>;

/**
 * Adds a request; where the other side has asked already, the two become one wish of both. Refused for an unknown partner or host, when
 * that side already has a live request for that host, or when one of the two said no to the other.
 */
export function addRequest(tables: Whereabouts['tables'], input: RequestInput, mint: MintId): Result<Change, RequestProblem> {
  const request: MeetingRequest = {
    ...blankRequest(mint<RequestId>(), input.partner, input.host), side: 'vendor', priority: 'should', durationMinutes: 30, partOfDay: 'any', ...input,
  };
  const refusal = refusalOf(tables, request);
  const asked = refusal?.code === 'already-requested' ? tables.requests.get(refusal.request) : undefined;
  if (asked && asked.side !== request.side && asked.side !== 'both' && asked.side !== null && request.side !== null) {
    return ok(change(`Both sides ask: ${nameOf({ tables }, asked)}`, [set('requests', asked, bothWishes(asked, request))]));
  }
  return refusal ? err(refusal) : ok(change(`Add request of ${partnerName(tables, request)}`, [add('requests', request)]));
}

/** Sets fields of a request; refused as adding is. */
export function editRequest(tables: Whereabouts['tables'], id: RequestId, fields: Partial<Omit<MeetingRequest, 'id'>>): Result<Change, RequestProblem> {
  const request = tables.requests.get(id);
  if (!request) return err({ code: 'request-is-gone', request: id });
  const refusal = ['partner', 'host', 'guestPartners', 'coHosts'].some((field) => field in fields) ? refusalOf(tables, { ...request, ...fields }) : null;
  return refusal ? err(refusal) : ok(change(`Edit request of ${partnerName(tables, { ...request, ...fields })}`, [set('requests', request, fields)]));
}

/** What two sides asked for, as one wish: the more important priority, and everybody either wants there. */
function bothWishes(asked: MeetingRequest, added: MeetingRequest): Partial<MeetingRequest> {
  const rank = (request: MeetingRequest) => weightOf({ ...request, weight: null, side: null });
  const all = <Id>(one: readonly Id[], other: readonly Id[]) => [...new Set([...one, ...other])];
  return {
    side: 'both', priority: rank(added) > rank(asked) ? added.priority : asked.priority, topic: asked.topic || added.topic, confidential: asked.confidential || added.confidential,
    attendees: all(asked.attendees, added.attendees), attendeeNames: all(asked.attendeeNames, added.attendeeNames), coHosts: all(asked.coHosts, added.coHosts),
  };
}

/**
 * A side says “no thanks” to another: kept on their request, or as one of its own where there is none. What they had placed leaves the
 * schedule, pinned or not, and nothing of the two is scheduled until it is lifted.
 */
export function veto(tables: Whereabouts['tables'], pair: Pick<MeetingRequest, 'partner' | 'host'>, side: 'partner' | 'vendor', reason: string, mint: MintId): Result<Change, RequestProblem> {
  if (!tables.partners.has(pair.partner)) return err({ code: 'partner-is-unknown' });
  if (!tables.executives.has(pair.host)) return err({ code: 'host-is-unknown' });
  const theirs = [...tables.requests.values()].filter(({ partner, host }) => partner === pair.partner && host === pair.host);
  const kept = theirs.find(({ withdrawn }) => !withdrawn) ?? theirs[0];
  const both = ({ partner, guestPartners, host, coHosts }: MeetingRequest) => [partner, ...guestPartners].includes(pair.partner) && [host, ...coHosts].includes(pair.host);
  const placements = [...tables.placements.values()].filter(({ request }) => { const row = tables.requests.get(request); return row !== undefined && both(row); });
  const said = kept ?? blankRequest(mint<RequestId>(), pair.partner, pair.host);
  const no = { ...said, veto: { side, reason } };
  return ok(change(`No thanks: ${nameOf({ tables }, pair)}`, [
    kept ? set('requests', kept, no) : add('requests', no),
    ...placements.map((placement) => drop('placements', placement)),
  ], reason === '' ? undefined : reason));
}

/** Takes a “no thanks” back. A request that was only there to keep it stays, open, as any other. */
export function liftVeto(tables: Whereabouts['tables'], id: RequestId): Result<Change, RequestProblem> {
  const request = tables.requests.get(id);
  if (!request) return err({ code: 'request-is-gone', request: id });
  return ok(change(`Lift “no thanks”: ${nameOf({ tables }, request)}`, request.veto ? [set('requests', request, { veto: null })] : []));
}

/** A side takes requests back, or says no to them: they leave the schedule, pinned or not, and stay on record with the reason. */
export function withdraw(tables: RequestTable & PlacementTable, ids: readonly RequestId[], side: 'partner' | 'vendor', reason: string): Result<Change, RequestProblem> {
  const missing = ids.find((id) => !tables.requests.has(id));
  if (missing !== undefined) return err({ code: 'request-is-gone', request: missing });
  const requests = ids.flatMap((id) => tables.requests.get(id) ?? []);
  const placements = [...tables.placements.values()].filter(({ request }) => ids.includes(request));
  return ok(change(`Withdraw ${counted(requests.length, 'request')}`, [
    ...requests.map((request) => set('requests', request, { withdrawn: { side, reason } })), ...placements.map((placement) => drop('placements', placement)),
  ], reason === '' ? undefined : reason));
}

/** Takes a withdrawal back; the request is open again. */
export function reopen({ requests }: RequestTable, ids: readonly RequestId[]): Result<Change, RequestProblem> {
  const missing = ids.find((id) => !requests.has(id));
  if (missing !== undefined) return err({ code: 'request-is-gone', request: missing });
  const meant = ids.flatMap((id) => requests.get(id) ?? []).filter(({ withdrawn }) => withdrawn !== null);
  return ok(change(`Reopen ${counted(meant.length, 'request')}`, meant.map((request) => set('requests', request, { withdrawn: null }))));
}

function refusalOf(tables: Whereabouts['tables'], request: MeetingRequest): RequestProblem | null {
  const { partners, executives, requests } = tables;
  const { id, partner, host } = request;
  if (!partners.has(partner)) return { code: 'partner-is-unknown' };
  if (!executives.has(host)) return { code: 'host-is-unknown' };
  const no = vetoes({ requests: new Map([...requests].filter(([other]) => other !== id)) })(request);
  if (no) return { code: 'pair-is-vetoed', request: no.id, text: `Nothing was changed: ${vetoText(no, partnerName(tables, no), executives.get(no.host)?.name ?? 'a host who is gone')}` };
  const same = [...requests.values()].find((other) => other.id !== id && other.partner === partner && other.host === host && !other.withdrawn);
  return same ? { code: 'already-requested', request: same.id } : null;
}

function nameOf({ tables }: Pick<Whereabouts, 'tables'>, request: Pick<MeetingRequest, 'partner' | 'host'>): string {
  return `${partnerName(tables, request)} with ${tables.executives.get(request.host)?.name ?? 'a host who is gone'}`;
}

function partnerName({ partners }: Pick<Whereabouts['tables'], 'partners'>, { partner }: Pick<MeetingRequest, 'partner'>): string {
  return partners.get(partner)?.name ?? 'a partner who is gone';
}
