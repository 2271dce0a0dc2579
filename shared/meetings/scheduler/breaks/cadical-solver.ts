import { Cadical, type CadicalModule } from 'cadical-wasm';
import type { SatSolver } from './sat-port.ts';

/** Longer than any clause: every learnt clause is heard of, one for each conflict. */
const anyLength = 2 ** 30;

/** The satisfiability port over a loaded CaDiCaL. The host loads it (`createModule`), since only the host has the bytes. */
export function satSolver(module: CadicalModule): SatSolver {
  return {
    open(seed) {
      const solver = new Cadical(module, { quiet: true, seed: seed >>> 1 });
      let conflicts = 0;
      solver.setLearn(anyLength, () => { conflicts++; });
      return {
        variable: () => solver.newVar(),
        add: (clause) => solver.addClause(clause),
        solve(assumptions, limits) {
          if (limits.shouldStop() || (limits.conflicts !== null && limits.conflicts <= 0)) return 'unknown';
          solver.setTerminate(limits.shouldStop);
          return solver.solve({ assumptions, ...(limits.conflicts === null ? {} : { conflicts: limits.conflicts }) });
        },
        holds: (literal) => solver.value(literal),
        failed: () => solver.failedAssumptions(),
        lean: (literal) => solver.phase(literal),
        conflicts: () => conflicts,
        dispose: () => solver.dispose(),
      };
    },
  };
}
