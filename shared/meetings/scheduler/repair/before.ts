import { Board } from '../board/board.ts';
import type { Compiled } from '../board/compiled.ts';
import type { Meeting } from '../solution.ts';

/** The plan before a change, by index of the request: start slot and room; −1 where it had none, or has none any more. */
export type Before = { readonly start: Int32Array; readonly room: Int32Array };

export function beforeOf({ facts, requests }: Compiled, plan: readonly Meeting[]): Before {
  const requestIndex = new Map(facts.problem.requests.map(({ id }, index) => [id, index]));
  const roomIndex = new Map(facts.problem.rooms.map(({ id }, index) => [id, index]));
  const before = { start: new Int32Array(requests).fill(-1), room: new Int32Array(requests).fill(-1) };
  for (const meeting of plan) {
    const request = requestIndex.get(meeting.request);
    if (request === undefined) continue;
    before.start[request] = meeting.slot;
    before.room[request] = roomIndex.get(meeting.room) ?? -1;
  }
  return before;
}

/** As much of a plan as still stands, beside what is on the board: first whatever keeps time and room, the most gain first, then what keeps its time in another room. Breaks no rule. */
export function standing(compiled: Compiled, before: Before, board: Board = new Board(compiled)): Board {
  const byGain = Array.from({ length: compiled.requests }, (_, request) => request)
    .filter((request) => before.start[request] !== -1)
    .sort((a, b) => (compiled.gain[b] as number) - (compiled.gain[a] as number) || a - b);
  for (const inItsRoom of [true, false]) {
    for (const request of byGain) {
      if (board.start[request] !== -1) continue;
      const start = before.start[request] as number;
      const lane = board.laneIn(request, start, (room) => !inItsRoom || room === before.room[request]);
      if (lane !== -1) board.place(request, start, lane);
    }
  }
  return board;
}

/** How many meetings stand when they stood, and how many of these where they stood. */
export type Kept = { readonly times: number; readonly rooms: number };

export function keptOn({ start, lane, compiled }: Pick<Board, 'start' | 'lane' | 'compiled'>, before: Before): Kept {
  let times = 0;
  let rooms = 0;
  for (let request = 0; request < start.length; request++) {
    if (start[request] === -1 || start[request] !== before.start[request]) continue;
    times++;
    if (compiled.laneRoom[lane[request] as number] === before.room[request]) rooms++;
  }
  return { times, rooms };
}

/** People in a meeting that is not where it stood, or that has a place and had none. */
export function touchedOn({ start, lane, compiled }: Pick<Board, 'start' | 'lane' | 'compiled'>, before: Before): number {
  const touched = new Uint8Array(compiled.people);
  let count = 0;
  for (let request = 0; request < start.length; request++) {
    if (start[request] === before.start[request] && (start[request] === -1 || compiled.laneRoom[lane[request] as number] === before.room[request])) continue;
    for (const person of compiled.peopleOf[request] as Int32Array) {
      count += 1 - (touched[person] as number);
      touched[person] = 1;
    }
  }
  return count;
}
