import { seeded } from '#shared/kernel/random.ts';
import { type Arrangement, Board, meetingsOf } from './board.ts';
import { quickBound } from './bound.ts';
import { type Compiled, compile } from './compiled.ts';
import { coreOf } from './core.ts';
import { construct } from './construct.ts';
import { explain } from './explain.ts';
import { factsOf } from './facts.ts';
import { arrange, raiseWeight } from './improve.ts';
import { byClock, byWork, type Meter } from './meter.ts';
import type { LinearSolver, SolverLimits } from './port.ts';
import type { ScheduleProblem } from './problem.ts';
import { realise } from './realise.ts';
import { boundFromPrices, relaxationOf, valuesOf } from './relaxation.ts';
import type { SatSolver } from './sat-port.ts';
import type { Meeting, ScheduleSolution } from './solution.ts';
import { solveBreaks } from './solve-breaks.ts';

/** `work`: attempted steps; the same problem, seed and units give the same plan. `clock`: seconds, which promise no sameness. */
export type Effort =
  | { readonly kind: 'work'; readonly units: number }
  | { readonly kind: 'clock'; readonly seconds: number };

export type Phase = 'first-plan' | 'raising-weight' | 'bounding' | 'proving' | 'arranging';

/** Posted whenever the plan or the bound gets better. Everything in it is already true of a plan without a breach. */
export type Progress = {
  readonly phase: Phase;
  readonly weight: number;
  readonly bound: number;
  readonly breaks: number;
  /** What no plan that places everything can undercut (kind `breaks`; else 0). */
  readonly breaksBound: number;
  readonly proven: boolean;
  /** The best plan so far; asked for only when wanted, since it is built anew. */
  meetings(): Meeting[];
};

export type SolveOptions = {
  readonly seed: number;
  readonly effort: Effort;
  /** Milliseconds of any clock that only goes forward. */
  readonly now: () => number;
  /** Null: no proof beyond the quick bound. */
  readonly solver: LinearSolver | null;
  /** Null or absent: fewest breaks without a proof, and an impossible problem without a core. */
  readonly sat?: SatSolver | null;
  /** A plan to be no worse than; meetings that break a rule by now are left out. */
  readonly from?: readonly Meeting[];
  readonly shouldStop?: () => boolean;
  readonly watch?: (progress: Progress) => void;
};

/** Shares of the effort: the first search, the bound at most, the proof at most, and what is always kept for arranging. */
const shares = { search: 0.25, searchAlone: 0.6, bound: 0.5, prove: 0.75, arrange: 0.25 };
/** Columns of the relaxation that the solver gets through in a second, about; where the effort is too short for it, the search has the time instead. */
const columnsPerSecond = 15_000;
/** A core is sought once the plan stands, so it may take a little longer than the effort. */
const mostCoreSeconds = 2;
/** Measured best among 0.9, 0.5, 0.3, 0.15 at the start on M and L in 1 and 3 s; hotter searches need more time than there is. */
const coolHeat = { from: 0.2, to: 0.08 };

