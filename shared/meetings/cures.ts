import { apply, type Edit, set } from '../kernel/change.ts';
import type { ExecutiveId, RequestId, RoomId } from '../kernel/ids.ts';
import { folded } from '../kernel/text.ts';
import type { LocalDateTime } from '../kernel/time.ts';
import { dayOf } from '../summit/day.ts';
import type { GridSlot } from '../summit/slot-grid.ts';
import { type Clash, clashesOfFixedTime, homeFor } from './clashes.ts';
import { concessionEdits, freed, raisedLimit, roomsThatWouldDo, timeAsked } from './concession.ts';
import { type Asking, type MeetingCure, troubleOf } from './cure.ts';
import type { Person } from './people.ts';
import { type BuiltProblem, buildProblem } from './problem.ts';
import { peopleOfRequests, problemBesides } from './repair.ts';
import { lengthOf, meetingLengths, type MeetingRequest } from './request.ts';
import type { Effect } from './scheduler/cure.ts';
import { type Attempt, type CureOptions, type Cures, curesOf } from './scheduler/cures.ts';
import type { ScheduleProblem } from './scheduler/problem.ts';
import { spanAt, type MayHear, type MeetingTables, whereabouts, type Whereabouts } from './whereabouts.ts';

/** Other hosts that are tried, those whose topics fit and then those with the most free time first. Past them the answer says it is not complete. */
const mostHosts = 6;

/**
 * The ways to place a request that waits, each found by solving the schedule anew with it forced in, the cheapest first. Meetings that
 * clash already are left as they are. No cures for a request that is placed, withdrawn or not invited. `found` hears of the cures so far.
 */
export function curesForRequest(tables: MeetingTables, mayHear: MayHear, id: RequestId, options: CureOptions, found: (cures: readonly MeetingCure[]) => void = () => undefined): Cures<MeetingCure> {
  const where = whereabouts(tables, mayHear);
  const request = tables.requests.get(id);
  if (!request || where.stateOf(request) !== 'open') return { cures: [], isComplete: true };
  const base = problemBesides(tables, mayHear);
  const hosts = otherHosts(where, request);
  const all: Desk = { where, request, base, tables };
  const inWords = (cures: readonly (Effect & { readonly asks: Asking })[]) => cures.map((cure) => meetingCure(all, cure));
  const attempts = [inOtherRoom(all), atOtherTime(all), ...withHigherLimit(all), ...shorter(all), ...hosts.slice(0, mostHosts).map((host) => withHost(all, host)), ...withPersonFreed(all), withNda(all)];
  const { cures, isComplete } = curesOf<Asking>(
    { problem: base.problem, plan: base.current, id, nothing: { kind: 'nothing' }, attempts, trouble: ({ kind }) => troubleOf[kind] }, options, (sofar) => { found(inWords(sofar)); },
  );
  return { cures: inWords(cures), isComplete: isComplete && hosts.length <= mostHosts };
}

type Desk = { readonly where: Whereabouts; readonly request: MeetingRequest; readonly base: BuiltProblem; readonly tables: MeetingTables };
type Try = () => Attempt<Asking> | null;

function meetingCure({ where, request, base: { slots, current } }: Desk, { asks, placed, moved, dropped, changes, weightBefore, weightAfter }: Effect & { readonly asks: Asking }): MeetingCure {
  const spotOf = (list: Effect['changes'], id: string) => {
    const meeting = list.find((one) => one.request === id);
    return { room: meeting?.room as RoomId, startsAt: slots[meeting?.slot ?? -1]?.startsAt as LocalDateTime };
  };
  const ids = (list: readonly string[]) => list as readonly RequestId[];
  const eased = asks.kind === 'other-host' ? whereabouts(apply(where.tables, concessionEdits(where, request, asks)), where.mayHear) : where;
  return {
    request: request.id, asks,
    placed: ids(placed).map((id) => ({ request: id, to: spotOf(changes, id) })),
    moved: ids(moved).map((id) => ({ request: id, from: spotOf(current, id), to: spotOf(changes, id) })),
    dropped: ids(dropped).map((id) => ({ request: id, from: spotOf(current, id) })),
    touched: peopleOfRequests(eased, ids([...placed, ...moved, ...dropped])), weightBefore, weightAfter,
  };
}

