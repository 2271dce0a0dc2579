import type { Arrangement } from '../board/board.ts';
import { hasBit } from '../board/bits.ts';
import type { Clauses, Wanted, Way } from './clauses/clauses.ts';
import { everyoneCanWalk } from './clauses/everyone-can-walk.ts';
import { limitsAreKept } from './clauses/limits-are-kept.ts';
import { meetingsAreCounted } from './clauses/meetings-are-counted.ts';
import { nobodyIsInTwoMeetings } from './clauses/nobody-is-in-two-meetings.ts';
import { orderIsKept } from './clauses/order-is-kept.ts';
import { rivalsStayApart } from './clauses/rivals-stay-apart.ts';
import { roomsAreNotOverfilled } from './clauses/rooms-are-not-overfilled.ts';
import type { Compiled } from '../board/compiled.ts';
import { lanesFor, type RoomClass, roomClasses } from '../board/room-classes.ts';
import type { Literal, SatInstance } from './sat-port.ts';
import { anyOf, atMostOne } from './totaliser.ts';

/** Which plans there are, as clauses: a plan keeps every hard rule exactly when it is a solution of them. */
export type PlacementModel = Clauses & {
  /** The plan of the solution found, with rooms. */
  plan(): Arrangement;
  /** Lets the search begin near a plan. */
  lean(plan: Arrangement): void;
};

/**
 * The clauses of every hard rule. Starts allow for grid, pins, allowed slots and everybody's times already, classes of rooms for seats, doors,
 * reservations and closed rooms; the rest is a file of clauses for each rule.
 */
export function placementModel(compiled: Compiled, sat: SatInstance, wanted: Wanted): PlacementModel {
  const { requests, length, starts } = compiled;
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
  const busy = nobodyIsInTwoMeetings(compiled, sat, begins);
  const placed = begins.map((begin) => anyOf(sat, begin));
  const clauses: Clauses = { compiled, sat, wanted, classes, ways, begins, placed, busy };
  roomsAreNotOverfilled(clauses);
  limitsAreKept(clauses);
  orderIsKept(clauses);
  everyoneCanWalk(clauses);
  rivalsStayApart(clauses);
  meetingsAreCounted(clauses);

  return {
    ...clauses,
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
}

function classesOpen({ kindOf, openMask, laneWords }: Compiled, classes: readonly RoomClass[], request: number, start: number, last: number): number[] {
  return [...classes.keys()].filter((index) => {
    const { kinds, lanes: [lane = 0] } = classes[index] as RoomClass;
    if (!kinds.has(kindOf[request] as number)) return false;
    for (let slot = start; slot <= last; slot++) if (!hasBit(openMask, slot * laneWords, lane)) return false;
    return true;
  });
}
