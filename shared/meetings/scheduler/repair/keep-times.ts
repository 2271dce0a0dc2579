import type { Before } from './before.ts';
import type { Board } from '../board/board.ts';
import type { Compiled } from '../board/compiled.ts';
import { noHeavierThan, restrictedTo, withForced } from './narrowing.ts';
import type { LinearSolver, Optimised, SolverLimits } from '../proof/port.ts';
import { boundFromPrices, type Relaxation, relaxationOf, valuesOf } from '../proof/relaxation.ts';
import { selectionOf } from '../proof/selection.ts';

/** The best times there are, as far as rooms are only counted: start per request (−1: none), and what no plan can exceed. */
export type KeptTimes = {
  readonly start: Int32Array;
  readonly weightBound: number;
  /** Meetings that keep their time, in a plan of that weight. */
  readonly timesBound: number;
};

/** Whom to ask, and for how long from now on. */
export type Asking = { readonly solver: LinearSolver; readonly limits: () => SolverLimits; readonly shouldStop: () => boolean };

const slack = 1e-6;

/**
 * The linear model of the problem with the level of repair put in after weight, both as one whole number: a unit of weight is worth more
 * than all meetings that could keep their time. `forced` requests are placed whatever they cost. First only what is out of its
 * place, beside what the relaxation would move; the whole model only where that falls short of the bound. The relaxation is told the
 * best weight by amounts of time alone (`heaviest`): without that it hopes for half meetings more, and closing that gap took three seconds
 * of five (measured on 700 requests). A small problem, of which that is not known, is asked whole at once. Null: nothing was found in time.
 */
export function keepTimes(from: Board, before: Before, mustPlaced: number, forced: readonly number[], asking: Asking, heaviest: number | null = null): KeptTimes | null {
  const { compiled } = from;
  const scale = before.start.reduce((count, start) => count + Number(start !== -1), 0) + 1;
  const ceiling = heaviest ?? sum(compiled.weight);
  const weighed = noHeavierThan(withForced(relaxationOf(compiled, mustPlaced), forced), ceiling);
  const { requestOf, startOf } = weighed;
  const relaxation = { ...weighed, model: { ...weighed.model, objective: weighed.model.objective.map((weight, column) => weight * scale + Number(before.start[requestOf[column] as number] === startOf[column])) } };
  const worth = (values: Float64Array) => Math.round(values.reduce((total, value, column) => total + (value > 0.5 ? relaxation.model.objective[column] as number : 0), 0));

  const { best: close, bound } = heaviest === null ? { best: null, bound: Infinity } : closeBy();
  let [best, most] = [close, bound];
  if (best === null || worth(best) < most) {
    const whole = optimised(relaxation, best ?? valuesOf(relaxation, from), asking);
    if (whole.values && (best === null || worth(whole.values) > worth(best))) best = whole.values;
    most = Math.min(most, Math.floor(whole.bound + slack));
  }
  return best && { start: startsOf(from, relaxation, best), weightBound: Math.min(ceiling, Math.floor(most / scale)), timesBound: most % scale };

  /** A plan that moves only what is out of its place and what the relaxation would move, and what no plan can exceed. */
  function closeBy(): { readonly best: Float64Array | null; readonly bound: number } {
    const relaxed = asking.solver.relax(relaxation.model, asking.limits());
    const bound = Math.floor(boundFromPrices(relaxation, relaxed.prices, compiled.requests) + slack);
    const near = restrictedTo(relaxation, (column) => {
      const [request, start] = [requestOf[column] as number, startOf[column] as number];
      const isOut = from.start[request] === -1 || from.start[request] !== before.start[request];
      return isOut || start === before.start[request] || (relaxed.optimal && (relaxed.values[column] as number) > slack);
    });
    const { values } = optimised(near, valuesOf(near, from), inHalf(asking));
    return { best: values && near.widened(values.map(Math.round)), bound };
  }
}

/** The most requests that must be placed and can be, beside the forced ones: how many, proven, and a plan of as many. Null: not found in time. */
export function mostMusts(from: Board, forced: readonly number[], asking: Asking): { readonly bound: number; readonly start: Int32Array } | null {
  const relaxation = withForced(relaxationOf(from.compiled, 0, 'all', from.compiled.must), forced);
  const answer = optimised(relaxation, valuesOf(relaxation, from), asking);
  return answer.values && { bound: Math.floor(answer.bound + slack), start: startsOf(from, relaxation, answer.values) };
}

/** What no plan that places so many musts can weigh more than, by amounts of time alone. */
export function mostWeight(compiled: Compiled, mustPlaced: number, { solver, limits, shouldStop }: Asking): number {
  const { model } = selectionOf(compiled, mustPlaced);
  return Math.min(sum(compiled.weight), Math.floor(solver.optimise(model, null, limits(), { found: () => undefined, bounded: () => undefined, shouldStop }).bound + slack));
}

/** The near question must leave time for the whole one. */
export function inHalf(asking: Asking): Asking {
  return {
    ...asking,
    limits() {
      const { seconds, nodes } = asking.limits();
      return { seconds: seconds === null ? null : seconds / 2, nodes };
    },
  };
}

function optimised({ model }: Relaxation, start: Float64Array, { solver, limits, shouldStop }: Asking): Optimised {
  return solver.optimise(model, start, limits(), { found: () => undefined, bounded: () => undefined, shouldStop });
}

export function startsOf({ compiled }: Board, { model, requestOf, startOf }: Relaxation, values: Float64Array): Int32Array {
  const start = new Int32Array(compiled.requests).fill(-1);
  for (let column = 0; column < model.columns; column++) {
    if ((values[column] as number) > 0.5) start[requestOf[column] as number] = startOf[column] as number;
  }
  return start;
}

function sum(list: Int32Array): number {
  return list.reduce((total, each) => total + each, 0);
}
