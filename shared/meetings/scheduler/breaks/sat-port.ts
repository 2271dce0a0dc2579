/** A literal is a variable's number, or its negative for "not". A clause holds when one of its literals does. */
export type Literal = number;

export type SatAnswer = 'satisfiable' | 'unsatisfiable' | 'unknown';

/** Limits of one call. Conflicts repeat; what `shouldStop` hangs on may not. */
export type SatLimits = { readonly conflicts: number | null; readonly shouldStop: () => boolean };

/** Clauses under work: they only ever grow, so what was learnt in one call serves the next. */
export type SatInstance = {
  /** A variable that no clause speaks of yet. */
  variable(): Literal;
  add(clause: readonly Literal[]): void;
  /** Whether all clauses can hold together with the assumptions; `unknown` when a limit was reached first. */
  solve(assumptions: readonly Literal[], limits: SatLimits): SatAnswer;
  /** After `satisfiable`: whether the literal holds in the solution found. */
  holds(literal: Literal): boolean;
  /** After `unsatisfiable`: the assumptions that cannot all hold; none when the clauses alone cannot. */
  failed(): Literal[];
  /** The value to try first for a variable. */
  lean(literal: Literal): void;
  /** Conflicts met so far, in all calls. */
  conflicts(): number;
  dispose(): void;
};

/** What the scheduler asks of a satisfiability solver. Calls block, so a host runs them where blocking hurts nobody. The same seed and calls give the same answers. */
export type SatSolver = { open(seed: number): SatInstance };
