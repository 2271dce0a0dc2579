import type { PartnerId, RoomId, SessionId } from '../kernel/ids.ts';
import { holds } from '../kernel/span.ts';
import { addMinutes, type LocalDate, type LocalDateTime, overlap, type Span, timeOf } from '../kernel/time.ts';
import { dayOf } from '../summit/day.ts';
import type { Person } from './people.ts';
import type { Absence } from './presence.ts';
import type { MeetingRequest } from './request.ts';
import { rivalsInRoom, rivalsTogether } from './rivals.ts';
import { walksTooLong } from './walking.ts';
import { type Meeting, spanAt, type Whereabouts } from './whereabouts.ts';

/** What speaks against a meeting at a place and time. `clash`: it cannot be held there. `advice`: it can, but less well. */
export type Clash =
  | { readonly code: 'request-withdrawn'; readonly weight: 'clash' }
  | { readonly code: 'partner-not-invited'; readonly weight: 'clash' }
  | { readonly code: 'pair-vetoed'; readonly weight: 'clash'; readonly veto: MeetingRequest }
  | { readonly code: 'rivals-together'; readonly weight: 'clash'; readonly partners: readonly [PartnerId, PartnerId] }
  | { readonly code: 'outside-meeting-time'; readonly weight: 'clash' }
  | { readonly code: 'time-not-allowed'; readonly weight: 'clash'; readonly days: readonly LocalDate[]; readonly part: 'morning' | 'afternoon' | null }
  | { readonly code: 'person-away'; readonly weight: 'clash'; readonly person: Person; readonly span: Span; readonly cause: Absence['cause'] }
  | { readonly code: 'person-in-session'; readonly weight: 'clash'; readonly person: Person; readonly session: SessionId }
  | { readonly code: 'person-in-meeting'; readonly weight: 'clash'; readonly person: Person; readonly other: Meeting }
  | { readonly code: 'day-limit-reached'; readonly weight: 'clash'; readonly person: Person; readonly limit: number; readonly day: LocalDate }
  | { readonly code: 'limit-reached'; readonly weight: 'clash'; readonly person: Person; readonly limit: number }
  | { readonly code: 'nda-missing'; readonly weight: 'clash'; readonly person: Person; readonly day: LocalDate }
  | { readonly code: 'room-gone'; readonly weight: 'clash' }
  | { readonly code: 'room-closed'; readonly weight: 'clash'; readonly room: RoomId; readonly span: Span }
  | { readonly code: 'room-in-session'; readonly weight: 'clash'; readonly room: RoomId; readonly session: SessionId }
  | { readonly code: 'room-in-use'; readonly weight: 'clash'; readonly room: RoomId; readonly others: readonly Meeting[] }
  | { readonly code: 'room-too-small'; readonly weight: 'clash'; readonly room: RoomId; readonly seats: number; readonly people: number }
  | { readonly code: 'room-not-confidential'; readonly weight: 'clash'; readonly room: RoomId }
  | { readonly code: 'room-not-allowed'; readonly weight: 'clash'; readonly room: RoomId; readonly allowed: readonly RoomId[] }
  | { readonly code: 'room-reserved'; readonly weight: 'clash'; readonly room: RoomId }
  | { readonly code: 'walk-too-long'; readonly weight: 'clash'; readonly person: Person; readonly other: Meeting; readonly walkMinutes: number; readonly gapMinutes: number }
  | { readonly code: 'rival-in-room'; readonly weight: 'clash'; readonly room: RoomId; readonly other: Meeting; readonly rival: PartnerId }
  | { readonly code: 'optional-cannot-come'; readonly weight: 'advice'; readonly person: Person }
  | { readonly code: 'not-a-meeting-room'; readonly weight: 'advice'; readonly room: RoomId }
  | { readonly code: 'away-from-home-room'; readonly weight: 'advice'; readonly room: RoomId; readonly home: RoomId };

