import { countBits, hasBit, lowestBit, shifted } from './bits.ts';
import { BreakCount } from './break-count.ts';
import type { Compiled } from './compiled.ts';
import { LooseDays } from './loose-days.ts';
import type { Meeting } from '../solution.ts';
import { someRivalNear } from './rivals.ts';
import { someWalkTooFar } from './walking.ts';

/** Where every request stands, by index; −1 where it is not placed. */
export type Arrangement = { readonly start: Int32Array; readonly lane: Int32Array };

/**
 * The plan under search, with counters that follow every step. `place` and `remove` keep the counters equal to `scoreOf`
 * (a property test holds them so); the caller sees to it that no hard rule is broken, by asking `clashesAt` and `laneFor`.
 */
export class Board {
  readonly start: Int32Array;
  readonly lane: Int32Array;
  /** Person by slot, lane by slot: the request that holds it, or −1. */
  readonly personAt: Int32Array;
  readonly laneAt: Int32Array;
  readonly held: Int32Array;
  readonly heldOnDay: Int32Array;
  gain = 0;
  weight = 0;
  mustPlaced = 0;
  shortfall = 0;
  missed = 0;

  private readonly pauses: BreakCount;
  /** Null where nobody's days should be compact. */
  private readonly looseDays: LooseDays | null;
  private readonly freeLanes: Int32Array;
  private readonly busySlots: Int32Array;
  private readonly reachable: Int32Array;
  private readonly optionals: boolean;

  constructor(readonly compiled: Compiled) {
    const { requests, people, slots, lanes, days, slotWords, openMask, minimum, optionalOf, compactPeople } = compiled;
    this.start = new Int32Array(requests).fill(-1);
    this.lane = new Int32Array(requests).fill(-1);
    this.personAt = new Int32Array(people * slots).fill(-1);
    this.laneAt = new Int32Array(lanes * slots).fill(-1);
    this.held = new Int32Array(people);
    this.heldOnDay = new Int32Array(people * days);
    this.freeLanes = openMask.slice();
    this.busySlots = new Int32Array(people * slotWords);
    this.pauses = new BreakCount(compiled);
    this.looseDays = compactPeople.length === 0 ? null : new LooseDays(compiled, this.busySlots, this.heldOnDay);
    this.reachable = new Int32Array(slotWords);
    this.shortfall = minimum.reduce((total, count) => total + count, 0);
    this.optionals = optionalOf.some((list) => list.length > 0);
  }

  get breaks(): number {
    return this.pauses.total;
  }

  get peopleWaiting(): readonly number[] {
    return this.pauses.peopleWaiting;
  }

  /** By how much a person's breaks would change if a meeting of so many slots went from one start to another; −1 for none. */
  breaksIfMoved(person: number, length: number, from: number, to: number): number {
    return this.pauses.ifMoved(this.personAt, person, length, from, to);
  }

  /** What keeps days from being compact, of everyone whose days should be. */
  get loose(): number {
    return this.looseDays === null ? 0 : this.looseDays.total;
  }

  /** What keeps a person's days from being compact; 0 for whose days need not be. */
  looseOf(person: number): number {
    return this.looseDays === null ? 0 : (this.looseDays.ofPerson[person] as number);
  }

  /** As `breaksIfMoved`, of what keeps days from being compact. */
  looseIfMoved(person: number, length: number, from: number, to: number): number {
    return this.looseDays === null || this.compiled.isCompact[person] === 0 ? 0 : this.looseDays.ifMoved(person, length, from, to);
  }

  /** By how much the spread of breaks exceeds the fairness asked for. */
  get unfairness(): number {
    return this.pauses.unfairness;
  }

  arrangement(): Arrangement {
    return { start: this.start.slice(), lane: this.lane.slice() };
  }

  /** Takes the place of everything on the board. */
  restore({ start, lane }: Arrangement): void {
    for (let request = 0; request < start.length; request++) {
      if (this.start[request] !== -1 && (this.start[request] !== start[request] || this.lane[request] !== lane[request])) this.remove(request);
    }
    for (let request = 0; request < start.length; request++) {
      if (this.start[request] === -1 && start[request] !== -1) this.place(request, start[request] as number, lane[request] as number);
    }
  }

  /** The plan in the order of the problem's requests. */
  meetings(): Meeting[] {
    return meetingsOf(this.compiled, this);
  }

