import { holds } from '../kernel/span.ts';
import { overlap, type Span } from '../kernel/time.ts';
import { dayOf } from '../summit/day.ts';
import type { GridSlot } from '../summit/slot-grid.ts';
import { timeNotAllowed, uncoveredPeople, withBreak } from './clashes.ts';
import type { Person } from './people.ts';
import { lengthOf, type MeetingRequest } from './request.ts';
import { kept, spanAt, type Whereabouts } from './whereabouts.ts';

/**
 * Says at which starts of a grid nothing speaks against the time of a request, of requests that have no meeting of their own: those for
 * which `clashesOfTime` is empty. When somebody is taken is found once for a length of meeting, since a host sits in dozens of requests.
 */
export function openStarts(where: Whereabouts, slots: readonly GridSlot[]): (request: MeetingRequest) => number[] {
  const startsOf = kept((request: MeetingRequest) => startsOfLength(where, slots, request), lengthOf);
  return (request) => {
    const { inMeetingTime, isTaken } = startsOf(request);
    const taken = where.peopleOf(request).map(isTaken);
    return inMeetingTime.filter((start) => {
      const { startsAt } = slots[start] as GridSlot;
      return taken.every((one) => one[start] !== 1) && timeNotAllowed(where, request, startsAt).length === 0 && uncoveredPeople(where, request, startsAt).length === 0;
    });
  };
}

/** The starts at which a meeting as long as a request lies in meeting time, and for each slot (1) whether somebody cannot be in one that begins there. */
function startsOfLength(where: Whereabouts, slots: readonly GridSlot[], request: MeetingRequest): { readonly inMeetingTime: readonly number[]; readonly isTaken: (person: Person) => Uint8Array } {
  const { summit, time } = where;
  const spans = slots.map(({ startsAt }) => spanAt(request, startsAt));
  const withBreaks = spans.map((span) => withBreak(where, span));
  const days = slots.map(({ startsAt }) => dayOf(summit, startsAt));
  const inMeetingTime = slots.flatMap(({ tail }, slot) => (!tail && holds(time.stretches, spans[slot] as Span) ? [slot] : []));
  const isTaken = kept((person: Person) => {
    const taken = new Uint8Array(slots.length);
    const take = (isSo: (slot: number) => boolean) => { for (const slot of inMeetingTime) if (isSo(slot)) taken[slot] = 1; };
    for (const engagement of where.engagementsOf(person)) take((slot) => overlap(engagement, spans[slot] as Span));
    const meetings = where.meetingsOf(person.key);
    for (const { startsAt, freeAt } of meetings) take((slot) => overlap({ startsAt, endsAt: freeAt }, withBreaks[slot] as Span));
    const { max, maxPerDay } = where.limitsOf(person);
    if (max !== null && meetings.length >= max) taken.fill(1);
    if (maxPerDay !== null) take((slot) => meetings.filter(({ startsAt }) => dayOf(summit, startsAt) === days[slot]).length >= maxPerDay);
    return taken;
  }, ({ key }) => key);
  return { inMeetingTime, isTaken };
}
