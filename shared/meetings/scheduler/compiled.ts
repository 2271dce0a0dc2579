import { membersOf, setBit } from './bits.ts';
import { allowedBy, type Facts, mustBePlaced } from './facts.ts';
import type { Request } from './problem.ts';
import { compiledRivals } from './rivals.ts';
import { startMasks } from './starts.ts';

/** The problem as numbers, for the search and the bound: people, requests, slots and rooms by index; sets as words of 32 bits. */
export type Compiled = {
  readonly facts: Facts;
  readonly slots: number;
  readonly people: number;
  readonly requests: number;
  /** A lane is one of a room's parallel places, so that a lane holds one meeting at a time. */
  readonly lanes: number;
  readonly slotWords: number;
  readonly laneWords: number;
  readonly length: Int32Array;
  readonly weight: Int32Array;
  readonly must: Uint8Array;
  /** What placing a request brings on the first two levels together: any number of weights is worth less than one `must`. */
  readonly gain: Float64Array;
  readonly peopleOf: readonly Int32Array[];
  readonly optionalOf: readonly Int32Array[];
  /** Requests that name a person as optional. */
  readonly optionalFor: readonly Int32Array[];
  /** Start slots that grid, pin, allowed slots, everyone's availability and some open room leave. */
  readonly starts: readonly Int32Array[];
  readonly startMask: Int32Array;
  readonly preferred: readonly (Uint8Array | null)[];
  /** Requests that can use the same lanes are of one kind. */
  readonly kindOf: Int32Array;
  readonly kinds: number;
  readonly kindMask: Int32Array;
  readonly kindLanes: readonly Int32Array[];
  readonly laneRoom: Int32Array;
  /** Lanes open in a slot. */
  readonly openMask: Int32Array;
  /** Person by slot: 1 where the person cannot be met. */
  readonly away: Uint8Array;
  readonly awayMask: Int32Array;
  readonly limit: Int32Array;
  readonly dayLimit: Int32Array;
  readonly minimum: Int32Array;
  readonly home: Int32Array;
  readonly limited: boolean;
  readonly days: number;
  readonly dayOf: Int32Array;
  readonly startsAt: Float64Array;
  readonly endsAt: Float64Array;
  /** Requests that must end before a request begins, and those that must begin after it ends. */
  readonly before: readonly Int32Array[];
  readonly after: readonly Int32Array[];
  readonly ordered: boolean;
  /** Room by room, in minutes; null where nobody has to walk. */
  readonly walking: Float64Array | null;
  readonly longestWalk: number;
  /** Requests that must not be near one another, whose people are kept apart; null where there are none. */
  readonly rivals: readonly Int32Array[] | null;
  /** The line within which a person's breaks are counted (a day, or the whole grid), and its neighbour slots; −1 at an end. */
  readonly lines: number;
  readonly lineOf: Int32Array;
  readonly earlier: Int32Array;
  readonly later: Int32Array;
  /** Fairness asked for between people's breaks, or −1. */
  readonly fairness: number;
};

