import { quickBound } from './bound.ts';
import { sizeOf } from '../board/bits.ts';
import type { Compiled } from '../board/compiled.ts';
import type { News } from './prove.ts';

/** What no plan can beat, level by level, as far as it is known. A bound found for plans with so many musts says nothing of plans with fewer. */
export class Bounds {
  /** Requests that must be placed, and how many of them can be at most. */
  readonly musts: number;
  mostMusts: number;
  /** What requests that are forced in bring beside their weight. */
  private readonly forced: number;
  /** Meetings that people miss to their minimums in every plan: they may not have so many, or are not asked for so often. */
  readonly shortfall: number;
  /** Musts that have a start at all, and the weight of everything that has one. */
  private readonly possible: { readonly musts: number; readonly weight: number };
  /** The requests of each person whose days should be compact and who can have one meeting only. */
  private lone: readonly (readonly number[])[] = [];
  private readonly weights: { readonly musts: number; readonly weight: number }[];
  private readonly wishes: { readonly musts: number; readonly weight: number; readonly missed: number; readonly isCalm: boolean }[] = [];

  constructor(private readonly compiled: Compiled) {
    let musts = 0;
    let possible = 0;
    let total = 0;
    let forced = 0;
    const worth = mustWorth(compiled);
    const asked = new Int32Array(compiled.people);
    for (let request = 0; request < compiled.requests; request++) {
      const isPossible = sizeOf(compiled.startMask, request * compiled.slotWords, compiled.slotWords) > 0;
      musts += compiled.must[request] as number;
      if (!isPossible) continue;
      possible += compiled.must[request] as number;
      total += compiled.weight[request] as number;
      forced += (compiled.gain[request] as number) - (compiled.weight[request] as number) - (compiled.must[request] as number) * worth;
      for (const person of compiled.peopleOf[request] as Int32Array) asked[person] = (asked[person] as number) + 1;
    }
    this.forced = forced;
    this.musts = musts;
    this.mostMusts = possible;
    this.possible = { musts: possible, weight: total };
    this.shortfall = compiled.minimum.reduce((sum, least, person) => sum + Math.max(0, least - Math.min(asked[person] as number, compiled.limit[person] as number)), 0);
    this.weights = [{ musts: 0, weight: total }];
    if (compiled.preferred.every((wish) => wish === null)) this.wishes.push({ musts: 0, weight: 0, missed: 0, isCalm: false });
  }

  /** Looks closer; a blink, but the first plan need not wait for it. */
  sharpen(): void {
    const { compiled: { compactPeople, startMask, slotWords, peopleOf, limit } } = this;
    this.weights.push({ musts: 0, weight: quickBound(this.compiled) });
    this.lone = compactPeople.flatMap((person) => {
      const asked = [...peopleOf.keys()].filter((request) => peopleOf[request]?.includes(person) && sizeOf(startMask, request * slotWords, slotWords) > 0);
      return Math.min(asked.length, limit[person] as number) === 1 ? [asked] : [];
    });
  }

  hear(news: News): void {
    if (news.kind === 'musts') this.mostMusts = Math.min(this.mostMusts, news.most);
    if (news.kind === 'bound') this.weights.push(news);
    if (news.kind === 'wishes') this.wishes.push(news);
  }

  /** No plan that places at least so many musts weighs more. */
  weight(musts: number): number {
    return this.weights.reduce((least, bound) => (bound.musts <= musts ? Math.min(least, bound.weight) : least), Infinity);
  }

  /** Every plan with so many musts and so much weight misses so many wishes, where `isCalm` every one in which nobody waits or lacks a meeting to their minimum; null while nothing is known. */
  missed(musts: number, weight: number, isCalm: boolean): number | null {
    const known = this.wishes.filter((bound) => bound.musts <= musts && bound.weight <= weight && (isCalm || !bound.isCalm));
    return known.length === 0 ? null : known.reduce((most, bound) => Math.max(most, bound.missed), 0);
  }

  /** Every plan with so many musts and so much weight has so many days with one meeting alone: of those who can have one only, and have it. */
  loose(musts: number, weight: number): number {
    const { possible, compiled } = this;
    const isPlaced = (request: number) => (compiled.must[request] === 1 && musts >= possible.musts) || weight > possible.weight - (compiled.weight[request] as number);
    return this.lone.filter((requests) => requests.some(isPlaced)).length;
  }

  /** What reaching the bounds is worth on the first two levels together. */
  get enough(): number {
    return this.mostMusts * mustWorth(this.compiled) + this.weight(this.mostMusts) + this.forced;
  }
}

/** As a board's gain counts it: more than all weights together. */
function mustWorth({ weight }: Compiled): number {
  return weight.reduce((total, value) => total + value, 0) + 1;
}
