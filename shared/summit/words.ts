import type { ExecutiveId } from '../kernel/ids.ts';
import { timeOf } from '../kernel/time.ts';
import type { SessionClash } from './clashes.ts';
import type { RoomTable } from './room.ts';
import type { Session } from './session.ts';

/** Says who an executive is; the executives themselves live on a higher rung. */
export type NameOfExecutive = (id: ExecutiveId) => string;

/** A clash of a session in plain words, without the session's own name. */
export function sessionClashText({ rooms }: RoomTable, clash: SessionClash, nameOf: NameOfExecutive): string {
  const roomName = (id: Parameters<typeof rooms.get>[0]) => rooms.get(id)?.name ?? 'a room that is gone';
  switch (clash.code) {
    case 'no-time': return 'It has no start or no end: set both.';
    case 'ends-before-start': return 'It ends before it starts: correct one of the times.';
    case 'no-length': return 'It starts and ends at the same time: set its end.';
    case 'room-taken': return `${roomName(clash.room)} is taken by “${clash.other.title}” (${hours(clash.other)}): move one of them or use another room.`;
    case 'speaker-elsewhere': return `${nameOf(clash.speaker)} speaks in “${clash.other.title}” (${hours(clash.other)}) at the same time.`;
    case 'room-too-small': return `${roomName(clash.room)} seats ${clash.seats}, the audience is ${clash.people}.`;
    case 'room-not-confidential': return `It needs an NDA, but ${roomName(clash.room)} is not suited to confidential talks: choose a closed room.`;
    case 'not-a-summit-day': return 'It lies on no day of the summit.';
    case 'outside-opening-hours': return 'It lies outside the opening hours of its day.';
    case 'no-room': return 'It has no room yet.';
  }
}

/** A clash in two or three words, for a mark on a board. */
export function shortSessionClash({ code }: SessionClash): string {
  return { 'no-time': 'No time', 'ends-before-start': 'Ends before start', 'no-length': 'No length', 'room-taken': 'Room taken', 'speaker-elsewhere': 'Speaker busy', 'room-too-small': 'Room too small',
    'room-not-confidential': 'Room not closed', 'not-a-summit-day': 'No summit day', 'outside-opening-hours': 'Outside hours', 'no-room': 'No room' }[code];
}

/** `11:00–12:30`, or what of it is known. */
export function hours({ startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>): string {
  return `${startsAt === null ? '?' : timeOf(startsAt)}–${endsAt === null ? '?' : timeOf(endsAt)}`;
}
