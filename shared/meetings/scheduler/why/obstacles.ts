import type { Board } from '../board/board.ts';
import { hasBit } from '../board/bits.ts';
import { allowedBy } from '../facts.ts';
import type { Blocking } from '../reason.ts';
import { someRivalNear } from '../board/rivals.ts';

/** What speaks against some place: a rule, and the person it speaks of (−1: none). */
export type Obstacle = { readonly code: Blocking; readonly person: number };

/** Places against which the same speaks: `against` numbers obstacles; a place is `start × rooms + room`, by index. */
export type Places = { readonly against: readonly number[]; readonly places: readonly number[] };

export type Obstacles = { readonly obstacles: readonly Obstacle[]; readonly groups: readonly Places[] };

/**
 * Tells what speaks against holding a request at each start in each room, beside the plan on the board, rule by rule as the rule book has
 * it. What holds for all requests is asked once, what holds for a time or for a room once for each.
 */
export function obstaclesOn(board: Board, order: readonly Blocking[]): (request: number) => Obstacles {
  const { facts, slots, rivals, peopleOf } = board.compiled;
  const rooms = facts.problem.rooms.length;
  const atPlace = placeObstacles(board);
  return (request) => {
    const obstacles: Obstacle[] = [];
    const numbers = new Map<string, number>();
    // Numbered in the order of preference, whichever place meets them first.
    for (const code of order) for (const person of code.startsWith('person-') ? peopleOf[request] as Int32Array : [-1]) numbers.set(`${code} ${person}`, obstacles.push({ code, person }) - 1);
    const number = (code: Blocking, person = -1) => numbers.get(`${code} ${person}`) as number;
    const everywhere = rivals?.[request]?.includes(request) ? [number('rivals-together')] : [];
    const perRoom = facts.problem.rooms.map((_, room) => roomObstacles(board, request, room).map((code) => number(code)));
    const roomClass = classes(perRoom);
    const near = atPlace(request);
    const perStart = Array.from({ length: slots }, (_, start) => [...everywhere, ...timeObstacles(board, request, start).map(({ code, person }) => number(code, person))]);
    const startClass = classes(perStart);
    const groups: { readonly against: number[]; readonly places: number[] }[] = [];
    const groupAt = new Map<number, number[]>();
    for (let start = 0; start < slots; start++) {
      for (let room = 0; room < rooms; room++) {
        const bits = near(start, room);
        const key = ((startClass[start] as number) * rooms + (roomClass[room] as number)) * 16 + bits;
        let places = groupAt.get(key);
        if (places === undefined) {
          const here = atPlaceCodes.filter((_, bit) => (bits & (1 << bit)) !== 0).map((code) => number(code));
          places = [];
          groupAt.set(key, places);
          groups.push({ against: [...perStart[start] as number[], ...perRoom[room] as number[], ...here].sort((a, b) => a - b), places });
        }
        places.push(start * rooms + room);
      }
    }
    return { obstacles, groups };
  };
}

/** What speaks against a start whichever room is taken. */
function timeObstacles(board: Board, request: number, start: number): Obstacle[] {
  const { facts, slots, length, peopleOf, away, days, dayOf, dayLimit } = board.compiled;
  const { problem } = facts;
  const one = problem.requests[request];
  if (one === undefined) return [];
  const end = start + (length[request] as number);
  const [first, last] = [problem.slots[start], problem.slots[end - 1]];
  const found: Obstacle[] = [];
  const of = (code: Blocking, person = -1) => { found.push({ code, person }); };
  if (last?.block !== first?.block || last?.day !== first?.day) of('runs-past-its-block');
  if (allowedBy(facts, one.allowedSlots)?.includes(start) === false) of('start-is-not-allowed');
  const pin = facts.pins.get(one.id);
  if (pin !== undefined && pin.slot !== start) of('is-pinned-elsewhere');
  if (!board.keepsOrder(request, start)) of('order-is-not-kept');
  for (const person of peopleOf[request] as Int32Array) {
    const isAt = (holds: (slot: number) => boolean) => { for (let slot = start; slot < Math.min(end, slots); slot++) if (holds(person * slots + slot)) return true; return false; };
    if (isAt((slot) => away[slot] === 1)) of('person-is-away', person);
    if (isAt((slot) => board.personAt[slot] !== -1)) of('person-is-busy', person);
    if (board.atLimit(person)) of('person-has-reached-limit', person);
    if ((board.heldOnDay[person * days + (dayOf[start] as number)] as number) >= (dayLimit[person] as number)) of('person-has-reached-day-limit', person);
  }
  return found;
}

