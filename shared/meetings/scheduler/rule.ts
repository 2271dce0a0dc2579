import type { Facts } from './facts.ts';
import type { Meeting } from './solution.ts';

/** Where a plan breaks a rule: the meetings, people, rooms and slots it concerns, by id and index. */
export type Breach = {
  readonly rule: string;
  readonly requests: readonly string[];
  readonly people: readonly string[];
  readonly rooms: readonly string[];
  readonly slots: readonly number[];
};

/** A hard rule: one sentence, and the ability to point at its breaches on a plan. */
export type Rule = {
  readonly code: string;
  readonly sentence: string;
  breaches(facts: Facts, plan: readonly Meeting[]): Breach[];
};

export function breach(rule: string, concerns: Partial<Omit<Breach, 'rule'>>): Breach {
  return { rule, requests: [], people: [], rooms: [], slots: [], ...concerns };
}
