import type { Literal, SatAnswer, SatInstance, SatLimits } from './sat-port.ts';
import { count } from './totaliser.ts';

/** `optimal`: the solution now in the solver has the least cost, `bound`. `stopped`: no solution has less than `bound`. */
export type Fewest = { readonly answer: 'optimal' | 'infeasible' | 'stopped'; readonly bound: number };

/** Conflicts spent on making one core smaller: small cores make short counts, but finding them must not cost more than it saves. */
const conflictsToTrim = 500;

/**
 * The least number of literals of the lists that hold, where a list counts in unary (a later literal implies the earlier ones).
 * Core-guided (OLL): assume that none holds; each set of assumptions that cannot hold together costs one, and is replaced by a count
 * that allows one and assumes no more. Every solution without a failed assumption is then a best one. `found` hears of every solution on
 * the way, `raised` of every better bound; no more is asked once the bound has reached `enough`.
 */
export function fewest(sat: SatInstance, counters: readonly (readonly Literal[])[], limits: SatLimits, raised: (bound: number) => void, enough: () => number, found: () => void): Fewest {
  /** What is assumed not to hold, with what to assume instead once that has proved too much. */
  const assumed = new Map<Literal, { readonly counter: readonly Literal[]; readonly at: number }>();
  const assume = (counter: readonly Literal[], at: number) => {
    const literal = counter[at];
    if (literal !== undefined) assumed.set(-literal, { counter, at });
  };
  for (const counter of counters) assume(counter, 0);
  let bound = 0;
  for (;;) {
    const answer = ask([...assumed.keys()], left());
    if (answer === 'satisfiable') return { answer: 'optimal', bound };
    if (answer === 'unknown') return { answer: 'stopped', bound };
    let core = sat.failed();
    if (core.length === 0) return { answer: 'infeasible', bound };
    core = trimmed(core);
    if (core.length === 0) return { answer: 'infeasible', bound };
    raised(++bound);
    if (bound >= enough()) return { answer: 'stopped', bound };
    for (const literal of core) {
      const next = assumed.get(literal);
      assumed.delete(literal);
      if (next) assume(next.counter, next.at + 1);
    }
    if (core.length === 1) sat.add([-(core[0] as Literal)]);
    else {
      sat.add(core.map((literal) => -literal));
      assume(count(sat, core.map((literal) => -literal), core.length, 'up'), 1);
    }
  }

  function ask(assumptions: readonly Literal[], within: SatLimits): SatAnswer {
    const answer = sat.solve(assumptions, within);
    if (answer === 'satisfiable') found();
    return answer;
  }

  function left(): SatLimits {
    return limits.conflicts === null ? limits : { ...limits, conflicts: limits.conflicts - sat.conflicts() };
  }

  /** The core without members that it does not need. */
  function trimmed(core: Literal[]): Literal[] {
    let kept = core;
    for (const literal of core) {
      if (!kept.includes(literal) || kept.length === 1) continue;
      const without = kept.filter((other) => other !== literal);
      const { conflicts, shouldStop } = left();
      if (ask(without, { conflicts: Math.min(conflictsToTrim, conflicts ?? Infinity), shouldStop }) !== 'unsatisfiable') continue;
      kept = sat.failed();
      if (kept.length === 0) return kept;
    }
    return kept;
  }
}
