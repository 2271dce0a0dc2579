import { timeOf } from '../kernel/time.ts';
import { hours } from '../summit/words.ts';
import type { Clash } from './clashes.ts';
import type { MeetingTables } from './whereabouts.ts';

/** A clash in plain words, naming the people. One place turns codes into prose. */
export function clashText({ rooms, sessions, partners }: MeetingTables, clash: Clash): string {
  const roomName = (id: Parameters<typeof rooms.get>[0]) => rooms.get(id)?.name ?? 'a room that is gone';
  const sessionName = (id: Parameters<typeof sessions.get>[0]) => { const session = sessions.get(id); return session ? `“${session.title}” (${hours(session)})` : 'a session that is gone'; };
  switch (clash.code) {
    case 'request-withdrawn': return 'The request was withdrawn.';
    case 'partner-not-invited': return 'The partner is not invited.';
    case 'outside-meeting-time': return 'This is not meeting time: it lies outside the meeting blocks.';
    case 'person-away': return `${clash.person.name} is away ${timeOf(clash.span.startsAt)}–${timeOf(clash.span.endsAt)}.`;
    case 'person-in-session': return `${clash.person.name} is in ${sessionName(clash.session)}.`;
    case 'person-in-meeting': return `${clash.person.name} meets ${partners.get(clash.other.request.partner)?.name ?? 'a partner who is gone'} ${hours(clash.other)}.`;
    case 'day-limit-reached': return `${clash.person.name} already has ${clash.limit} of ${clash.limit} meetings that day.`;
    case 'nda-missing': return `${clash.person.name} is not covered by an NDA on ${clash.day}, and the meeting is confidential.`;
    case 'room-gone': return 'The room is gone.';
    case 'room-in-session': return `${roomName(clash.room)} is used by ${sessionName(clash.session)}.`;
    case 'room-in-use': return `${roomName(clash.room)} is taken by ${clash.others.map((other) => `${partners.get(other.request.partner)?.name ?? 'a partner who is gone'} ${hours(other)}`).join(' and ')}.`;
    case 'room-too-small': return `${roomName(clash.room)} seats ${clash.seats}, the meeting has ${clash.people}.`;
    case 'room-not-confidential': return `${roomName(clash.room)} is not suited to confidential talks.`;
    case 'not-a-meeting-room': return `${roomName(clash.room)} is no room of the meeting block.`;
    case 'away-from-home-room': return `The host's home room is ${roomName(clash.home)}.`;
  }
}

/** A clash in two or three words, for a mark on a board. */
export function shortClash({ code }: Clash): string {
  return {
    'request-withdrawn': 'Withdrawn', 'partner-not-invited': 'Not invited', 'outside-meeting-time': 'Not meeting time', 'person-away': 'Person away', 'person-in-session': 'Person in session',
    'person-in-meeting': 'Person twice', 'day-limit-reached': 'Over day limit', 'nda-missing': 'NDA missing', 'room-gone': 'Room gone', 'room-in-session': 'Room in session', 'room-in-use': 'Room taken',
    'room-too-small': 'Room too small', 'room-not-confidential': 'Room not closed', 'not-a-meeting-room': 'Unusual room', 'away-from-home-room': 'Not the home room',
  }[code];
}
