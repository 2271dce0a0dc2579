import { apply, type Edit, set } from '../kernel/change.ts';
import type { ExecutiveId, RoomId } from '../kernel/ids.ts';
import type { LocalDateTime } from '../kernel/time.ts';
import { dayOf } from '../summit/day.ts';
import type { GridSlot } from '../summit/slot-grid.ts';
import { type Clash, clashesOfFixedTime, homeFor } from './clashes.ts';
import { freed, raisedLimit, roomsThatWouldDo, timeAsked } from './concession.ts';
import type { Asking } from './cure.ts';
import { otherHosts } from './other-hosts.ts';
import type { Person } from './people.ts';
import { type BuiltProblem, buildProblem, rivalPairs } from './problem.ts';
import { lengthOf, meetingLengths, type MeetingRequest } from './request.ts';
import type { ScheduleProblem } from './scheduler/problem.ts';
import type { Attempt } from './scheduler/why/seeking.ts';
import { spanAt, type MeetingTables, type Whereabouts } from './whereabouts.ts';

/** A request to place, and the problem of placing it beside everything else. */
export type CureCase = { readonly where: Whereabouts; readonly request: MeetingRequest; readonly base: BuiltProblem; readonly tables: MeetingTables };
export type Try = () => Attempt<Asking> | null;

/** Other hosts tried before what was found is made cheaper, those whose topics fit and then those with the most free time; the rest come after. */
const firstHosts = 4;

/** What may be asked of people to place a request, each worked out when it is its turn. */
export function attemptsFor(desk: CureCase): { readonly first: readonly Try[]; readonly further: readonly Try[] } {
  const hosts = otherHosts(desk.where, desk.request).map((host) => withHost(desk, host));
  return { first: [inOtherRoom(desk), atOtherTime(desk), ...withHigherLimit(desk), ...shorter(desk), ...hosts.slice(0, firstHosts), ...withPersonFreed(desk), withNda(desk)], further: hosts.slice(firstHosts) };
}

/**
 * The base problem in which only this request stands as it would after some edits, so that nothing else gains by them. Null where it still
 * has no start. Only its own row is judged anew.
 */
function eased({ base, where, request }: CureCase, edits: readonly Edit[], mayHear = where.mayHear): ScheduleProblem | null {
  const alone = buildProblem(apply(heldBy(base, where.tables), edits), mayHear, request.id);
  const row = alone.problem.requests.find(({ id }) => id === request.id);
  if (!row) return null;
  const present = new Map(base.problem.people.map((person) => [person.id, person]));
  // Somebody cannot be met where neither this request nor any other may be held, before and after.
  const theirs = new Map(alone.problem.people.map((person) => [person.id, { ...person, unavailable: person.unavailable.filter((slot) => present.get(person.id)?.unavailable.includes(slot) ?? true) }]));
  const open = new Set(base.problem.rooms.map(({ id }) => id));
  const easedRow = { ...row, ...(row.allowedRooms === undefined ? {} : { allowedRooms: row.allowedRooms.filter((room) => open.has(room)) }) };
  const isThere = base.problem.requests.some(({ id }) => id === request.id);
  const apart = rivalPairs(where, [...new Map([...base.people, ...alone.people]).values()]);
  return {
    ...base.problem,
    people: [...base.problem.people.map((person) => theirs.get(person.id) ?? person), ...[...theirs.values()].filter(({ id }) => !present.has(id))],
    requests: isThere ? base.problem.requests.map((other) => (other.id === request.id ? easedRow : other)) : [...base.problem.requests, easedRow],
    ...(apart.length === 0 ? {} : { apart, apartMinutes: where.summit.gridMinutes }),
  };
}

/** Meetings outside the base problem stay where they are. */
function heldBy({ fixed }: BuiltProblem, tables: MeetingTables): MeetingTables {
  return { ...tables, placements: new Map([...tables.placements].map(([id, placement]) => [id, fixed.includes(id) ? { ...placement, pinned: true } : placement])) };
}