  place(request: number, start: number, lane: number): void {
    const { slots, length, peopleOf, gain, weight, must, laneRoom, home, preferred, dayOf, days, minimum, slotWords, laneWords, isCompact } = this.compiled;
    const people = peopleOf[request] as Int32Array;
    const end = start + (length[request] as number);
    if (this.optionals) this.countAbsent(request, people, start, end, -1);
    this.start[request] = start;
    this.lane[request] = lane;
    const room = laneRoom[lane] as number;
    for (let slot = start; slot < end; slot++) {
      this.laneAt[lane * slots + slot] = request;
      const word = slot * laneWords + (lane >>> 5);
      this.freeLanes[word] = (this.freeLanes[word] as number) & ~(1 << (lane & 31));
    }
    for (let index = 0; index < people.length; index++) {
      const person = people[index] as number;
      for (let slot = start; slot < end; slot++) {
        this.personAt[person * slots + slot] = request;
        this.pauses.note(this.personAt, person, slot, 1);
        const word = person * slotWords + (slot >>> 5);
        this.busySlots[word] = (this.busySlots[word] as number) | (1 << (slot & 31));
      }
      const held = this.held[person] as number;
      this.held[person] = held + 1;
      if (held < (minimum[person] as number)) this.shortfall--;
      const day = person * days + (dayOf[start] as number);
      this.heldOnDay[day] = (this.heldOnDay[day] as number) + 1;
      if (this.looseDays !== null && isCompact[person] === 1) this.looseDays.note(person, dayOf[start] as number);
      if (home[person] !== -1 && home[person] !== room) this.missed++;
    }
    this.gain += gain[request] as number;
    this.weight += weight[request] as number;
    this.mustPlaced += must[request] as number;
    const wish = preferred[request];
    if (wish && wish[start] === 0) this.missed++;
    if (this.optionals) this.countAbsent(request, people, start, end, 1);
  }

  remove(request: number): void {
    const { slots, length, peopleOf, gain, weight, must, laneRoom, home, preferred, dayOf, days, minimum, slotWords, laneWords, isCompact } = this.compiled;
    const people = peopleOf[request] as Int32Array;
    const start = this.start[request] as number;
    const lane = this.lane[request] as number;
    const end = start + (length[request] as number);
    if (this.optionals) this.countAbsent(request, people, start, end, -1);
    this.start[request] = -1;
    this.lane[request] = -1;
    const room = laneRoom[lane] as number;
    for (let slot = start; slot < end; slot++) {
      this.laneAt[lane * slots + slot] = -1;
      const word = slot * laneWords + (lane >>> 5);
      this.freeLanes[word] = (this.freeLanes[word] as number) | (1 << (lane & 31));
    }
    for (let index = 0; index < people.length; index++) {
      const person = people[index] as number;
      for (let slot = start; slot < end; slot++) {
        this.personAt[person * slots + slot] = -1;
        this.pauses.note(this.personAt, person, slot, -1);
        const word = person * slotWords + (slot >>> 5);
        this.busySlots[word] = (this.busySlots[word] as number) & ~(1 << (slot & 31));
      }
      const held = (this.held[person] as number) - 1;
      this.held[person] = held;
      if (held < (minimum[person] as number)) this.shortfall++;
      const day = person * days + (dayOf[start] as number);
      this.heldOnDay[day] = (this.heldOnDay[day] as number) - 1;
      if (this.looseDays !== null && isCompact[person] === 1) this.looseDays.note(person, dayOf[start] as number);
      if (home[person] !== -1 && home[person] !== room) this.missed--;
    }
    this.gain -= gain[request] as number;
    this.weight -= weight[request] as number;
    this.mustPlaced -= must[request] as number;
    const wish = preferred[request];
    if (wish && wish[start] === 0) this.missed--;
    if (this.optionals) this.countAbsent(request, people, start, end, 1);
  }

  /** A lane free and fit for the request over its whole length, the least able first; −1 when there is none. Walking and rivals are asked unless told not to. */
  laneFor(request: number, start: number, ignoreOthers = false): number {
    const { kindOf, kindMask, laneWords, length, walking, rivals } = this.compiled;
    const kind = (kindOf[request] as number) * laneWords;
    const end = start + (length[request] as number);
    for (let word = 0; word < laneWords; word++) {
      let free = kindMask[kind + word] as number;
      for (let slot = start; slot < end; slot++) free &= this.freeLanes[slot * laneWords + word] as number;
      while (free !== 0) {
        const lane = word * 32 + lowestBit(free);
        if ((walking === null && rivals === null) || ignoreOthers || !this.isTooNearOrFar(request, start, lane)) return lane;
        free &= free - 1;
      }
    }
    return -1;
  }

  /** How many lanes are free in a slot, for whatever kind of request. */
  freeLanesAt(slot: number): number {
    const { laneWords } = this.compiled;
    let count = 0;
    for (let word = slot * laneWords; word < (slot + 1) * laneWords; word++) count += countBits(this.freeLanes[word] as number);
    return count;
  }

