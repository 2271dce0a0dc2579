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

  private countRuns(person: number, line: number, change: number): void {
    const runs = this.runs[line] as number;
    const difference = Math.max(0, runs + change - 1) - Math.max(0, runs - 1);
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
