import type { Random } from '#shared/kernel/random.ts';
import { hasBit } from '../board/bits.ts';
import type { Board } from '../board/board.ts';
import { stride } from './improve.ts';
import type { Meter } from './meter.ts';

/** In changes of room: at first one more is taken now and then, at the end hardly ever. */
const heat = { from: 0.6, to: 0.1 };
/** A home room is missed on the level above, so it outweighs any change. */
const homePrice = 5;

/**
 * Gives meetings other rooms at the same hours, so that people change rooms between two meetings of a day as seldom as can be found and no more
 * home rooms are missed than before. Everything above stays as it is: hours are not touched.
 */
export function* settleRooms(board: Board, random: Random, meter: Meter): Generator<void, void> {
  const { requests, kindLanes, kindOf } = board.compiled;
  const placed = Array.from({ length: requests }, (_, request) => request).filter((request) => board.start[request] !== -1 && (kindLanes[kindOf[request] as number] as Int32Array).length > 1);
  if (placed.length === 0) return;
  const rooms = new Rooms(board, random);
  const missed = board.missed;
  let best = board.arrangement();
  let [gained, most] = [0, 0];
  for (let share = meter.spent(0); share < 1; share = meter.spent(stride)) {
    const temperature = heat.from * (heat.to / heat.from) ** share;
    for (let step = 0; step < stride; step++) {
      gained -= rooms.change(random.pick(placed), -temperature * Math.log(1 - random.next()));
      if (gained <= most || board.missed > missed) continue;
      most = gained;
      best = board.arrangement();
    }
    yield;
  }
  board.restore(best);
}

class Rooms {
  constructor(private readonly board: Board, private readonly random: Random) {}

  /** Another room for a meeting, in exchange for its own where that is taken; by how much the price went up, 0 where nothing was done. */
  change(request: number, most: number): number {
    const { board } = this;
    const { laneRoom, kindMask, kindOf, laneWords } = board.compiled;
    const [lane, home] = [this.wishedLane(request), board.lane[request] as number];
    if (lane === -1 || laneRoom[lane] === laneRoom[home] || !hasBit(kindMask, (kindOf[request] as number) * laneWords, lane)) return 0;
    const other = this.holderOf(request, lane);
    if (other === null || (other !== -1 && !hasBit(kindMask, (kindOf[other] as number) * laneWords, home))) return 0;
    const price = this.price(request, lane) + (other === -1 ? 0 : this.price(other, home));
    return price <= most && this.move(request, lane, other, home) ? price : 0;
  }

  /** Half of the time the room in which one of its people is before or after, else any. */
  private wishedLane(request: number): number {
    const { board, random } = this;
    const { kindLanes, kindOf, peopleOf } = board.compiled;
    if (random.below(2) === 0) return random.pick(kindLanes[kindOf[request] as number] as unknown as readonly number[]);
    const beside = this.neighbour(random.pick(peopleOf[request] as unknown as readonly number[]), request, random.below(2) === 0 ? -1 : 1);
    return beside === -1 ? -1 : (board.lane[beside] as number);
  }

  /** The meeting of the same time that holds a lane, −1 where it is free, null where it cannot be had. */
  private holderOf(request: number, lane: number): number | null {
    const { board } = this;
    const { slots, length, openMask, laneWords } = board.compiled;
    const start = board.start[request] as number;
    const holder = board.laneAt[lane * slots + start] as number;
    if (holder !== -1) return board.start[holder] === start && length[holder] === length[request] ? holder : null;
    for (let slot = start; slot < start + (length[request] as number); slot++) {
      if (board.laneAt[lane * slots + slot] !== -1 || !hasBit(openMask, slot * laneWords, lane)) return null;
    }
    return -1;
  }

  private price(request: number, lane: number): number {
    const { board } = this;
    const { peopleOf, laneRoom, home } = board.compiled;
    const [room, old] = [laneRoom[lane] as number, laneRoom[board.lane[request] as number] as number];
    const people = peopleOf[request] as Int32Array;
    let price = 0;
    for (let index = 0; index < people.length; index++) {
      const person = people[index] as number;
      for (let way = -1; way <= 1; way += 2) {
        const beside = this.neighbour(person, request, way);
        if (beside === -1) continue;
        const there = laneRoom[board.lane[beside] as number];
        price += (there === room ? 0 : 1) - (there === old ? 0 : 1);
      }
      if (home[person] !== -1) price += homePrice * ((home[person] === room ? 0 : 1) - (home[person] === old ? 0 : 1));
    }
    return price;
  }

  /** A person's meeting before (−1) or after (1) a meeting of the same day; −1 where there is none. */
  private neighbour(person: number, request: number, way: number): number {
    const { board } = this;
    const { slots, length, dayOf } = board.compiled;
    const start = board.start[request] as number;
    const day = dayOf[start];
    for (let slot = way === -1 ? start - 1 : start + (length[request] as number); slot >= 0 && slot < slots && dayOf[slot] === day; slot += way) {
      const other = board.personAt[person * slots + slot] as number;
      if (other !== -1) return other;
    }
    return -1;
  }

  /** False, and an unchanged board, where walking or rivals forbid it. */
  private move(request: number, lane: number, other: number, home: number): boolean {
    const { board } = this;
    const start = board.start[request] as number;
    board.remove(request);
    if (other !== -1) board.remove(other);
    if (!board.isTooNearOrFar(request, start, lane)) {
      board.place(request, start, lane);
      if (other === -1) return true;
      if (!board.isTooNearOrFar(other, start, home)) {
        board.place(other, start, home);
        return true;
      }
      board.remove(request);
    }
    if (other !== -1) board.place(other, start, lane);
    board.place(request, start, home);
    return false;
  }
}
