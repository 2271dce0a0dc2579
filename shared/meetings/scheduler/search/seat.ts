import type { Random } from '#shared/kernel/random.ts';
import { Board } from '../board/board.ts';
import type { Compiled } from '../board/compiled.ts';
import { type Better, type Heat, raiseWeight } from './improve.ts';
import type { Meter } from './meter.ts';

/**
 * Hot, and warm to the end: nothing is weighed here, every request must find its hour. Measured on the public summit that was hardest to
 * seat: twenty tries in twenty, in 10–50 ms; from 0.2 down to 0.1 two in twenty in 200 ms, the others a few units short.
 */
const seatingHeat: Heat = { from: 1.5, to: 0.3 };

/** A board of its own with what was reached, and whether that is every chosen request. */
export type Seated = { readonly seated: Board; readonly isWhole: boolean };

/** Finds hours and rooms for the chosen requests and no others, beginning with those that stand already. */
export function* seat(board: Board, chosen: Uint8Array, random: Random, meter: Meter, isEnough: (gain: number) => boolean, better: Better): Generator<void, Seated> {
  const seated = boardOf(narrowed(board.compiled, chosen, board.compiled.gain), board);
  const hoped = chosen.reduce((total, one, request) => total + one * (board.compiled.gain[request] as number), 0);
  yield* raiseWeight(seated, random, meter, seatingHeat, (gain) => gain >= hoped || isEnough(gain), better);
  return { seated, isWhole: seated.gain >= hoped };
}

/** Finds hours and rooms for as many as can be of the requests that must be placed, one worth as much as another, and for no others. */
export function* seatMusts(board: Board, random: Random, meter: Meter, most: number): Generator<void, Board> {
  const { must } = board.compiled;
  const seated = boardOf(narrowed(board.compiled, must, Float64Array.from(must)), board);
  yield* raiseWeight(seated, random, meter, seatingHeat, (count) => count >= most, () => undefined);
  return seated;
}

/** What stands on a board, as far as it can in a narrower problem. */
function boardOf(compiled: Compiled, { start, lane }: Board): Board {
  const board = new Board(compiled);
  for (let request = 0; request < start.length; request++) {
    if (start[request] !== -1 && (compiled.starts[request] as Int32Array).length > 0) board.place(request, start[request] as number, lane[request] as number);
  }
  return board;
}

/** The problem in which nothing but the chosen requests can be placed. */
function narrowed(compiled: Compiled, chosen: Uint8Array, gain: Float64Array): Compiled {
  const nowhere = new Int32Array();
  return { ...compiled, gain, starts: compiled.starts.map((starts, request) => (chosen[request] === 1 ? starts : nowhere)) };
}
