import type { Highs, HighsCallbackMap, Model, Solution } from 'highs';
import type { LinearModel, LinearSolver, SolverLimits } from './port.ts';

const fewRows = 250;

/** The solver port over a loaded HiGHS. The host loads it (`highs({ wasmBinary })`), since only the host has the bytes. */
export function linearSolver(highs: Highs): LinearSolver {
  return {
    relax(linear, limits, shouldStop = () => false) {
      const nothing = { values: new Float64Array(linear.columns), prices: new Float64Array(linear.rows) };
      if (linear.columns === 0) return { ...nothing, optimal: true };
      return withModel(highs, linear, false, limits, (model) => {
        // Few rows are solved sooner than they are made fewer (measured on the selections of the public summits: a quarter of the seconds).
        if (linear.rows < fewRows) model.options.set('presolve', 'off');
        model.run({
          [highs.constants.callbackType.simplexInterrupt](event: { interrupt(): void }) {
            if (shouldStop()) event.interrupt();
            return undefined;
          },
        });
        const optimal = model.getModelStatus() === highs.constants.modelStatus.optimal;
        const solution = solutionOf(model);
        if (solution === null) return { ...nothing, optimal: false };
        const { colValue, rowDual } = solution;
        // The model is minimised with the sign turned, so a full row has a negative dual.
        return { values: colValue, prices: rowDual.map((dual) => Math.max(0, -dual)), optimal };
      });
    },
    optimise(linear, start, limits, watch, asItIs = false) {
      if (linear.columns === 0) return { values: new Float64Array(0), bound: 0 };
      return withModel(highs, linear, true, limits, (model) => {
        if (asItIs) model.options.set('presolve', 'off');
        if (start) model.setSolution({ colValue: start });
        const { mipImprovingSolution, mipInterrupt } = highs.constants.callbackType;
        let bound = Infinity;
        const callbacks: HighsCallbackMap = {
          [mipImprovingSolution](event: { data: { mip_solution?: Float64Array } }) {
            if (event.data.mip_solution) watch.found(event.data.mip_solution);
            return undefined;
          },
          [mipInterrupt](event: { data: { mip_dual_bound?: number }; interrupt(): void }) {
            const dual = event.data.mip_dual_bound;
            if (dual !== undefined && Number.isFinite(dual) && -dual < bound) {
              bound = -dual;
              watch.bounded(bound);
            }
            if (watch.shouldStop()) event.interrupt();
            return undefined;
          },
        };
        model.run(callbacks);
        const optimal = model.getModelStatus() === highs.constants.modelStatus.optimal;
        const found = Number(model.info.get('primal_solution_status')) === 2;
        const dual = Number(model.info.get('mip_dual_bound'));
        if (Number.isFinite(dual)) bound = Math.min(bound, -dual);
        if (optimal) bound = Math.min(bound, -model.getObjectiveValue());
        return { values: found ? model.getSolution().colValue : null, bound };
      });
    },
  };
}

/** What the solver has in hand; null when it was stopped before it had anything. */
function solutionOf(model: Model): Solution | null {
  try {
    return model.getSolution();
  } catch {
    return null;
  }
}

function withModel<Answer>(highs: Highs, linear: LinearModel, whole: boolean, { seconds, nodes }: SolverLimits, run: (model: Model) => Answer): Answer {
  const model = highs.createModel({
    numCols: linear.columns,
    numRows: linear.rows,
    colCost: linear.objective.map((weight) => -weight),
    colLower: new Float64Array(linear.columns),
    colUpper: new Float64Array(linear.columns).fill(1),
    rowLower: new Float64Array(linear.rows).fill(-highs.infinity),
    rowUpper: linear.limits,
    matrix: { format: 'csc', numRows: linear.rows, numCols: linear.columns, starts: linear.starts, indices: linear.entries, values: linear.coefficients },
    ...(whole ? { integrality: new Int32Array(linear.columns).fill(1) } : {}),
  });
  try {
    model.options.set('output_flag', false);
    model.options.set('mip_rel_gap', 0);
    // Weights are whole numbers, so less than one apart is the same.
    model.options.set('mip_abs_gap', 0.999);
    if (seconds !== null) model.options.set('time_limit', seconds);
    if (nodes !== null) model.options.set('mip_max_nodes', nodes);
    return run(model);
  } finally {
    model.dispose();
  }
}
