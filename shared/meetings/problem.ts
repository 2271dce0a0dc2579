import type { PlacementId, RequestId, RoomId } from '../kernel/ids.ts';
import { overlap, type Span } from '../kernel/time.ts';
import { dayOf } from '../summit/day.ts';
import { type GridSlot, gridOver, slotsTaken } from '../summit/slot-grid.ts';
import { theSummit } from '../summit/summit.ts';
import { type Clash, clashesOfFixedTime, clashesOfRequest, clashesOfTime, homeFor, partOf, placesTooNearOrFar, unfitRoom, withBreak } from './clashes.ts';
import { openStarts } from './open-starts.ts';
import type { Person } from './people.ts';
import type { Placement } from './placement.ts';
import { lengthOf, type MeetingRequest, weightOf } from './request.ts';
import { isShut, pinsAndFixed, startsOnGrid, walkInSlots } from './problem-pins.ts';
import { partnersIn } from './rivals.ts';
import { schedulableRequests } from './schedulable.ts';
import type { ScheduleProblem } from './scheduler/problem.ts';
import { type MayHear, type MeetingTables, whereabouts, type Whereabouts, withPlacements } from './whereabouts.ts';

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
 * `only`: the problem of one request alone beside what is pinned.
 */
export function buildProblem(tables: MeetingTables, mayHear: MayHear, only: RequestId | null = null): BuiltProblem {
  const pinned = [...tables.placements.values()].filter((placement) => placement.pinned && tables.requests.has(placement.request));
  const withPins = whereabouts({ ...tables, placements: tableOf(pinned) }, mayHear);
  const slots = gridOver(withPins.summit, withPins.time);
  const wanted = schedulableRequests(tables).filter(({ id }) => only === null || id === only);
  const { pins, fixed } = pinsAndFixed(withPins, slots, pinned);
  const pinnedRequests = new Map(pins.map((pin) => [pin.request, pin]));
  const where = withPlacements(withPins, tableOf(fixed));
  const taken = new Set(fixed.map(({ request }) => request));
  const open = [...tables.rooms.values()].filter(({ id }) => (where.time.openings.get(id)?.length ?? 0) > 0 || pins.some((pin) => pin.room === id));
  const startsOf = openStarts(where, slots);
  const standing = new Map([...tables.placements.values()].map(({ request, room }) => [request, room]));
  const plans = wanted.filter(({ id }) => !taken.has(id)).map((request): Planned => {
    const rooms = roomsFor(where, request, open.map(({ id }) => id), pinnedRequests.get(request.id)?.room, standing.get(request.id));
    return { request, rooms, starts: allowedStarts(where, slots, request, rooms, startsOf), length: slotsTaken(where.summit, lengthOf(request)) };
  });
  const possible = plans.filter(({ starts }) => starts.length > 0);
  const days = [...new Set(slots.map(({ day }) => day))];
  const persons = new Map(possible.flatMap(({ request }) => [...where.peopleOf(request), ...where.optionalOf(request)]).map((person) => [person.key as string, person]));
  const needed = new Set(possible.flatMap(({ request }) => where.peopleOf(request).map(({ key }) => key)));
  const covered = coverOf(where, slots, possible);
  const apart = rivalPairs(where, [...persons.values()]);
  const problem: ScheduleProblem = {
    format: 'summit-schedule/1',
    name: theSummit(tables).name,
    objective: { kind: 'weight' },
    slots: slots.map(({ day, block, startMinutes, minutes }) => ({ day: days.indexOf(day), block, start: startMinutes, minutes })),
    people: [...persons.values()].map((person) => ({
      id: person.key,
      unavailable: indicesOf(slots, (slot, index) => covered.get(person.key)?.[index] !== 1 && isEngaged(where, person, slot)),
      ...limitsLeft(where, person, needed.has(person.key)),
      ...homeOf(where, person, open.map(({ id }) => id)),
      ...(person.kind === 'executive' ? { compact: true } : {}),
    })),
    rooms: open.map(({ id, parallelMeetings, seats, confidential, reserved }) => ({
      id, parallel: parallelMeetings, capacity: seats ?? unknownSeats, confidential, reserved,
      unavailable: indicesOf(slots, (slot) => isClosed(where, id, slot)),
    })),
    requests: possible.map(({ request, starts, rooms, length }) => ({
      id: request.id, people: where.peopleOf(request).map(({ key }) => key), ...optionalIds(where, request), weight: weightOf(request), length, must: request.priority === 'must',
      confidential: request.confidential,
      allowedRooms: rooms,
      allowedSlots: starts,
      ...preferredOf(request, slots, starts),
    })),
    pins,
    precedences: [],
    ...zonesOf(where, open.map(({ id }) => id)),
    ...(apart.length > 0 ? { apart, apartMinutes: where.summit.gridMinutes } : {}),
  };
  const inProblem = new Set<string>(possible.map(({ request }) => request.id));
  const slotAt = startsOnGrid(slots);
  return {
    problem, slots, people: persons,
    impossible: plans.filter(({ starts }) => starts.length === 0).map(({ request }) => ({ request: request.id, clashes: leastClashes(where, slots, request) })),
    fixed: fixed.map(({ id }) => id),
    current: [...tables.placements.values()].flatMap(({ request, room, startsAt }) => {
      const slot = slotAt.get(startsAt);
      return slot !== undefined && inProblem.has(request) ? [{ request, slot, room }] : [];
    }),
  };
}

