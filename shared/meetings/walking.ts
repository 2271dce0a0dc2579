import { minutesBetween } from '../kernel/time.ts';
import { dayOf } from '../summit/day.ts';
import type { Clash, Spot } from './clashes.ts';
import type { MeetingRequest } from './request.ts';
import { spanAt, type Whereabouts } from './whereabouts.ts';

/** Nobody has less time between two meetings of a day than it takes to walk from one room to the other; the break after a meeting may be walked. */
export function walksTooLong(where: Whereabouts, request: MeetingRequest, { room, startsAt }: Spot): Clash[] {
  if (where.walk.longest === 0) return [];
  const span = spanAt(request, startsAt);
  const day = dayOf(where.summit, startsAt);
  return where.peopleOf(request).flatMap((person) => where.meetingsOf(person.key).flatMap((other): Clash[] => {
    if (other.request.id === request.id) return [];
    const walkMinutes = where.walk(other.placement.room, room);
    if (walkMinutes === 0 || dayOf(where.summit, other.startsAt) !== day) return [];
    const gapMinutes = other.startsAt < span.startsAt ? minutesBetween(other.endsAt, span.startsAt) : minutesBetween(span.endsAt, other.startsAt);
    return gapMinutes < 0 || gapMinutes >= walkMinutes ? [] : [{ code: 'walk-too-long', weight: 'clash', person, other, walkMinutes, gapMinutes }];
  }));
}
