import type { Random } from '#shared/kernel/random.ts';
import type { Arrangement, Board } from '../board/board.ts';
import { peopleAreFull } from './fullness.ts';
import type { Meter } from './meter.ts';
import { Steps } from './steps.ts';

/** What the search has in hand whenever it finds something better. */
export type Better = (arrangement: Arrangement, board: Board) => void;

/**
 * Share of steps that begin with a request without a place. Where nearly everything has one, the few left over are hardly ever drawn
 * otherwise: a selection of 2,500 requests sits in 10–50 ms instead of 200 and more (measured on the public summits).
 */
const leftOutFirst = 0.5;

/**
 * Meetings that may push others in turn, where people are full. Two events with 53 orders between 125 meetings, six runs of 1 s of CPU each: with
 * 6, all meetings were placed in 12 of 12 runs, in some 200 ms; with none, in 5 of 12.
 */
const chainWhereFull = 8;

/** Steps between two looks at the meter: well under a millisecond. */
export const stride = 128;

/** How much weight a step may give up, on the scale of one weight unit, at the beginning and at the end of a phase. */
export type Heat = { readonly from: number; readonly to: number };

/**
 * Raises what is placed (`must` first, then weight) by annealed ejection chains; leaves the best plan found on the board. Ends when
 * `isEnough` says so or the meter is spent, and pauses after every stride.
 */
export function* raiseWeight(board: Board, random: Random, meter: Meter, heat: Heat, isEnough: (gain: number) => boolean, better: Better): Generator<void, void> {
  const { compiled } = board;
  const movable = requestsWithStarts(board);
  if (movable.length === 0) return;
  const steps = new Steps(board, random);
  const left = new LeftOut(board, movable);
  const reach = { pushed: 4, chain: peopleAreFull(compiled, movable) ? chainWhereFull : 0 };
  let best = board.arrangement();
  let bestGain = board.gain;
  for (let share = meter.spent(0); share < 1 && !isEnough(bestGain); share = meter.spent(stride)) {
    const temperature = heat.from * (heat.to / heat.from) ** share;
    for (let step = 0; step < stride; step++) {
      const request = random.pick(left.all.length > 0 && random.next() < leftOutFirst ? left.all : movable);
      const starts = compiled.starts[request] as Int32Array;
      const start = starts[random.below(starts.length)] as number;
      if (start === board.start[request]) continue;
      const least = board.gain + temperature * Math.log(1 - random.next());
      if (!steps.take(request, start, reach)) continue;
      if (board.gain < least) {
        steps.back();
        continue;
      }
      left.note(request);
      for (const pushed of steps.pushed) left.note(pushed);
      if (board.gain > bestGain) {
        bestGain = board.gain;
        best = board.arrangement();
        better(best, board);
      }
    }
    yield;
  }
  board.restore(best);
}

/** Requests without a place, without order, and where each stands in that list. */
class LeftOut {
  readonly all: number[] = [];
  private readonly at: Int32Array;

  constructor(private readonly board: Board, movable: readonly number[]) {
    this.at = new Int32Array(board.compiled.requests).fill(-1);
    for (const request of movable) this.note(request);
  }

  /** Looks where a request stands after a step. */
  note(request: number): void {
    const at = this.at[request] as number;
    if ((this.board.start[request] === -1) === (at !== -1)) return;
    if (at === -1) {
      this.at[request] = this.all.push(request) - 1;
      return;
    }
    const last = this.all.pop() as number;
    this.at[request] = -1;
    if (last === request) return;
    this.all[at] = last;
    this.at[last] = at;
  }
}

/** Goes through a search that pauses, without pausing. */
export function unpaused(search: Generator<void, void>): void {
  for (const _ of search);
}

export function requestsWithStarts({ compiled }: Board): number[] {
  return Array.from({ length: compiled.requests }, (_, request) => request).filter((request) => (compiled.starts[request] as Int32Array).length > 0);
}