/** An attempt at starts of which only some kind of clash that a concession lifts speaks against. */
function attemptAt(desk: CureCase, problem: ScheduleProblem | null, starts: readonly GridSlot[] | null, asks: (startsAt: LocalDateTime, room: RoomId) => Asking): Attempt<Asking> | null {
  if (problem === null) return null;
  const { base: { slots }, request } = desk;
  const open = starts === null ? null : new Set(starts.map(({ startsAt }) => startsAt));
  const requests = open === null ? problem.requests : problem.requests.map((one) => (one.id === request.id ? { ...one, allowedSlots: (one.allowedSlots ?? []).filter((slot) => open.has(slots[slot]?.startsAt as LocalDateTime)) } : one));
  return { problem: { ...problem, requests }, forced: [request.id], asks: ({ slot, room }) => asks(slots[slot]?.startsAt as LocalDateTime, room as RoomId) };
}

/** The starts of which nothing but clashes of one kind speaks against, with what speaks. */
function startsBarredBy({ where, request, base: { slots } }: CureCase, isOfKind: (clash: Clash) => boolean): { readonly slot: GridSlot; readonly clashes: readonly Clash[] }[] {
  return slots.filter(({ tail }) => !tail).map((slot) => ({ slot, clashes: clashesOfFixedTime(where, request, slot.startsAt) })).filter(({ clashes }) => clashes.length > 0 && clashes.every(isOfKind));
}

function inOtherRoom(desk: CureCase): Try {
  return () => {
    const { where, request, tables } = desk;
    const home = homeFor(where, request);
    if (home === null && roomsThatWouldDo(where, request).every((room) => request.allowedRooms.length === 0 && tables.rooms.get(room)?.reserved !== true)) return null;
    const host = tables.executives.get(request.host);
    const edits = [set('requests', request, { allowedRooms: roomsThatWouldDo(where, request) }), ...(host && home !== null ? [set('executives', host, { homeRoom: null })] : [])];
    return attemptAt(desk, eased(desk, edits), null, (_, room) => ({ kind: 'other-room', room }));
  };
}

function atOtherTime(desk: CureCase): Try {
  return () => {
    const { request, where } = desk;
    const barred = startsBarredBy(desk, ({ code }) => code === 'time-not-allowed');
    if (barred.length === 0) return null;
    return attemptAt(desk, eased(desk, [set('requests', request, { allowedDays: [], allowedPart: null })]), barred.map(({ slot }) => slot), (startsAt) => timeAsked(where, startsAt));
  };
}

function withHigherLimit(desk: CureCase): Try[] {
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

function shorter(desk: CureCase): Try[] {
  const { request } = desk;
  const minutes = [...meetingLengths].reverse().find((length) => length < lengthOf(request));
  return minutes === undefined ? [] : [() => attemptAt(desk, eased(desk, [set('requests', request, { durationMinutes: minutes })]), null, () => ({ kind: 'shorter', minutes }))];
}

function withHost(desk: CureCase, host: ExecutiveId): Try {
  return () => attemptAt(desk, eased(desk, [set('requests', desk.request, { host })]), null, () => ({ kind: 'other-host', host }));
}

/** Somebody's own absences can be talked about; when they arrive and leave, and their sessions, cannot. */
function withPersonFreed(desk: CureCase): Try[] {
  const { where, request, tables } = desk;
  return where.peopleOf(request).map((person): Try => () => {
    const barred = startsBarredBy(desk, (clash) => clash.code === 'person-away' && clash.cause === 'away' && clash.person.key === person.key);
    if (barred.length === 0) return null;
    const spans = barred.map(({ slot }) => spanAt(request, slot.startsAt));
    return attemptAt(desk, eased(desk, freed(tables, person, spans)), barred.map(({ slot }) => slot), (startsAt) => ({ kind: 'person-freed', person, span: spanAt(request, startsAt) }));
  });
}

function withNda(desk: CureCase): Try {
  return () => {
    const { where } = desk;
    const barred = startsBarredBy(desk, ({ code }) => code === 'nda-missing');
    if (barred.length === 0) return null;
    const uncovered = new Map<LocalDateTime, Person[]>(barred.map(({ slot, clashes }) => [slot.startsAt, clashes.flatMap((clash) => (clash.code === 'nda-missing' ? [clash.person] : []))]));
    return attemptAt(desk, eased(desk, [], () => true), barred.map(({ slot }) => slot), (startsAt) => ({ kind: 'nda-signed', people: uncovered.get(startsAt) ?? [], day: dayOf(where.summit, startsAt) }));
  };
}
