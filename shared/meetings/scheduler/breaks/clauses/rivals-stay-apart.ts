import { minutesApart } from '../../board/rivals.ts';
import type { Clauses, Way } from './clauses.ts';

/** Rivals are not in one room at the same time, nor right after each other. */
export function rivalsStayApart({ compiled: { requests, rivals, dayOf, startsAt, endsAt, facts }, sat, ways }: Clauses): void {
  if (rivals === null) return;
  const apart = minutesApart(facts.problem);
  const waysOf = Array.from({ length: requests }, () => [] as Way[]);
  for (const way of ways) waysOf[way.request]?.push(way);
  for (const one of ways) {
    for (const rival of rivals[one.request] as Int32Array) {
      for (const other of waysOf[rival] ?? []) {
        if (other.room !== one.room || other.start < one.start || dayOf[other.start] !== dayOf[one.start]) continue;
        if ((startsAt[other.start] as number) - (endsAt[one.last] as number) < apart) sat.add([-one.literal, -other.literal]);
      }
    }
  }
}
