import type { RoomId } from '../kernel/ids.ts';
import { folded } from '../kernel/text.ts';
import type { RoomTable } from '../summit/room.ts';
import { type SummitTable, theSummit } from '../summit/summit.ts';

/** Minutes to walk from one room to another: 0 within a place, and between places of which nothing is said. */
export type WalkMinutes = {
  (from: RoomId, to: RoomId): number;
  /** The longest walk there is; 0 where nobody has to walk. */
  readonly longest: number;
  /** The place of a room, as the table of walks names it. */
  readonly placeOf: (room: RoomId) => string;
};

export function walkMinutes(tables: SummitTable & RoomTable): WalkMinutes {
  const minutes = new Map<string, number>();
  for (const { from, to, minutes: between } of theSummit(tables).walking) {
    for (const key of [`${folded(from)}\n${folded(to)}`, `${folded(to)}\n${folded(from)}`]) minutes.set(key, Math.max(between, minutes.get(key) ?? 0));
  }
  const placeOf = (room: RoomId) => folded(tables.rooms.get(room)?.floor ?? '');
  const places = new Map([...tables.rooms.keys()].map((room) => [room, placeOf(room)]));
  const walk = (from: RoomId, to: RoomId) => {
    const [one, other] = [places.get(from) ?? '', places.get(to) ?? ''];
    return one === other ? 0 : (minutes.get(`${one}\n${other}`) ?? 0);
  };
  return Object.assign(walk, { longest: Math.max(0, ...minutes.values()), placeOf });
}
