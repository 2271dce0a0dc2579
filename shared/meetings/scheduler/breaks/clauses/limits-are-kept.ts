import { atMost } from '../totaliser.ts';
import { type Clauses, requestsOf } from './clauses.ts';

/** Nobody has more meetings than their limits for the summit and for a day. */
export function limitsAreKept(clauses: Clauses): void {
  const { compiled: { people, starts, limit, dayLimit, days, dayOf }, sat, begins, placed } = clauses;
  for (let person = 0; person < people; person++) {
    const own = requestsOf(clauses, person);
    if (own.length > (limit[person] as number)) atMost(sat, own.flatMap((request) => placed[request] ?? []), limit[person] as number);
    if (own.length <= (dayLimit[person] as number)) continue;
    for (let day = 0; day < days; day++) {
      atMost(sat, own.flatMap((request) => (begins[request] ?? []).filter((_, index) => dayOf[(starts[request] as Int32Array)[index] as number] === day)), dayLimit[person] as number);
    }
  }
}
