import type { Random } from '#shared/kernel/random.ts';
import type { Board } from './board.ts';
import type { LinearSolver, SolverLimits } from './port.ts';
import { realise } from './realise.ts';
import { boundFromPrices, relaxationOf, valuesOf } from './relaxation.ts';

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
