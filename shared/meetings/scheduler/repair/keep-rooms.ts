import { type Before, keptOn } from './before.ts';
import { Board } from '../board/board.ts';
import { hasBit } from '../board/bits.ts';
import type { Compiled } from '../board/compiled.ts';
import type { Asking } from './keep-times.ts';
import type { LinearModel } from '../proof/port.ts';
import { minutesApart } from '../board/rivals.ts';
import { zonesOf } from '../board/zones.ts';

/**
 * A plan of the given times in which as many meetings as possible have a room, and then as many as possible their own. Block by block,
 * since a meeting never leaves its block, or day by day where somebody walks or rivals are kept apart: at once where every room can be
 * kept, else by the solver, exactly. Without a solver by exchanges along the shortest chains. Meetings for which there is no room are left out.
 */
export function keepRooms(compiled: Compiled, before: Before, start: Int32Array, asking: Asking | null): Board {
  const board = new Board(compiled);
  const timed = Array.from(start.keys()).filter((request) => start[request] !== -1);
  placeIn(board, start, timed.filter((request) => start[request] === before.start[request]), (request) => before.room[request] as number);
  placeIn(board, start, timed, () => null);
  for (let depth = 1; depth <= longestExchange; depth++) for (const request of timed) if (board.start[request] === -1) makeRoom(board, request, start[request] as number, depth, new Set());
  if (asking === null) return board;
  const isByDay = compiled.walking !== null || compiled.rivals !== null;
  const blocks = new Map<string, number[]>();
  for (const request of timed) {
    const slot = compiled.facts.problem.slots[start[request] as number];
    const key = isByDay ? `${slot?.day}` : `${slot?.day} ${slot?.block}`;
    blocks.set(key, [...(blocks.get(key) ?? []), request]);
  }
  const rooms = new Map<number, number>();
  for (const requests of blocks.values()) {
    const settled = requests.every((request) => board.start[request] !== -1 && (start[request] !== before.start[request] || compiled.laneRoom[board.lane[request] as number] === before.room[request]));
    if (settled) for (const request of requests) rooms.set(request, compiled.laneRoom[board.lane[request] as number] as number);
    else for (const [request, room] of roomsOfBlock(compiled, before, start, requests, asking)) rooms.set(request, room);
  }
  const better = new Board(compiled);
  placeIn(better, start, [...rooms.keys()], (request) => rooms.get(request) ?? null);
  placeIn(better, start, timed, () => null);
  const [a, b] = [keptOn(better, before), keptOn(board, before)];
  return (better.gain - board.gain || a.times - b.times || a.rooms - b.rooms) >= 0 ? better : board;
}

/** Meetings that may change rooms to make one free. */
const longestExchange = 5;

/** Finds a room at a time by moving what is in the way to other rooms at the same time (augmenting paths); an unchanged board where there is none. */
function makeRoom(board: Board, request: number, start: number, depth: number, seen: Set<number>): boolean {
  const { kindLanes, kindOf, laneRoom, length, slots, openMask, laneWords } = board.compiled;
  const free = board.laneIn(request, start, () => true);
  if (free !== -1) {
    board.place(request, start, free);
    return true;
  }
  if (depth === 0) return false;
  const taken = Array.from({ length: length[request] as number }, (_, step) => start + step);
  for (const lane of kindLanes[kindOf[request] as number] as Int32Array) {
    if (seen.has(lane) || !taken.every((slot) => hasBit(openMask, slot * laneWords, lane))) continue;
    seen.add(lane);
    const was = board.arrangement();
    const inTheWay = [...new Set(taken.map((slot) => board.laneAt[lane * slots + slot] as number))].filter((other) => other !== -1).map((other) => ({ other, at: board.start[other] as number }));
    for (const { other } of inTheWay) board.remove(other);
    const own = board.laneIn(request, start, (room) => room === laneRoom[lane]);
    if (own !== -1) board.place(request, start, own);
    if (own !== -1 && inTheWay.every(({ other, at }) => makeRoom(board, other, at, depth - 1, seen))) return true;
    board.restore(was);
  }
  return false;
}

/** Places requests in the order of time, each in the room said, or in any where none is; those that find none stay out. */
function placeIn(board: Board, start: Int32Array, requests: readonly number[], roomOf: (request: number) => number | null): void {
  const { kindLanes, kindOf } = board.compiled;
  const choice = (request: number) => (kindLanes[kindOf[request] as number] as Int32Array).length;
  for (const request of [...requests].sort((a, b) => (start[a] as number) - (start[b] as number) || choice(a) - choice(b) || a - b)) {
    if (board.start[request] !== -1) continue;
    const meant = roomOf(request);
    const lane = board.laneIn(request, start[request] as number, (room) => meant === null || room === meant);
    if (lane !== -1) board.place(request, start[request] as number, lane);
  }
}

