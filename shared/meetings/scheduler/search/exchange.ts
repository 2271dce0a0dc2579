import type { Random } from '#shared/kernel/random.ts';
import { hasBit } from '../board/bits.ts';
import type { Board } from '../board/board.ts';
import { type Foresight, foresee, foreseeMoved } from './foresight.ts';

/**
 * Two meetings of the same length that change places, where every room is taken: a chain would push out any meeting, this looks for the one
 * whose people are best served by it. No exchange breaks a hard rule. Measured with too few rooms on L, after 1 s: 33 breaks where chains alone leave 51.
 */
export class Exchange {
  private request = -1;
  private other = -1;

  constructor(private readonly board: Board) {}

  /** The meeting in a room at `start` whose place and that of the request are best exchanged; false where there is none. What it would change goes `into`. */
  find(request: number, start: number, random: Random, costOf: (foresight: Foresight) => number, into: Foresight): boolean {
    const { board } = this;
    const { kindLanes, kindOf, slots, length, startMask, slotWords, kindMask, laneWords } = board.compiled;
    const from = board.start[request] as number;
    const lanes = kindLanes[kindOf[request] as number] as Int32Array;
    foresee(board, request, start, into);
    const [breaks, missed, loose] = [into.breaks, into.missed, into.loose];
    const turn = random.below(Math.max(1, lanes.length));
    let least = Infinity;
    this.request = request;
    this.other = -1;
    for (let index = 0; index < lanes.length; index++) {
      const lane = lanes[(index + turn) % lanes.length] as number;
      const other = board.laneAt[lane * slots + start] as number;
      if (other === -1 || other === request || board.start[other] !== start || length[other] !== length[request]) continue;
      if (!hasBit(startMask, other * slotWords, from) || !hasBit(kindMask, (kindOf[other] as number) * laneWords, board.lane[request] as number)) continue;
      if (!this.isFree(other, from, request)) continue;
      this.add(other, start, from, into);
      const cost = costOf(into);
      if (cost < least) [least, this.other] = [cost, other];
      [into.breaks, into.missed, into.loose] = [breaks, missed, loose];
    }
    if (this.other === -1) return false;
    this.add(this.other, start, from, into);
    return true;
  }

  /** Takes the exchange that was found; false, and an unchanged board, where order, limits, walking or rivals forbid it. */
  take(): boolean {
    const { board, request, other } = this;
    const [start, lane] = [board.start[other] as number, board.lane[other] as number];
    const [from, home] = [board.start[request] as number, board.lane[request] as number];
    board.remove(request);
    board.remove(other);
    if (this.mayStand(request, start, lane)) {
      board.place(request, start, lane);
      if (this.mayStand(other, from, home)) {
        board.place(other, from, home);
        return true;
      }
      board.remove(request);
    }
    board.place(other, start, lane);
    board.place(request, from, home);
    return false;
  }

  /** Takes the last exchange back. */
  back(): void {
    const { board, request, other } = this;
    const [start, lane] = [board.start[request] as number, board.lane[request] as number];
    const [from, home] = [board.start[other] as number, board.lane[other] as number];
    board.remove(request);
    board.remove(other);
    board.place(other, start, lane);
    board.place(request, from, home);
  }

  private add(other: number, at: number, to: number, into: Foresight): void {
    const { compiled: { peopleOf, preferred, length } } = this.board;
    const theirs = peopleOf[other] as Int32Array;
    const wish = preferred[other];
    if (wish) into.missed += (wish[at] as number) - (wish[to] as number);
    for (let index = 0; index < theirs.length; index++) foreseeMoved(this.board, theirs[index] as number, length[other] as number, at, to, into);
  }

  /** Whether all its people are free from a start on, but for a meeting that leaves. */
  isFree(request: number, start: number, leaving: number): boolean {
    const { personAt, compiled: { peopleOf, slots, length } } = this.board;
    const people = peopleOf[request] as Int32Array;
    for (let index = 0; index < people.length; index++) {
      const row = (people[index] as number) * slots;
      for (let slot = start; slot < start + (length[request] as number); slot++) {
        const there = personAt[row + slot] as number;
        if (there !== -1 && there !== leaving) return false;
      }
    }
    return true;
  }

  private mayStand(request: number, start: number, lane: number): boolean {
    const { board } = this;
    return board.keepsOrder(request, start) && !board.dayIsFull(request, start) && !board.isTooNearOrFar(request, start, lane);
  }
}
