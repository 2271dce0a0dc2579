/**
 * Maximise `objective · x` over 0 ≤ x ≤ 1 with `rows · x ≤ limits`, the matrix by columns: column `j` has the entries
 * `starts[j]` to `starts[j + 1]` of `rows` and `coefficients`.
 */
export type LinearModel = {
  readonly columns: number;
  readonly rows: number;
  readonly objective: Float64Array;
  readonly limits: Float64Array;
  readonly starts: Int32Array;
  readonly entries: Int32Array;
  readonly coefficients: Float64Array;
};

/** `prices` of the rows prove a bound without trust in the solver (see relaxation.ts), even those of a solver stopped early; `values` then mean little. */
export type Relaxed = { readonly values: Float64Array; readonly prices: Float64Array; readonly optimal: boolean };

/** Whole-number answer: the best found (null: none), and what cannot be exceeded as far as the solver is trusted. */
export type Optimised = { readonly values: Float64Array | null; readonly bound: number };

/** Limits of one call. Seconds hang on the clock, nodes repeat. */
export type SolverLimits = { readonly seconds: number | null; readonly nodes: number | null };

/** What the scheduler asks of a linear solver. Calls block, so a host runs them where blocking hurts nobody. */
export type LinearSolver = {
  relax(model: LinearModel, limits: SolverLimits, shouldStop?: () => boolean): Relaxed;
  /** `asItIs`: the model is not made smaller first, which pays where the relaxation is nearly whole and a good plan begins. */
  optimise(model: LinearModel, start: Float64Array | null, limits: SolverLimits, watch: Watch, asItIs?: boolean): Optimised;
};

export type Watch = {
  found(values: Float64Array): void;
  bounded(bound: number): void;
  shouldStop(): boolean;
};
