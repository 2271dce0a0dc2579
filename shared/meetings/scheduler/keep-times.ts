import type { Before } from './before.ts';
import type { Board } from './board.ts';
import { withForced } from './forcing.ts';
import type { LinearSolver, SolverLimits } from './port.ts';
import { type Relaxation, relaxationOf, valuesOf } from './relaxation.ts';

/** The best times there are, as far as rooms are only counted: start per request (−1: none), and what no plan can exceed. */
export type KeptTimes = {
  readonly start: Int32Array;
  readonly weightBound: number;
  /** Meetings that keep their time, in a plan of that weight. */
  readonly timesBound: number;
};

export type Asking = { readonly solver: LinearSolver; readonly limits: SolverLimits; readonly shouldStop: () => boolean };

/**
 * The linear model of the problem with the level of repair put in after weight, both as one whole number: a unit of weight is worth more
 * than all meetings that could keep their time. `forced` requests are placed whatever they cost. Null: nothing was found in time.
 */
export function keepTimes(from: Board, before: Before, mustPlaced: number, forced: readonly number[], { solver, limits, shouldStop }: Asking): KeptTimes | null {
  const scale = before.start.reduce((count, start) => count + Number(start !== -1), 0) + 1;
  const relaxation = withForced(relaxationOf(from.compiled, mustPlaced), forced);
  const { model, requestOf, startOf } = relaxation;
  const objective = model.objective.map((weight, column) => weight * scale + Number(before.start[requestOf[column] as number] === startOf[column]));
  const answer = solver.optimise({ ...model, objective }, valuesOf(relaxation, from), limits, { found: () => undefined, bounded: () => undefined, shouldStop });
  if (answer.values === null) return null;
  const most = Math.floor(answer.bound + 1e-6);
  return { start: startsOf(from, relaxation, answer.values), weightBound: Math.floor(most / scale), timesBound: most % scale };
}

/** The most requests that must be placed and can be, beside the forced ones: how many, proven, and a plan of as many. Null: not found in time. */
export function mostMusts(from: Board, forced: readonly number[], { solver, limits, shouldStop }: Asking): { readonly bound: number; readonly start: Int32Array } | null {
  const relaxation = withForced(relaxationOf(from.compiled, 0, 'all', from.compiled.must), forced);
  const answer = solver.optimise(relaxation.model, valuesOf(relaxation, from), limits, { found: () => undefined, bounded: () => undefined, shouldStop });
  return answer.values === null ? null : { bound: Math.floor(answer.bound + 1e-6), start: startsOf(from, relaxation, answer.values) };
}

function startsOf({ compiled }: Board, { model, requestOf, startOf }: Relaxation, values: Float64Array): Int32Array {
  const start = new Int32Array(compiled.requests).fill(-1);
  for (let column = 0; column < model.columns; column++) {
    if ((values[column] as number) > 0.5) start[requestOf[column] as number] = startOf[column] as number;
  }
  return start;
}
