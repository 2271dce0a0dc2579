import type { Arrangement } from './board.ts';
import { hasBit } from './bits.ts';
import type { Compiled } from './compiled.ts';
import { minutesApart } from './rivals.ts';
import { lanesFor, type RoomClass, roomClasses } from './room-classes.ts';
import type { Literal, SatInstance } from './sat-port.ts';
import { anyOf, atMost, atMostOne, exactly, sameCount } from './totaliser.ts';

/** Which plans there are, as clauses: a plan keeps every hard rule exactly when it is a solution of them. */
export type PlacementModel = {
  readonly compiled: Compiled;
  readonly sat: SatInstance;
  /** By request: a literal that holds exactly when it is placed; null when it has nowhere to go. */
  readonly placed: readonly (Literal | null)[];
  /** Person by slot: a literal that holds exactly when the person is in a meeting; null: never. */
  readonly busy: readonly (Literal | null)[];
  /** The plan of the solution found, with rooms. */
  plan(): Arrangement;
  /** Lets the search begin near a plan. */
  lean(plan: Arrangement): void;
};

/** Requests of `wanted` 1 are placed in every solution, of 0 as it comes, of −1 in none. */
export type Wanted = Int8Array;

/** One way to hold a meeting: from a start on, in a class of rooms. */
type Way = { readonly request: number; readonly start: number; readonly last: number; readonly room: number; readonly literal: Literal };

