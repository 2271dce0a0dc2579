import type { PartnerId } from '../kernel/ids.ts';
import { counted } from '../kernel/text.ts';
import { type Span, timeOf } from '../kernel/time.ts';
import { hours } from '../summit/words.ts';
import type { Clash } from './clashes.ts';
import type { Absence } from './presence.ts';
import type { MeetingRequest } from './request.ts';
import type { MeetingTables } from './whereabouts.ts';

/** A clash in plain words, naming the people. One place turns codes into prose. */
export function clashText({ rooms, sessions, partners, executives }: MeetingTables, clash: Clash): string {
  const roomName = (id: Parameters<typeof rooms.get>[0]) => rooms.get(id)?.name ?? 'a room that is gone';
  const sessionName = (id: Parameters<typeof sessions.get>[0]) => { const session = sessions.get(id); return session ? `“${session.title}” (${hours(session)})` : 'a session that is gone'; };
  const partnerName = (id: PartnerId) => partners.get(id)?.name ?? 'a partner who is gone';
  switch (clash.code) {
    case 'request-withdrawn': return 'The request was withdrawn.';
    case 'partner-not-invited': return 'The partner is not invited.';
    case 'pair-vetoed': return vetoText(clash.veto, partnerName(clash.veto.partner), executives.get(clash.veto.host)?.name ?? 'a host who is gone');
    case 'rivals-together': return `${partnerName(clash.partners[0])} and ${partnerName(clash.partners[1])} are kept apart, so they cannot sit in one meeting.`;
    case 'time-not-allowed': return `The request allows only ${[clash.days.join(', '), clash.part === null ? '' : `the ${clash.part}`].filter(Boolean).join(', ')}.`;
    case 'outside-meeting-time': return 'This is not meeting time: it lies outside the meeting blocks.';
    case 'person-away': return awayText(clash.person.name, clash.cause, clash.span);
    case 'person-in-session': return `${clash.person.name} is in ${sessionName(clash.session)}.`;
    case 'person-in-meeting': return `${clash.person.name} meets ${partners.get(clash.other.request.partner)?.name ?? 'a partner who is gone'} ${hours(clash.other)}.`;
    case 'day-limit-reached': return `${clash.person.name} already has ${clash.limit} of ${clash.limit} meetings that day.`;
    case 'limit-reached': return `${clash.person.name} already has ${clash.limit} of ${counted(clash.limit, 'meeting')} at this summit.`;
    case 'nda-missing': return `${clash.person.name} is not covered by an NDA on ${clash.day}, and the meeting is confidential.`;
    case 'room-gone': return 'The room is gone.';
    case 'room-closed': return `${roomName(clash.room)} is closed ${timeOf(clash.span.startsAt)}–${timeOf(clash.span.endsAt)}.`;
    case 'room-in-session': return `${roomName(clash.room)} is used by ${sessionName(clash.session)}.`;
    case 'room-in-use': return `${roomName(clash.room)} is taken by ${clash.others.map((other) => `${partners.get(other.request.partner)?.name ?? 'a partner who is gone'} ${hours(other)}`).join(' and ')}.`;
    case 'room-too-small': return `${roomName(clash.room)} seats ${clash.seats}, the meeting has ${clash.people}.`;
    case 'room-not-confidential': return `${roomName(clash.room)} is not suited to confidential talks.`;
    case 'room-not-allowed': return `${roomName(clash.room)} is not among the rooms of the request: ${clash.allowed.map(roomName).join(', ')}.`;
    case 'room-reserved': return `${roomName(clash.room)} is reserved for requests that name it.`;
    case 'walk-too-long': return `${clash.person.name} has ${counted(Math.max(0, clash.gapMinutes), 'minute')} between this meeting and ${partnerName(clash.other.request.partner)} ${hours(clash.other)} in ${roomName(clash.other.placement.room)}, but the walk takes ${clash.walkMinutes}.`;
    case 'rival-in-room': return `${partnerName(clash.rival)}, a rival, is in ${roomName(clash.room)} ${hours(clash.other)}: at the same time or right beside it.`;
    case 'optional-cannot-come': return `${clash.person.name}, who is welcome, cannot come then.`;
    case 'not-a-meeting-room': return `${roomName(clash.room)} is no room of the meeting block.`;
    case 'away-from-home-room': return `The host's home room is ${roomName(clash.home)}.`;
  }
}

/** Who said no to whom, and why. */
export function vetoText({ veto }: Pick<MeetingRequest, 'veto'>, partner: string, host: string): string {
  const [who, whom] = veto?.side === 'vendor' ? [host, partner] : [partner, host];
  return `${who} said “no thanks” to a meeting with ${whom}${veto?.reason ? `: ${veto.reason}` : ''}. Lift it first.`;
}

function awayText(name: string, cause: Absence['cause'], { startsAt, endsAt }: Span): string {
  switch (cause) {
    case 'away': return `${name} is away ${timeOf(startsAt)}–${timeOf(endsAt)}.`;
    case 'not-arrived': return timeOf(endsAt) === '00:00' ? `${name} has not arrived yet that day.` : `${name} can be met only from ${timeOf(endsAt)} on, after arriving.`;
    case 'leaves': return timeOf(startsAt) === '00:00' ? `${name} has left by that day.` : `${name} can be met only until ${timeOf(startsAt)}, before leaving.`;
    case 'off-hours': return timeOf(startsAt) === '00:00' ? `${name} takes meetings from ${timeOf(endsAt)} on.` : `${name} takes meetings until ${timeOf(startsAt)}.`;
  }
}

/** A clash in two or three words, for a mark on a board. */
export function shortClash({ code }: Clash): string {
  return {
    'request-withdrawn': 'Withdrawn', 'partner-not-invited': 'Not invited', 'pair-vetoed': 'No thanks', 'rivals-together': 'Rivals together', 'outside-meeting-time': 'Not meeting time', 'time-not-allowed': 'Time not allowed', 'person-away': 'Person away', 'person-in-session': 'Person in session',
    'person-in-meeting': 'Person twice', 'day-limit-reached': 'Over day limit', 'limit-reached': 'Over limit', 'nda-missing': 'NDA missing', 'room-gone': 'Room gone', 'room-closed': 'Room closed', 'room-in-session': 'Room in session', 'room-in-use': 'Room taken',
    'room-too-small': 'Room too small', 'room-not-confidential': 'Room not closed', 'room-not-allowed': 'Room not allowed', 'room-reserved': 'Room reserved', 'walk-too-long': 'Walk too long', 'rival-in-room': 'Rival near',
    'optional-cannot-come': 'Guest cannot come', 'not-a-meeting-room': 'Unusual room', 'away-from-home-room': 'Not the home room',
  }[code];
}
