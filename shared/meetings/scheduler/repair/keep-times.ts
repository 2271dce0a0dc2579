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
/** Of the time that is left: for what lies near, and for the whole model; finding rooms comes after. */
const shares = { near: 0.5, whole: 0.85 };

/**
 * The linear model of the problem with the level of repair put in after weight, both as one whole number: a unit of weight is worth more
 * than all meetings that could keep their time. `forced` requests are placed whatever they cost. First only what is out of its
 * place and what the relaxation would move may move; the whole model only where that falls short of the bound. The relaxation is told the
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
    const whole = optimised(relaxation, best ?? valuesOf(relaxation, from), inPart(asking, shares.whole));
    if (whole.values && (best === null || worth(whole.values) > worth(best))) best = whole.values;
    most = Math.min(most, Math.floor(whole.bound + slack));
  }
  return best && { start: startsOf(from, relaxation, best), weightBound: Math.min(ceiling, Math.floor(most / scale)), timesBound: most % scale };

  /** A plan near the one there was, and what no plan can exceed: what is out of its place may move and what the relaxation would move, then whatever waits may come in too. */
  function closeBy(): { readonly best: Float64Array | null; readonly bound: number } {
    const relaxed = asking.solver.relax(relaxation.model, asking.limits());
    const bound = Math.floor(boundFromPrices(relaxation, relaxed.prices, compiled.requests) + slack);
    const isMeant = (column: number) => relaxed.optimal && (relaxed.values[column] as number) > slack;
    const close = near(isMeant, from.start);
    if (close !== null && worth(close) >= bound) return { best: close, bound };
    return { best: near((column) => isMeant(column) || before.start[requestOf[column] as number] === -1, close ? startsOf(from, relaxation, close) : from.start) ?? close, bound };
  }

  /** The best plan in which only what is out of its place on the board has every start, and the rest what it had, what it has to begin with and what else it may. */
  function near(may: (column: number) => boolean, begin: Int32Array): Float64Array | null {
    const part = restrictedTo(relaxation, (column) => {
      const [request, start] = [requestOf[column] as number, startOf[column] as number];
      const stood = before.start[request] as number;
      return start === stood || start === begin[request] || (stood !== -1 && from.start[request] !== stood) || may(column);
    });
    const { values } = optimised(part, valuesOf(part, { start: begin }), inPart(asking, shares.near));
    return values && part.widened(values.map(Math.round));
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

/** The same, but for a part of the time that is left: what comes after must have some too. */
export function inPart(asking: Asking, share: number): Asking {
  return {
    ...asking,
    limits() {
      const { seconds, nodes } = asking.limits();
      return { seconds: seconds === null ? null : seconds * share, nodes };
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
