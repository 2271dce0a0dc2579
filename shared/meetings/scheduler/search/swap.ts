import type { Random } from '#shared/kernel/random.ts';
import type { Board } from '../board/board.ts';
import { type Foresight, foreseeMoved } from './foresight.ts';

/** Meetings that one chain may move. In the published events a chain through everybody has some forty. */
const mostMoved = 60;
/** Meetings that are looked at to make up for a room that is wanting. */
const looks = 6;

/**
 * Two spells of equal length change places for everyone whom a move concerns (a whole Kempe chain): who has a meeting where the moved one goes
 * gets it where the moved one was, and so on, until nobody is in two places. Only people at the ends of a chain get other hours than before, so
 * what it changes is mostly known before it is taken, however long it is. Where rooms want, a second chain goes the other way.
 */
export class Swap {
  private readonly members: number[] = [];
  /** Where each member stood before the swap was taken. */
  private readonly starts: number[] = [];
  private readonly lanes: number[] = [];
  private readonly memberIn: Int32Array;
  private turn = 0;
  private from = 0;
  private to = 0;
  private size = 0;

  constructor(private readonly board: Board, private readonly random: Random) {
    this.memberIn = new Int32Array(board.compiled.requests);
  }

  /** What has to move so that a placed request stands at `start`; false where that is no swap of two spells. What it would change goes `into`. */
  find(request: number, start: number, costOf: (foresight: Foresight) => number, into: Foresight): boolean {
    this.from = this.board.start[request] as number;
    this.to = start;
    this.size = this.board.compiled.length[request] as number;
    if (Math.abs(this.from - start) < this.size) return false;
    this.turn++;
    this.members.length = 0;
    into.breaks = 0;
    into.missed = 0;
    into.loose = 0;
    into.gain = 0;
    return this.grow(request, into) && this.balance(costOf, into);
  }

  /** Takes the swap that was found; false, and an unchanged board, where rooms, order, limits, walking or rivals forbid it. */
  take(): boolean {
    const { board, members, starts, lanes } = this;
    for (let index = 0; index < members.length; index++) {
      const member = members[index] as number;
      starts[index] = board.start[member] as number;
      lanes[index] = board.lane[member] as number;
      board.remove(member);
    }
    for (let index = 0; index < members.length; index++) {
      const member = members[index] as number;
      const start = this.across(starts[index] as number);
      const lane = board.dayIsFull(member, start) || !board.keepsOrder(member, start) ? -1 : board.laneFor(member, start);
      if (lane === -1) {
        this.putBack(index);
        return false;
      }
      board.place(member, start, lane);
    }
    return true;
  }

  /** Takes the last swap back. */
  back(): void {
    this.putBack(this.members.length);
  }

  /** The first so many members stand in their new places, the others nowhere. */
  private putBack(placed: number): void {
    const { board, members, starts, lanes } = this;
    for (let index = 0; index < placed; index++) board.remove(members[index] as number);
    for (let index = 0; index < members.length; index++) board.place(members[index] as number, starts[index] as number, lanes[index] as number);
  }

  /** The same place in the other spell. */
  private across(start: number): number {
    return start >= this.from && start < this.from + this.size ? start - this.from + this.to : start - this.to + this.from;
  }

  private isInOneSpell(request: number): boolean {
    const start = this.board.start[request] as number;
    const end = start + (this.board.compiled.length[request] as number);
    return (start >= this.from && end <= this.from + this.size) || (start >= this.to && end <= this.to + this.size);
  }

  /** Adds the chain of one request; false where somebody in it cannot move. */
  private grow(request: number, into: Foresight): boolean {
    const { board, members, memberIn, turn } = this;
    const { peopleOf, slots, length, startMask, slotWords, preferred, ordered } = board.compiled;
    let next = members.length;
    members.push(request);
    memberIn[request] = turn;
    for (; next < members.length; next++) {
      const member = members[next] as number;
      const at = board.start[member] as number;
      const target = this.across(at);
      if ((((startMask[member * slotWords + (target >>> 5)] as number) >>> (target & 31)) & 1) === 0) return false;
      if (ordered && !this.keepsOrder(member, target)) return false;
      const size = length[member] as number;
      const wish = preferred[member];
      if (wish) into.missed += (wish[at] as number) - (wish[target] as number);
      const people = peopleOf[member] as Int32Array;
      for (let index = 0; index < people.length; index++) {
        const person = people[index] as number;
        let isFree = true;
        for (let slot = target; slot < target + size; slot++) {
          const other = board.personAt[person * slots + slot] as number;
          if (other === -1) continue;
          isFree = false;
          if (memberIn[other] === turn) continue;
          if (members.length >= mostMoved || !this.isInOneSpell(other)) return false;
          memberIn[other] = turn;
          members.push(other);
        }
        if (isFree) foreseeMoved(board, person, size, at, target, into);
      }
    }
    return true;
  }

  /** Against meetings outside the two spells; those inside may yet move, and are asked when the swap is taken. */
  private keepsOrder(member: number, target: number): boolean {
    const { board, from, to, size } = this;
    const { before, after, length } = board.compiled;
    const mayMove = (at: number) => (at >= from && at < from + size) || (at >= to && at < to + size);
    const earlier = before[member] as Int32Array;
    for (let index = 0; index < earlier.length; index++) {
      const other = earlier[index] as number;
      const at = board.start[other] as number;
      if (at !== -1 && at + (length[other] as number) > target && !mayMove(at)) return false;
    }
    const end = target + (length[member] as number);
    const later = after[member] as Int32Array;
    for (let index = 0; index < later.length; index++) {
      const at = board.start[later[index] as number] as number;
      if (at !== -1 && at < end && !mayMove(at)) return false;
    }
    return true;
  }

  /** Adds the best chain of those looked at that goes the other way, where more meetings come into a slot than there are lanes free; false where none does. */
  private balance(costOf: (foresight: Foresight) => number, into: Foresight): boolean {
    const { board, members, memberIn, random, turn } = this;
    const { slots, lanes } = board.compiled;
    const surplus = this.size === 1 ? this.surplusFrom(0) : 0;
    const crowded = surplus > 0 ? this.to : this.from;
    if (surplus === 0 || board.freeLanesAt(crowded) >= Math.abs(surplus)) return true;
    const count = members.length;
    const [breaks, missed, loose] = [into.breaks, into.missed, into.loose];
    const first = random.below(lanes);
    let [best, least] = [-1, Infinity];
    for (let lane = 0, looked = 0; lane < lanes && looked < looks; lane++) {
      const other = board.laneAt[((lane + first) % lanes) * slots + crowded] as number;
      if (other === -1 || memberIn[other] === turn || !this.isInOneSpell(other)) continue;
      looked++;
      if (this.grow(other, into) && this.surplusFrom(count) * surplus < 0 && costOf(into) < least) [best, least] = [other, costOf(into)];
      for (let index = count; index < members.length; index++) memberIn[members[index] as number] = 0;
      members.length = count;
      [into.breaks, into.missed, into.loose] = [breaks, missed, loose];
    }
    return best !== -1 && this.grow(best, into);
  }

  /** By how many more of the members, from one on, go over to the spell asked for than come from it. */
  private surplusFrom(first: number): number {
    let surplus = 0;
    for (let index = first; index < this.members.length; index++) surplus += this.board.start[this.members[index] as number] === this.from ? 1 : -1;
    return surplus;
  }
}
