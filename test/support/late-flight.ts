import type { ExecutiveId, PartnerId, RequestId, RoomId } from '#shared/kernel/ids.ts';
import type { LocalDateTime } from '#shared/kernel/time.ts';
import type { MeetingRequest } from '#shared/meetings/request.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { aSummit, on } from './meeting-builders.ts';

const hosts = ['Ana', 'Ben', 'Cho'];
const partners = ['Acme', 'Bolt', 'Cedar', 'Dune'];

/** Partner, host, when and in which suite. */
const held = [
  ['Acme', 'Ana', '13:30', 1], ['Cedar', 'Ana', '15:45', 1], ['Acme', 'Ben', '15:00', 1], ['Dune', 'Ben', '16:30', 1],
  ['Dune', 'Cho', '15:00', 2], ['Cedar', 'Cho', '16:30', 2], ['Bolt', 'Ben', '14:15', 2], ['Bolt', 'Cho', '13:30', 2],
] as const;

/**
 * Eight meetings in two suites on one afternoon. Ana's meeting with Acme is her first; at every later time at which she is free, both
 * suites are taken, so if she comes late somebody else's meeting must make way, and it matters whose.
 */
export function eightMeetings(): Snapshot {
  return aSummit({
    executives: hosts.map((name) => ({ name })), partners: partners.map((name) => ({ name })),
    contacts: partners.map((familyName, index) => ({ givenName: 'Lea', familyName, role: 'Delegate', partner: `partner-${index + 1}` as PartnerId })),
    sessions: [{ title: 'Block', kind: 'Meeting block', startsAt: on('13:30'), endsAt: on('17:00') }],
    requests: held.map(([partner, host]) => ({ partner: `partner-${partners.indexOf(partner) + 1}` as PartnerId, host: `exec-${hosts.indexOf(host) + 1}` as ExecutiveId })),
    placements: held.map(([, , time, suite], index) => ({ request: `request-${index + 1}` as RequestId, room: `room-${suite}` as RoomId, startsAt: on(time) })),
  });
}

/** Ana's flight is late: with an hour from the airport she can be met from 15:00 on. */
export const landsAt = on('14:00');

export function anaLate(snapshot: Snapshot): Snapshot {
  return { ...snapshot, executives: new Map([...snapshot.executives].map(([id, one]) => [id, one.name === 'Ana' ? { ...one, arrivesAt: landsAt } : one])) };
}

/** Every quarter of an hour at which a meeting of half an hour can begin in the block. */
export const everyStart: readonly LocalDateTime[] = Array.from({ length: 13 }, (_, quarter) => on(`${13 + Math.floor((quarter + 2) / 4)}:${String(((quarter + 2) % 4) * 15).padStart(2, '0')}`));

/** The two who meet, as the window names them. */
export function peopleOf({ host, partner }: MeetingRequest): string[] {
  return [hosts[Number(host.slice(5)) - 1] ?? '', `Lea ${partners[Number(partner.slice(8)) - 1]}`];
}
