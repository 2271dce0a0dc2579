import type { RequestId } from '../kernel/ids.ts';
import { counted } from '../kernel/text.ts';
import { dateOf, type LocalDate, timeOf } from '../kernel/time.ts';
import type { Spot } from './clashes.ts';
import type { MeetingCure } from './cure.ts';
import type { MeetingTables } from './whereabouts.ts';

/** How a host writes days; the times are added here. */
export type DayWords = (day: LocalDate) => string;

/** A cure in one sentence: what it asks for, where the meeting then is, and what becomes of others. */
export function cureText(tables: MeetingTables, cure: MeetingCure, dayWords: DayWords = (day) => day): string {
  return `${askText(tables, cure, dayWords)}: ${effectText(tables, cure, dayWords)}`;
}

/** What a cure asks for; of one that asks nothing, what is moved or given up. */
export function askText(tables: MeetingTables, { asks, moved, dropped, request }: MeetingCure, dayWords: DayWords = (day) => day): string {
  switch (asks.kind) {
    case 'nothing':
      if (dropped.length > 0) return `Give up ${listed(dropped.map((one) => meetingName(tables, one.request, true)))}`;
      return others(moved, request).length > 0 ? `Move ${movesText(tables, others(moved, request), dayWords)}` : moved.length > 0 ? 'Move it' : 'Place it';
    case 'other-room': return `Use ${tables.rooms.get(asks.room)?.name ?? 'a room that is gone'}, which is not one of its rooms`;
    case 'other-time': return `Allow ${dayWords(asks.day)}, ${asks.part}`;
    case 'higher-limit': return `Let ${asks.person.name} have ${counted(asks.to, 'meeting')}${asks.limit === 'maxMeetingsPerDay' ? ' a day' : ' in all'}`;
    case 'shorter': return `Shorten it to ${asks.minutes} minutes`;
    case 'other-host': return `Let ${tables.executives.get(asks.host)?.name ?? 'a host who is gone'} be the host${tables.requests.get(request)?.topic ? ` (${tables.requests.get(request)?.topic ?? ''})` : ''}`;
    case 'person-freed': return `Free ${asks.person.name} ${dayWords(dateOf(asks.span.startsAt))}, ${timeOf(asks.span.startsAt)}–${timeOf(asks.span.endsAt)}`;
    case 'nda-signed': return `Have the NDA of ${listed(asks.people.map(({ name }) => name))} signed and in force on ${dayWords(asks.day)}`;
  }
}

/** Exactly what a cure does: where the meeting is held, what is moved, given up or placed beside it, and how many people are touched. */
export function effectText(tables: MeetingTables, { asks, request, placed, moved, dropped, touched }: MeetingCure, dayWords: DayWords = (day) => day): string {
  const own = [...placed, ...moved].find((one) => one.request === request);
  const further = others(placed, request).length;
  const moves = others(moved, request);
  return [
    own ? `then ${spotText(tables, own.to, dayWords)}` : 'it stays where it is',
    moves.length > 0 && !(asks.kind === 'nothing' && dropped.length === 0) ? `${movesText(tables, moves, dayWords)} moved` : '',
    dropped.length > 0 && asks.kind !== 'nothing' ? `${listed(dropped.map((one) => meetingName(tables, one.request, true)))} given up` : '',
    further > 0 ? `${further} more placed` : '',
    `${counted(touched.length, 'person', 'people')} touched`,
  ].filter((part) => part !== '').join(', ');
}

/** A cure in a few words for a list: what it asks for, and how many people it touches. */
export function cureInShort(tables: MeetingTables, cure: MeetingCure, dayWords: DayWords = (day) => day): string {
  return `${askText(tables, cure, dayWords)}, ${counted(cure.touched.length, 'person', 'people')} touched`;
}

function others<Change extends { readonly request: RequestId }>(changes: readonly Change[], own: RequestId): readonly Change[] {
  return changes.filter(({ request }) => request !== own);
}

/** Of many that move only the number is told, of few where they go. */
const most = { named: 4, withSpots: 2 } as const;

function movesText(tables: MeetingTables, moves: MeetingCure['moved'], dayWords: DayWords): string {
  if (moves.length > most.named) return counted(moves.length, 'meeting');
  const spot = ({ from, to }: MeetingCure['moved'][number]) => (from.startsAt === to.startsAt ? tables.rooms.get(to.room)?.name ?? 'a room that is gone' : spotText(tables, to, dayWords));
  return listed(moves.map((one) => `${meetingName(tables, one.request)}${moves.length > most.withSpots ? '' : ` to ${spot(one)}`}`));
}

function meetingName({ requests, partners, executives }: MeetingTables, id: RequestId, withPriority = false): string {
  const request = requests.get(id);
  if (!request) return 'a request that is gone';
  return `${partners.get(request.partner)?.name ?? 'a partner who is gone'} with ${executives.get(request.host)?.name ?? 'a host who is gone'}${withPriority ? ` (${request.priority ?? 'should'})` : ''}`;
}

function spotText({ rooms }: MeetingTables, { room, startsAt }: Spot, dayWords: DayWords): string {
  return `${dayWords(dateOf(startsAt))}, ${timeOf(startsAt)} in ${rooms.get(room)?.name ?? 'a room that is gone'}`;
}

/** `Ana, Ben and Cy`. */
function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
