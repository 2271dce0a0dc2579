import { exactly, sameCount } from '../totaliser.ts';
import { type Clauses, requestsOf } from './clauses.ts';

/** Implied, and told so that counting need not be discovered: a person's meetings fill exactly so many slots. */
export function meetingsAreCounted(clauses: Clauses): void {
  const { compiled: { people, slots, length }, sat, wanted, placed, busy } = clauses;
  for (let person = 0; person < people; person++) {
    const own = requestsOf(clauses, person);
    const filled = busy.slice(person * slots, (person + 1) * slots).flatMap((literal) => literal ?? []);
    if (own.length === 0) continue;
    if (own.every((request) => wanted[request] === 1)) exactly(sat, filled, own.reduce((total, request) => total + (length[request] as number), 0));
    else if (own.every((request) => length[request] === 1)) sameCount(sat, own.flatMap((request) => placed[request] ?? []), filled);
  }
}
