import type { RoomId } from '../kernel/ids.ts';
import type { LocalDateTime } from '../kernel/time.ts';
import { gridOver } from '../summit/slot-grid.ts';
import { type Clash, clashesOfRequest, clashesOfRoom, clashesOfTime, type Spot } from './clashes.ts';
import type { MeetingRequest } from './request.ts';
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

/** Why a request has no place, from the plan as it stands: each reason with the number of starts it closes, the most frequent first. */
export type WhyNot = { readonly starts: number; readonly free: readonly Spot[]; readonly reasons: readonly { readonly clash: Clash; readonly starts: number }[] };

export function whyNot(where: Whereabouts, request: MeetingRequest, starts: readonly LocalDateTime[] = gridStarts(where)): WhyNot {
  const free: Spot[] = [];
  const reasons = new Map<string, { clash: Clash; starts: number }>();
  for (const startsAt of starts) {
    const room = bestRoom(where, request, startsAt);
    if (room !== null) {
      free.push({ room, startsAt });
      continue;
    }
    const clashes = [...clashesOfRequest(where, request), ...clashesOfTime(where, request, startsAt)];
    const seen = new Set<string>();
    for (const clash of clashes.length > 0 ? clashes : roomReasons(where, request, startsAt)) {
      const key = keyOf(clash);
      if (seen.has(key)) continue;
      seen.add(key);
      const reason = reasons.get(key) ?? { clash, starts: 0 };
      reasons.set(key, { ...reason, starts: reason.starts + 1 });
    }
  }
  return { starts: starts.length, free, reasons: [...reasons.values()].sort((a, b) => b.starts - a.starts) };
}

/** Of the rooms that come nearest, what speaks against them: a room that is only taken comes nearer than one that is too small. */
function roomReasons(where: Whereabouts, request: MeetingRequest, startsAt: LocalDateTime): Clash[] {
  const perRoom = [...where.tables.rooms.keys()].map((room) => clashesOfRoom(where, request, { room, startsAt }).filter(({ code }) => code !== 'away-from-home-room'));
  const taken = perRoom.filter((clashes) => clashes.every(({ code }) => code === 'room-in-use' || code === 'room-in-session' || code === 'room-closed' || code === 'walk-too-long' || code === 'rival-in-room'));
  return (taken.length > 0 ? taken : perRoom).flatMap((clashes) => clashes.slice(0, 1));
}

/** Two clashes are one reason when they name the same person and kind; rooms count together. */
function keyOf(clash: Clash): string {
  return 'person' in clash ? `${clash.code} ${clash.person.key}` : clash.code;
}
