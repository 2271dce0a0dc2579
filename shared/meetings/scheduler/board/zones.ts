import type { Compiled } from './compiled.ts';
import { hasBit } from './bits.ts';

/** Rooms from which every walk is the same, as one place. Where nobody walks there is one zone with all rooms. */
export type Zones = {
  readonly count: number;
  /** By room, and by lane. */
  readonly ofRoom: Int32Array;
  readonly ofLane: Int32Array;
  /** Zone by zone, in minutes. */
  readonly walking: Float64Array;
};

export function zonesOf({ facts, walking, laneRoom, lanes }: Compiled): Zones {
  const rooms = facts.problem.rooms.length;
  if (walking === null) return { count: 1, ofRoom: new Int32Array(rooms), ofLane: new Int32Array(lanes), walking: new Float64Array(1) };
  const known = new Map<string, number>();
  const first: number[] = [];
  const ofRoom = Int32Array.from({ length: rooms }, (_, room) => {
    const walks = walking.subarray(room * rooms, (room + 1) * rooms).join();
    const zone = known.get(walks) ?? first.push(room) - 1;
    known.set(walks, zone);
    return zone;
  });
  return {
    count: first.length, ofRoom, ofLane: laneRoom.map((room) => ofRoom[room] as number),
    walking: Float64Array.from(first.flatMap((from) => first.map((to) => walking[from * rooms + to] as number))),
  };
}

/** The zones in which a request has an open room over its whole length from a start. */
export function zonesOpen({ kindLanes, kindOf, length, slots, openMask, laneWords }: Compiled, { count, ofLane }: Zones, request: number, start: number): number[] {
  const open = new Set<number>();
  const end = Math.min(slots, start + (length[request] as number));
  for (const lane of kindLanes[kindOf[request] as number] as Int32Array) {
    const zone = ofLane[lane] as number;
    if (open.has(zone)) continue;
    let isOpen = true;
    for (let slot = start; slot < end && isOpen; slot++) isOpen = hasBit(openMask, slot * laneWords, lane);
    if (isOpen) open.add(zone);
    if (open.size === count) break;
  }
  return [...open].sort((a, b) => a - b);
}

/** Slots of one day, the one before the other, between which there is no time to walk from a zone to some other. */
export function tooNearToWalk({ slots, dayOf, startsAt, endsAt, longestWalk }: Compiled): { readonly earlier: number; readonly later: number; readonly gap: number }[] {
  const pairs: { earlier: number; later: number; gap: number }[] = [];
  for (let earlier = 0; earlier < slots; earlier++) {
    for (let later = earlier + 1; later < slots && dayOf[later] === dayOf[earlier]; later++) {
      const gap = Math.max(0, (startsAt[later] as number) - (endsAt[earlier] as number));
      if (gap < longestWalk) pairs.push({ earlier, later, gap });
    }
  }
  return pairs;
}