export function placementModel(compiled: Compiled, sat: SatInstance, wanted: Wanted): PlacementModel {
  const { requests, people, slots, length, starts, peopleOf } = compiled;
  const classes = roomClasses(compiled);
  const begins: Literal[][] = [];
  const ways: Way[] = [];

  for (let request = 0; request < requests; request++) {
    const begin: Literal[] = [];
    begins.push(begin);
    if (wanted[request] === -1) continue;
    for (const start of starts[request] as Int32Array) {
      const last = start + (length[request] as number) - 1;
      const open = classesOpen(compiled, classes, request, start, last);
      const literal = sat.variable();
      begin.push(literal);
      const each = open.map((room) => ({ request, start, last, room, literal: open.length === 1 ? literal : sat.variable() }));
      if (open.length > 1) sat.add([-literal, ...each.map((way) => way.literal)]);
      if (open.length > 1) for (const way of each) sat.add([-way.literal, literal]);
      ways.push(...each);
    }
    atMostOne(sat, begin);
    if (wanted[request] === 1) sat.add(begin);
  }

  /** Person by slot: what would keep the person there. */
  const covering = Array.from({ length: people * slots }, () => new Map<number, Literal[]>());
  for (let request = 0; request < requests; request++) {
    for (const [index, literal] of (begins[request] ?? []).entries()) {
      const start = (starts[request] as Int32Array)[index] as number;
      for (const person of peopleOf[request] as Int32Array) {
        for (let slot = start; slot < start + (length[request] as number); slot++) {
          const there = covering[person * slots + slot];
          const list = there?.get(request);
          if (list) list.push(literal);
          else there?.set(request, [literal]);
        }
      }
    }
  }
  // Nobody is in two meetings at once. Starts of one request exclude each other already.
  for (const there of covering) {
    const lists = [...there.values()];
    for (const [index, list] of lists.entries()) for (const other of lists.slice(index + 1)) for (const a of list) for (const b of other) sat.add([-a, -b]);
  }
  const busy = covering.map((there) => anyOf(sat, [...there.values()].flat()));
  const placed = begins.map((begin) => anyOf(sat, begin));

  roomsAreNotOverfilled();
  limitsAreKept();
  orderIsKept();
  if (compiled.walking !== null) everyoneCanWalk(compiled.walking);
  if (compiled.rivals !== null) rivalsStayApart(compiled.rivals);
  countMeetings();

  return {
    compiled, sat, placed, busy,
    plan() {
      const start = new Int32Array(requests).fill(-1);
      const classOf = new Int32Array(requests).fill(-1);
      for (const way of ways) {
        if (start[way.request] !== -1 || !sat.holds(way.literal)) continue;
        start[way.request] = way.start;
        classOf[way.request] = way.room;
      }
      return lanesFor(compiled, classes, start, classOf);
    },
    lean(plan) {
      for (let request = 0; request < requests; request++) {
        for (const [index, literal] of (begins[request] ?? []).entries()) sat.lean(plan.start[request] === (starts[request] as Int32Array)[index] ? literal : -literal);
      }
    },
  };

  /**
   * A class of rooms holds no more meetings at once than it has lanes. Of one person's requests one at most is held at a time, so they are
   * counted as one: a few hosts who between them are in every meeting make a much shorter count.
   */
  function roomsAreNotOverfilled(): void {
    const [size] = compiled.peopleOf.map((list) => list.length);
    if (classes.length === 1 && size !== undefined && compiled.peopleOf.every((list) => list.length === size)) {
      // Implied where all meetings are of one size: so many people are in meetings at once. It ties the rooms to everyone's breaks (measured: 6 s for more than 60).
      for (let slot = 0; slot < slots; slot++) {
        const present = Array.from({ length: people }, (_, person) => busy[person * slots + slot] ?? []).flat();
        atMost(sat, present, size * (classes[0]?.lanes.length ?? 0));
      }
    }
    const hosts = hostOf(compiled);
    for (const [room, { lanes }] of classes.entries()) {
      const held = Array.from({ length: slots }, () => new Map<number, Literal[]>());
      for (const way of ways) {
        if (way.room !== room) continue;
        const host = hosts[way.request] as number;
        for (let slot = way.start; slot <= way.last; slot++) held[slot]?.set(host, [...(held[slot]?.get(host) ?? []), way.literal]);
      }
      for (const byHost of held) {
        if (byHost.size <= lanes.length) continue;
        atMost(sat, [...byHost.values()].map((list) => anyOf(sat, list) as Literal), lanes.length);
      }
    }
  }

  function limitsAreKept(): void {
    const { limit, dayLimit, days, dayOf } = compiled;
    for (let person = 0; person < people; person++) {
      const own = requestsOf(person);
      if (own.length > (limit[person] as number)) atMost(sat, own.flatMap((request) => placed[request] ?? []), limit[person] as number);
      if (own.length <= (dayLimit[person] as number)) continue;
      for (let day = 0; day < days; day++) {
        atMost(sat, own.flatMap((request) => (begins[request] ?? []).filter((_, index) => dayOf[(starts[request] as Int32Array)[index] as number] === day)), dayLimit[person] as number);
      }
    }
  }

  /** Of two ordered meetings the first has ended before the second begins. */
  function orderIsKept(): void {
    for (let second = 0; second < requests; second++) {
      for (const first of compiled.before[second] as Int32Array) {
        for (const [a, early] of (begins[first] ?? []).entries()) {
          for (const [b, late] of (begins[second] ?? []).entries()) {
            if (((starts[first] as Int32Array)[a] as number) + (length[first] as number) > ((starts[second] as Int32Array)[b] as number)) sat.add([-early, -late]);
          }
        }
      }
    }
  }

  /** Nobody leaves one room too late to be in time in another on the same day. */
  function everyoneCanWalk(walking: Float64Array): void {
    const { dayOf, startsAt, endsAt, facts } = compiled;
    const rooms = facts.problem.rooms.length;
    for (let person = 0; person < people; person++) {
      const own = ways.filter((way) => (peopleOf[way.request] as Int32Array).includes(person));
      for (const from of own) {
        for (const to of own) {
          if (from.last >= to.start || from.request === to.request || dayOf[from.last] !== dayOf[to.start]) continue;
          const gap = Math.max(0, (startsAt[to.start] as number) - (endsAt[from.last] as number));
          if ((walking[(classes[from.room]?.room ?? 0) * rooms + (classes[to.room]?.room ?? 0)] as number) > gap) sat.add([-from.literal, -to.literal]);
        }
      }
    }
  }

  /** Rivals are not in one room at the same time, nor right after each other. */
  function rivalsStayApart(rivals: readonly Int32Array[]): void {
    const apart = minutesApart(compiled.facts.problem);
    const { dayOf, startsAt, endsAt } = compiled;
    const waysOf = Array.from({ length: requests }, () => [] as Way[]);
    for (const way of ways) waysOf[way.request]?.push(way);
    for (const one of ways) {
      for (const rival of rivals[one.request] as Int32Array) {
        for (const other of waysOf[rival] ?? []) {
          if (other.room !== one.room || other.start < one.start || dayOf[other.start] !== dayOf[one.start]) continue;
          if ((startsAt[other.start] as number) - (endsAt[one.last] as number) < apart) sat.add([-one.literal, -other.literal]);
        }
      }
    }
  }

  /** Implied, and told so that counting need not be discovered: a person's meetings fill exactly so many slots. */
  function countMeetings(): void {
    for (let person = 0; person < people; person++) {
      const own = requestsOf(person);
      const filled = busy.slice(person * slots, (person + 1) * slots).flatMap((literal) => literal ?? []);
      if (own.length === 0) continue;
      if (own.every((request) => wanted[request] === 1)) exactly(sat, filled, own.reduce((total, request) => total + (length[request] as number), 0));
      else if (own.every((request) => length[request] === 1)) sameCount(sat, own.flatMap((request) => placed[request] ?? []), filled);
    }
  }

  function requestsOf(person: number): number[] {
    return Array.from({ length: requests }, (_, request) => request).filter((request) => wanted[request] !== -1 && (peopleOf[request] as Int32Array).includes(person));
  }
}

function classesOpen({ kindOf, openMask, laneWords }: Compiled, classes: readonly RoomClass[], request: number, start: number, last: number): number[] {
  return [...classes.keys()].filter((index) => {
    const { kinds, lanes: [lane = 0] } = classes[index] as RoomClass;
    if (!kinds.has(kindOf[request] as number)) return false;
    for (let slot = start; slot <= last; slot++) if (!hasBit(openMask, slot * laneWords, lane)) return false;
    return true;
  });
}

/** For every request one of its people, chosen so that few people stand for all requests. */
function hostOf({ requests, people, peopleOf }: Compiled): Int32Array {
  const host = new Int32Array(requests).fill(-1);
  const open = new Int32Array(people);
  for (const list of peopleOf) for (const person of list) open[person] = (open[person] as number) + 1;
  for (;;) {
    const busiest = open.reduce((best, count, person) => (count > (open[best] as number) ? person : best), 0);
    if ((open[busiest] ?? 0) === 0) return host;
    for (let request = 0; request < requests; request++) {
      if (host[request] !== -1 || !(peopleOf[request] as Int32Array).includes(busiest)) continue;
      host[request] = busiest;
      for (const person of peopleOf[request] as Int32Array) open[person] = (open[person] as number) - 1;
    }
  }
}