export function compile(facts: Facts): Compiled {
  const { problem } = facts;
  const slots = problem.slots.length;
  const people = problem.people.length;
  const requests = problem.requests.length;
  const personIndex = new Map(problem.people.map(({ id }, index) => [id, index]));
  const requestIndex = new Map(problem.requests.map(({ id }, index) => [id, index]));
  const roomIndex = new Map(problem.rooms.map(({ id }, index) => [id, index]));

  const dayNumbers = [...new Set(problem.slots.map(({ day }) => day))];
  const dayOf = Int32Array.from(problem.slots, ({ day }) => dayNumbers.indexOf(day));

  // The least able rooms come first, so that the lowest set bit of a mask is the room nobody else needs.
  const laneRoom = Int32Array.from(problem.rooms
    .map((room, index) => ({ room, index }))
    .sort((a, b) => Number(a.room.confidential) - Number(b.room.confidential) || a.room.capacity - b.room.capacity || b.room.unavailable.length - a.room.unavailable.length || a.index - b.index)
    .flatMap(({ room, index }) => Array.from({ length: Math.min(room.parallel, Math.max(1, requests)) }, () => index)));
  const lanes = laneRoom.length;
  const laneWords = Math.max(1, Math.ceil(lanes / 32));
  const slotWords = Math.max(1, Math.ceil(slots / 32));

  const openMask = new Int32Array(slots * laneWords);
  for (let lane = 0; lane < lanes; lane++) {
    const closed = new Set(problem.rooms[laneRoom[lane] ?? 0]?.unavailable);
    for (let slot = 0; slot < slots; slot++) if (!closed.has(slot)) setBit(openMask, slot * laneWords, lane);
  }
  const away = new Uint8Array(people * slots);
  const awayMask = new Int32Array(people * slotWords);
  for (let person = 0; person < people; person++) {
    const unavailable = problem.people[person]?.unavailable ?? [];
    for (let index = 0; index < unavailable.length; index++) {
      away[person * slots + (unavailable[index] as number)] = 1;
      setBit(awayMask, person * slotWords, unavailable[index] as number);
    }
  }

  const kindNumber = new Map<string, number>();
  const kindLanes: Int32Array[] = [];
  const kindOf = Int32Array.from(problem.requests, (request) => {
    const key = JSON.stringify([request.people.length, request.confidential === true, request.allowedRooms ?? null, facts.pins.get(request.id)?.room ?? null]);
    const known = kindNumber.get(key);
    if (known !== undefined) return known;
    const usable = Array.from(laneRoom.keys()).filter((lane) => mayUse(facts, request, laneRoom[lane] ?? 0));
    const lanesKey = usable.join();
    const kind = kindNumber.get(lanesKey) ?? kindLanes.push(Int32Array.from(usable)) - 1;
    kindNumber.set(key, kind).set(lanesKey, kind);
    return kind;
  });
  const kinds = kindLanes.length;
  const kindMask = new Int32Array(kinds * laneWords);
  for (const [kind, usable] of kindLanes.entries()) for (const lane of usable) setBit(kindMask, kind * laneWords, lane);

  const peopleOf = problem.requests.map((request) => indicesIn(personIndex, request.people));
  const optionalOf = problem.requests.map((request) => indicesIn(personIndex, request.optional ?? []));
  const rivals = compiledRivals(problem);
  const startMask = startMasks({ facts, slots, slotWords, laneWords, peopleOf, awayMask, kindOf, kindLanes, openMask });
  if (rivals) for (let request = 0; request < requests; request++) if (rivals[request]?.includes(request)) startMask.fill(0, request * slotWords, (request + 1) * slotWords);
  const starts: Int32Array[] = [];
  for (let request = 0; request < requests; request++) starts.push(membersOf(startMask, request * slotWords, slotWords));

  const weights = Int32Array.from(problem.requests, ({ weight }) => weight);
  const mustWorth = weights.reduce((total, weight) => total + weight, 0) + 1;
  const walking = problem.zones === undefined ? null : Float64Array.from(problem.rooms.flatMap((from) => problem.rooms.map((to) => facts.walkingMinutes(from.id, to.id))));
  const pairs = problem.precedences.map(([first, second]) => [requestIndex.get(first) ?? -1, requestIndex.get(second) ?? -1] as const);
  const order = (side: 0 | 1) => grouped(pairs.map(([first, second]) => (side === 0 ? [first, second] as const : [second, first] as const)), requests);

  return {
    facts, slots, people, requests, lanes, slotWords, laneWords,
    length: Int32Array.from(problem.requests, ({ length }) => length),
    weight: weights,
    must: Uint8Array.from(problem.requests, (request) => Number(mustBePlaced(facts, request))),
    gain: Float64Array.from(problem.requests, (request) => request.weight + (mustBePlaced(facts, request) ? mustWorth : 0)),
    peopleOf, optionalOf,
    optionalFor: inverted(optionalOf, people),
    starts, startMask,
    preferred: problem.requests.map(({ preferredSlots = [] }) => preferredSlots.length === 0 ? null : marked(preferredSlots, slots)),
    kindOf, kinds, kindMask, kindLanes, laneRoom, openMask, away, awayMask,
    limit: Int32Array.from(problem.people, ({ max }) => max ?? requests),
    dayLimit: Int32Array.from(problem.people, ({ maxPerDay }) => maxPerDay ?? requests),
    minimum: Int32Array.from(problem.people, ({ minimum }) => minimum ?? 0),
    home: Int32Array.from(problem.people, ({ home }) => home === undefined ? -1 : roomIndex.get(home) ?? -1),
    limited: problem.people.some(({ max, maxPerDay }) => max !== undefined || maxPerDay !== undefined),
    days: dayNumbers.length, dayOf,
    startsAt: Float64Array.from(problem.slots, ({ start }) => start),
    endsAt: Float64Array.from(problem.slots, ({ start, minutes }) => start + minutes),
    before: order(1),
    after: order(0),
    ordered: pairs.length > 0,
    walking,
    rivals,
    longestWalk: walking?.reduce((longest, minutes) => Math.max(longest, minutes), 0) ?? 0,
    ...breakLines(facts, dayOf, dayNumbers.length, away),
    fairness: problem.objective.kind === 'breaks' ? problem.objective.fairness : -1,
  };
}

