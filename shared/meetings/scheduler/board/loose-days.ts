import { clearBit, countBits, lowestBit, setBit } from './bits.ts';
import type { Compiled } from './compiled.ts';

/**
 * What keeps the days of some people from being compact: slots in which they could be met between the first and the last meeting of a day
 * and are not, and days with one meeting alone. Reads the sets of a board and keeps the sum.
 */
export class LooseDays {
  total = 0;
  /** Of each person. */
  readonly ofPerson: Int32Array;
  /** Person by day. */
  private readonly ofDay: Int32Array;
  /** Day by word: the slots of the day. */
  private readonly dayMask: Int32Array;
  /** A person's slots as they would be. */
  private readonly thought: Int32Array;

  /** `busy`: person by word, the slots taken; `heldOnDay`: person by day, the meetings. Both are kept by the board. */
  constructor(private readonly compiled: Compiled, private readonly busy: Int32Array, private readonly heldOnDay: Int32Array) {
    const { people, days, slots, slotWords, dayOf } = compiled;
    this.ofPerson = new Int32Array(people);
    this.ofDay = new Int32Array(people * days);
    this.dayMask = new Int32Array(days * slotWords);
    this.thought = new Int32Array(slotWords);
    for (let slot = 0; slot < slots; slot++) setBit(this.dayMask, (dayOf[slot] as number) * slotWords, slot);
  }

  /** After a meeting of a person on a day came or went. */
  note(person: number, day: number): void {
    const { days, slotWords } = this.compiled;
    const key = person * days + day;
    const is = this.on(this.busy, person * slotWords, person, day, this.heldOnDay[key] as number);
    const change = is - (this.ofDay[key] as number);
    this.ofDay[key] = is;
    this.ofPerson[person] = (this.ofPerson[person] as number) + change;
    this.total += change;
  }

  /** By how much it would change if a meeting of a person, of so many slots, went to another start. `from` −1: it is a new one; `to` −1: it goes for good. */
  ifMoved(person: number, length: number, from: number, to: number): number {
    const { busy, thought, compiled: { slotWords, dayOf } } = this;
    for (let word = 0; word < slotWords; word++) thought[word] = busy[person * slotWords + word] as number;
    if (from !== -1) for (let slot = from; slot < from + length; slot++) clearBit(thought, 0, slot);
    if (to !== -1) for (let slot = to; slot < to + length; slot++) setBit(thought, 0, slot);
    const left = from === -1 ? -1 : (dayOf[from] as number);
    const entered = to === -1 ? -1 : (dayOf[to] as number);
    if (left === entered) return this.differenceOn(person, left, 0);
    return (left === -1 ? 0 : this.differenceOn(person, left, -1)) + (entered === -1 ? 0 : this.differenceOn(person, entered, 1));
  }

  private differenceOn(person: number, day: number, more: number): number {
    const key = person * this.compiled.days + day;
    return this.on(this.thought, 0, person, day, (this.heldOnDay[key] as number) + more) - (this.ofDay[key] as number);
  }

  private on(busy: Int32Array, row: number, person: number, day: number, held: number): number {
    if (held === 0) return 0;
    const { dayMask, compiled: { slotWords, awayMask } } = this;
    let [first, last, taken] = [-1, -1, 0];
    for (let word = 0; word < slotWords; word++) {
      const here = (busy[row + word] as number) & (dayMask[day * slotWords + word] as number);
      if (here === 0) continue;
      taken += countBits(here);
      if (first === -1) first = word * 32 + lowestBit(here);
      last = word * 32 + 31 - Math.clz32(here);
    }
    let open = 0;
    for (let word = first >>> 5; word <= last >>> 5; word++) {
      let here = (dayMask[day * slotWords + word] as number) & ~(awayMask[person * slotWords + word] as number);
      if (word === first >>> 5) here &= -1 << (first & 31);
      if (word === last >>> 5) here &= -1 >>> (31 - (last & 31));
      open += countBits(here);
    }
    return open - taken + (held === 1 ? 1 : 0);
  }
}
