import type { Arrangement } from '../board/board.ts';
import type { Compiled } from '../board/compiled.ts';
import { breakModel } from './break-model.ts';
import { placementModel } from './placement-model.ts';
import type { SatLimits, SatSolver } from './sat-port.ts';

/** Larger problems are not asked: on 1,500 starts with too few rooms an answer took 2 to 6 s, on 12,000 there was none within 30 s. */
const mostStarts = 5000;

export function isSmallForClauses({ starts }: Compiled): boolean {
  return starts.reduce((count, own) => count + own.length, 0) <= mostStarts;
}

/** A plan of the same meetings in which nobody has a break; null where there is none, or none was found within the limits. */
export function withoutBreaks(compiled: Compiled, solver: SatSolver, plan: Arrangement, limits: SatLimits): Arrangement | null {
  const sat = solver.open(0);
  try {
    const model = placementModel(compiled, sat, Int8Array.from(plan.start, (start) => (start === -1 ? -1 : 1)));
    for (const [broken] of breakModel(model, null).breaks) if (broken !== undefined) sat.add([-broken]);
    model.lean(plan);
    return sat.solve([], limits) === 'satisfiable' ? model.plan() : null;
  } finally {
    sat.dispose();
  }
}