/** Whether seats, door, reservation, allowed rooms and pin let a request into a room. */
function mayUse(facts: Facts, request: Request, roomNumber: number): boolean {
  const room = facts.problem.rooms[roomNumber];
  if (room === undefined) return false;
  const named = allowedBy(facts, request.allowedRooms);
  const pinned = facts.pins.get(request.id)?.room;
  return room.capacity >= request.people.length
    && (request.confidential !== true || room.confidential)
    && (named === null ? !room.reserved : named.includes(room.id))
    && (pinned === undefined || pinned === room.id);
}

function indicesIn(index: ReadonlyMap<string, number>, ids: readonly string[]): Int32Array {
  const found = new Int32Array(ids.length);
  for (let place = 0; place < ids.length; place++) found[place] = index.get(ids[place] as string) ?? -1;
  return found;
}

function marked(list: readonly number[], size: number): Uint8Array {
  const marks = new Uint8Array(size);
  for (const slot of list) marks[slot] = 1;
  return marks;
}

function breakLines(facts: Facts, dayOf: Int32Array, days: number, away: Uint8Array): Pick<Compiled, 'lines' | 'lineOf' | 'earlier' | 'later'> {
  const wholeGrid = facts.problem.objective.kind === 'breaks';
  const slots = facts.problem.slots.length;
  const people = facts.problem.people.length;
  const earlier = new Int32Array(people * slots).fill(-1);
  const later = new Int32Array(people * slots).fill(-1);
  for (let person = 0; person < people; person++) {
    let last = -1;
    for (let slot = 0; slot < slots; slot++) {
      if (!wholeGrid && away[person * slots + slot] === 1) continue;
      if (last >= 0 && (wholeGrid || dayOf[last] === dayOf[slot])) {
        earlier[person * slots + slot] = last;
        later[person * slots + last] = slot;
      }
      last = slot;
    }
  }
  return { lines: wholeGrid ? 1 : days, lineOf: wholeGrid ? new Int32Array(slots) : dayOf, earlier, later };
}

function inverted(lists: readonly Int32Array[], size: number): Int32Array[] {
  return grouped(lists.flatMap((list, index) => Array.from(list, (member) => [member, index] as const)), size);
}

/** For each number below `size` the partners it is paired with. */
function grouped(pairs: readonly (readonly [number, number])[], size: number): Int32Array[] {
  if (pairs.length === 0) return new Array<Int32Array>(size).fill(new Int32Array());
  const found = Array.from({ length: size }, () => [] as number[]);
  for (const [member, partner] of pairs) found[member]?.push(partner);
  return found.map((list) => Int32Array.from(list));
}
