import type { Before } from './before.ts';
import type { Board } from '../board/board.ts';
import { byZones } from '../proof/by-zones.ts';
import type { Compiled } from '../board/compiled.ts';
import { noHeavierThan, restrictedTo, withForced } from './narrowing.ts';
import type { LinearSolver, Optimised, SolverLimits } from '../proof/port.ts';
import { boundFromPrices, type Relaxation, relaxationOf, valuesOf } from '../proof/relaxation.ts';
import { selectionOf } from '../proof/selection.ts';
import { zonesOf } from '../board/zones.ts';

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
  const scale = scaleOf(before);
  const ceiling = heaviest ?? sum(compiled.weight);
  const relaxation = keeping(noHeavierThan(withForced(byZones(compiled, relaxationOf(compiled, mustPlaced)), forced), ceiling), before);
  const { requestOf, startOf } = relaxation;
  const worth = (values: Float64Array) => Math.round(values.reduce((total, value, column) => total + (value > 0.5 ? relaxation.model.objective[column] as number : 0), 0));

  const { best: close, bound } = heaviest === null ? { best: null, bound: Infinity } : closeBy();
  let [best, most] = [close, bound];
  if (best === null || worth(best) < most) {
    // Measured: 0.3 s instead of 3 to 4 on 700 requests whose plan near by was the best there is, a quarter to two fifths less on cures; by zones no such gain.
    const asItIs = relaxation.zoneOf === undefined && (best !== null || heaviest === null);
    const whole = optimised(relaxation, best ?? valuesOf(relaxation, timesOn(from)), inPart(asking, shares.whole), asItIs);
    if (whole.values && (best === null || worth(whole.values) > worth(best))) best = whole.values;
    most = Math.min(most, Math.floor(whole.bound + slack));
  }
  return best && { start: timesIn(from, relaxation, best).start, weightBound: Math.min(ceiling, Math.floor(most / scale)), timesBound: most % scale };

  /** A plan near the one there was, and what no plan can exceed: what is out of its place may move and what the relaxation would move, then whatever waits may come in too. */
  function closeBy(): { readonly best: Float64Array | null; readonly bound: number } {
    const relaxed = asking.solver.relax(relaxation.model, asking.limits());
    const bound = Math.floor(boundFromPrices(relaxation, relaxed.prices, compiled.requests) + slack);
    const isMeant = (column: number) => relaxed.optimal && (relaxed.values[column] as number) > slack;
    const close = near(isMeant, timesOn(from));
    if (close !== null && worth(close) >= bound) return { best: close, bound };
    return { best: near((column) => isMeant(column) || before.start[requestOf[column] as number] === -1, close ? timesIn(from, relaxation, close) : timesOn(from)) ?? close, bound };
  }

  /** The best plan in which only what is out of its place on the board has every start, and the rest what it had, what it has to begin with and what else it may. */
  function near(may: (column: number) => boolean, begin: Times): Float64Array | null {
    const part = restrictedTo(relaxation, (column) => {
      const [request, start] = [requestOf[column] as number, startOf[column] as number];
      const stood = before.start[request] as number;
      return start === stood || start === begin.start[request] || (stood !== -1 && from.start[request] !== stood) || may(column);
    });
    const { values } = optimised(part, valuesOf(part, begin), inPart(asking, shares.near));
    return values && part.widened(values.map(Math.round));
  }
}

/**
 * The most requests that must be placed and can be, beside the forced ones: how many, and a plan of as many. First only these may move, the
 * rest stays or gives way, as little of it as can be; all that must be placed is asked of the whole model only where fewer than `hoped` have
 * a place then. Null: not found in time.
 */
export function mostMusts(from: Board, before: Before, hoped: number, forced: readonly number[], asking: Asking): { readonly bound: number; readonly start: Int32Array } | null {
  const { must } = from.compiled;
  const relaxation = withForced(byZones(from.compiled, relaxationOf(from.compiled, 0, 'all', must)), forced);
  const placedIn = (start: Int32Array) => start.reduce((count, one, request) => count + Number(one !== -1 && must[request] === 1), 0);
  const answered = (model: Relaxation) => {
    const answer = optimised(model, valuesOf(model, timesOn(from)), inPart(asking, shares.near));
    return { bound: answer.bound, start: answer.values && timesIn(from, model, answer.values).start };
  };
  const around = answered(restrictedTo(keeping(relaxation, before), (column) => {
    const [request, start] = [relaxation.requestOf[column] as number, relaxation.startOf[column] as number];
    return must[request] === 1 || start === before.start[request] || start === from.start[request];
  })).start;
  if (around !== null && placedIn(around) >= hoped) return { bound: hoped, start: around };
  const whole = answered(relaxation);
  if (whole.start === null) return null;
  return { bound: Math.floor(whole.bound + slack), start: around !== null && placedIn(around) >= placedIn(whole.start) ? around : whole.start };
}

/** A unit of the objective is worth more than all meetings that could keep their time. */
function scaleOf(before: Before): number {
  return before.start.reduce((count, start) => count + Number(start !== -1), 0) + 1;
}

/** The same model with kept times as the level after its objective. */
function keeping(relaxation: Relaxation, before: Before): Relaxation {
  const { model, requestOf, startOf } = relaxation;
  const scale = scaleOf(before);
  return { ...relaxation, model: { ...model, objective: model.objective.map((worth, column) => worth * scale + Number(before.start[requestOf[column] as number] === startOf[column])) } };
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

function optimised({ model }: Relaxation, start: Float64Array, { solver, limits, shouldStop }: Asking, asItIs = false): Optimised {
  return solver.optimise(model, start, limits(), { found: () => undefined, bounded: () => undefined, shouldStop }, asItIs);
}

/** Start and zone of each request, −1 for none. */
type Times = { readonly start: Int32Array; readonly zone: Int32Array };

function timesOn({ compiled, start, lane }: Board): Times {
  const { ofLane } = zonesOf(compiled);
  return { start, zone: lane.map((one) => (one === -1 ? -1 : ofLane[one] as number)) };
}

export function timesIn({ compiled }: Board, { model, requestOf, startOf, zoneOf }: Relaxation, values: Float64Array): Times {
  const [start, zone] = [new Int32Array(compiled.requests).fill(-1), new Int32Array(compiled.requests).fill(-1)];
  for (let column = 0; column < model.columns; column++) {
    if ((values[column] as number) <= 0.5) continue;
    start[requestOf[column] as number] = startOf[column] as number;
    zone[requestOf[column] as number] = zoneOf?.[column] ?? 0;
  }
  return { start, zone };
}

function sum(list: Int32Array): number {
  return list.reduce((total, each) => total + each, 0);
}