/** The base problem in which only this request stands as it would after some edits, so that nothing else gains by them. Null where it still has no start. */
function eased({ base, where, request }: Desk, edits: readonly Edit[], mayHear: MayHear = where.mayHear): ScheduleProblem | null {
  const { problem } = buildProblem(apply(heldBy(base, where.tables), edits), mayHear);
  const row = problem.requests.find(({ id }) => id === request.id);
  if (!row) return null;
  const sits = (id: string) => row.people.includes(id) || row.optional?.includes(id) === true;
  const theirs = problem.people.filter(({ id }) => sits(id));
  const open = new Set(base.problem.rooms.map(({ id }) => id));
  const easedRow = { ...row, ...(row.allowedRooms === undefined ? {} : { allowedRooms: row.allowedRooms.filter((room) => open.has(room)) }) };
  const isThere = base.problem.requests.some(({ id }) => id === request.id);
  return {
    ...base.problem,
    people: [...base.problem.people.map((person) => theirs.find(({ id }) => id === person.id) ?? person), ...theirs.filter(({ id }) => !base.problem.people.some((person) => person.id === id))],
    requests: isThere ? base.problem.requests.map((other) => (other.id === request.id ? easedRow : other)) : [...base.problem.requests, easedRow],
    ...(problem.apart === undefined ? {} : { apart: [...new Map([...(base.problem.apart ?? []), ...problem.apart].map((pair) => [JSON.stringify(pair), pair])).values()], apartMinutes: where.summit.gridMinutes }),
  };
}

/** Meetings outside the base problem stay where they are. */
function heldBy({ fixed }: BuiltProblem, tables: MeetingTables): MeetingTables {
  return { ...tables, placements: new Map([...tables.placements].map(([id, placement]) => [id, fixed.includes(id) ? { ...placement, pinned: true } : placement])) };
}

/** An attempt at starts of which only some kind of clash that a concession lifts speaks against. */
function attemptAt(desk: Desk, problem: ScheduleProblem | null, starts: readonly GridSlot[] | null, asks: (startsAt: LocalDateTime, room: RoomId) => Asking): Attempt<Asking> | null {
  if (problem === null) return null;
  const { base: { slots }, request } = desk;
  const open = starts === null ? null : new Set(starts.map(({ startsAt }) => startsAt));
  const requests = open === null ? problem.requests : problem.requests.map((one) => (one.id === request.id ? { ...one, allowedSlots: (one.allowedSlots ?? []).filter((slot) => open.has(slots[slot]?.startsAt as LocalDateTime)) } : one));
  return { problem: { ...problem, requests }, forced: [request.id], asks: ({ slot, room }) => asks(slots[slot]?.startsAt as LocalDateTime, room as RoomId) };
}

/** The starts of which nothing but clashes of one kind speaks against, with what speaks. */
function startsBarredBy({ where, request, base: { slots } }: Desk, isOfKind: (clash: Clash) => boolean): { readonly slot: GridSlot; readonly clashes: readonly Clash[] }[] {
  return slots.filter(({ tail }) => !tail).map((slot) => ({ slot, clashes: clashesOfFixedTime(where, request, slot.startsAt) })).filter(({ clashes }) => clashes.length > 0 && clashes.every(isOfKind));
}

function inOtherRoom(desk: Desk): Try {
  return () => {
    const { where, request, tables } = desk;
    const home = homeFor(where, request);
    if (home === null && roomsThatWouldDo(where, request).every((room) => request.allowedRooms.length === 0 && tables.rooms.get(room)?.reserved !== true)) return null;
    const host = tables.executives.get(request.host);
    const edits = [set('requests', request, { allowedRooms: roomsThatWouldDo(where, request) }), ...(host && home !== null ? [set('executives', host, { homeRoom: null })] : [])];
    return attemptAt(desk, eased(desk, edits), null, (_, room) => ({ kind: 'other-room', room }));
  };
}

function atOtherTime(desk: Desk): Try {
  return () => {
    const { request, where } = desk;
    const barred = startsBarredBy(desk, ({ code }) => code === 'time-not-allowed');
    if (barred.length === 0) return null;
    return attemptAt(desk, eased(desk, [set('requests', request, { allowedDays: [], allowedPart: null })]), barred.map(({ slot }) => slot), (startsAt) => timeAsked(where, startsAt));
  };
}

