import type { PlacementId, RequestId, RoomId } from '../kernel/ids.ts';
import { holds } from '../kernel/span.ts';
import { overlap, type Span, timeOf } from '../kernel/time.ts';
import { dayOf } from '../summit/day.ts';
import { type GridSlot, gridOver, slotsTaken } from '../summit/slot-grid.ts';
import { theSummit } from '../summit/summit.ts';
import { type Clash, clashesOfFixedTime, clashesOfTime, hardClashesAt, homeFor, unfitRoom, withBreak } from './clashes.ts';
import type { Person } from './people.ts';
import type { Placement } from './placement.ts';
import { lengthOf, type MeetingRequest, weightOf } from './request.ts';
import { schedulableRequests } from './schedulable.ts';
import type { ScheduleProblem } from './scheduler/problem.ts';
import { type MayHear, type Meeting, type MeetingTables, whereabouts, type Whereabouts } from './whereabouts.ts';

/** A summit as a scheduling problem, with the way back to its rows: requests and rooms go by their own ids, people by their keys. */
export type BuiltProblem = {
  readonly problem: ScheduleProblem;
  readonly slots: readonly GridSlot[];
  readonly people: ReadonlyMap<string, Person>;
  /** Requests that no schedule can place, each with the fewest things that speak against it at one time. */
  readonly impossible: readonly { readonly request: RequestId; readonly clashes: readonly Clash[] }[];
  /** Pinned meetings off the grid or against a rule: they stay as they are and the problem goes round them. */
  readonly fixed: readonly PlacementId[];
  /** The meetings as they are, where the grid can say them: a start for the search. */
  readonly current: readonly { readonly request: string; readonly slot: number; readonly room: string }[];
};

/** The problem in which every meeting stays where it is and only requests without a place are placed. */
export function buildProblemAround(tables: MeetingTables, mayHear: MayHear): BuiltProblem {
  const held = [...tables.placements.values()].map((placement) => ({ ...placement, pinned: true }));
  return buildProblem({ ...tables, placements: tableOf(held) }, mayHear);
}

/**
 * The problem `summit-schedule/1` of a summit. What depends on minutes (absences, sessions, NDA days, meetings that stay as they are) is
 * judged exactly, at each possible start, by the same rules as a meeting placed by hand, so that no solution can clash with them.
 */
export function buildProblem(tables: MeetingTables, mayHear: MayHear): BuiltProblem {
  const pinned = [...tables.placements.values()].filter((placement) => placement.pinned && tables.requests.has(placement.request));
  const withPins = whereabouts({ ...tables, placements: tableOf(pinned) }, mayHear);
  const slots = gridOver(withPins.summit, withPins.time);
  const wanted = schedulableRequests(tables);
  const { pins, fixed } = pinsAndFixed(withPins, slots, pinned);
  const pinnedRequests = new Map(pins.map((pin) => [pin.request, pin]));
  const where = whereabouts({ ...tables, placements: tableOf(fixed) }, mayHear);
  const taken = new Set(fixed.map(({ request }) => request));
  const plans = wanted.filter(({ id }) => !taken.has(id)).map((request) => ({ request, starts: allowedStarts(where, slots, request), length: slotsTaken(where.summit, lengthOf(request)) }));
  const possible = plans.filter(({ starts }) => starts.length > 0);
  const rooms = [...tables.rooms.values()].filter(({ id }) => (where.time.openings.get(id)?.length ?? 0) > 0 || pins.some((pin) => pin.room === id));
  const days = [...new Set(slots.map(({ day }) => day))];
  const persons = new Map(possible.flatMap(({ request }) => where.peopleOf(request)).map((person) => [person.key as string, person]));
  const covered = coverOf(where, possible);
  const leads = new Set(possible.map(({ request }) => where.peopleOf(request)[1]?.key));
  const problem: ScheduleProblem = {
    format: 'summit-schedule/1',
    name: theSummit(tables).name,
    objective: { kind: 'weight' },
    slots: slots.map(({ day, block, startMinutes, minutes }) => ({ day: days.indexOf(day), block, start: startMinutes, minutes })),
    people: [...persons.values()].map((person) => ({
      id: person.key,
      unavailable: indicesOf(slots, (slot, index) => !covered.get(person.key)?.has(index) && isEngaged(where, person, slot)),
      ...dayLimit(where, person),
      ...(leads.has(person.key) && person.kind !== 'executive' ? { minimum: 1 } : {}),
      ...homeOf(where, person, rooms.map(({ id }) => id)),
    })),
    rooms: rooms.map(({ id, parallelMeetings, seats, confidential }) => ({
      id, parallel: parallelMeetings, capacity: seats ?? unknownSeats, confidential, reserved: false,
      unavailable: indicesOf(slots, (slot) => isClosed(where, id, slot)),
    })),
    requests: possible.map(({ request, starts, length }) => ({
      id: request.id, people: where.peopleOf(request).map(({ key }) => key), weight: weightOf(request), length, must: request.priority === 'must',
      confidential: request.confidential,
      ...roomsFor(where, request, rooms.map(({ id }) => id), pinnedRequests.get(request.id)?.room),
      allowedSlots: starts,
      preferredSlots: starts.filter((start) => isPreferred(request, slots[start] as GridSlot)),
    })),
    pins,
    precedences: [],
  };
  const inProblem = new Set<string>(possible.map(({ request }) => request.id));
  return {
    problem, slots, people: persons,
    impossible: plans.filter(({ starts }) => starts.length === 0).map(({ request }) => ({ request: request.id, clashes: leastClashes(where, slots, request) })),
    fixed: fixed.map(({ id }) => id),
    current: [...tables.placements.values()].flatMap(({ request, room, startsAt }) => {
      const slot = slots.findIndex((one) => one.startsAt === startsAt && !one.tail);
      return slot >= 0 && inProblem.has(request) ? [{ request, slot, room }] : [];
    }),
  };
}

