import type { Compiled } from './compiled.ts';

/** Who stands where: person by slot the request that holds it or −1, and the lane of every request. */
type Occupied = { readonly compiled: Compiled; readonly personAt: Int32Array; readonly lane: Int32Array };

/** Calls with every meeting that is too far to walk from or to, until the call answers true; whether it did. */
export function someWalkTooFar(board: Occupied, request: number, start: number, lane: number, found: (other: number) => boolean): boolean {
  const { walking, peopleOf, slots, length, laneRoom, dayOf, startsAt, endsAt, longestWalk, facts } = board.compiled;
  if (walking === null) return false;
  const rooms = facts.problem.rooms.length;
  const room = laneRoom[lane] as number;
  const last = start + (length[request] as number) - 1;
  for (const person of peopleOf[request] as Int32Array) {
    for (let slot = start - 1; slot >= 0 && dayOf[slot] === dayOf[start]; slot--) {
      const gap = Math.max(0, (startsAt[start] as number) - (endsAt[slot] as number));
      if (gap >= longestWalk) break;
      const other = board.personAt[person * slots + slot] as number;
      if (other >= 0 && other !== request && (walking[(laneRoom[board.lane[other] as number] as number) * rooms + room] as number) > gap && found(other)) return true;
    }
    for (let slot = last + 1; slot < slots && dayOf[slot] === dayOf[start]; slot++) {
      const gap = Math.max(0, (startsAt[slot] as number) - (endsAt[last] as number));
      if (gap >= longestWalk) break;
      const other = board.personAt[person * slots + slot] as number;
      if (other >= 0 && other !== request && (walking[room * rooms + (laneRoom[board.lane[other] as number] as number)] as number) > gap && found(other)) return true;
    }
  }
  return false;
}
