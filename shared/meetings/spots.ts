import type { RoomId } from '../kernel/ids.ts';
import type { LocalDateTime } from '../kernel/time.ts';
import { gridOver } from '../summit/slot-grid.ts';
import { type Clash, clashesOfRequest, clashesOfRoom, clashesOfTime, type Spot } from './clashes.ts';
import type { MeetingRequest } from './request.ts';
import { blocking } from './scheduler/why/blocking.ts';
import type { Whereabouts } from './whereabouts.ts';

/** Every possible start of a one-to-one on the slot grid, in order of time. */
export function gridStarts({ summit, time }: Whereabouts): LocalDateTime[] {
  return gridOver(summit, time).filter(({ tail }) => !tail).map(({ startsAt }) => startsAt);
}

/** The starts of the grid at which a request may be held in some room, as things stand. */
export function legalStarts(where: Whereabouts, request: MeetingRequest, starts: readonly LocalDateTime[] = gridStarts(where)): LocalDateTime[] {
  return starts.filter((startsAt) => bestRoom(where, request, startsAt) !== null);
}

/**
 * The room a request would best be held in at a time: where nothing at all speaks against it — the room it is in, then the smallest that
 * seats everyone — else where only advice does; null where no room can be had.
 */
export function bestRoom(where: Whereabouts, request: MeetingRequest, startsAt: LocalDateTime): RoomId | null {
  if (clashesOfRequest(where, request).length > 0 || clashesOfTime(where, request, startsAt).length > 0) return null;
  const present = where.meetingOf(request.id)?.placement.room;
  const seats = (room: RoomId) => where.tables.rooms.get(room)?.seats ?? Infinity;
  const fit = [...where.tables.rooms.keys()]
    .map((room) => ({ room, clashes: clashesOfRoom(where, request, { room, startsAt }) }))
    .filter(({ clashes }) => clashes.every(({ weight }) => weight === 'advice') && !clashes.some(({ code }) => code === 'not-a-meeting-room'))
    .sort((a, b) => a.clashes.length - b.clashes.length || Number(b.room === present) - Number(a.room === present) || seats(a.room) - seats(b.room));
  return fit[0]?.room ?? null;
}

/**
 * Why a request has no place, from the plan as it stands: reasons that together close every start in every room and none of which can be
 * left out, each with the starts at which it closes every room or some, the most frequent first. Empty where some start is free.
 */
export type WhyNot = { readonly starts: number; readonly free: readonly Spot[]; readonly reasons: readonly { readonly clash: Clash; readonly starts: number }[] };

export function whyNot(where: Whereabouts, request: MeetingRequest, starts: readonly LocalDateTime[] = gridStarts(where)): WhyNot {
  const free = starts.flatMap((startsAt) => { const room = bestRoom(where, request, startsAt); return room === null ? [] : [{ room, startsAt }]; });
  if (free.length > 0) return { starts: starts.length, free, reasons: [] };
  const kinds: { readonly clash: Clash; readonly startsAt: Set<LocalDateTime> }[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (clash: Clash, startsAt: LocalDateTime) => {
    const key = keyOf(clash);
    const number = numbers.get(key) ?? kinds.push({ clash, startsAt: new Set() }) - 1;
    numbers.set(key, number);
    kinds[number]?.startsAt.add(startsAt);
    return number;
  };
  const always = clashesOfRequest(where, request);
  const places = starts.flatMap((startsAt) => {
    const inTime = [...always, ...clashesOfTime(where, request, startsAt)].map((clash) => numberOf(clash, startsAt));
    return [...where.tables.rooms.keys()].map((room) => [...new Set([...inTime, ...closing(clashesOfRoom(where, request, { room, startsAt })).map((clash) => numberOf(clash, startsAt))])]);
  });
  const reasons = blocking(places).map((number) => kinds[number] as (typeof kinds)[number]).map(({ clash, startsAt }) => ({ clash, starts: startsAt.size }));
  return { starts: starts.length, free, reasons: reasons.sort((a, b) => b.starts - a.starts) };
}

/** What keeps a meeting out of a room: all but what is merely less good. A room outside the meeting block counts as none. */
function closing(clashes: readonly Clash[]): readonly Clash[] {
  return clashes.filter(({ weight, code }) => weight === 'clash' || code === 'not-a-meeting-room');
}

/** Two clashes are one reason when they name the same person and kind; rooms count together. */
function keyOf(clash: Clash): string {
  return 'person' in clash ? `${clash.code} ${clash.person.key}` : clash.code;
}