/** A room whose seats are not known is taken to seat everyone; a finding asks for its seats. */
const unknownSeats = 9999;

/** A request with what is left to it: rooms, starts, and the slots it takes with its break. */
type Planned = { readonly request: MeetingRequest; readonly rooms: readonly RoomId[]; readonly starts: readonly number[]; readonly length: number };

/** Starts at which nothing speaks against the time, and in none of the rooms a meeting that stays as it is is too far to walk to or a rival's. */
function allowedStarts(where: Whereabouts, slots: readonly GridSlot[], request: MeetingRequest, rooms: readonly RoomId[], startsOf: (request: MeetingRequest) => number[]): number[] {
  if (clashesOfRequest(where, request).length > 0) return [];
  const starts = startsOf(request);
  const walks = where.walk.longest > 0 && where.peopleOf(request).some(({ key }) => where.meetingsOf(key).length > 0);
  const hasRivals = where.meetings.length > 0 && partnersIn(where, request).some((partner) => where.rivalry.rivalsOf(partner).length > 0);
  if (!walks && !hasRivals) return starts;
  return starts.filter((start) => !rooms.some((room) => placesTooNearOrFar(where, request, { room, startsAt: (slots[start] as GridSlot).startsAt }).length > 0));
}

/** Every two people of rival partners. */
export function rivalPairs({ rivalry }: Pick<Whereabouts, 'rivalry'>, people: readonly Person[]): [string, string][] {
  const guests = people.flatMap((person) => (person.kind === 'executive' || rivalry.rivalsOf(person.partner).length === 0 ? [] : [{ key: person.key, partner: person.partner }]));
  return guests.flatMap((one, index) => guests.slice(index + 1).filter((other) => rivalry.areRivals(one.partner, other.partner)).map((other): [string, string] => [one.key, other.key]));
}

/** The places that rooms lie in, where anybody has to walk further than a break is long. */
function zonesOf(where: Whereabouts, rooms: readonly RoomId[]): Pick<ScheduleProblem, 'zones'> {
  const places = new Map<string, RoomId[]>();
  for (const room of rooms) { const place = `place:${where.walk.placeOf(room)}`; places.set(place, [...(places.get(place) ?? []), room]); }
  const zones = [...places].map(([id, [room, ...more]]) => ({
    id, rooms: [room as RoomId, ...more],
    walking: Object.fromEntries([...places].flatMap(([other, [there]]) => { const minutes = walkInSlots(where, room as RoomId, there as RoomId); return minutes > 0 ? [[other, minutes]] : []; })),
  }));
  return zones.some(({ walking }) => Object.keys(walking).length > 0) ? { zones } : {};
}

function optionalIds({ optionalOf }: Whereabouts, request: MeetingRequest): { optional: string[] } | Record<never, never> {
  const optional = optionalOf(request).map(({ key }) => key);
  return optional.length > 0 ? { optional } : {};
}