/** Solves a scheduling problem as far as the effort reaches. Never throws on a valid problem; the plan never breaks a hard rule. */
export function solve(problem: ScheduleProblem, options: SolveOptions): ScheduleSolution {
  const began = options.now();
  const stopped = options.shouldStop ?? (() => false);
  const facts = factsOf(problem);
  const compiled = compile(facts);
  const random = seeded(options.seed);
  const { effort } = options;
  const secondsLeft = () => (effort.kind === 'clock' ? effort.seconds - (options.now() - began) / 1000 : Infinity);

  const board = options.from ? boardFrom(compiled, options.from) : construct(compiled, random);
  if (options.from) fill(board);
  if (options.sat && problem.objective.kind === 'breaks') return solveBreaks(board, options.sat, options);
  let bound = quickBound(compiled);
  let trusted = bound;
  let phase: Phase = 'first-plan';
  const musts = compiled.must.reduce((total, must) => total + must, 0);
  /** No plan places more of what must be placed. */
  let mustBound = [...compiled.must.keys()].filter((request) => compiled.must[request] === 1 && (compiled.starts[request] as Int32Array).length > 0).length;
  const isProven = (plan: Board) => plan.mustPlaced >= mustBound && plan.weight >= bound;
  const proven = () => isProven(board);

  const tell = (arrangement: Arrangement, now: Board) => options.watch?.({
    phase, weight: now.weight, bound, breaks: now.breaks, breaksBound: 0, proven: isProven(now),
    meetings: () => meetingsOf(compiled, arrangement),
  });
  const meter = (share: number): Meter => effort.kind === 'work'
    ? byWork(Math.round(effort.units * share), stopped)
    : byClock(Math.max(0, Math.min(effort.seconds * share, secondsLeft()) * 1000), options.now, stopped);
  const limits = (share: number): SolverLimits => effort.kind === 'work'
    ? { seconds: null, nodes: Math.max(1, Math.round(effort.units / 20_000)) }
    : { seconds: Math.max(0.01, Math.min(effort.seconds * share, secondsLeft() - effort.seconds * shares.arrange)), nodes: null };
  /** What reaching the bound is worth on the first two levels. */
  const enough = () => gainOf(compiled, mustBound, bound);

  tell(board.arrangement(), board);
  phase = 'raising-weight';
  const columns = compiled.starts.reduce((total, starts) => total + starts.length, 0);
  const solver = effort.kind === 'work' || columns / columnsPerSecond < effort.seconds * shares.bound ? options.solver : null;
  raiseWeight(board, random, meter(solver ? shares.search : shares.searchAlone), coolHeat, enough(), tell);

  if (solver && !proven() && !stopped() && secondsLeft() > 0) {
    phase = 'bounding';
    if (board.mustPlaced < mustBound) boundMusts(solver);
    const relaxation = relaxationOf(compiled, board.mustPlaced);
    const relaxed = solver.relax(relaxation.model, limits(shares.bound));
    bound = Math.min(bound, Math.floor(boundFromPrices(relaxation, relaxed.prices, compiled.requests) + 1e-6));
    trusted = bound;
    tell(board.arrangement(), board);
    if (!proven() && !stopped()) {
      if (relaxed.optimal) take(realise(compiled, relaxation, relaxed.values, random));
      phase = 'raising-weight';
      if (!proven()) raiseWeight(board, random, meter(shares.search / 2), { from: 0.1, to: 0.06 }, enough(), tell);
    }
    if (relaxed.optimal && !proven() && !stopped() && secondsLeft() > (effort.kind === 'clock' ? effort.seconds * shares.arrange : 0)) {
      phase = 'proving';
      const exact = relaxationOf(compiled, board.mustPlaced);
      const answer = solver.optimise(exact.model, valuesOf(exact, board), limits(shares.prove), {
        found: (values) => take(realise(compiled, exact, values, random)),
        bounded(least) {
          trusted = Math.min(trusted, Math.floor(least + 1e-6));
        },
        shouldStop: stopped,
      });
      if (answer.values) take(realise(compiled, exact, answer.values, random));
      bound = Math.min(bound, trusted, Math.floor(answer.bound + 1e-6));
      tell(board.arrangement(), board);
    }
  }

  phase = 'arranging';
  arrange(board, random, effort.kind === 'work' ? meter(1 - (solver ? shares.search * 1.5 : shares.searchAlone)) : meter(1), tell);

  const plan = board.meetings();
  const mustIds = problem.requests.filter((_, request) => compiled.must[request] === 1).map(({ id }) => id);
  const blocked = problem.requests.filter((_, request) => compiled.must[request] === 1 && (compiled.starts[request] as Int32Array).length === 0).map(({ id }) => id);
  const kindBreaks = problem.objective.kind === 'breaks';
  const core = board.mustPlaced < musts ? smallCore() : null;
  return {
    format: 'summit-solution/1',
    meetings: plan,
    unplaced: explain(facts, compiled, board).map(({ request, reasons }) => ({ request, reasons, cures: [] })),
    weight: board.weight,
    bound: Math.max(bound, board.weight),
    breaks: board.breaks,
    breaksBound: 0,
    proven: proven() && (!kindBreaks || (board.breaks === 0 && board.unfairness === 0)),
    seconds: (options.now() - began) / 1000,
    // The core is what cannot all be placed together: requests without any start of their own, else everything that must be placed.
    ...(mustBound < musts || core ? { infeasible: true as const, core: core ?? (blocked.length > 0 ? blocked : mustIds) } : {}),
  };

  /** With a satisfiability solver: requests that cannot all be placed, none of which can be spared. */
  function smallCore(): string[] | null {
    if (!options.sat) return null;
    const asked = [...compiled.must.keys()].filter((request) => compiled.must[request] === 1);
    const end = options.now() + mostCoreSeconds * 1000;
    const limits = { conflicts: effort.kind === 'work' ? effort.units / 50 : null, shouldStop: () => stopped() || (effort.kind === 'clock' && options.now() > end) };
    return coreOf(compiled, options.sat, options.seed, asked, -1, limits)?.requests.map((request) => problem.requests[request]?.id ?? '') ?? null;
  }

  /** Asks the solver how many of what must be placed can be, and takes its plan. */
  function boundMusts(asked: LinearSolver): void {
    const counting = relaxationOf(compiled, 0, compiled.must);
    mustBound = Math.min(mustBound, Math.floor(boundFromPrices(counting, asked.relax(counting.model, limits(shares.bound)).prices, compiled.requests) + 1e-6));
    if (board.mustPlaced >= mustBound || stopped()) return;
    const answer = asked.optimise(counting.model, valuesOf(counting, board), limits(shares.bound), { found: () => undefined, bounded: () => undefined, shouldStop: stopped });
    mustBound = Math.min(mustBound, Math.floor(answer.bound + 1e-6));
    if (answer.values) take(realise(compiled, counting, answer.values, random));
  }

  /** Goes over to another plan when it is better on the first two levels. */
  function take(other: Board): void {
    if (other.gain <= board.gain) return;
    board.restore(other.arrangement());
    tell(board.arrangement(), board);
  }
}

function gainOf({ weight }: Compiled, musts: number, bound: number): number {
  return musts * (weight.reduce((total, value) => total + value, 0) + 1) + bound;
}

function boardFrom(compiled: Compiled, plan: readonly Meeting[]): Board {
  const board = new Board(compiled);
  const { problem } = compiled.facts;
  const requests = new Map(problem.requests.map(({ id }, index) => [id, index]));
  for (const meeting of plan) {
    const request = requests.get(meeting.request);
    if (request === undefined || board.start[request] !== -1) continue;
    const lane = board.laneIn(request, meeting.slot, (room) => problem.rooms[room]?.id === meeting.room);
    if (lane !== -1) board.place(request, meeting.slot, lane);
  }
  return board;
}

/** Places what fits without moving anything. */
function fill(board: Board): void {
  for (let request = 0; request < board.compiled.requests; request++) {
    if (board.start[request] !== -1) continue;
    const start = board.freeStart(request, 0);
    if (start !== -1) board.place(request, start, board.laneFor(request, start));
  }
}