/**
 * The rooms of one block or day: a column is a meeting in a room, a row each meeting once, each room at each slot as often as it has places,
 * two meetings not in zones too far from each other, and rivals not in one room.
 */
function roomsOfBlock(compiled: Compiled, before: Before, start: Int32Array, requests: readonly number[], { solver, limits, shouldStop }: Asking): Map<number, number> {
  const { slots, length, laneRoom, kindLanes, kindOf, openMask, laneWords, facts } = compiled;
  const rows = new Map<string, number>();
  const mostOf: number[] = [];
  const row = (key: string, most: number) => {
    const known = rows.get(key) ?? mostOf.push(most) - 1;
    rows.set(key, known);
    return known;
  };
  const columns: { request: number; room: number }[] = [];
  const [starts, entries, worth]: [number[], number[], number[]] = [[0], [], []];
  const apart = keptApart(compiled, start, requests);
  for (const request of requests) {
    const from = start[request] as number;
    const taken = Array.from({ length: Math.min(length[request] as number, slots - from) }, (_, step) => from + step);
    const open = [...(kindLanes[kindOf[request] as number] as Int32Array)].filter((lane) => taken.every((slot) => hasBit(openMask, slot * laneWords, lane)));
    for (const room of new Set(open.map((lane) => laneRoom[lane] as number))) {
      entries.push(row(`request ${request}`, 1), ...taken.map((slot) => row(`room ${room} ${slot}`, facts.problem.rooms[room]?.parallel ?? 1)));
      entries.push(...apart(request, room).map((key) => row(key, 1)));
      starts.push(entries.length);
      worth.push(requests.length + 1 + Number(from === before.start[request] && room === before.room[request]));
      columns.push({ request, room });
    }
  }
  const model: LinearModel = {
    columns: columns.length, rows: mostOf.length, objective: Float64Array.from(worth), limits: Float64Array.from(mostOf),
    starts: Int32Array.from(starts), entries: Int32Array.from(entries), coefficients: new Float64Array(entries.length).fill(1),
  };
  const answer = solver.optimise(model, null, limits(), { found: () => undefined, bounded: () => undefined, shouldStop });
  return new Map(columns.flatMap(({ request, room }, column) => ((answer.values?.[column] ?? 0) > 0.5 ? [[request, room] as const] : [])));
}

/** The rows, each of one meeting at most, that a meeting in a room stands in for walks and rivals. */
function keptApart(compiled: Compiled, start: Int32Array, requests: readonly number[]): (request: number, room: number) => string[] {
  const { length, peopleOf, dayOf, startsAt, endsAt, longestWalk, rivals, facts } = compiled;
  if (compiled.walking === null && rivals === null) return () => [];
  const zones = zonesOf(compiled);
  const inTime = [...requests].sort((a, b) => (start[a] as number) - (start[b] as number) || a - b);
  const pairs: { readonly first: number; readonly second: number; readonly gap: number; readonly isWalked: boolean; readonly isRivalry: boolean }[] = [];
  for (const [place, first] of inTime.entries()) {
    const last = (start[first] as number) + (length[first] as number) - 1;
    for (const second of inTime.slice(place + 1)) {
      if (dayOf[start[first] as number] !== dayOf[start[second] as number]) continue;
      const gap = (startsAt[start[second] as number] as number) - (endsAt[last] as number);
      const isWalked = Math.max(0, gap) < longestWalk && (peopleOf[first] as Int32Array).some((person) => (peopleOf[second] as Int32Array).includes(person));
      const isRivalry = gap < minutesApart(facts.problem) && rivals?.[first]?.includes(second) === true;
      if (isWalked || isRivalry) pairs.push({ first, second, gap: Math.max(0, gap), isWalked, isRivalry });
    }
  }
  const pairsOf = new Map(requests.map((request) => [request, [] as number[]]));
  for (const [pair, { first, second }] of pairs.entries()) for (const side of [first, second]) pairsOf.get(side)?.push(pair);
  return (request, room) => (pairsOf.get(request) ?? []).flatMap((pair) => {
    const { first, gap, isWalked, isRivalry } = pairs[pair] as (typeof pairs)[number];
    const zone = zones.ofRoom[room] as number;
    const tooFar = Array.from({ length: zones.count }, (_, from) => from).filter((from) => (zones.walking[from * zones.count + zone] as number) > gap);
    return [
      ...(isWalked ? (request === first ? [zone] : tooFar).map((from) => `walk ${pair} ${from}`) : []),
      ...(isRivalry ? [`rivals ${pair} ${room}`] : []),
    ];
  });
}