/** A room whose seats are not known is taken to seat everyone; a finding asks for its seats. */
const unknownSeats = 9999;

type Pin = { readonly request: string; readonly slot: number; readonly room: string };

/**
 * Pinned placements that the problem can say as pins, and those that stay outside it: off the grid, against a rule, or sharing a room's
 * closed slot or a limited host with one that stays outside.
 */
function pinsAndFixed(where: Whereabouts, slots: readonly GridSlot[], pinned: readonly Placement[]): { pins: Pin[]; fixed: Placement[] } {
  const pins = new Map(pinned.flatMap((placement) => { const pin = pinOf(where, slots, placement); return pin ? [[placement.id, pin] as const] : []; }));
  for (let settled = false; !settled; ) {
    const outside = pinned.filter(({ id }) => !pins.has(id)).flatMap(({ request }) => where.meetingOf(request) ?? []);
    const drawnIn = pinned.filter(({ id, request }) => {
      const meeting = pins.has(id) ? where.meetingOf(request) : undefined;
      return meeting !== undefined && outside.some((other) => {
        const sameRoom = other.placement.room === meeting.placement.room && overlap(withBreak(where, other), roundedUp(where, slots, meeting));
        return sameRoom || (other.request.host === meeting.request.host && typeof where.tables.executives.get(other.request.host)?.maxMeetingsPerDay === 'number');
      });
    });
    for (const { id } of drawnIn) pins.delete(id);
    settled = drawnIn.length === 0;
  }
  return { pins: [...pins.values()], fixed: pinned.filter(({ id }) => !pins.has(id)) };
}

/** A pinned placement as a pin of the problem; null when it is off the grid, in a room not open for meetings, or against a rule. */
function pinOf(where: Whereabouts, slots: readonly GridSlot[], { request: id, room, startsAt }: Placement): Pin | null {
  const request = where.tables.requests.get(id);
  const slot = slots.findIndex((one) => one.startsAt === startsAt && !one.tail);
  if (!request || slot < 0 || hardClashesAt(where, request, { room, startsAt }).length > 0) return null;
  const taken = slots.slice(slot, slot + slotsTaken(where.summit, lengthOf(request)));
  return taken.some((one) => isShut(where, room, one)) ? null : { request: id, slot, room };
}

/** The whole slots a meeting takes with its break. */
function roundedUp({ summit }: Whereabouts, slots: readonly GridSlot[], { request, startsAt, endsAt }: Meeting): Span {
  const first = slots.findIndex((slot) => slot.startsAt === startsAt);
  return { startsAt, endsAt: slots[first + slotsTaken(summit, lengthOf(request)) - 1]?.endsAt ?? endsAt };
}

function allowedStarts(where: Whereabouts, slots: readonly GridSlot[], request: MeetingRequest): number[] {
  return indicesOf(slots, (slot) => !slot.tail && clashesOfTime(where, request, slot.startsAt).length === 0);
}