export type Spot = { readonly room: RoomId; readonly startsAt: LocalDateTime };

/** Everything that speaks against holding a request at a spot, its own present placement aside. Empty: it may be held there. */
export function clashesAt(where: Whereabouts, request: MeetingRequest, spot: Spot): Clash[] {
  return [...clashesOfRequest(where, request), ...clashesOfTime(where, request, spot.startsAt), ...clashesOfRoom(where, request, spot), ...absentOptionals(where, request, spot.startsAt)];
}

/** Only what makes the spot impossible. */
export function hardClashesAt(where: Whereabouts, request: MeetingRequest, spot: Spot): Clash[] {
  return clashesAt(where, request, spot).filter(({ weight }) => weight === 'clash');
}

/** What speaks against a request wherever it is held. */
export function clashesOfRequest(where: Whereabouts, request: MeetingRequest): Clash[] {
  const state = where.stateOf(request);
  if (state === 'withdrawn') return [{ code: 'request-withdrawn', weight: 'clash' }];
  const veto = where.vetoOf(request);
  if (veto) return [{ code: 'pair-vetoed', weight: 'clash', veto }];
  return [...(state === 'not-invited' ? [{ code: 'partner-not-invited', weight: 'clash' } as const] : []), ...rivalsTogether(where, request)];
}

/** What speaks against a time whichever room is taken. */
export function clashesOfTime(where: Whereabouts, request: MeetingRequest, startsAt: LocalDateTime): Clash[] {
  return [...clashesOfFixedTime(where, request, startsAt), ...othersAtTheTime(where, request, startsAt), ...limits(where, request, startsAt)];
}

/** What speaks against a time even if no other meeting were placed: meeting time, what the request allows, absences, sessions, NDAs. */
export function clashesOfFixedTime(where: Whereabouts, request: MeetingRequest, startsAt: LocalDateTime): Clash[] {
  const span = spanAt(request, startsAt);
  return [...outsideMeetingTime(where, span), ...timeNotAllowed(where, request, startsAt), ...engagedPeople(where, request, span), ...uncoveredPeople(where, request, startsAt)];
}

/** One-to-ones lie in meeting blocks and, if the planner allows it, in free time. */
function outsideMeetingTime({ time }: Whereabouts, span: Span): Clash[] {
  return holds(time.stretches, span) ? [] : [{ code: 'outside-meeting-time', weight: 'clash' }];
}

/** A request that names its days, or its part of the day, is held then. The afternoon begins at noon. */
export function timeNotAllowed({ summit }: Whereabouts, { allowedDays, allowedPart }: MeetingRequest, startsAt: LocalDateTime): Clash[] {
  const isDay = allowedDays.length === 0 || allowedDays.includes(dayOf(summit, startsAt));
  return isDay && (allowedPart === null || allowedPart === partOf(startsAt)) ? [] : [{ code: 'time-not-allowed', weight: 'clash', days: allowedDays, part: allowedPart }];
}

export function partOf(startsAt: LocalDateTime): 'morning' | 'afternoon' {
  return timeOf(startsAt) < '12:00' ? 'morning' : 'afternoon';
}

/** Nobody can be in a meeting while away, or while a session needs them. */
function engagedPeople(where: Whereabouts, request: MeetingRequest, span: Span): Clash[] {
  const clashes: Clash[] = [];
  for (const person of where.peopleOf(request)) {
    for (const engagement of where.engagementsOf(person)) {
      if (!overlap(engagement, span)) continue;
      if (engagement.why === 'away') clashes.push({ code: 'person-away', weight: 'clash', person, span: { startsAt: engagement.startsAt, endsAt: engagement.endsAt }, cause: engagement.cause });
      else clashes.push({ code: 'person-in-session', weight: 'clash', person, session: engagement.session });
    }
  }
  return clashes;
}

