import type { Random } from '#shared/kernel/random.ts';
import { hasBit } from '../board/bits.ts';
import type { Board } from '../board/board.ts';
import { type Foresight, foreseeMoved } from './foresight.ts';

/** Members `begin` to `end` change places together. `surplus`: by how many more of them leave the first spell than come to it. */
type Chain = Foresight & { begin: number; end: number; surplus: number; isTaken: boolean };

/**
 * Two spells of equal length and every chain between them (whole Kempe chains): who has a meeting where another goes gets it where that one
 * was, and so on, until nobody is in two places. No two chains have a person in common, so each can change places without the rest, and
 * only people at the ends of a chain get other hours than before: one look at two spells foresees every one of them. Where rooms want, a
 * second chain goes the other way.
 */
export class Sweep {
  private readonly chains: Chain[] = [];
  private readonly members: Int32Array;
  /** Where each member stood before its chain was taken. */
  private readonly starts: Int32Array;
  private readonly lanes: Int32Array;
  /** The look in which a request was met with last. */
  private readonly metIn: Int32Array;
  private turn = 0;
  private count = 0;
  private from = 0;
  private to = 0;
  private size = 0;
  private found: Chain[] = [];

  constructor(private readonly board: Board, private readonly random: Random) {
    const { requests } = board.compiled;
    this.members = new Int32Array(requests);
    this.starts = new Int32Array(requests);
    this.lanes = new Int32Array(requests);
    this.metIn = new Int32Array(requests);
  }

  /** How many chains may change places between two spells that begin at `from` and `to`; none where the spells overlap. */
  look(from: number, to: number, size: number): number {
    const { laneAt, compiled: { lanes, slots } } = this.board;
    [this.from, this.to, this.size] = [from, to, size];
    this.turn++;
    this.count = 0;
    if (Math.abs(from - to) < size) return 0;
    for (let step = 0; step < 2 * size; step++) {
      const slot = step < size ? from + step : to + step - size;
      for (let lane = 0; lane < lanes; lane++) {
        const request = laneAt[lane * slots + slot] as number;
        if (request !== -1 && this.metIn[request] !== this.turn && this.isInOneSpell(request)) this.grow(request);
      }
    }
    return this.count;
  }

  /** One chain of the last look, with the best that makes room for it; false where it was taken or finds no room. What it would change goes `into`. */
  find(index: number, costOf: (foresight: Foresight) => number, into: Foresight): boolean {
    const chain = this.chains[index] as Chain;
    if (chain.isTaken) return false;
    this.found.length = 0;
    this.found.push(chain);
    foretell(chain, into);
    if (this.hasRoomFor(chain.surplus)) return true;
    const first = this.random.below(this.count);
    let least = Infinity;
    for (let step = 0; step < this.count; step++) {
      const other = this.chains[(first + step) % this.count] as Chain;
      if (other === chain || other.isTaken || !this.hasRoomFor(chain.surplus + other.surplus)) continue;
      foretell(other, into);
      const cost = costOf(into);
      if (cost < least) [least, this.found[1]] = [cost, other];
    }
    if (least === Infinity) return false;
    foretell(this.found[1] as Chain, into);
    into.breaks += chain.breaks;
    into.missed += chain.missed;
    into.loose += chain.loose;
    return true;
  }

  /** Takes what was found; false, and an unchanged board, where rooms, order, limits, walking or rivals forbid it. */
  take(): boolean {
    const { board, members, starts, lanes } = this;
    for (const { begin, end } of this.found) {
      for (let index = begin; index < end; index++) {
        const member = members[index] as number;
        starts[index] = board.start[member] as number;
        lanes[index] = board.lane[member] as number;
        board.remove(member);
      }
    }
    for (const chain of this.found) {
      chain.isTaken = true;
      for (let index = chain.begin; index < chain.end; index++) {
        const member = members[index] as number;
        const start = this.across(starts[index] as number);
        const lane = board.dayIsFull(member, start) || !board.keepsOrder(member, start) ? -1 : board.laneFor(member, start);
        if (lane === -1) {
          this.back();
          return false;
        }
        board.place(member, start, lane);
      }
    }
    return true;
  }

