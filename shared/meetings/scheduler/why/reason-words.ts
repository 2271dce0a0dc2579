import { counted } from '#shared/kernel/text.ts';
import type { Reason } from '../reason.ts';

/** How whoever tells a reason names things; of a file without names the ids will do. */
export type Names = { person(id: string): string; room(id: string): string; request(id: string): string; start(slot: number): string };

/** A reason in one sentence that names the people, rooms and meetings. One place turns codes into prose. */
export function reasonText(reason: Reason, names: Names): string {
  const rooms = (ids: readonly string[]) => few(ids.map(names.room), 'room');
  const meetings = (ids: readonly string[]) => few(ids.map(names.request), 'meeting');
  const starts = (slots: readonly number[]) => few(slots.map(names.start), 'start');
  const fits = (ids: readonly string[], one: string, several: string) => `${rooms(ids)} ${ids.length === 1 ? one : several}`;
  switch (reason.code) {
    case 'there-is-no-place': return 'There is no meeting time, or no room.';
    case 'runs-past-its-block': return `Beginning at ${starts(reason.slots)}, it would run past the end of the block.`;
    case 'start-is-not-allowed': return `It may not begin at ${starts(reason.slots)}.`;
    case 'is-pinned-elsewhere': return 'It is pinned to another time or room.';
    case 'person-is-away': return `${names.person(reason.person)} cannot come at ${starts(reason.slots)}.`;
    case 'person-is-busy': return `${names.person(reason.person)} is in ${meetings(reason.holding)} at ${starts(reason.slots)}.`;
    case 'person-has-reached-limit': return `${names.person(reason.person)} already has ${reason.limit} of ${counted(reason.limit, 'meeting')} in all.`;
    case 'person-has-reached-day-limit': return `${names.person(reason.person)} already has ${reason.limit} of ${counted(reason.limit, 'meeting')} on the day of ${starts(reason.slots)}.`;
    case 'walking-takes-too-long': return `Between ${rooms(reason.rooms)} and ${meetings(reason.others)} somebody would not have the minutes it takes to walk, at ${starts(reason.slots)}.`;
    case 'rooms-are-closed': return `${fits(reason.rooms, 'is', 'are')} closed at ${starts(reason.slots)}.`;
    case 'rooms-are-full': return `${fits(reason.rooms, 'is', 'are')} taken by ${meetings(reason.holding)} at ${starts(reason.slots)}.`;
    case 'rooms-are-too-small': return `${fits(reason.rooms, 'has', 'have')} fewer than ${counted(reason.seats, 'seat')}.`;
    case 'rooms-are-not-confidential': return `${fits(reason.rooms, 'is', 'are')} not suited to confidential talk.`;
    case 'rooms-are-not-allowed': return `${fits(reason.rooms, 'is', 'are')} not among the rooms that the request names.`;
    case 'rooms-are-reserved': return `${fits(reason.rooms, 'is', 'are')} reserved for requests that name ${reason.rooms.length === 1 ? 'it' : 'them'}.`;
    case 'rivals-together': return `${listed(reason.people.map(names.person))} are kept apart, so they cannot sit in one meeting.`;
    case 'rivals-are-near': return `A rival is in ${rooms(reason.rooms)} at the same time or right beside it, in ${meetings(reason.others)}: ${starts(reason.slots)}.`;
    case 'order-is-not-kept': return `It would break its order with ${meetings(reason.others)} at ${starts(reason.slots)}.`;
    case 'holders-weigh-more': return `Giving up ${meetings(reason.holding)} would cost ${reason.weight} of weight, no less than it brings.`;
    case 'holders-must-be-placed': return `${meetings(reason.holding)} ${reason.holding.length === 1 ? 'stands' : 'stand'} in its way, and what must be held is not given up for it.`;
    case 'no-better-arrangement-found': return `Giving up ${meetings(reason.holding)} would cost only ${reason.weight} of weight, but no better arrangement was found: a longer run may place it.`;
    case 'not-tried-long-enough': return `It could be held at ${starts(reason.slots)}: the run ended before it was placed.`;
  }
}

/** Names listed before they are only counted. */
const mostNamed = 4;

function few(names: readonly string[], noun: string): string {
  return names.length > mostNamed ? counted(names.length, noun) : listed(names);
}

/** `Ana, Ben and Cy`. */
function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
