import type { Arrangement } from '../board/board.ts';
import type { Compiled } from '../board/compiled.ts';
import { placementModel } from './placement-model.ts';
import type { SatSolver } from './sat-port.ts';

/** Hours are fixed, so little is left to look for; what has not sat by then hardly will. */
const mostConflicts = 10_000;

/** Rooms for meetings whose hours are fixed; null where there are none, or none were found in time. `start`: −1 for a request that is not placed. */
export function roomsByClauses(compiled: Compiled, solver: SatSolver, start: Int32Array, shouldStop: () => boolean): Arrangement | null {
  const sat = solver.open(0);
  try {
    const nowhere = new Int32Array();
    const starts = compiled.starts.map((_, request) => (start[request] === -1 ? nowhere : start.subarray(request, request + 1)));
    const model = placementModel({ ...compiled, starts }, sat, Int8Array.from(start, (at) => (at === -1 ? -1 : 1)));
    return sat.solve([], { conflicts: mostConflicts, shouldStop }) === 'satisfiable' ? model.plan() : null;
  } finally {
    sat.dispose();
  }
}
