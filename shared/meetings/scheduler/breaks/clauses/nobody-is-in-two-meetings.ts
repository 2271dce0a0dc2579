import type { Compiled } from '../../board/compiled.ts';
import type { Literal, SatInstance } from '../sat-port.ts';
import { anyOf } from '../totaliser.ts';

/** Nobody is in two meetings at once. Gives, person by slot, a literal that holds exactly when the person is in a meeting; null: never. */
export function nobodyIsInTwoMeetings({ people, slots, requests, starts, length, peopleOf }: Compiled, sat: SatInstance, begins: readonly (readonly Literal[])[]): (Literal | null)[] {
  /** Person by slot: what would keep the person there. */
  const covering = Array.from({ length: people * slots }, () => new Map<number, Literal[]>());
  for (let request = 0; request < requests; request++) {
    for (const [index, literal] of (begins[request] ?? []).entries()) {
      const start = (starts[request] as Int32Array)[index] as number;
      for (const person of peopleOf[request] as Int32Array) {
        for (let slot = start; slot < start + (length[request] as number); slot++) {
          const there = covering[person * slots + slot];
          const list = there?.get(request);
          if (list) list.push(literal);
          else there?.set(request, [literal]);
        }
      }
    }
  }
  // Starts of one request exclude each other already.
  for (const there of covering) {
    const lists = [...there.values()];
    for (const [index, list] of lists.entries()) for (const other of lists.slice(index + 1)) for (const a of list) for (const b of other) sat.add([-a, -b]);
  }
  return covering.map((there) => anyOf(sat, [...there.values()].flat()));
}
