import { groupBy } from '../kernel/group.ts';
import type { RoomId } from '../kernel/ids.ts';
import { holds } from '../kernel/span.ts';
import { type LocalDateTime, minutesBetween, overlap, type Span } from '../kernel/time.ts';
import { dayOf } from '../summit/day.ts';
import { type GridSlot, slotsTaken } from '../summit/slot-grid.ts';
import { hardClashesAt, withBreak } from './clashes.ts';
import type { Placement } from './placement.ts';
import { lengthOf } from './request.ts';
import { partnersIn } from './rivals.ts';
import type { Meeting, Whereabouts } from './whereabouts.ts';

/** A meeting that the problem keeps where it is. */
export type Pin = { readonly request: string; readonly slot: number; readonly room: string };

/**
 * Pinned placements that the problem can say as pins, and those that stay outside it: off the grid, against a rule, sharing a room's
 * closed slot or somebody with a limit for a day with one that stays outside, or too near another for the problem, which counts whole slots.
 */
export function pinsAndFixed(where: Whereabouts, slots: readonly GridSlot[], pinned: readonly Placement[]): { pins: Pin[]; fixed: Placement[] } {
  const slotAt = startsOnGrid(slots);
  const pins = new Map(pinned.flatMap((placement) => { const pin = pinOf(where, slots, slotAt, placement); return pin ? [[placement.id, pin] as const] : []; }));
  for (let settled = false; !settled; ) {
    const outside = pinned.filter(({ id }) => !pins.has(id)).flatMap(({ request }) => where.meetingOf(request) ?? []);
    const inRoom = groupBy(outside, ({ placement }) => placement.room);
    const limited = new Set(outside.flatMap(({ people }) => people.filter((person) => where.limitsOf(person).maxPerDay !== null).map(({ key }) => key)));
    const drawnIn = pinned.filter(({ id, request }) => {
      const meeting = pins.has(id) ? where.meetingOf(request) : undefined;
      if (meeting === undefined) return false;
      const sharesRoom = inRoom.get(meeting.placement.room)?.some((other) => overlap(withBreak(where, other), roundedUp(where, slots, meeting))) === true;
      return sharesRoom || meeting.people.some(({ key }) => limited.has(key));
    });
    if (drawnIn.length === 0) drawnIn.push(...tooNearAnEarlier(where, slots, pinned.filter(({ id }) => pins.has(id))));
    for (const { id } of drawnIn) pins.delete(id);
    settled = drawnIn.length === 0;
  }
  return { pins: [...pins.values()], fixed: pinned.filter(({ id }) => !pins.has(id)) };
}

/** Where on the grid a meeting may begin at a moment. */
export function startsOnGrid(slots: readonly GridSlot[]): ReadonlyMap<LocalDateTime, number> {
  return new Map(slots.flatMap(({ startsAt, tail }, slot) => (tail ? [] : [[startsAt, slot] as const])));
}

/** A pinned placement as a pin of the problem; null when it is off the grid, in a room not open for meetings, or against a rule. */
function pinOf(where: Whereabouts, slots: readonly GridSlot[], slotAt: ReadonlyMap<LocalDateTime, number>, { request: id, room, startsAt }: Placement): Pin | null {
  const request = where.tables.requests.get(id);
  const slot = slotAt.get(startsAt);
  if (!request || slot === undefined || hardClashesAt(where, request, { room, startsAt }).length > 0) return null;
  const taken = slots.slice(slot, slot + slotsTaken(where.summit, lengthOf(request)));
  return taken.some((one) => isShut(where, room, one)) ? null : { request: id, slot, room };
}

/** The whole slots a meeting takes with its break. */
function roundedUp({ summit }: Whereabouts, slots: readonly GridSlot[], { request, startsAt, endsAt }: Meeting): Span {
  const first = slots.findIndex((slot) => slot.startsAt === startsAt);
  return { startsAt, endsAt: slots[first + slotsTaken(summit, lengthOf(request)) - 1]?.endsAt ?? endsAt };
}

/** Those too near to one before them. Only meetings that share somebody who has to walk, or a room and a rival, can be. */
function tooNearAnEarlier(where: Whereabouts, slots: readonly GridSlot[], placements: readonly Placement[]): Placement[] {
  const seen = new Map<string, Placement[]>();
  return placements.filter((placement) => {
    const walkers = where.walk.longest > 0 ? (where.meetingOf(placement.request)?.people ?? []).map(({ key }) => key) : [];
    const request = where.tables.requests.get(placement.request);
    const hasRivals = request !== undefined && partnersIn(where, request).some((partner) => where.rivalry.rivalsOf(partner).length > 0);
    const shared = [...walkers, ...(hasRivals ? [placement.room] : [])];
    const isTooNear = shared.some((key) => seen.get(key)?.some((other) => tooNearInSlots(where, slots, other, placement)));
    for (const key of shared) { const others = seen.get(key); if (others) others.push(placement); else seen.set(key, [placement]); }
    return isTooNear;
  });
}

/** Whether two pinned meetings, lawful by the minute, would break the problem's rules of walking or of rivals, which begin to count at the end of a meeting's last slot. */
function tooNearInSlots(where: Whereabouts, slots: readonly GridSlot[], a: Placement, b: Placement): boolean {
  const [one, other] = [where.meetingOf(a.request), where.meetingOf(b.request)];
  if (!one || !other || dayOf(where.summit, one.startsAt) !== dayOf(where.summit, other.startsAt)) return false;
  const [first, second] = one.startsAt < other.startsAt ? [one, other] : [other, one];
  const gap = Math.max(0, minutesBetween(roundedUp(where, slots, first).endsAt, second.startsAt));
  const share = first.people.some(({ key }) => second.people.some((person) => person.key === key));
  const areRivals = a.room === b.room && partnersIn(where, first.request).some((partner) => partnersIn(where, second.request).some((rival) => where.rivalry.areRivals(partner, rival)));
  return (share && gap < walkInSlots(where, a.room, b.room)) || (areRivals && gap < where.summit.gridMinutes);
}

/** The part of a walk that must lie between whole slots: the break after a meeting, which its slots include, may be walked. */
export function walkInSlots({ summit, walk }: Whereabouts, from: RoomId, to: RoomId): number {
  return Math.max(0, walk(from, to) - summit.breakMinutes);
}

/** Whether a room is no meeting room in a slot, is closed, or has a session in it. */
export function isShut({ time, sessionsIn, closedIn }: Whereabouts, room: RoomId, slot: GridSlot): boolean {
  if (slot.tail) return false;
  const stretch = time.stretches.find((one) => overlap(one, slot));
  const inside = stretch && stretch.endsAt < slot.endsAt ? { startsAt: slot.startsAt, endsAt: stretch.endsAt } : slot;
  return !holds(time.openings.get(room) ?? [], inside) || [...sessionsIn(room), ...closedIn(room)].some((span) => overlap(span, inside));
}