  /** A start from `from` on, round the grid, at which the request clashes with nothing; −1 when there is none. */
  freeStart(request: number, from: number): number {
    const { slotWords, startMask, peopleOf, length, limited } = this.compiled;
    const people = peopleOf[request] as Int32Array;
    if (limited) for (let index = 0; index < people.length; index++) if (this.atLimit(people[index] as number)) return -1;
    const steps = length[request] as number;
    let any = 0;
    for (let word = 0; word < slotWords; word++) {
      let open = startMask[request * slotWords + word] as number;
      for (let index = 0; index < people.length && open !== 0; index++) {
        const person = (people[index] as number) * slotWords;
        open &= ~(this.busySlots[person + word] as number);
        for (let step = 1; step < steps; step++) open &= ~shifted(this.busySlots, person, word, slotWords, step);
      }
      this.reachable[word] = open;
      any |= open;
    }
    if (any === 0) return -1;
    const first = from >>> 5;
    for (let turn = 0; turn <= slotWords; turn++) {
      const word = (first + turn) % slotWords;
      let open = this.reachable[word] as number;
      if (turn === 0) open &= -1 << (from & 31);
      while (open !== 0) {
        const start = word * 32 + lowestBit(open);
        if (this.laneFor(request, start) >= 0 && this.keepsOrder(request, start) && !this.dayIsFull(request, start)) return start;
        open &= open - 1;
      }
    }
    return -1;
  }

  /** A lane of the room asked for, if the request may stand there now without breaking any rule; else −1. */
  laneIn(request: number, start: number, isRoom: (room: number) => boolean): number {
    const { starts, peopleOf, length, slots, kindLanes, kindOf, laneRoom, openMask, laneWords } = this.compiled;
    if (!(starts[request] as Int32Array).includes(start)) return -1;
    const end = start + (length[request] as number);
    for (const person of peopleOf[request] as Int32Array) {
      if (this.atLimit(person)) return -1;
      for (let slot = start; slot < end; slot++) if (this.personAt[person * slots + slot] !== -1) return -1;
    }
    if (this.dayIsFull(request, start) || !this.keepsOrder(request, start)) return -1;
    for (const lane of kindLanes[kindOf[request] as number] as Int32Array) {
      if (!isRoom(laneRoom[lane] as number)) continue;
      let free = true;
      for (let slot = start; slot < end; slot++) free &&= hasBit(openMask, slot * laneWords, lane) && this.laneAt[lane * slots + slot] === -1;
      if (free && !this.isTooNearOrFar(request, start, lane)) return lane;
    }
    return -1;
  }

  atLimit(person: number): boolean {
    return (this.held[person] as number) >= (this.compiled.limit[person] as number);
  }

  dayIsFull(request: number, start: number): boolean {
    const { limited, peopleOf, dayLimit, days, dayOf } = this.compiled;
    if (!limited) return false;
    const people = peopleOf[request] as Int32Array;
    for (let index = 0; index < people.length; index++) {
      const person = people[index] as number;
      if ((this.heldOnDay[person * days + (dayOf[start] as number)] as number) >= (dayLimit[person] as number)) return true;
    }
    return false;
  }

  keepsOrder(request: number, start: number): boolean {
    const { before, after, length, ordered } = this.compiled;
    if (!ordered) return true;
    for (const other of before[request] as Int32Array) {
      const at = this.start[other] as number;
      if (at >= 0 && at + (length[other] as number) > start) return false;
    }
    const end = start + (length[request] as number);
    for (const other of after[request] as Int32Array) {
      const at = this.start[other] as number;
      if (at >= 0 && at < end) return false;
    }
    return true;
  }

  /** Whether someone could not walk in time between this place and a meeting they have on the same day, or a rival is in the room or next. */
  isTooNearOrFar(request: number, start: number, lane: number): boolean {
    return someWalkTooFar(this, request, start, lane, () => true) || someRivalNear(this, request, start, lane, () => true);
  }

  /** Adds (or takes off) the optional people who cannot come, of this request and of those its own people were to visit. */
  private countAbsent(request: number, people: Int32Array, start: number, end: number, sign: number): void {
    const { optionalOf, optionalFor, length } = this.compiled;
    if (this.start[request] !== -1) for (const person of optionalOf[request] as Int32Array) if (this.cannotCome(person, start, end)) this.missed += sign;
    for (const person of people) {
      for (const other of optionalFor[person] as Int32Array) {
        const at = this.start[other] as number;
        if (at === -1 || other === request) continue;
        const otherEnd = at + (length[other] as number);
        if (at < end && start < otherEnd && this.cannotCome(person, at, otherEnd)) this.missed += sign;
      }
    }
  }

  private cannotCome(person: number, start: number, end: number): boolean {
    const { slots, away } = this.compiled;
    for (let slot = start; slot < end; slot++) if (this.personAt[person * slots + slot] !== -1 || away[person * slots + slot] === 1) return true;
    return false;
  }
}

export function meetingsOf({ facts, laneRoom }: Compiled, { start, lane }: Arrangement): Meeting[] {
  const { requests, rooms } = facts.problem;
  return requests.flatMap(({ id }, request) => {
    const room = rooms[laneRoom[lane[request] as number] ?? -1];
    return start[request] === -1 || room === undefined ? [] : [{ request: id, slot: start[request] as number, room: room.id }];
  });
}