/** What speaks against a room at whatever time. */
function roomObstacles({ compiled: { facts } }: Board, request: number, index: number): Blocking[] {
  const [one, room] = [facts.problem.requests[request], facts.problem.rooms[index]];
  if (one === undefined || room === undefined) return [];
  const pinned = facts.pins.get(one.id)?.room;
  return [
    ...(room.capacity < one.people.length ? ['rooms-are-too-small' as const] : []),
    ...(one.confidential === true && !room.confidential ? ['rooms-are-not-confidential' as const] : []),
    ...(allowedBy(facts, one.allowedRooms)?.includes(room.id) === false ? ['rooms-are-not-allowed' as const] : []),
    ...(room.reserved && one.allowedRooms?.includes(room.id) !== true ? ['rooms-are-reserved' as const] : []),
    ...(pinned !== undefined && pinned !== room.id ? ['is-pinned-elsewhere' as const] : []),
  ];
}

const atPlaceCodes = ['rooms-are-closed', 'rooms-are-full', 'rivals-are-near', 'walking-takes-too-long'] as const;

/** What speaks against a room at a time, as bits in the order above. */
function placeObstacles(board: Board): (request: number) => (start: number, room: number) => number {
  const { facts, slots, laneRoom, laneWords, openMask, length, walking, rivals } = board.compiled;
  const rooms = facts.problem.rooms.length;
  const [closed, full] = [new Uint8Array(rooms * slots), new Uint8Array(rooms * slots).fill(1)];
  for (const [lane, room] of laneRoom.entries()) {
    for (let slot = 0; slot < slots; slot++) {
      if (!hasBit(openMask, slot * laneWords, lane)) closed[room * slots + slot] = 1;
      if (board.laneAt[lane * slots + slot] === -1) full[room * slots + slot] = 0;
    }
  }
  const firstLane = facts.problem.rooms.map((_, room) => laneRoom.indexOf(room));
  return (request) => {
    const steps = length[request] as number;
    const walks = walking === null ? null : walksOf(board, request);
    return (start, room) => {
      let bits = 0;
      for (let slot = start; slot < start + steps && slot < slots; slot++) bits |= (closed[room * slots + slot] as number) | ((full[room * slots + slot] as number) << 1);
      if (rivals !== null && someRivalNear(board, request, start, firstLane[room] as number, () => true)) bits |= 4;
      if (walks !== null && walks(start, room).length > 0) bits |= 8;
      return bits;
    };
  };
}

/** The meetings that are too far from a place to walk from or to, for somebody of the request. */
export function walksOf(board: Board, request: number): (start: number, room: number) => number[] {
  const { facts, slots, peopleOf, length, laneRoom, dayOf, startsAt, endsAt, walking } = board.compiled;
  const rooms = facts.problem.rooms.length;
  const others = [...new Set(Array.from(peopleOf[request] as Int32Array, (person) => Array.from(board.personAt.subarray(person * slots, (person + 1) * slots))).flat())].filter((other) => other !== -1);
  return (start, room) => {
    const last = Math.min(start + (length[request] as number), slots) - 1;
    return others.filter((other) => {
      const at = board.start[other] as number;
      const until = at + (length[other] as number) - 1;
      if (dayOf[at] !== dayOf[start] || (at <= last && start <= until)) return false;
      const gap = at < start ? (startsAt[start] as number) - (endsAt[until] as number) : (startsAt[at] as number) - (endsAt[last] as number);
      return ((walking?.[(laneRoom[board.lane[other] as number] as number) * rooms + room]) ?? 0) > Math.max(0, gap);
    });
  };
}

/** A number for each list, the same for the same list. */
function classes(lists: readonly (readonly number[])[]): number[] {
  const known = new Map<string, number>();
  return lists.map((list) => {
    const key = list.join();
    const found = known.get(key) ?? known.size;
    known.set(key, found);
    return found;
  });
}