/** For each person the slots in which some meeting of theirs may be held, the break included. */
function coverOf(where: Whereabouts, possible: readonly { readonly request: MeetingRequest; readonly starts: readonly number[]; readonly length: number }[]): Map<string, Set<number>> {
  const cover = new Map<string, Set<number>>();
  for (const { request, starts, length } of possible) {
    for (const { key } of where.peopleOf(request)) {
      const slots = cover.get(key) ?? new Set();
      cover.set(key, slots);
      for (const start of starts) for (let step = 0; step < length; step++) slots.add(start + step);
    }
  }
  return cover;
}

function isEngaged(where: Whereabouts, person: Person, slot: Span): boolean {
  return where.engagementsOf(person).some((engagement) => overlap(engagement, slot)) || where.meetingsOf(person.key).some((meeting) => overlap(withBreak(where, meeting), slot));
}

/** Whether a room cannot be used in a slot: it is shut, or a meeting that stays as it is holds it. */
function isClosed(where: Whereabouts, room: RoomId, slot: GridSlot): boolean {
  return isShut(where, room, slot) || where.meetingsIn(room).some((meeting) => overlap(withBreak(where, meeting), slot));
}

/** Whether a room is no meeting room in a slot, or has a session in it. */
function isShut({ time, sessionsIn }: Whereabouts, room: RoomId, slot: GridSlot): boolean {
  if (slot.tail) return false;
  const stretch = time.stretches.find((one) => overlap(one, slot));
  const inside = stretch && stretch.endsAt < slot.endsAt ? { startsAt: slot.startsAt, endsAt: stretch.endsAt } : slot;
  return !holds(time.openings.get(room) ?? [], inside) || sessionsIn(room).some((session) => overlap(session, inside));
}

/** The limit left for each day; meetings outside the problem count on the day that has most of them, short of days they fill. */
function dayLimit({ tables, summit, meetingsOf }: Whereabouts, person: Person): { maxPerDay: number } | Record<never, never> {
  const limit = person.kind === 'executive' ? (tables.executives.get(person.executive)?.maxMeetingsPerDay ?? null) : null;
  if (limit === null) return {};
  const counts = new Map<string, number>();
  for (const { startsAt } of meetingsOf(person.key)) counts.set(dayOf(summit, startsAt), (counts.get(dayOf(summit, startsAt)) ?? 0) + 1);
  return { maxPerDay: limit - Math.max(0, ...[...counts.values()].filter((count) => count < limit)) };
}

function homeOf({ tables }: Whereabouts, person: Person, rooms: readonly RoomId[]): { home: string } | Record<never, never> {
  const home = person.kind === 'executive' ? (tables.executives.get(person.executive)?.homeRoom ?? null) : null;
  return home !== null && rooms.includes(home) ? { home } : {};
}

/** A host with a home room that suits stays in it; a pinned meeting keeps its room. */
function roomsFor(where: Whereabouts, request: MeetingRequest, rooms: readonly RoomId[], pinnedRoom: string | undefined): { allowedRooms: string[] } {
  const home = homeFor(where, request);
  if (pinnedRoom !== undefined) return { allowedRooms: [pinnedRoom] };
  if (home !== null && rooms.includes(home)) return { allowedRooms: [home] };
  return { allowedRooms: rooms.filter((room) => unfitRoom(where, request, room).length === 0) };
}

/** Morning ends at noon. */
function isPreferred({ preferredDay, partOfDay }: MeetingRequest, { day, startsAt }: GridSlot): boolean {
  if (preferredDay !== null && preferredDay !== day) return false;
  if (partOfDay === 'morning') return timeOf(startsAt) < '12:00';
  return partOfDay !== 'afternoon' || timeOf(startsAt) >= '12:00';
}

function leastClashes(where: Whereabouts, slots: readonly GridSlot[], request: MeetingRequest): Clash[] {
  const atEach = slots.filter(({ tail }) => !tail).map(({ startsAt }) => [...clashesOfFixedTime(where, request, startsAt)]).filter((clashes) => clashes.length > 0);
  return atEach.sort((a, b) => a.length - b.length)[0] ?? [];
}

function indicesOf(slots: readonly GridSlot[], holdsFor: (slot: GridSlot, index: number) => boolean): number[] {
  return slots.flatMap((slot, index) => (holdsFor(slot, index) ? [index] : []));
}

function tableOf(placements: readonly Placement[]): ReadonlyMap<PlacementId, Placement> {
  return new Map(placements.map((placement) => [placement.id, placement]));
}