/** For each person (1) the slots in which some meeting of theirs may be held, the break included. */
function coverOf(where: Whereabouts, slots: readonly GridSlot[], possible: readonly Planned[]): Map<string, Uint8Array> {
  const cover = new Map<string, Uint8Array>();
  for (const { request, starts, length } of possible) {
    for (const { key } of where.peopleOf(request)) {
      const covered = cover.get(key) ?? new Uint8Array(slots.length);
      cover.set(key, covered);
      for (const start of starts) covered.fill(1, start, start + length);
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

/** What is left of limits and minimum; for the limit of a day, meetings outside the problem count on the day that has most of them, short of days they fill. */
function limitsLeft({ limitsOf, summit, meetingsOf }: Whereabouts, person: Person, isNeeded: boolean): { max?: number; maxPerDay?: number; minimum?: number } {
  const { max, maxPerDay, minimum } = limitsOf(person);
  const held = meetingsOf(person.key);
  const counts = new Map<string, number>();
  for (const { startsAt } of held) counts.set(dayOf(summit, startsAt), (counts.get(dayOf(summit, startsAt)) ?? 0) + 1);
  return {
    ...(max === null ? {} : { max: Math.max(0, max - held.length) }),
    ...(maxPerDay === null ? {} : { maxPerDay: maxPerDay - Math.max(0, ...[...counts.values()].filter((count) => count < maxPerDay)) }),
    ...(isNeeded && minimum > held.length ? { minimum: minimum - held.length } : {}),
  };
}

function homeOf({ tables }: Whereabouts, person: Person, rooms: readonly RoomId[]): { home: string } | Record<never, never> {
  const home = person.kind === 'executive' ? (tables.executives.get(person.executive)?.homeRoom ?? null) : null;
  return home !== null && rooms.includes(home) ? { home } : {};
}

/** A host with a home room that suits stays in it, or where the meeting stands already; a pinned meeting keeps its room. */
function roomsFor(where: Whereabouts, request: MeetingRequest, rooms: readonly RoomId[], pinnedRoom: string | undefined, standsIn: RoomId | undefined): RoomId[] {
  const home = homeFor(where, request);
  if (pinnedRoom !== undefined) return [pinnedRoom as RoomId];
  const fitting = rooms.filter((room) => unfitRoom(where, request, room).length === 0);
  return home !== null && rooms.includes(home) ? fitting.filter((room) => room === home || room === standsIn) : fitting;
}

/** The starts on the day and in the part of the day that a request would rather have; nothing where it says nothing. */
function preferredOf({ preferredDay, partOfDay }: MeetingRequest, slots: readonly GridSlot[], starts: readonly number[]): { preferredSlots: number[] } | Record<never, never> {
  const part = partOfDay === 'any' ? null : partOfDay;
  if (preferredDay === null && part === null) return {};
  return { preferredSlots: starts.filter((start) => {
    const { day, startsAt } = slots[start] as GridSlot;
    return (preferredDay === null || preferredDay === day) && (part === null || part === partOf(startsAt));
  }) };
}

function leastClashes(where: Whereabouts, slots: readonly GridSlot[], request: MeetingRequest): Clash[] {
  const always = clashesOfRequest(where, request);
  if (always.length > 0) return always;
  return fewest(clashesOfFixedTime) ?? fewest(clashesOfTime) ?? [];

  function fewest(judge: typeof clashesOfTime): Clash[] | null {
    let least: Clash[] | null = null;
    for (const { startsAt, tail } of slots) {
      const clashes = tail ? [] : judge(where, request, startsAt);
      if (clashes.length === 1) return clashes;
      if (clashes.length > 0 && (least === null || clashes.length < least.length)) least = clashes;
    }
    return least;
  }
}

function indicesOf(slots: readonly GridSlot[], holdsFor: (slot: GridSlot, index: number) => boolean): number[] {
  return slots.flatMap((slot, index) => (holdsFor(slot, index) ? [index] : []));
}

function tableOf(placements: readonly Placement[]): ReadonlyMap<PlacementId, Placement> {
  return new Map(placements.map((placement) => [placement.id, placement]));
}
