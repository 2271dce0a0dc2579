import type { Random } from '#shared/kernel/random.ts';
import { sizeOf } from '../board/bits.ts';
import { Board } from '../board/board.ts';
import type { Compiled } from '../board/compiled.ts';
import type { Meeting } from '../solution.ts';

/** A first plan in one pass: what must be placed, then weight per person-slot, the least choice first; chance breaks ties, so names do not matter. */
export function construct(compiled: Compiled, random: Random): Board {
  const board = new Board(compiled);
  for (const request of byUrgency(compiled, random)) {
    const start = board.freeStart(request, random.below(Math.max(1, compiled.slots)));
    if (start !== -1) board.place(request, start, board.laneFor(request, start));
  }
  return board;
}

/** What is worth more than any number of weights comes first, since nothing after it ever pushes it out. */
function byUrgency({ requests, slots, gain, weight, length, peopleOf, startMask, slotWords }: Compiled, random: Random): readonly number[] {
  const all: number[] = [];
  const rank = new Float64Array(requests);
  const urgency = new Float64Array(requests);
  for (let request = 0; request < requests; request++) {
    all.push(request);
    rank[request] = (gain[request] as number) - (weight[request] as number);
    urgency[request] = (gain[request] as number) / ((length[request] as number) * (peopleOf[request] as Int32Array).length) - sizeOf(startMask, request * slotWords, slotWords) / slots / 1e6;
  }
  return random.shuffled(all).sort((a, b) => (rank[b] as number) - (rank[a] as number) || (urgency[b] as number) - (urgency[a] as number));
}

/** A plan that is there already, without the meetings that break a rule by now, and with what still fits put in. */
export function boardFrom(compiled: Compiled, plan: readonly Meeting[]): Board {
  const board = new Board(compiled);
  const { problem } = compiled.facts;
  const requests = new Map(problem.requests.map(({ id }, index) => [id, index]));
  for (const meeting of plan) {
    const request = requests.get(meeting.request);
    if (request === undefined || board.start[request] !== -1) continue;
    const lane = board.laneIn(request, meeting.slot, (room) => problem.rooms[room]?.id === meeting.room);
    if (lane !== -1) board.place(request, meeting.slot, lane);
  }
  fill(board);
  return board;
}

/** Places what fits without moving anything. */
export function fill(board: Board): void {
  for (let request = 0; request < board.compiled.requests; request++) {
    if (board.start[request] !== -1) continue;
    const start = board.freeStart(request, 0);
    if (start !== -1) board.place(request, start, board.laneFor(request, start));
  }
}
