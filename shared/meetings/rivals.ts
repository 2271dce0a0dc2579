import type { PartnerId } from '../kernel/ids.ts';
import { minutesBetween, overlap } from '../kernel/time.ts';
import { dayOf } from '../summit/day.ts';
import type { Clash, Spot } from './clashes.ts';
import type { Person } from './people.ts';
import type { MeetingRequest } from './request.ts';
import { spanAt, type Whereabouts } from './whereabouts.ts';

/** The partners whose people must be in a requested meeting. */
export function partnersIn({ peopleOf }: Pick<Whereabouts, 'peopleOf'>, request: MeetingRequest): PartnerId[] {
  return partnersOf(peopleOf(request));
}

/** Rivals never sit in one meeting, not even as somebody merely welcome. */
export function rivalsTogether(where: Whereabouts, request: MeetingRequest): Clash[] {
  const partners = partnersOf([...where.peopleOf(request), ...where.optionalOf(request)]);
  return partners.flatMap((one, index) => partners.slice(index + 1).filter((other) => where.rivalry.areRivals(one, other))
    .map((other): Clash => ({ code: 'rivals-together', weight: 'clash', partners: [one, other] })));
}

/**
 * Rivals are not in one room at once, at parallel tables, nor one right after the other: between their meetings in a room lies, beside the
 * break, at least one step of the grid.
 */
export function rivalsInRoom(where: Whereabouts, request: MeetingRequest, { room, startsAt }: Spot): Clash[] {
  const rivals = new Set(partnersIn(where, request).flatMap((partner) => where.rivalry.rivalsOf(partner)));
  if (rivals.size === 0) return [];
  const span = spanAt(request, startsAt);
  const { summit } = where;
  return where.meetingsIn(room).flatMap((other): Clash[] => {
    const rival = other.request.id === request.id ? undefined : partnersIn(where, other.request).find((partner) => rivals.has(partner));
    if (rival === undefined || dayOf(summit, other.startsAt) !== dayOf(summit, startsAt)) return [];
    const gapMinutes = other.startsAt < span.startsAt ? minutesBetween(other.endsAt, span.startsAt) : minutesBetween(span.endsAt, other.startsAt);
    if (!overlap(other, span) && gapMinutes >= summit.breakMinutes + summit.gridMinutes) return [];
    return [{ code: 'rival-in-room', weight: 'clash', room, other, rival }];
  });
}

function partnersOf(people: readonly Person[]): PartnerId[] {
  return [...new Set(people.flatMap((person) => (person.kind === 'executive' ? [] : [person.partner])))];
}
