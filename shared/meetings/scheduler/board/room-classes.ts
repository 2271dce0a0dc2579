import { hasBit } from './bits.ts';
import type { Compiled } from './compiled.ts';
import type { Arrangement } from './board.ts';

/**
 * Rooms that nobody could tell apart: the same requests may use them, they are open at the same times and equally far from every room.
 * Where rivals are kept apart, which of them sat in a room tells it from others, so every room is a class of its own.
 * Meetings may be given to a class as long as it holds no more at once than it has lanes: lanes open and close together, so taking
 * the meetings in order of time always leaves each a lane for its whole length.
 */
export type RoomClass = {
  readonly lanes: readonly number[];
  /** A room that stands for all of them. */
  readonly room: number;
  /** Kinds of requests that may use it. */
  readonly kinds: ReadonlySet<number>;
};

export function roomClasses(compiled: Compiled): RoomClass[] {
  const { lanes, laneRoom, kinds, kindLanes, slots, openMask, laneWords, walking, rivals, facts } = compiled;
  const rooms = facts.problem.rooms.length;
  const kindsOf = Array.from({ length: lanes }, () => [] as number[]);
  for (let kind = 0; kind < kinds; kind++) for (const lane of kindLanes[kind] as Int32Array) kindsOf[lane]?.push(kind);
  const classes = new Map<string, { lanes: number[]; room: number; kinds: Set<number> }>();
  for (let lane = 0; lane < lanes; lane++) {
    const room = laneRoom[lane] as number;
    const open = Array.from({ length: slots }, (_, slot) => Number(hasBit(openMask, slot * laneWords, lane)));
    const key = JSON.stringify([kindsOf[lane], open.join(''), walking === null ? null : [...walking.slice(room * rooms, (room + 1) * rooms)], rivals === null ? null : room]);
    const known = classes.get(key);
    if (known) known.lanes.push(lane);
    else classes.set(key, { lanes: [lane], room, kinds: new Set(kindsOf[lane]) });
  }
  return [...classes.values()].filter((each) => each.kinds.size > 0);
}

/** Gives every meeting a lane of its class. `classOf` is −1 where a request is not placed. */
export function lanesFor(compiled: Compiled, classes: readonly RoomClass[], start: Int32Array, classOf: Int32Array): Arrangement {
  const { requests, slots, length } = compiled;
  const lane = new Int32Array(requests).fill(-1);
  const takenUntil = new Int32Array(compiled.lanes);
  const byTime = Array.from({ length: requests }, (_, request) => request).filter((request) => classOf[request] !== -1).sort((a, b) => (start[a] as number) - (start[b] as number));
  for (const request of byTime) {
    const begin = start[request] as number;
    const free = classes[classOf[request] as number]?.lanes.find((each) => (takenUntil[each] as number) <= begin) ?? -1;
    if (free === -1) throw new Error('a class of rooms holds more meetings at once than it has lanes');
    lane[request] = free;
    takenUntil[free] = Math.min(slots, begin + (length[request] as number));
  }
  return { start, lane };
}
