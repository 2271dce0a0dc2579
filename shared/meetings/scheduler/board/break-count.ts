import type { Compiled } from './compiled.ts';

/** Breaks of every person, kept by counting the runs of meetings in each line of slots: a line with three runs has two breaks. */
export class BreakCount {
  total = 0;
  /** Of each person. */
  readonly ofPerson: Int32Array;
  private readonly runs: Int32Array;
  /** How many people have so many breaks. */
  private readonly peopleWith: Int32Array;
  /** People with breaks, without order, and where each stands in that list. */
  private readonly waiting: number[] = [];
  private readonly waitingAt: Int32Array;

  constructor(private readonly compiled: Compiled) {
    const { people, lines, slots } = compiled;
    this.runs = new Int32Array(people * lines);
    this.ofPerson = new Int32Array(people);
    this.waitingAt = new Int32Array(people);
    this.peopleWith = new Int32Array(slots + 2);
    this.peopleWith[0] = people;
  }

  /** By how much the spread of breaks exceeds the fairness asked for. */
  get unfairness(): number {
    const { fairness, people } = this.compiled;
    if (fairness < 0 || people === 0) return 0;
    let least = 0;
    while (this.peopleWith[least] === 0) least++;
    let most = this.peopleWith.length - 1;
    while (this.peopleWith[most] === 0) most--;
    return Math.max(0, most - least - fairness);
  }

  /** Everyone who has a break now. */
  get peopleWaiting(): readonly number[] {
    return this.waiting;
  }

  /** After a slot of a person was taken (1) or given back (−1): a slot between two runs joins them, one by itself is a run. */
  note(personAt: Int32Array, person: number, slot: number, sign: 1 | -1): void {
    const { slots, earlier, later, lineOf, lines } = this.compiled;
    const row = person * slots;
    const prior = earlier[row + slot] as number;
    const next = later[row + slot] as number;
    const joins = (prior >= 0 && personAt[row + prior] !== -1 ? 1 : 0) + (next >= 0 && personAt[row + next] !== -1 ? 1 : 0);
    if (joins !== 1) this.countRuns(person, person * lines + (lineOf[slot] as number), sign * (1 - joins));
  }

  /**
   * By how much a person's breaks would change if a meeting of theirs went to other slots. `from` −1: it is a new one; `to` −1: it goes for
   * good. The slots of a meeting follow one another in its line, so it is one run or part of one, whatever its length.
   */
  ifMoved(personAt: Int32Array, person: number, length: number, from: number, to: number): number {
    const { slots, earlier, later, lineOf, lines } = this.compiled;
    const row = person * slots;
    const left = from === -1 ? -1 : person * lines + (lineOf[from] as number);
    const entered = to === -1 ? -1 : person * lines + (lineOf[to] as number);
    const fewer = from === -1 ? 0 : touching(from, -1) - 1;
    const more = to === -1 ? 0 : 1 - touching(to, from);
    if (left === entered) return this.differenceBy(left, fewer + more);
    return (left === -1 ? 0 : this.differenceBy(left, fewer)) + (entered === -1 ? 0 : this.differenceBy(entered, more));

    /** At how many of its ends a meeting at `start` touches another, the one at `without` not counted. */
    function touching(start: number, without: number): number {
      return held(earlier[row + start] as number, without) + held(later[row + start + length - 1] as number, without);
    }

    function held(slot: number, without: number): number {
      return slot < 0 || personAt[row + slot] === -1 || (without !== -1 && slot >= without && slot < without + length) ? 0 : 1;
    }
  }

  private differenceBy(line: number, change: number): number {
    const runs = this.runs[line] as number;
    return Math.max(0, runs + change - 1) - Math.max(0, runs - 1);
  }

  private countRuns(person: number, line: number, change: number): void {
    const runs = this.runs[line] as number;
    const difference = this.differenceBy(line, change);
    this.runs[line] = runs + change;
    if (difference === 0) return;
    const breaks = this.ofPerson[person] as number;
    this.ofPerson[person] = breaks + difference;
    this.total += difference;
    if (breaks === 0) this.waitingAt[person] = this.waiting.push(person) - 1;
    else if (breaks + difference === 0) this.noLongerWaits(person);
    this.peopleWith[breaks] = (this.peopleWith[breaks] as number) - 1;
    this.peopleWith[breaks + difference] = (this.peopleWith[breaks + difference] as number) + 1;
  }

  private noLongerWaits(person: number): void {
    const last = this.waiting.pop() as number;
    const at = this.waitingAt[person] as number;
    if (last === person) return;
    this.waiting[at] = last;
    this.waitingAt[last] = at;
  }
}