/** What is said in confidence is heard only by people covered by an NDA on that day; the vendor's own need none. */
export function uncoveredPeople({ peopleOf, mayHear, summit }: Whereabouts, request: MeetingRequest, startsAt: LocalDateTime): Clash[] {
  if (!request.confidential) return [];
  const day = dayOf(summit, startsAt);
  return peopleOf(request)
    .filter((person) => person.kind !== 'executive' && !mayHear({ partner: person.partner, contact: person.kind === 'contact' ? person.contact : null }, day))
    .map((person) => ({ code: 'nda-missing', weight: 'clash', person, day }));
}

/** Nobody is in two meetings at once, nor in the next before the break after the last is over. */
function othersAtTheTime(where: Whereabouts, request: MeetingRequest, startsAt: LocalDateTime): Clash[] {
  if (where.meetings.length === 0) return [];
  const span = withBreak(where, spanAt(request, startsAt));
  return where.peopleOf(request).flatMap((person) =>
    where.meetingsOf(person.key).filter((other) => other.request.id !== request.id && lasts(other, span))
      .map((other): Clash => ({ code: 'person-in-meeting', weight: 'clash', person, other })));
}

/** Nobody has more meetings than their limit, nor on a day more than the limit for a day. */
function limits({ limitsOf, summit, peopleOf, meetingsOf }: Whereabouts, request: MeetingRequest, startsAt: LocalDateTime): Clash[] {
  return peopleOf(request).flatMap((person): Clash[] => {
    const { max, maxPerDay } = limitsOf(person);
    if (max === null && maxPerDay === null) return [];
    const others = meetingsOf(person.key).filter((other) => other.request.id !== request.id);
    const day = dayOf(summit, startsAt);
    const clashes: Clash[] = [];
    if (max !== null && others.length >= max) clashes.push({ code: 'limit-reached', weight: 'clash', person, limit: max });
    if (maxPerDay !== null && others.filter((other) => dayOf(summit, other.startsAt) === day).length >= maxPerDay) clashes.push({ code: 'day-limit-reached', weight: 'clash', person, limit: maxPerDay, day });
    return clashes;
  });
}

/** Who is merely welcome does not stop a meeting, but may be missed. */
function absentOptionals(where: Whereabouts, request: MeetingRequest, startsAt: LocalDateTime): Clash[] {
  const span = spanAt(request, startsAt);
  const isBusy = (person: Person) => where.engagementsOf(person).some((engagement) => overlap(engagement, span))
    || where.meetingsOf(person.key).some((other) => other.request.id !== request.id && lasts(other, withBreak(where, span)));
  return where.optionalOf(request).filter(isBusy).map((person) => ({ code: 'optional-cannot-come', weight: 'advice', person }));
}

/** What speaks against a room at a time. */
export function clashesOfRoom(where: Whereabouts, request: MeetingRequest, spot: Spot): Clash[] {
  if (!where.tables.rooms.has(spot.room)) return [{ code: 'room-gone', weight: 'clash' }];
  return [
    ...unfitRoom(where, request, spot.room), ...closedRoom(where, request, spot), ...sessionsInRoom(where, request, spot), ...meetingsInRoom(where, request, spot),
    ...placesTooNearOrFar(where, request, spot), ...unusualRoom(where, request, spot),
  ];
}

/** What depends on where others are: walks that take too long, rivals in the room. */
export function placesTooNearOrFar(where: Whereabouts, request: MeetingRequest, spot: Spot): Clash[] {
  return [...walksTooLong(where, request, spot), ...rivalsInRoom(where, request, spot)];
}

/**
 * A room has a seat for everyone who must be there, where its seats are known; confidential talk is held behind a door; a request that
 * names its rooms is held in one of them; and a reserved room is for those who name it, or whose home it is.
 */
