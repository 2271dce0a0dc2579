import type { Compiled } from './compiled.ts';
import type { ScheduleProblem } from '../problem.ts';

/** For each request those it must not be near: they name somebody who is kept apart from one of its own. A request with both of a pair is its own rival. */
export function rivalsOf({ apart = [], requests }: Pick<ScheduleProblem, 'apart' | 'requests'>): Map<string, Set<string>> {
  const byPerson = new Map<string, string[]>();
  for (const { id, people } of requests) for (const person of people) { const list = byPerson.get(person); if (list) list.push(id); else byPerson.set(person, [id]); }
  const rivals = new Map<string, Set<string>>();
  const note = (one: string, other: string) => { const set = rivals.get(one); if (set) set.add(other); else rivals.set(one, new Set([other])); };
  for (const [a, b] of apart) for (const one of byPerson.get(a) ?? []) for (const other of byPerson.get(b) ?? []) { note(one, other); note(other, one); }
  return rivals;
}

/** Neighbouring slots are too near, whatever the clock says. */
export function minutesApart({ apartMinutes }: Pick<ScheduleProblem, 'apartMinutes'>): number {
  return Math.max(1, apartMinutes ?? 1);
}

/** Rival requests by index; null where nobody is kept apart, so that others pay nothing for the rule. */
export function compiledRivals(problem: ScheduleProblem): readonly Int32Array[] | null {
  if (problem.apart === undefined || problem.apart.length === 0) return null;
  const index = new Map(problem.requests.map(({ id }, request) => [id, request]));
  const rivals = rivalsOf(problem);
  return problem.requests.map(({ id }) => Int32Array.from(rivals.get(id) ?? [], (other) => index.get(other) ?? -1));
}

/** Where every request stands: its start and its lane, −1 where it is not placed. */
type Placed = { readonly compiled: Compiled; readonly start: Int32Array; readonly lane: Int32Array };

/** Calls with every rival's meeting that is too near this place, until the call answers true; whether it did. */
export function someRivalNear({ compiled, start: starts, lane: lanes }: Placed, request: number, start: number, lane: number, found: (other: number) => boolean): boolean {
  const { rivals, laneRoom, length, dayOf, startsAt, endsAt, facts } = compiled;
  if (rivals === null) return false;
  const room = laneRoom[lane] as number;
  const end = start + (length[request] as number) - 1;
  const apart = minutesApart(facts.problem);
  for (const other of rivals[request] as Int32Array) {
    const at = starts[other] as number;
    if (at === -1 || other === request || laneRoom[lanes[other] as number] !== room || dayOf[at] !== dayOf[start]) continue;
    const last = at + (length[other] as number) - 1;
    const gap = at > start ? (startsAt[at] as number) - (endsAt[end] as number) : (startsAt[start] as number) - (endsAt[last] as number);
    if (gap < apart && found(other)) return true;
  }
  return false;
}
