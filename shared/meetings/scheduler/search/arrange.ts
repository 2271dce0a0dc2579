import type { Random } from '#shared/kernel/random.ts';
import { Aims } from './aims.ts';
import { countBits } from '../board/bits.ts';
import type { Board } from '../board/board.ts';
import { Exchange } from './exchange.ts';
import { foresee, type Foresight } from './foresight.ts';
import { type Better, requestsWithStarts, stride } from './improve.ts';
import type { Meter } from './meter.ts';
import { Steps } from './steps.ts';
import { Swap } from './swap.ts';

/** What the levels below weight reach; less is better, the first that differs decides. */
export type Levels = readonly [shortfall: number, unfairness: number, breaks: number, missed: number, loose: number];

export function levelsOf(board: Board): Levels {
  return [board.shortfall, board.unfairness, board.breaks, board.missed, board.loose];
}

export function compareLevels(a: Levels, b: Levels): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3] || a[4] - b[4];
}

/** One number for annealing; the best plan is still chosen level by level. */
const price = { shortfall: 12, unfairness: 4, breaks: 1.5, missed: 0.2, loose: 0.08 };

/**
 * How much worse a step may be, in the prices above, at the beginning and at the end of a round. From 1.0 the breaks of S-1 and M-1 took
 * three times as long to go, and no fewer wishes were missed after 3 s. Where rooms are crowded most steps need another meeting out of the
 * way first: hotter, a sixth to a fifth fewer breaks were left (S and M with too few rooms, three seeds of 1 s each; L, 5 s), at up to a
 * tenth more missed wishes.
 */
const heats = { roomy: { from: 0.4, to: 0.04 }, crowded: { from: 0.6, to: 0.08 } };
/** Of all the time that rooms are open. Measured: 0.53 and 0.66 with rooms to spare, 0.74 to 0.82 with too few. */
const crowdedFrom = 0.7;
/**
 * Of all the hours in which people can be met. Where they are this full, what is pushed aside finds no other hour, so swaps come before chains:
 * by search alone, 2 s of CPU, the published fewest breaks in 38 of 96 runs on 24 events (0.7 and more taken) instead of 23. On summits (under
 * a third taken) swaps missed 3 to 6 % fewer wishes on M in 1 s, but 2 to 12 % more on L in 5 s, and left more breaks there with too few rooms.
 */
const fullFrom = 0.5;

/**
 * Arranges what is placed: minimums, fairness and breaks, then preferences, by annealed Kempe chains and exchanges that never give up weight.
 * Ends when `isEnough` says so or the meter is spent, and pauses after every stride.
 */
export function* arrange(board: Board, random: Random, meter: Meter, isEnough: (levels: Levels) => boolean, better: Better): Generator<void, void> {
  const movable = requestsWithStarts(board);
  if (movable.length === 0) return;
  const moves = new Moves(board, random);
  const aims = new Aims(board, random, movable);
  const heat = shareTaken(board) > crowdedFrom ? heats.crowded : heats.roomy;
  const kept = board.gain;
  let best = board.arrangement();
  let bestLevels = levelsOf(board);
  let cost = costOf(board);
  for (let share = meter.spent(0); share < 1 && !isEnough(bestLevels); share = meter.spent(stride)) {
    const temperature = heat.from * (heat.to / heat.from) ** share;
    for (let step = 0; step < stride; step++) {
      if (!aims.next()) continue;
      const most = cost - temperature * Math.log(1 - random.next());
      if (!moves.take(aims.request, aims.start, kept, most - cost + mendable(board))) continue;
      const now = board.gain < kept ? Infinity : costOf(board);
      if (now > most) {
        moves.back();
        continue;
      }
      cost = now;
      const levels = levelsOf(board);
      if (compareLevels(levels, bestLevels) < 0) {
        bestLevels = levels;
        best = board.arrangement();
        better(best, board);
      }
    }
    yield;
  }
  board.restore(best);
}

/** How much of the time that rooms are open the plan takes. */
function shareTaken({ laneAt, compiled: { openMask } }: Board): number {
  return laneAt.reduce((held, request) => held + Number(request !== -1), 0) / Math.max(1, openMask.reduce((open, word) => open + countBits(word), 0));
}

/** How much of the time in which people can be met is taken. */
function hoursTaken({ personAt, compiled: { away } }: Board): number {
  return personAt.reduce((held, request) => held + Number(request !== -1), 0) / Math.max(1, away.reduce((open, isAway) => open + 1 - isAway, 0));
}

function costOf(board: Board): number {
  return price.shortfall * board.shortfall + price.unfairness * board.unfairness + price.breaks * board.breaks + price.missed * board.missed + price.loose * board.loose;
}

/** What a step may mend that is not foreseen. */
function mendable({ shortfall, unfairness }: Board): number {
  return price.shortfall * shortfall + price.unfairness * unfairness;
}

function costAhead({ breaks, missed, loose }: Foresight): number {
  return price.breaks * breaks + price.missed * missed + price.loose * loose;
}

/** One move, which can be taken back: an exchange where only a room is wanting, a swap of two spells where people are full, else a chain. */
class Moves {
  private readonly steps: Steps;
  private readonly exchange: Exchange;
  private readonly swap: Swap;
  private readonly ahead: Foresight = { breaks: 0, missed: 0, loose: 0, gain: 0 };
  private readonly reach = { pushed: 4, chain: 8 };
  private readonly areFull: boolean;
  private last: { back(): unknown };

  constructor(private readonly board: Board, private readonly random: Random) {
    this.steps = new Steps(board, random);
    this.exchange = new Exchange(board);
    this.swap = new Swap(board, random);
    this.areFull = hoursTaken(board) > fullFrom;
    this.last = this.steps;
  }

  /** Not taken, and the board unchanged, when it can be foreseen to lose what must be kept or to cost more than `most`. */
  take(request: number, start: number, kept: number, most: number): boolean {
    const { board, ahead, exchange, swap, steps } = this;
    const isPlaced = board.start[request] !== -1;
    if (isPlaced && board.laneFor(request, start, true) === -1 && exchange.isFree(request, start, request)) {
      this.last = exchange;
      return exchange.find(request, start, this.random, costAhead, ahead) && costAhead(ahead) <= most && exchange.take();
    }
    if (isPlaced && this.areFull && swap.find(request, start, costAhead, ahead)) {
      this.last = swap;
      return costAhead(ahead) <= most && swap.take();
    }
    this.last = steps;
    foresee(board, request, start, ahead);
    return board.gain + ahead.gain >= kept && costAhead(ahead) <= most && steps.take(request, start, this.reach);
  }

  back(): void {
    this.last.back();
  }
}
