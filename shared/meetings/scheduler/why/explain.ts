import { blocking } from './blocking.ts';
import type { Board } from '../board/board.ts';
import type { Compiled } from '../board/compiled.ts';
import type { Facts } from '../facts.ts';
import { type Obstacle, type Obstacles, obstaclesOn, walksOf } from './obstacles.ts';
import { type Blocking, type Reason, ruleBehind } from '../reason.ts';
import { someRivalNear } from '../board/rivals.ts';
import { weighed } from './weighed.ts';

export type Unplaced = { readonly request: string; readonly reasons: readonly Reason[] };

/**
 * For every request without a place the rules that together close every start in every room to it, beside the plan as it stands, none
 * of which can be left out; then, where other meetings are in the way, why they are not given up. Each has at least one.
 */
export function explain(facts: Facts, compiled: Compiled, board: Board): Unplaced[] {
  const obstaclesOf = obstaclesOn(board, inOrder);
  return facts.problem.requests.flatMap(({ id }, index) => (board.start[index] === -1 ? [{ request: id, reasons: reasonsFor(compiled, board, index, obstaclesOf(index)) }] : []));
}

const inOrder = Object.keys(ruleBehind) as readonly Blocking[];

function reasonsFor(compiled: Compiled, board: Board, index: number, { obstacles, groups }: Obstacles): Reason[] {
  const rooms = compiled.facts.problem.rooms.length;
  if (groups.length === 0) return [{ code: 'there-is-no-place' }];
  const open = groups.filter(({ against }) => against.length === 0).flatMap(({ places }) => places);
  if (open.length > 0) return [{ code: 'not-tried-long-enough', slots: distinct(open.map((place) => Math.floor(place / rooms))) }];
  const chosen = blocking(groups.map(({ against }) => against));
  const alone = (reason: number) => groups.filter(({ against }) => against.includes(reason) && chosen.every((other) => other === reason || !against.includes(other))).flatMap(({ places }) => places);
  return [...chosen.map((reason) => told(board, index, obstacles[reason] as Obstacle, alone(reason))), ...weighed(compiled, board, index)];
}

/** A reason with its facts, from the places that it alone closes. */
function told(board: Board, index: number, { code, person }: Obstacle, at: readonly number[]): Reason {
  const { compiled } = board;
  const { facts: { problem }, slots, length, peopleOf, laneRoom, limit, dayLimit, before, after } = compiled;
  const places = at.map((place) => ({ start: Math.floor(place / problem.rooms.length), room: place % problem.rooms.length }));
  const starts = distinct(places.map(({ start }) => start));
  const rooms = distinct(places.map(({ room }) => room)).map((room) => problem.rooms[room]?.id ?? '');
  const ids = (requests: Iterable<number>) => [...new Set(requests)].filter((other) => other >= 0).map((other) => problem.requests[other]?.id ?? '').sort();
  const taken = (start: number) => Array.from({ length: Math.min(length[index] as number, slots - start) }, (_, step) => start + step);
  const who = problem.people[person]?.id ?? '';
  const laneOf = (room: number) => laneRoom.indexOf(room);
  switch (code) {
    case 'rivals-together': return { code, people: rivalPeople(compiled, index) };
    case 'runs-past-its-block': return { code, length: length[index] as number, slots: starts };
    case 'start-is-not-allowed': return { code, slots: starts };
    case 'is-pinned-elsewhere':
    case 'rooms-are-closed': return { code, slots: starts, rooms };
    case 'rooms-are-too-small': return { code, seats: peopleOf[index]?.length ?? 0, rooms };
    case 'rooms-are-not-confidential':
    case 'rooms-are-not-allowed':
    case 'rooms-are-reserved': return { code, rooms };
    case 'rooms-are-full': {
      const holding = new Set<number>();
      const lanesOf = problem.rooms.map((_, room) => [...laneRoom.keys()].filter((lane) => laneRoom[lane] === room));
      for (const { start, room } of places) for (const lane of lanesOf[room] ?? []) for (let slot = start; slot < Math.min(start + (length[index] as number), slots); slot++) holding.add(board.laneAt[lane * slots + slot] as number);
      return { code, slots: starts, rooms, holding: ids(holding) };
    }
    case 'person-is-away': return { code, person: who, slots: starts };
    case 'person-is-busy': return { code, person: who, slots: starts, holding: ids(starts.flatMap((start) => taken(start).map((slot) => board.personAt[person * slots + slot] as number))) };
    case 'person-has-reached-limit': return { code, person: who, limit: limit[person] as number };
    case 'person-has-reached-day-limit': return { code, person: who, limit: dayLimit[person] as number, slots: starts };
    case 'order-is-not-kept': {
      const others = [...(before[index] as Int32Array), ...(after[index] as Int32Array)].filter((other) => board.start[other] !== -1);
      return { code, slots: starts, others: ids(others) };
    }
    case 'rivals-are-near': {
      const others: number[] = [];
      for (const { start, room } of places) someRivalNear(board, index, start, laneOf(room), (other) => { others.push(other); return false; });
      return { code, slots: starts, rooms, others: ids(others) };
    }
    case 'walking-takes-too-long': {
      const walks = walksOf(board, index);
      return { code, slots: starts, rooms, others: ids(places.flatMap(({ start, room }) => walks(start, room))) };
    }
  }
}

/** Those of a request's people who are kept apart from one another. */
function rivalPeople({ facts: { problem: { apart = [], requests } } }: Compiled, index: number): string[] {
  const people = requests[index]?.people ?? [];
  return [...new Set(apart.filter(([one, other]) => people.includes(one) && people.includes(other)).flat())];
}

function distinct(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
