import { seeded } from '#shared/kernel/random.ts';
import { arrange } from '../search/arrange.ts';
import { type Arrangement, Board } from '../board/board.ts';
import { breakModel } from './break-model.ts';
import type { Compiled } from '../board/compiled.ts';
import { type Core, coreOf } from './core.ts';
import { explain } from '../why/explain.ts';
import { fewest } from './fewest-breaks.ts';
import { raiseWeight, unpaused } from '../search/improve.ts';
import { byClock, byWork, type Meter, unitsPerConflict, unitsPerNode } from '../search/meter.ts';
import { mostByClauses, mostThatFit } from './most-that-fit.ts';
import { placementModel } from './placement-model.ts';
import type { SolverLimits } from '../proof/port.ts';
import { breachesOf } from '../rule-book.ts';
import type { SatLimits, SatSolver } from './sat-port.ts';
import type { ScheduleSolution } from '../solution.ts';
import type { Phase } from '../search/search.ts';
import type { SolveOptions } from '../solve.ts';

/** Shares of the effort: the search that finds a first arrangement, then, of an impossible problem, the core, what fits, and its breaks. */
const shares = { search: 0.1, core: 0.1, fit: 0.3, arrange: 0.1 };
/** The search finds what it finds soon; more seconds than these are better spent on the proof. */
const mostSearchSeconds = 0.4;
const heat = { from: 0.2, to: 0.08 };

/**
 * Kind `breaks` with a proof: everything placed with the fewest breaks there are, or a core of requests that cannot all be placed and
 * the most that fit. A quick search comes first; the exact search then only has to close what is left. `board` is where it begins.
 */
