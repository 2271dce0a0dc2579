import { hasBit } from './bits.ts';
import type { Compiled } from './compiled.ts';

/** Lanes that some kinds of requests depend on: requests of these kinds can go nowhere else (Hall's condition). */
export type RoomSet = { readonly lanes: readonly number[]; readonly kinds: ReadonlySet<number> };

/** Sets of rooms are joined to larger sets while they overlap; past this many a bound is still a bound, only looser. */
const mostRoomSets = 96;

/** The sets of lanes that some kinds of requests depend on, joined while they overlap; with each, the kinds that can go nowhere else. */
export function roomSetsOf({ kinds, kindLanes, lanes }: Compiled): RoomSet[] {
  const sets = new Map<string, number[]>();
  for (const usable of kindLanes) if (usable.length > 0) sets.set(usable.join(), [...usable]);
  const queue = [...sets.values()];
  for (let next = 0; next < queue.length && sets.size < mostRoomSets; next++) {
    const set = queue[next] ?? [];
    for (const other of [...sets.values()]) {
      const shared = other.some((lane) => set.includes(lane));
      const joined = shared ? [...new Set([...set, ...other])].sort((a, b) => a - b) : [];
      if (shared && !sets.has(joined.join()) && joined.length <= lanes) {
        sets.set(joined.join(), joined);
        queue.push(joined);
      }
    }
  }
  return [...sets.values()].map((set) => {
    const within = new Set(set);
    const members = Array.from({ length: kinds }, (_, kind) => kind).filter((kind) => (kindLanes[kind] as Int32Array).every((lane) => within.has(lane)));
    return { lanes: set, kinds: new Set(members) };
  });
}

/** For each kind the sets that it cannot leave. */
export function setsByKind({ kinds }: Compiled, roomSets: readonly RoomSet[]): number[][] {
  return Array.from({ length: kinds }, (_, kind) => [...roomSets.keys()].filter((set) => roomSets[set]?.kinds.has(kind)));
}

/** Lanes of a set that are open in a slot. */
export function placesOpen({ openMask, laneWords }: Compiled, lanes: readonly number[], slot: number): number {
  return lanes.filter((lane) => hasBit(openMask, slot * laneWords, lane)).length;
}