  /** Takes the last change back. */
  back(): void {
    const { board, members, starts, lanes } = this;
    for (const { begin, end } of this.found) {
      for (let index = begin; index < end; index++) if (board.start[members[index] as number] !== -1) board.remove(members[index] as number);
    }
    for (const chain of this.found) {
      chain.isTaken = false;
      for (let index = chain.begin; index < chain.end; index++) board.place(members[index] as number, starts[index] as number, lanes[index] as number);
    }
  }

  /** The same place in the other spell. */
  private across(start: number): number {
    return start >= this.from && start < this.from + this.size ? start - this.from + this.to : start - this.to + this.from;
  }

  private isInOneSpell(request: number): boolean {
    const { from, to, size } = this;
    const start = this.board.start[request] as number;
    const end = start + (this.board.compiled.length[request] as number);
    return (start >= from && end <= from + size) || (start >= to && end <= to + size);
  }

  /** Adds the chain of one request, unless somebody in it cannot move. All of it counts as met with either way. */
  private grow(request: number): void {
    const { board, members, metIn, turn } = this;
    const { peopleOf, slots, length, startMask, slotWords, preferred, ordered } = board.compiled;
    const chain = (this.chains[this.count] ??= { begin: 0, end: 0, breaks: 0, missed: 0, loose: 0, gain: 0, surplus: 0, isTaken: false });
    const begin = this.count === 0 ? 0 : (this.chains[this.count - 1] as Chain).end;
    let end = begin;
    let mayMove = true;
    chain.breaks = 0;
    chain.missed = 0;
    chain.loose = 0;
    chain.surplus = 0;
    members[end++] = request;
    metIn[request] = turn;
    for (let next = begin; next < end; next++) {
      const member = members[next] as number;
      const at = board.start[member] as number;
      const target = this.across(at);
      mayMove &&= hasBit(startMask, member * slotWords, target) && (!ordered || this.keepsOrder(member, target));
      const size = length[member] as number;
      chain.surplus += at === this.from ? 1 : -1;
      const wish = preferred[member];
      if (wish) chain.missed += (wish[at] as number) - (wish[target] as number);
      const people = peopleOf[member] as Int32Array;
      for (let index = 0; index < people.length; index++) {
        const person = people[index] as number;
        let isFree = true;
        for (let slot = target; slot < target + size; slot++) {
          const other = board.personAt[person * slots + slot] as number;
          if (other === -1) continue;
          isFree = false;
          if (metIn[other] === turn) continue;
          if (this.isInOneSpell(other)) {
            metIn[other] = turn;
            members[end++] = other;
          } else mayMove = false;
        }
        if (isFree && mayMove) foreseeMoved(board, person, size, at, target, chain);
      }
    }
    if (!mayMove) return;
    this.count++;
    chain.begin = begin;
    chain.end = end;
    chain.isTaken = false;
  }

  /** Against all that stands but the meetings of its own spell, which may come along; those are asked when the chain is taken. */
  private keepsOrder(member: number, target: number): boolean {
    const { board, from, to, size } = this;
    const { before, after, length } = board.compiled;
    const own = target >= to && target < to + size ? from : to;
    const earlier = before[member] as Int32Array;
    for (let index = 0; index < earlier.length; index++) {
      const other = earlier[index] as number;
      const at = board.start[other] as number;
      if (at !== -1 && at + (length[other] as number) > target && (at < own || at >= own + size)) return false;
    }
    const end = target + (length[member] as number);
    const later = after[member] as Int32Array;
    for (let index = 0; index < later.length; index++) {
      const at = board.start[later[index] as number] as number;
      if (at !== -1 && at < end && (at < own || at >= own + size)) return false;
    }
    return true;
  }

  /** Whether so many more meetings can go from the first spell to the second. Longer spells are asked when the chain is taken. */
  private hasRoomFor(surplus: number): boolean {
    return surplus === 0 || this.size > 1 || this.board.freeLanesAt(surplus > 0 ? this.to : this.from) >= Math.abs(surplus);
  }
}

function foretell({ breaks, missed, loose }: Chain, into: Foresight): void {
  into.breaks = breaks;
  into.missed = missed;
  into.loose = loose;
  into.gain = 0;
}