export function solveBreaks(board: Board, solver: SatSolver, options: SolveOptions): ScheduleSolution {
  const { compiled } = board;
  const { requests, fairness, facts } = compiled;
  const { effort, now, seed } = options;
  const began = now();
  const random = seeded(seed);
  const stopped = options.shouldStop ?? (() => false);
  const deadline = effort.kind === 'clock' ? began + effort.seconds * 1000 : Infinity;
  const everything = Array.from({ length: requests }, (_, request) => request);
  const weightOfAll = compiled.weight.reduce((total, weight) => total + weight, 0);
  let bound = weightOfAll;
  let breaksBound = 0;
  let phase: Phase = 'first-plan';
  const complete = (plan: Board) => plan.mustPlaced === requests && plan.unfairness === 0;
  const isProven = (plan: Board) => complete(plan) && plan.breaks <= breaksBound;
  const tell = (arrangement: Arrangement, plan: Board) => options.watch?.({
    phase, weight: plan.weight, bound, breaks: plan.breaks, breaksBound, shortfall: plan.shortfall, missed: plan.missed, missedBound: null, loose: plan.loose, proven: isProven(plan), atMilliseconds: now() - began, meetings: () => boardOf(compiled, arrangement).meetings(),
  });

  tell(board.arrangement(), board);
  phase = 'arranging';
  if (board.mustPlaced < requests) unpaused(raiseWeight(board, random, meter(shares.search / 2), heat, () => false, tell));
  if (board.mustPlaced === requests) unpaused(arrange(board, random, meter(shares.search), (levels) => levels.every((level) => level === 0), tell));
  if (isProven(board)) return solution(null);

  phase = 'proving';
  const settled = fewestFor(new Int8Array(requests).fill(1), fairness, satLimits(1), (value) => {
    breaksBound = value;
    tell(board.arrangement(), board);
  });
  if (settled !== 'infeasible') return solution(null);

  const core = coreOf(compiled, solver, seed, everything, fairness, satLimits(shares.core));
  phase = 'raising-weight';
  if (core?.fairness !== true) fitTheMost();
  breaksBound = 0;
  const kept = Int8Array.from(everything, (request) => (board.start[request] === -1 ? -1 : 1));
  phase = 'arranging';
  // What is placed may still not be shared fairly; then as fairly as can be.
  const limits = satLimits(shares.arrange);
  for (let most = fairness; most <= compiled.slots && fewestFor(kept, most, limits, () => undefined) === 'infeasible'; most++);
  return solution(core ?? { requests: everything, fairness: true });

  /** Puts the fewest breaks of plans with just these requests on the board, as far as the limits reach. */
  function fewestFor(wanted: Int8Array, most: number, limits: SatLimits, raised: (value: number) => void): 'optimal' | 'infeasible' | 'stopped' {
    const sat = solver.open(seed);
    try {
      const model = placementModel(compiled, sat, wanted);
      const { breaks } = breakModel(model, most);
      model.lean(board.arrangement());
      const enough = () => (everything.every((request) => (board.start[request] !== -1) === (wanted[request] === 1)) && spreadOf(board) <= most ? board.breaks : Infinity);
      const { answer, bound: least } = fewest(sat, breaks, limits, raised, enough, () => take(model.plan()));
      return answer === 'stopped' && least >= enough() ? 'optimal' : answer;
    } finally {
      sat.dispose();
    }
  }

  /** Goes over to a plan of the model when it is better, level by level, and keeps every rule of the book. */
  function take(plan: Arrangement): void {
    const other = boardOf(compiled, plan);
    if (!isBetter(other, board) || breachesOf(facts, other.meetings()).length > 0) return;
    board.restore(plan);
    tell(plan, board);
  }

  function fitTheMost(): void {
    unpaused(raiseWeight(board, random, meter(shares.search), heat, () => false, tell));
    const gain = options.solver ? mostThatFit(board, options.solver, linearLimits(shares.fit), random, () => stopped() || now() > deadline) : Infinity;
    if (board.gain >= gain || mostByClauses(board, solver, seed, satLimits(shares.fit), take)) bound = board.weight;
    tell(board.arrangement(), board);
  }

  function meter(share: number): Meter {
    return effort.kind === 'work'
      ? byWork(Math.round(effort.units * share), stopped)
      : byClock(Math.max(0, Math.min(effort.seconds * share, mostSearchSeconds, (deadline - now()) / 1000)) * 1000, now, stopped);
  }

  function satLimits(share: number): SatLimits {
    if (effort.kind === 'work') return { conflicts: Math.max(1, Math.round((effort.units * share) / unitsPerConflict)), shouldStop: stopped };
    const end = now() + (deadline - now()) * share;
    return { conflicts: null, shouldStop: () => stopped() || now() > end };
  }

  function linearLimits(share: number): SolverLimits {
    return effort.kind === 'work'
      ? { seconds: null, nodes: Math.max(1, Math.round((effort.units * share) / unitsPerNode)) }
      : { seconds: Math.max(0.01, ((deadline - now()) / 1000) * share), nodes: null };
  }

  function solution(core: Core | null): ScheduleSolution {
    const ids = core?.requests.map((request) => facts.problem.requests[request]?.id ?? '') ?? [];
    return {
      format: 'summit-solution/1',
      meetings: board.meetings(),
      unplaced: explain(facts, compiled, board).map(({ request, reasons }) => ({ request, reasons, cures: [] })),
      weight: board.weight,
      bound: Math.max(bound, board.weight),
      breaks: board.breaks,
      breaksBound: core ? 0 : Math.min(breaksBound, board.breaks),
      proven: core ? board.weight >= bound : isProven(board),
      seconds: (now() - began) / 1000,
      ...(core ? { infeasible: true as const, core: core.fairness ? [...ids, 'fairness'] : ids } : {}),
    };
  }
}

function isBetter(a: Board, b: Board): boolean {
  return (b.gain - a.gain || a.unfairness - b.unfairness || a.breaks - b.breaks) < 0;
}

/** The difference between the most and the fewest breaks of any two people. */
function spreadOf({ unfairness, compiled }: Board): number {
  return unfairness === 0 ? compiled.fairness : compiled.fairness + unfairness;
}

function boardOf(compiled: Compiled, { start, lane }: Arrangement): Board {
  const board = new Board(compiled);
  board.restore({ start, lane });
  return board;
}
