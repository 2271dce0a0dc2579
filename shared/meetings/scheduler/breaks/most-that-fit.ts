import type { Random } from '#shared/kernel/random.ts';
import type { Arrangement, Board } from '../board/board.ts';
import { fewest } from './fewest-breaks.ts';
import { placementModel } from './placement-model.ts';
import type { LinearSolver, SolverLimits } from '../proof/port.ts';
import { realise } from '../proof/realise.ts';
import { boundFromPrices, relaxationOf, valuesOf } from '../proof/relaxation.ts';
import type { Literal, SatLimits, SatSolver } from './sat-port.ts';
import { atMost } from './totaliser.ts';

/**
 * Where not everything fits: the most that must be placed, then the most weight, by the linear solver; the better plan is left on the
 * board. Gives what no plan can exceed on these two levels together, as a board's `gain` counts them.
 */
export function mostThatFit(board: Board, solver: LinearSolver, limits: SolverLimits, random: Random, shouldStop: () => boolean): number {
  const { compiled } = board;
  const relaxation = relaxationOf(compiled, 0, 'all', compiled.gain);
  const relaxed = solver.relax(relaxation.model, limits);
  let bound = Math.floor(boundFromPrices(relaxation, relaxed.prices, compiled.requests) + 1e-6);
  if (relaxed.optimal && board.gain < bound) take(relaxed.values);
  if (board.gain >= bound || shouldStop()) return bound;
  const answer = solver.optimise(relaxation.model, valuesOf(relaxation, board), limits, { found: take, bounded: () => undefined, shouldStop });
  if (answer.values) take(answer.values);
  bound = Math.min(bound, Math.floor(answer.bound + 1e-6));
  return bound;

  function take(values: Float64Array): void {
    const other = realise(compiled, relaxation, values, random);
    if (other.gain > board.gain) board.restore(other.arrangement());
  }
}

/**
 * The same by clauses, which know walking and rivals too where the linear model cannot close: first the fewest left out, then the least
 * weight of them. `found` hears of every plan. Says whether what was found last is the most there is. Only for kind `breaks`, where every request must be placed.
 */
export function mostByClauses({ compiled }: Board, solver: SatSolver, seed: number, limits: SatLimits, found: (plan: Arrangement) => void): boolean {
  const sat = solver.open(seed);
  try {
    const model = placementModel(compiled, sat, new Int8Array(compiled.requests));
    const hear = () => { found(model.plan()); };
    const possible = model.placed.flatMap((literal, request) => (literal === null ? [] : [{ absent: -literal as Literal, weight: compiled.weight[request] as number }]));
    const count = fewest(sat, possible.map(({ absent }) => [absent]), limits, () => undefined, () => Infinity, hear);
    if (count.answer !== 'optimal') return false;
    atMost(sat, possible.map(({ absent }) => absent), count.bound);
    // A literal as often as its weight: every unit of it is paid for one by one.
    return fewest(sat, possible.map(({ absent, weight }) => new Array<Literal>(weight).fill(absent)), limits, () => undefined, () => Infinity, hear).answer === 'optimal';
  } finally {
    sat.dispose();
  }
}
