import type { Random } from '#shared/kernel/random.ts';
import { Aims } from './aims.ts';
import type { Arrangement, Board } from '../board/board.ts';
import { Exchange } from './exchange.ts';
import { foresee, type Foresight } from './foresight.ts';
import { peopleAreFull, roomsAreCrowded } from './fullness.ts';
import { type Better, requestsWithStarts, stride } from './improve.ts';
import type { Meter } from './meter.ts';
import { Steps } from './steps.ts';
import { Sweep } from './sweep.ts';

/** What the levels below weight reach; less is better, the first that differs decides. */
export type Levels = readonly [shortfall: number, unfairness: number, breaks: number, missed: number, loose: number];

export function levelsOf(board: Board): Levels {
  return [board.shortfall, board.unfairness, board.breaks, board.missed, board.loose];
}

export function compareLevels(a: Levels, b: Levels): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3] || a[4] - b[4];
}

/** One number for annealing; the best plan is still chosen level by level. */
const usual = { shortfall: 12, unfairness: 4, breaks: 1.5, missed: 0.2, loose: 0.08 };
type Prices = typeof usual;

/** A value from the beginning of a leg to its end, by equal ratios. */
type Course = { readonly from: number; readonly to: number };
/** A part of a round, to a share of it: what a break costs on the way, and how much worse a step may be, in the prices above. */
type Leg = { readonly until: number; readonly breaks: Course; readonly heat: Course; /** The least heat while a break stands. */ readonly calming?: number };

const always = { from: usual.breaks, to: usual.breaks };

/**
 * Rounds. From a heat of 1.0 the breaks of S-1 and M-1 took three times as long to go, and no fewer wishes were missed after 3 s. Where rooms
 * are crowded most steps need another meeting out of the way first: hotter, a sixth to a fifth fewer breaks were left (S and M with too few
 * rooms, three seeds of 1 s each; L, 5 s), at up to a tenth more missed wishes. Where people are full, any lower the walk stands still: to
 * 0.08 it found its best plan in the first third of a round; 0.6 to 0.35 is too hot (14 of 24 events instead of 17).
 */
const rounds = {
  roomy: [{ until: 1, breaks: always, heat: { from: 0.4, to: 0.04 } }],
  crowded: [{ until: 1, breaks: always, heat: { from: 0.6, to: 0.08 } }],
  full: [{ until: 1, breaks: always, heat: { from: 0.45, to: 0.2 } }],
} satisfies Record<string, readonly Leg[]>;

/**
 * Rounds that begin without a break, where people are not full. A meeting mostly comes to a wished hour by way of somebody's break; at first
 * many may come up, and they go again as their price rises. Measured in rounds of 3 s, two seeds each, against the rounds above: with rooms to
 * spare S-1 and S-2 20 and 13 → 19 and 11 missed, M-1 and M-2 108 and 82 → 104 and 80, L 355 → 330; where rooms are crowded M 97, 80, 80 → 84,
 * 70, 71. A round that ends with a break standing is lost: so it stays warm until there is none. Without that, of 19 runs of 5 s on L 6 were
 * lost; with it none of 22, and 317 to 367 were missed (323 to 424 where rounds with breaks were not ended for one of these).
 */
const wishing = {
  roomy: [{ until: 0.5, breaks: { from: 0.15, to: 0.6 }, heat: { from: 0.12, to: 0.025 } }, { until: 1, breaks: always, heat: { from: 0.15, to: 0.025 }, calming: 0.1 }],
  crowded: [{ until: 1, breaks: { from: 0.5, to: 1.5 }, heat: { from: 0.3, to: 0.05 }, calming: 0.1 }],
} satisfies Record<string, readonly Leg[]>;

/**
 * Share of moves, where people are full, that look at every chain between two spells; the others are exchanges and chains. By search alone, 2 s
 * of CPU on 24 events, the published fewest breaks in 52 of 96 runs with single chains between spells, in 17 of 24 with all of them at
 * once (half of the moves: 16.5). On summits, where people have many free hours, single ones left more breaks and wishes than they mended.
 */
const sweeps = 0.95;

/**
 * Arranges what is placed: minimums, fairness and breaks, then preferences, by annealed Kempe chains and exchanges that never give up weight.
 * Ends when `isEnough` says so or the meter is spent, a round of the first kind also once it has a plan without breaks; pauses after every stride.
 */
export function* arrange(board: Board, random: Random, meter: Meter, isEnough: (levels: Levels) => boolean, better: Better): Generator<void, void> {
  const movable = requestsWithStarts(board);
  if (movable.length === 0) return;
  const areFull = peopleAreFull(board.compiled, movable.filter((request) => board.start[request] !== -1));
  const mayWish = !areFull && board.compiled.fairness < 0;
  const isWishing = mayWish && board.breaks === 0;
  const legs = areFull ? rounds.full : (isWishing ? wishing : rounds)[roomsAreCrowded(board) ? 'crowded' : 'roomy'];
  const walk = new Walk(board, random, movable, better);
  // Without a break there is another kind of round for what is left of the time.
  const isDone = (levels: Levels) => isEnough(levels) || (mayWish && !isWishing && levels[2] === 0);
  for (let share = meter.spent(0); share < 1 && !isDone(walk.bestLevels); share = meter.spent(stride)) {
    walk.temper(...temperAt(legs, share, board.breaks));
    for (let step = 0; step < stride; step++) {
      if (areFull && random.next() < sweeps) step += walk.sweepSpells();
      else walk.moveOne();
    }
    yield;
  }
  board.restore(walk.best);
}

