import type { Random } from '#shared/kernel/random.ts';
import { Board } from '../board/board.ts';
import type { Compiled } from '../board/compiled.ts';
import type { Relaxation } from './relaxation.ts';
import { Steps } from '../search/steps.ts';

/** A plan along the values of the relaxation, whole or broken: the surest columns first, long meetings and scarce rooms before others, then whatever still fits. */
export function realise(compiled: Compiled, { requestOf, startOf, model }: Relaxation, values: Float64Array, random: Random): Board {
  const board = new Board(compiled);
  const steps = new Steps(board, random);
  const { length, kindOf, kindLanes, gain, starts } = compiled;
  const lanesFor = (column: number) => (kindLanes[kindOf[requestOf[column] as number] as number] as Int32Array).length;
  const columns = Array.from({ length: model.columns }, (_, column) => column)
    .filter((column) => (values[column] as number) > 0.01)
    .sort((a, b) => Math.round(10 * (values[b] as number)) - Math.round(10 * (values[a] as number))
      || (length[requestOf[b] as number] as number) - (length[requestOf[a] as number] as number)
      || lanesFor(a) - lanesFor(b) || (gain[requestOf[b] as number] as number) - (gain[requestOf[a] as number] as number));
  for (const column of columns) {
    const request = requestOf[column] as number;
    if (board.start[request] !== -1) continue;
    const before = board.gain;
    if (steps.take(request, startOf[column] as number, { pushed: 3, chain: 0 }) && board.gain <= before) steps.back();
  }
  for (const request of random.shuffled(Array.from({ length: compiled.requests }, (_, index) => index)).sort((a, b) => (gain[b] as number) - (gain[a] as number))) {
    if (board.start[request] !== -1 || (starts[request] as Int32Array).length === 0) continue;
    const start = board.freeStart(request, random.below(compiled.slots));
    if (start !== -1) board.place(request, start, board.laneFor(request, start));
  }
  return board;
}
