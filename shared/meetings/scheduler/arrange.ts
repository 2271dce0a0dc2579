import type { Random } from '#shared/kernel/random.ts';
import type { Board } from './board.ts';
import { type Better, requestsWithStarts, stride } from './improve.ts';
import type { Meter } from './meter.ts';
import { Steps } from './steps.ts';

/** What the levels below weight reach; less is better, the first that differs decides. */
export type Levels = readonly [shortfall: number, unfairness: number, breaks: number, missed: number];

export function levelsOf(board: Board): Levels {
  return [board.shortfall, board.unfairness, board.breaks, board.missed];
}

export function compareLevels(a: Levels, b: Levels): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3];
}

/**
 * How much worse a step may be, in missed wishes times five, at the beginning and at the end of a phase. Measured on S and M from plans of
 * the best weight: from 1.0 the breaks are gone three times later, and no fewer wishes are missed after 3 s.
 */
const heat = { from: 0.4, to: 0.04 };

/**
 * Arranges what is placed: minimums, fairness and breaks, then preferences, by annealed Kempe chains that never give up weight.
 * Ends when `isEnough` says so or the meter is spent, and pauses after every stride.
 */
export function* arrange(board: Board, random: Random, meter: Meter, isEnough: (levels: Levels) => boolean, better: Better): Generator<void, void> {
  const movable = requestsWithStarts(board);
  if (movable.length === 0) return;
  const steps = new Steps(board, random);
  const aims = new Aims(board, random, movable);
  const reach = { pushed: 4, chain: 8 };
  const kept = board.gain;
  let best = board.arrangement();
  let bestLevels = levelsOf(board);
  let cost = costOf(board);
  for (let share = meter.spent(0); share < 1 && !isEnough(bestLevels); share = meter.spent(stride)) {
    const temperature = heat.from * (heat.to / heat.from) ** share;
    for (let step = 0; step < stride; step++) {
      if (!aims.next()) continue;
      const most = cost - temperature * Math.log(1 - random.next());
      if (!steps.take(aims.request, aims.start, reach)) continue;
      const now = board.gain < kept ? Infinity : costOf(board);
      if (now > most) {
        steps.back();
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

/** One number for annealing; the best plan is still chosen level by level. */
function costOf(board: Board): number {
  return 12 * board.shortfall + 4 * board.unfairness + 1.5 * board.breaks + 0.2 * board.missed;
}

/** Which request to put where: half of the time one that troubles somebody, at a start that may help; else any, so that no plan is out of reach. */
class Aims {
  request = -1;
  start = -1;

  constructor(private readonly board: Board, private readonly random: Random, private readonly movable: readonly number[]) {}

  /** Whether there is an aim this time. What is not placed is tried too: it may take the place of a meeting of the same weight and suit people better. */
  next(): boolean {
    const { board, random } = this;
    const turn = random.below(4);
    if (turn === 0 && board.breaks > 0) this.joinSpells();
    else if (turn === 1 && board.missed > 0) this.grantWish();
    else this.anything();
    return this.request !== -1 && this.start !== board.start[this.request];
  }

  private anything(): void {
    this.request = this.random.pick(this.movable);
    this.start = this.random.pick(this.board.compiled.starts[this.request] as unknown as readonly number[]);
  }

  /** Somebody who waits between two meetings: one of them beside another on any of their days. */
  private joinSpells(): void {
    const { board, random } = this;
    const { slots, earlier, later, length, startMask, slotWords } = board.compiled;
    const row = random.pick(board.peopleWaiting) * slots;
    this.request = -1;
    const moved = this.meetingFrom(row, random.below(slots));
    const beside = this.meetingFrom(row, random.below(slots));
    if (moved === -1 || beside === moved) return;
    const at = board.start[beside] as number;
    const wanted = random.below(2) === 0
      ? (later[row + at + (length[beside] as number) - 1] as number)
      : ((earlier[row + at] as number) < 0 ? -1 : (earlier[row + at] as number) - (length[moved] as number) + 1);
    if (wanted < 0 || (((startMask[moved * slotWords + (wanted >>> 5)] as number) >>> (wanted & 31)) & 1) === 0) return;
    this.request = moved;
    this.start = wanted;
  }

  /** The first meeting from a slot on, round the grid. */
  private meetingFrom(row: number, from: number): number {
    const { personAt, compiled: { slots } } = this.board;
    for (let step = 0; step < slots; step++) {
      const request = personAt[row + ((from + step) % slots)] as number;
      if (request !== -1) return request;
    }
    return -1;
  }

  /** A meeting outside its wishes, at a start it wishes. A few looks find one where there are many. */
  private grantWish(): void {
    const { board, random, movable } = this;
    const { preferred, starts } = board.compiled;
    this.request = -1;
    for (let look = 0; look < 8; look++) {
      const request = random.pick(movable);
      const at = board.start[request] as number;
      const wish = preferred[request];
      if (at === -1 || !wish || wish[at] === 1) continue;
      const open = starts[request] as Int32Array;
      for (let draw = 0; draw < 8; draw++) {
        const start = open[random.below(open.length)] as number;
        if (wish[start] === 0) continue;
        this.request = request;
        this.start = start;
        return;
      }
      return;
    }
  }
}
