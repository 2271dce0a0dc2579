import type { Random } from '#shared/kernel/random.ts';
import { Board } from './board.ts';
import type { Compiled } from './compiled.ts';

/** A first plan in one pass: what must be placed, then weight per person-slot, the least choice first; chance breaks ties, so names do not matter. */
export function construct(compiled: Compiled, random: Random): Board {
  const board = new Board(compiled);
  const { gain, length, peopleOf, starts, must } = compiled;
  const turn = random.shuffled(Array.from({ length: compiled.requests }, (_, request) => request));
  const worth = Float64Array.from({ length: compiled.requests }, (_, request) => (gain[request] as number) / ((length[request] as number) * (peopleOf[request] as Int32Array).length));
  const order = turn.sort((a, b) => (must[b] as number) - (must[a] as number) || (worth[b] as number) - (worth[a] as number) || (starts[a] as Int32Array).length - (starts[b] as Int32Array).length);
  for (const request of order) {
    const start = board.freeStart(request, random.below(Math.max(1, compiled.slots)));
    if (start !== -1) board.place(request, start, board.laneFor(request, start));
  }
  return board;
}
