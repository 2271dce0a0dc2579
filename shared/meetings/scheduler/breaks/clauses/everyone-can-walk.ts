import type { Clauses } from './clauses.ts';

/** Nobody leaves one room too late to be in time in another on the same day. */
export function everyoneCanWalk({ compiled: { people, peopleOf, walking, dayOf, startsAt, endsAt, facts }, sat, classes, ways }: Clauses): void {
  if (walking === null) return;
  const rooms = facts.problem.rooms.length;
  for (let person = 0; person < people; person++) {
    const own = ways.filter((way) => (peopleOf[way.request] as Int32Array).includes(person));
    for (const from of own) {
      for (const to of own) {
        if (from.last >= to.start || from.request === to.request || dayOf[from.last] !== dayOf[to.start]) continue;
        const gap = Math.max(0, (startsAt[to.start] as number) - (endsAt[from.last] as number));
        if ((walking[(classes[from.room]?.room ?? 0) * rooms + (classes[to.room]?.room ?? 0)] as number) > gap) sat.add([-from.literal, -to.literal]);
      }
    }
  }
}
