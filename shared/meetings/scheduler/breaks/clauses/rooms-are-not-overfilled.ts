import type { Compiled } from '../../board/compiled.ts';
import type { Literal } from '../sat-port.ts';
import { anyOf, atMost } from '../totaliser.ts';
import type { Clauses } from './clauses.ts';

/**
 * A class of rooms holds no more meetings at once than it has lanes. Of one person's requests one at most is held at a time, so they are
 * counted as one: a few hosts who between them are in every meeting make a much shorter count.
 */
export function roomsAreNotOverfilled({ compiled, sat, classes, ways, busy }: Clauses): void {
  const { slots, people } = compiled;
  const [size] = compiled.peopleOf.map((list) => list.length);
  if (classes.length === 1 && size !== undefined && compiled.peopleOf.every((list) => list.length === size)) {
    // Implied where all meetings are of one size: so many people are in meetings at once. It ties the rooms to everyone's breaks (measured: 6 s for more than 60).
    for (let slot = 0; slot < slots; slot++) {
      const present = Array.from({ length: people }, (_, person) => busy[person * slots + slot] ?? []).flat();
      atMost(sat, present, size * (classes[0]?.lanes.length ?? 0));
    }
  }
  const hosts = hostOf(compiled);
  for (const [room, { lanes }] of classes.entries()) {
    const held = Array.from({ length: slots }, () => new Map<number, Literal[]>());
    for (const way of ways) {
      if (way.room !== room) continue;
      const host = hosts[way.request] as number;
      for (let slot = way.start; slot <= way.last; slot++) held[slot]?.set(host, [...(held[slot]?.get(host) ?? []), way.literal]);
    }
    for (const byHost of held) {
      if (byHost.size <= lanes.length) continue;
      atMost(sat, [...byHost.values()].map((list) => anyOf(sat, list) as Literal), lanes.length);
    }
  }
}

/** For every request one of its people, chosen so that few people stand for all requests. */
function hostOf({ requests, people, peopleOf }: Compiled): Int32Array {
  const host = new Int32Array(requests).fill(-1);
  const open = new Int32Array(people);
  for (const list of peopleOf) for (const person of list) open[person] = (open[person] as number) + 1;
  for (;;) {
    const busiest = open.reduce((best, count, person) => (count > (open[best] as number) ? person : best), 0);
    if ((open[busiest] ?? 0) === 0) return host;
    for (let request = 0; request < requests; request++) {
      if (host[request] !== -1 || !(peopleOf[request] as Int32Array).includes(busiest)) continue;
      host[request] = busiest;
      for (const person of peopleOf[request] as Int32Array) open[person] = (open[person] as number) - 1;
    }
  }
}