/** How much worse a step may be at a share of a round with breaks standing, and what one costs. */
function temperAt(legs: readonly Leg[], share: number, standing: number): [heat: number, breaks: number] {
  const at = Math.max(0, legs.findIndex(({ until }) => share < until));
  const { until, heat, breaks, calming = 0 } = legs[at] as Leg;
  const began = legs[at - 1]?.until ?? 0;
  const along = (share - began) / (until - began);
  const on = ({ from, to }: Course) => from * (to / from) ** along;
  return [Math.max(on(heat), standing > 0 ? calming : 0), on(breaks)];
}

/** Annealing: what every move may cost, and the best plan it came by. */
class Walk {
  best: Arrangement;
  bestLevels: Levels;
  private readonly price = { ...usual };
  private temperature = 0;
  private cost: number;
  /** What the plan may cost after the move under way. */
  private most = 0;
  private readonly kept: number;
  private readonly aims: Aims;
  private readonly moves: Moves;
  private readonly sweep: Sweep;
  private readonly ahead: Foresight = { breaks: 0, missed: 0, loose: 0, gain: 0 };

  constructor(private readonly board: Board, private readonly random: Random, private readonly movable: readonly number[], private readonly better: Better) {
    this.aims = new Aims(board, random, movable);
    this.moves = new Moves(board, random, this.costAhead);
    this.sweep = new Sweep(board, random);
    this.kept = board.gain;
    this.cost = costOf(board, this.price);
    this.best = board.arrangement();
    this.bestLevels = levelsOf(board);
  }

  /** How much worse a step may be from here on, and what a break costs. */
  temper(temperature: number, breaks: number): void {
    this.temperature = temperature;
    this.price.breaks = breaks;
    this.cost = costOf(this.board, this.price);
  }

  moveOne(): void {
    const { aims, moves } = this;
    if (aims.next() && moves.take(aims.request, aims.start, this.kept, this.allowed())) this.settle(moves);
  }

  /** Every chain between two spells, each by itself; says how many there were. */
  sweepSpells(): number {
    const { board, random, sweep, ahead, costAhead } = this;
    const request = random.pick(this.movable);
    const starts = board.compiled.starts[request] as Int32Array;
    const [from, to] = [board.start[request] as number, starts[random.below(starts.length)] as number];
    const count = from === -1 ? 0 : sweep.look(from, to, board.compiled.length[request] as number);
    const first = random.below(count);
    for (let index = 0; index < count; index++) {
      const most = this.allowed();
      if (sweep.find((first + index) % count, costAhead, ahead) && costAhead(ahead) <= most && sweep.take()) this.settle(sweep);
    }
    return count;
  }

  /** Draws what the next move may cost, as far as that is foreseen. */
  private allowed(): number {
    this.most = this.cost - this.temperature * Math.log(1 - this.random.next());
    return this.most - this.cost + mendable(this.board, this.price);
  }

  /** Keeps a move that was taken, or takes it back where it costs more than was drawn. */
  private settle(move: { back(): unknown }): void {
    const { board } = this;
    const now = board.gain < this.kept ? Infinity : costOf(board, this.price);
    if (now > this.most) {
      move.back();
      return;
    }
    this.cost = now;
    const levels = levelsOf(board);
    if (compareLevels(levels, this.bestLevels) >= 0) return;
    this.bestLevels = levels;
    this.best = board.arrangement();
    this.better(this.best, board);
  }

  private readonly costAhead = ({ breaks, missed, loose }: Foresight): number => this.price.breaks * breaks + this.price.missed * missed + this.price.loose * loose;
}

function costOf(board: Board, price: Prices): number {
  return price.shortfall * board.shortfall + price.unfairness * board.unfairness + price.breaks * board.breaks + price.missed * board.missed + price.loose * board.loose;
}

/** What a step may mend that is not foreseen. */
function mendable({ shortfall, unfairness }: Board, price: Prices): number {
  return price.shortfall * shortfall + price.unfairness * unfairness;
}

/** One move, which can be taken back: an exchange where only a room is wanting, else a chain. */
class Moves {
  private readonly steps: Steps;
  private readonly exchange: Exchange;
  private readonly ahead: Foresight = { breaks: 0, missed: 0, loose: 0, gain: 0 };
  private readonly reach = { pushed: 4, chain: 8 };
  private last: { back(): unknown };

  constructor(private readonly board: Board, private readonly random: Random, private readonly costAhead: (foresight: Foresight) => number) {
    this.steps = new Steps(board, random);
    this.exchange = new Exchange(board);
    this.last = this.steps;
  }

  /** Not taken, and the board unchanged, when it can be foreseen to lose what must be kept or to cost more than `most`. */
  take(request: number, start: number, kept: number, most: number): boolean {
    const { board, ahead, exchange, steps, costAhead } = this;
    const isPlaced = board.start[request] !== -1;
    if (isPlaced && board.laneFor(request, start, true) === -1 && exchange.isFree(request, start, request)) {
      this.last = exchange;
      return exchange.find(request, start, this.random, costAhead, ahead) && costAhead(ahead) <= most && exchange.take();
    }
    this.last = steps;
    foresee(board, request, start, ahead);
    return board.gain + ahead.gain >= kept && costAhead(ahead) <= most && steps.take(request, start, this.reach);
  }

  back(): void {
    this.last.back();
  }
}
