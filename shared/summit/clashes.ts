import type { ExecutiveId, RoomId } from '../kernel/ids.ts';
import { holds } from '../kernel/span.ts';
import { overlap } from '../kernel/time.ts';
import { openingOf } from './day.ts';
import { spanOf } from './meeting-time.ts';
import type { RoomTable } from './room.ts';
import type { Session, SessionTable } from './session.ts';
import { type SummitTable, theSummit } from './summit.ts';

/** What is wrong with a session as it stands. `clash`: it cannot be held so. `advice`: it can, but look again. */
export type SessionClash =
  | { readonly code: 'ends-before-start'; readonly weight: 'clash' }
  | { readonly code: 'no-length'; readonly weight: 'clash' }
  | { readonly code: 'no-time'; readonly weight: 'clash' }
  | { readonly code: 'room-taken'; readonly weight: 'clash'; readonly room: RoomId; readonly other: Session }
  | { readonly code: 'speaker-elsewhere'; readonly weight: 'clash'; readonly speaker: ExecutiveId; readonly other: Session }
  | { readonly code: 'room-too-small'; readonly weight: 'clash'; readonly room: RoomId; readonly seats: number; readonly people: number }
  | { readonly code: 'room-not-confidential'; readonly weight: 'clash'; readonly room: RoomId }
  | { readonly code: 'not-a-summit-day'; readonly weight: 'advice' }
  | { readonly code: 'outside-opening-hours'; readonly weight: 'advice' }
  | { readonly code: 'no-room'; readonly weight: 'advice' };

type Tables = SummitTable & RoomTable & SessionTable;

/** How many people a session's audience counts; null: not known. Meetings, invitations and NDAs know more than this rung does. */
export type AudienceSize = (session: Session) => number | null;

/** The clashes of one session with the others, its rooms and the summit's days. `session` need not be stored yet: a dragged one is asked too. */
export function sessionClashes(tables: Tables, session: Session, audienceSize: AudienceSize = () => null): SessionClash[] {
  return [
    ...timeClashes(session), ...roomClashes(tables, session), ...speakerClashes(tables, session), ...seatClashes(tables, session, audienceSize),
    ...confidenceClashes(tables, session), ...dayClashes(tables, session), ...missingRoom(session),
  ];
}

/** A session has a beginning, an end, and time between them. */
function timeClashes({ startsAt, endsAt }: Session): SessionClash[] {
  if (startsAt === null || endsAt === null) return [{ code: 'no-time', weight: 'clash' }];
  if (endsAt < startsAt) return [{ code: 'ends-before-start', weight: 'clash' }];
  return endsAt === startsAt ? [{ code: 'no-length', weight: 'clash' }] : [];
}

/** A room holds one session at a time. */
function roomClashes({ sessions }: SessionTable, session: Session): SessionClash[] {
  return meanwhile(sessions, session).flatMap((other) =>
    session.rooms.filter((room) => other.rooms.includes(room)).map((room): SessionClash => ({ code: 'room-taken', weight: 'clash', room, other })));
}

/** A speaker is in one place at a time. */
function speakerClashes({ sessions }: SessionTable, session: Session): SessionClash[] {
  return meanwhile(sessions, session).flatMap((other) =>
    session.speakers.filter((speaker) => other.speakers.includes(speaker)).map((speaker): SessionClash => ({ code: 'speaker-elsewhere', weight: 'clash', speaker, other })));
}

/** The room of a session seats its audience, where both are known. Meeting blocks spread over their rooms. */
function seatClashes({ rooms }: RoomTable, session: Session, audienceSize: AudienceSize): SessionClash[] {
  const [only] = session.rooms;
  const seats = only === undefined ? null : rooms.get(only)?.seats ?? null;
  const people = audienceSize(session);
  if (only === undefined || session.rooms.length > 1 || seats === null || people === null || people <= seats) return [];
  return [{ code: 'room-too-small', weight: 'clash', room: only, seats, people }];
}

/** What needs an NDA is said in a room that is not overheard. */
function confidenceClashes({ rooms }: RoomTable, { needsNda, rooms: used }: Session): SessionClash[] {
  if (!needsNda) return [];
  return used.filter((room) => rooms.get(room)?.confidential === false).map((room) => ({ code: 'room-not-confidential', weight: 'clash', room }));
}

/** A session lies within the opening hours of one summit day; dinners and awards may run past the closing. */
function dayClashes(tables: SummitTable, session: Session): SessionClash[] {
  const span = spanOf(session);
  const { days } = theSummit(tables);
  if (!span || days.length === 0) return [];
  const openings = days.map(openingOf);
  if (holds(openings, span)) return [];
  const touched = days.some(({ date }) => span.startsAt.startsWith(date)) || openings.some((opening) => overlap(opening, span));
  if (!touched) return [{ code: 'not-a-summit-day', weight: 'advice' }];
  return session.kind === 'Meal' || session.kind === 'Social' || session.kind === 'Awards' ? [] : [{ code: 'outside-opening-hours', weight: 'advice' }];
}

/** A session has a room; breaks, blockers and blocks without one are understood. */
function missingRoom({ rooms, kind }: Session): SessionClash[] {
  return rooms.length > 0 || kind === 'Break' || kind === 'Internal blocker' || kind === 'Meeting block' ? [] : [{ code: 'no-room', weight: 'advice' }];
}

function meanwhile(sessions: SessionTable['sessions'], session: Session): Session[] {
  const span = spanOf(session);
  if (!span) return [];
  return [...sessions.values()].filter((other) => {
    const theirs = other.id === session.id ? null : spanOf(other);
    return theirs !== null && overlap(span, theirs);
  });
}
