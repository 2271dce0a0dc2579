import { breakModel } from './break-model.ts';
import type { Compiled } from '../board/compiled.ts';
import { placementModel } from './placement-model.ts';
import type { Literal, SatInstance, SatLimits, SatSolver } from './sat-port.ts';

/** Requests that cannot all be placed, and whether that is only because breaks must be shared fairly. */
export type Core = { readonly requests: readonly number[]; readonly fairness: boolean };

/** Conflicts spent on asking whether one member of a core can be spared; it stays when that does not tell. */
const conflictsToSpare = 20_000;

/**
 * Some of the requests asked for that cannot all be placed, none of which can be spared as far as the limits reach. Null: all can be
 * placed, or the limits were reached. The plainest cause is sought first: a request with no start, then a person asked for more
 * meetings than there is time, then the rooms and the order, then fairness (−1: none is asked).
 */
export function coreOf(compiled: Compiled, solver: SatSolver, seed: number, asked: readonly number[], fairness: number, limits: SatLimits): Core | null {
  const blocked = asked.find((request) => (compiled.starts[request] as Int32Array).length === 0);
  if (blocked !== undefined) return { requests: [blocked], fairness: false };
  const sat = solver.open(seed);
  try {
    const model = placementModel(compiled, sat, new Int8Array(compiled.requests));
    const literals = new Map(asked.map((request) => [model.placed[request] as Literal, request]));
    const ask = (requests: readonly number[]) => requests.map((request) => model.placed[request] as Literal);
    const named = (failed: readonly Literal[]) => failed.map((literal) => literals.get(literal) as number).sort((a, b) => a - b);

    const crowd = crowdOf(compiled, asked);
    if (crowd) return { requests: named(spared(sat, ask(crowd), limits)), fairness: false };
    const answer = sat.solve(ask(asked), limits);
    if (answer === 'unsatisfiable') return { requests: named(spared(sat, sat.failed(), limits)), fairness: false };
    if (answer === 'unknown' || fairness < 0) return null;
    breakModel(model, fairness);
    if (sat.solve(ask(asked), limits) !== 'unsatisfiable') return null;
    return { requests: named(spared(sat, sat.failed(), limits)), fairness: true };
  } finally {
    sat.dispose();
  }
}

/** Ids of requests that must all be placed and cannot all be, as far as the limits reach; null as `coreOf`. */
export function coreOfMusts(compiled: Compiled, solver: SatSolver, seed: number, limits: SatLimits): string[] | null {
  const musts = Array.from({ length: compiled.requests }, (_, request) => request).filter((request) => compiled.must[request] === 1);
  return coreOf(compiled, solver, seed, musts, -1, limits)?.requests.map((request) => compiled.facts.problem.requests[request]?.id ?? '') ?? null;
}

/** The assumptions without those that are not needed for the contradiction. */
function spared(sat: SatInstance, core: Literal[], limits: SatLimits): Literal[] {
  let kept = core;
  for (const literal of core) {
    if (!kept.includes(literal)) continue;
    const without = kept.filter((other) => other !== literal);
    const conflicts = limits.conflicts === null ? conflictsToSpare : Math.min(conflictsToSpare, limits.conflicts - sat.conflicts());
    if (sat.solve(without, { conflicts, shouldStop: limits.shouldStop }) === 'unsatisfiable') kept = sat.failed();
  }
  return kept;
}

/**
 * The fewest requests found that ask one person for more meetings than they have starts between them. By augmenting paths: where one
 * request finds no start, those that were asked to make way hold all the starts that any of them could have.
 */
function crowdOf({ people, peopleOf, starts, slots }: Compiled, asked: readonly number[]): number[] | null {
  let smallest: number[] | null = null;
  for (let person = 0; person < people; person++) {
    const own = asked.filter((request) => (peopleOf[request] as Int32Array).includes(person));
    const holder = new Int32Array(slots).fill(-1);
    for (const request of own) {
      const seen = new Set<number>();
      if (settle(request, holder, seen)) continue;
      const crowd = [...new Set([request, ...[...seen].map((slot) => holder[slot] as number)])];
      if (smallest === null || crowd.length < smallest.length) smallest = crowd;
    }
  }
  return smallest;

  function settle(request: number, holder: Int32Array, seen: Set<number>): boolean {
    for (const start of starts[request] as Int32Array) {
      if (seen.has(start)) continue;
      seen.add(start);
      const other = holder[start] as number;
      if (other !== -1 && !settle(other, holder, seen)) continue;
      holder[start] = request;
      return true;
    }
    return false;
  }
}
