import type { PlacementModel } from './placement-model.ts';
import type { Literal } from './sat-port.ts';
import { count } from './totaliser.ts';

/**
 * Breaks as clauses. A run is a stretch of meetings without a pause; somebody with three runs waits twice. By person: the literal at `k`
 * holds exactly when the person has at least `k + 1` breaks.
 */
export type BreakModel = { readonly breaks: readonly (readonly Literal[])[] };

/** Adds breaks to a model of plans. With `fairness` no two people's breaks may differ by more. */
export function breakModel({ compiled, sat, busy }: PlacementModel, fairness: number | null): BreakModel {
  const { people, slots, lines, earlier, later, lineOf } = compiled;
  const breaks = Array.from({ length: people }, (_, person) => {
    const counted = Array.from({ length: lines }, (_, line) => count(sat, runStarts(person, line), slots, 'both').slice(1));
    return counted.length === 1 ? counted[0] ?? [] : count(sat, counted.flat(), slots, 'both');
  });
  if (lines === 1) for (let person = 0; person < people; person++) noPauseWithin(person);
  if (fairness !== null) keepFair(fairness);
  return { breaks };

  /** Literals that hold exactly where the person begins a run. */
  function runStarts(person: number, line: number): Literal[] {
    const row = person * slots;
    const found: Literal[] = [];
    for (let slot = 0; slot < slots; slot++) {
      const here = busy[row + slot];
      if (here === null || here === undefined || lineOf[slot] !== line) continue;
      const prior = earlier[row + slot] as number;
      const before = prior === -1 ? null : busy[row + prior] ?? null;
      if (before === null) {
        found.push(here);
        continue;
      }
      const begins = sat.variable();
      sat.add([-here, before, begins]);
      sat.add([-begins, here]);
      sat.add([-begins, -before]);
      found.push(begins);
    }
    return found;
  }

  /** Implied, and told so that one need not look slot by slot: whoever has met, will meet and does not meet now has a break, unless the slot is passed over. */
  function noPauseWithin(person: number): void {
    const [broken] = breaks[person] as Literal[];
    if (broken === undefined) return;
    const line = Array.from({ length: slots }, (_, slot) => busy[person * slots + slot] ?? null);
    const met = spread(line);
    const willMeet = spread([...line].reverse()).reverse();
    for (let slot = 1; slot < slots - 1; slot++) {
      const [before, here, after] = [met[slot - 1], line[slot], willMeet[slot + 1]];
      const counts = here !== null || later[person * slots + slot] !== -1;
      if (before && after && counts) sat.add([-before, -after, broken, ...(here ? [here] : [])]);
    }
  }

  /** By slot a literal that holds from the first of the literals on that holds. */
  function spread(line: readonly (Literal | null)[]): (Literal | null)[] {
    let last: Literal | null = null;
    return line.map((here) => {
      if (here === null || last === null) return (last ??= here);
      const met = sat.variable();
      sat.add([-last, met]);
      sat.add([-here, met]);
      sat.add([last, here, -met]);
      return (last = met);
    });
  }

  /** As soon as anybody has `k + fairness` breaks, everybody has at least `k`. */
  function keepFair(most: number): void {
    for (let least = 1; least + most <= slots; least++) {
      const tooMany = breaks.flatMap((own) => own[least + most - 1] ?? []);
      if (tooMany.length === 0) return;
      if (breaks.some((own) => own[least - 1] === undefined)) {
        for (const literal of tooMany) sat.add([-literal]);
        return;
      }
      const somebody = sat.variable();
      for (const literal of tooMany) sat.add([-literal, somebody]);
      for (const own of breaks) sat.add([-somebody, own[least - 1] as Literal]);
    }
  }
}
