import { setBit } from './bits.ts';
import { allowedBy, type Facts } from '../facts.ts';
import type { Request } from '../problem.ts';

/** The rooms as numbers: places where meetings can be held, when they are open, and who may use which. */
export type Lanes = {
  /** A lane is one of a room's parallel places, so that a lane holds one meeting at a time. */
  readonly lanes: number;
  readonly laneWords: number;
  readonly laneRoom: Int32Array;
  /** Lanes open in a slot. */
  readonly openMask: Int32Array;
  /** Requests that can use the same lanes are of one kind. */
  readonly kindOf: Int32Array;
  readonly kinds: number;
  readonly kindMask: Int32Array;
  readonly kindLanes: readonly Int32Array[];
};

export function compiledLanes(facts: Facts): Lanes {
  const { rooms, requests, slots } = facts.problem;
  // The least able rooms come first, so that the lowest set bit of a mask is the room nobody else needs.
  const laneRoom = Int32Array.from(rooms
    .map((room, index) => ({ room, index }))
    .sort((a, b) => Number(a.room.confidential) - Number(b.room.confidential) || a.room.capacity - b.room.capacity || b.room.unavailable.length - a.room.unavailable.length || a.index - b.index)
    .flatMap(({ room, index }) => Array.from({ length: Math.min(room.parallel, Math.max(1, requests.length)) }, () => index)));
  const lanes = laneRoom.length;
  const laneWords = Math.max(1, Math.ceil(lanes / 32));
  const openMask = new Int32Array(slots.length * laneWords);
  for (let lane = 0; lane < lanes; lane++) {
    const closed = new Set(rooms[laneRoom[lane] ?? 0]?.unavailable);
    for (let slot = 0; slot < slots.length; slot++) if (!closed.has(slot)) setBit(openMask, slot * laneWords, lane);
  }
  const { kindOf, kindLanes } = kindsOf(facts, laneRoom);
  const kindMask = new Int32Array(kindLanes.length * laneWords);
  for (const [kind, usable] of kindLanes.entries()) for (const lane of usable) setBit(kindMask, kind * laneWords, lane);
  return { lanes, laneWords, laneRoom, openMask, kindOf, kinds: kindLanes.length, kindMask, kindLanes };
}

function kindsOf(facts: Facts, laneRoom: Int32Array): Pick<Lanes, 'kindOf' | 'kindLanes'> {
  const { problem: { requests }, pins } = facts;
  const kindOf = new Int32Array(requests.length);
  const kindLanes: Int32Array[] = [];
  const byLanes = new Map<string, number>();
  /** Rooms are asked once for all requests that say the same of them. */
  const byWish = new Map<number | string, number>();
  for (let index = 0; index < requests.length; index++) {
    const request = requests[index] as Request;
    const size = 2 * request.people.length + (request.confidential === true ? 1 : 0);
    const pinned = pins.size === 0 ? undefined : pins.get(request.id)?.room;
    const wish = pinned === undefined && request.allowedRooms === undefined ? size
      : pinned === undefined && request.allowedRooms?.length === 1 ? `${size} ${request.allowedRooms[0]}`
        : JSON.stringify([size, request.allowedRooms ?? null, pinned ?? null]);
    const known = byWish.get(wish);
    if (known !== undefined) {
      kindOf[index] = known;
      continue;
    }
    const usable = Array.from(laneRoom.keys()).filter((lane) => mayUse(facts, request, laneRoom[lane] ?? 0));
    const kind = byLanes.get(usable.join()) ?? kindLanes.push(Int32Array.from(usable)) - 1;
    byLanes.set(usable.join(), kind);
    byWish.set(wish, kind);
    kindOf[index] = kind;
  }
  return { kindOf, kindLanes };
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