function withHigherLimit(desk: Desk): Try[] {
  const { where, request } = desk;
  return where.peopleOf(request).flatMap((person): Try[] => {
    const { max, maxPerDay } = where.limitsOf(person);
    const meetings = where.meetingsOf(person.key);
    const busiest = Math.max(0, ...meetings.map(({ startsAt }) => meetings.filter((other) => dayOf(where.summit, other.startsAt) === dayOf(where.summit, startsAt)).length));
    const raise = (limit: 'maxMeetings' | 'maxMeetingsPerDay', to: number): Try => () => attemptAt(desk, eased(desk, raisedLimit(where, person, limit, to)), null, () => ({ kind: 'higher-limit', person, limit, to }));
    return [
      ...(max !== null && meetings.length >= max ? [raise('maxMeetings', max + 1)] : []),
      ...(maxPerDay !== null && busiest >= maxPerDay ? [raise('maxMeetingsPerDay', maxPerDay + 1)] : []),
    ];
  });
}

function shorter(desk: Desk): Try[] {
  const { request } = desk;
  const minutes = [...meetingLengths].reverse().find((length) => length < lengthOf(request));
  return minutes === undefined ? [] : [() => attemptAt(desk, eased(desk, [set('requests', request, { durationMinutes: minutes })]), null, () => ({ kind: 'shorter', minutes }))];
}

/** Executives with whom the partner has no request of its own, those whose topics fit first, then those with the fewest meetings. */
function otherHosts({ tables, meetings }: Whereabouts, request: MeetingRequest): ExecutiveId[] {
  const asked = new Set([...tables.requests.values()].filter(({ partner, withdrawn }) => partner === request.partner && withdrawn === null).flatMap(({ host, coHosts, optionalHosts }) => [host, ...coHosts, ...optionalHosts]));
  const topic = folded(request.topic);
  const fits = (topics: readonly string[]) => topic !== '' && topics.some((one) => folded(one) !== '' && (topic.includes(folded(one)) || folded(one).includes(topic)));
  const load = (id: ExecutiveId) => meetings.filter((meeting) => meeting.request.host === id).length;
  return [...tables.executives.values()].filter(({ id }) => !asked.has(id))
    .map(({ id, topics }) => ({ id, fits: fits(topics), load: load(id) }))
    .sort((a, b) => Number(b.fits) - Number(a.fits) || a.load - b.load).map(({ id }) => id);
}

function withHost(desk: Desk, host: ExecutiveId): Try {
  return () => attemptAt(desk, eased(desk, [set('requests', desk.request, { host })]), null, () => ({ kind: 'other-host', host }));
}

/** Somebody's own absences can be talked about; when they arrive and leave, and their sessions, cannot. */
function withPersonFreed(desk: Desk): Try[] {
  const { where, request, tables } = desk;
  return where.peopleOf(request).map((person): Try => () => {
    const barred = startsBarredBy(desk, (clash) => clash.code === 'person-away' && clash.cause === 'away' && clash.person.key === person.key);
    if (barred.length === 0) return null;
    const spans = barred.map(({ slot }) => spanAt(request, slot.startsAt));
    return attemptAt(desk, eased(desk, freed(tables, person, spans)), barred.map(({ slot }) => slot), (startsAt) => ({ kind: 'person-freed', person, span: spanAt(request, startsAt) }));
  });
}

function withNda(desk: Desk): Try {
  return () => {
    const { where } = desk;
    const barred = startsBarredBy(desk, ({ code }) => code === 'nda-missing');
    if (barred.length === 0) return null;
    const uncovered = new Map<LocalDateTime, Person[]>(barred.map(({ slot, clashes }) => [slot.startsAt, clashes.flatMap((clash) => (clash.code === 'nda-missing' ? [clash.person] : []))]));
    return attemptAt(desk, eased(desk, [], () => true), barred.map(({ slot }) => slot), (startsAt) => ({ kind: 'nda-signed', people: uncovered.get(startsAt) ?? [], day: dayOf(where.summit, startsAt) }));
  };
}
