import { type Edit, set } from '../kernel/change.ts';
import type { RoomId } from '../kernel/ids.ts';
import { without } from '../kernel/span.ts';
import type { LocalDateTime, Span } from '../kernel/time.ts';
import { dayOf } from '../summit/day.ts';
import { unfitRoom, partOf } from './clashes.ts';
import type { Asking } from './cure.ts';
import { type Person, seating } from './people.ts';
import type { MeetingRequest } from './request.ts';
import type { MeetingTables, Whereabouts } from './whereabouts.ts';

/** The edits of rows that grant what a cure asks for; none where nothing is asked, or where no row says otherwise (a home room is only advice). */
export function concessionEdits(where: Whereabouts, request: MeetingRequest, asks: Asking): Edit[] {
  const { tables } = where;
  switch (asks.kind) {
    case 'nothing':
    case 'nda-signed': return [];
    case 'other-room': return unfitRoom(where, request, asks.room).length === 0 ? [] : [set('requests', request, { allowedRooms: [...request.allowedRooms, asks.room] })];
    case 'other-time': return [set('requests', request, {
      allowedDays: request.allowedDays.length === 0 || request.allowedDays.includes(asks.day) ? request.allowedDays : [...request.allowedDays, asks.day],
      allowedPart: request.allowedPart === asks.part ? asks.part : null,
    })];
    case 'higher-limit': return raisedLimit(where, asks.person, asks.limit, asks.to);
    case 'shorter': return [set('requests', request, { durationMinutes: asks.minutes })];
    case 'other-host': return [set('requests', request, { host: asks.host })];
    case 'person-freed': return freed(tables, asks.person, [asks.span]);
  }
}

/** Takes spells out of somebody's absences. */
export function freed({ executives, contacts }: MeetingTables, person: Person, spans: readonly Span[]): Edit[] {
  const less = (unavailable: readonly Span[]) => unavailable.flatMap((span) => (span.startsAt < span.endsAt ? without(span, spans) : []));
  const executive = person.kind === 'executive' ? executives.get(person.executive) : undefined;
  if (executive) return [set('executives', executive, { unavailable: less(executive.unavailable) })];
  const contact = person.kind === 'contact' ? contacts.get(person.contact) : undefined;
  return contact ? [set('contacts', contact, { unavailable: less(contact.unavailable) })] : [];
}

/** Raises every limit that keeps somebody below a number: their own, and the partner's for whoever speaks for it. */
export function raisedLimit({ tables }: Whereabouts, person: Person, limit: 'maxMeetings' | 'maxMeetingsPerDay', to: number): Edit[] {
  const isLow = (row: { readonly [Name in typeof limit]: number | null } | undefined) => row !== undefined && (row[limit] ?? to) < to;
  const edits: Edit[] = [];
  const executive = person.kind === 'executive' ? tables.executives.get(person.executive) : undefined;
  if (executive && isLow(executive)) edits.push(set('executives', executive, { [limit]: to }));
  const contact = person.kind === 'contact' ? tables.contacts.get(person.contact) : undefined;
  if (contact && isLow(contact)) edits.push(set('contacts', contact, { [limit]: to }));
  const partner = person.kind === 'executive' || seating(tables).lead(person.partner).key !== person.key ? undefined : tables.partners.get(person.partner);
  if (partner && isLow(partner)) edits.push(set('partners', partner, { [limit]: to }));
  return edits;
}

/** Rooms with a seat for everyone and, for confidential talk, a door, whatever the request says of rooms. */
export function roomsThatWouldDo(where: Whereabouts, request: MeetingRequest): RoomId[] {
  return [...where.tables.rooms.keys()].filter((room) => unfitRoom(where, request, room).every(({ code }) => code === 'room-not-allowed' || code === 'room-reserved'));
}

export function timeAsked({ summit }: Whereabouts, startsAt: LocalDateTime): Asking {
  return { kind: 'other-time', day: dayOf(summit, startsAt), part: partOf(startsAt) };
}