export function unfitRoom({ tables, peopleOf }: Whereabouts, request: MeetingRequest, id: RoomId): Clash[] {
  const room = tables.rooms.get(id);
  const seats = room?.seats ?? null;
  const people = peopleOf(request).length;
  const clashes: Clash[] = [];
  if (seats !== null && seats < people) clashes.push({ code: 'room-too-small', weight: 'clash', room: id, seats, people });
  if (request.confidential && room?.confidential === false) clashes.push({ code: 'room-not-confidential', weight: 'clash', room: id });
  const isNamed = request.allowedRooms.includes(id);
  if (request.allowedRooms.length > 0 && !isNamed) clashes.push({ code: 'room-not-allowed', weight: 'clash', room: id, allowed: request.allowedRooms });
  else if (room?.reserved === true && !isNamed && ![request.host, ...request.coHosts].some((host) => tables.executives.get(host)?.homeRoom === id)) clashes.push({ code: 'room-reserved', weight: 'clash', room: id });
  return clashes;
}

/** A room is not used while it is closed. */
function closedRoom({ closedIn }: Whereabouts, request: MeetingRequest, { room, startsAt }: Spot): Clash[] {
  const closed = closedIn(room);
  return closed.length === 0 ? [] : closed.filter((span) => overlap(span, spanAt(request, startsAt))).map((span) => ({ code: 'room-closed', weight: 'clash', room, span }));
}

/** A room in which a session is held has no room for a meeting. */
function sessionsInRoom({ sessionsIn }: Whereabouts, request: MeetingRequest, { room, startsAt }: Spot): Clash[] {
  return sessionsIn(room).filter((session) => overlap(session, spanAt(request, startsAt))).map(({ session }) => ({ code: 'room-in-session', weight: 'clash', room, session }));
}

/** A room holds no more meetings at once than it has places for, the breaks after them included. */
function meetingsInRoom(where: Whereabouts, request: MeetingRequest, { room, startsAt }: Spot): Clash[] {
  const span = withBreak(where, spanAt(request, startsAt));
  const places = where.tables.rooms.get(room)?.parallelMeetings ?? 1;
  const meanwhile = where.meetingsIn(room).filter((other) => other.request.id !== request.id && lasts(other, span));
  if (meanwhile.length < places) return [];
  const atOnce = Math.max(...[span, ...meanwhile].map(({ startsAt: moment }) => meanwhile.filter((other) => other.startsAt <= moment && moment < other.freeAt).length));
  return atOnce < places ? [] : [{ code: 'room-in-use', weight: 'clash', room, others: meanwhile }];
}

/** Meetings are held in the rooms of their block, and in the host's home room where there is one that would do. */
function unusualRoom(where: Whereabouts, request: MeetingRequest, { room, startsAt }: Spot): Clash[] {
  const clashes: Clash[] = [];
  const span = spanAt(request, startsAt);
  if (holds(where.time.stretches, span) && !holds(where.time.openings.get(room) ?? [], span)) clashes.push({ code: 'not-a-meeting-room', weight: 'advice', room });
  const home = homeFor(where, request);
  if (home !== null && home !== room) clashes.push({ code: 'away-from-home-room', weight: 'advice', room, home });
  return clashes;
}

/** The host's home room, if it is there and suits the request. */
export function homeFor(where: Whereabouts, request: MeetingRequest): RoomId | null {
  const home = where.tables.executives.get(request.host)?.homeRoom ?? null;
  return home !== null && where.tables.rooms.has(home) && unfitRoom(where, request, home).length === 0 ? home : null;
}

/** Whether a meeting and the break after it take up some of a span. Asked millions of times for a large summit, so nothing is put together for it. */
function lasts({ startsAt, freeAt }: Meeting, span: Span): boolean {
  return startsAt < span.endsAt && span.startsAt < freeAt;
}

export function withBreak({ summit }: Whereabouts, { startsAt, endsAt }: Span): Span {
  return { startsAt, endsAt: addMinutes(endsAt, summit.breakMinutes) };
}
