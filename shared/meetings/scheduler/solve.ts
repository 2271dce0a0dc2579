import { seeded } from '#shared/kernel/random.ts';
import { canonical } from './board/canonical.ts';
import { type Compiled, compile } from './board/compiled.ts';
import { boardFrom, construct } from './search/construct.ts';
import { coreOfMusts } from './breaks/core.ts';
import { explain } from './why/explain.ts';
import { factsOf } from './facts.ts';
import type { LinearSolver } from './proof/port.ts';
import type { ScheduleProblem } from './problem.ts';
import { type News, prove } from './proof/prove.ts';
import { scoreOf } from './score.ts';
import { unitsPerConflict } from './search/meter.ts';
import { type Question, Search, type SearchOptions } from './search/search.ts';
import type { SatSolver } from './breaks/sat-port.ts';
import type { ScheduleSolution } from './solution.ts';
import { solveBreaks } from './breaks/solve-breaks.ts';
import { withoutBreaks } from './breaks/without-breaks.ts';
import { fewestMissed } from './breaks/fewest-missed.ts';

export type SolveOptions = SearchOptions & {
  /** Null: no proof beyond the quick bound. */
  readonly solver: LinearSolver | null;
  /** Null or absent: fewest breaks without a proof, an impossible problem without a small core, and hours of the linear solver that want rooms are lost. */
  readonly sat?: SatSolver | null;
};

/** A small core is sought once the plan stands, so it may take a little longer than the effort: half as long again at most, and never more than this. */
const mostCoreSeconds = 2;

/** Solves a scheduling problem as far as the effort reaches, search and solver taking turns. Never throws on a valid problem; the plan never breaks a hard rule. */
export function solve(problem: ScheduleProblem, options: SolveOptions): ScheduleSolution {
  const compiled = compiledFor(problem, options.seed);
  if (options.sat && problem.objective.kind === 'breaks') {
    const board = options.from ? boardFrom(compiled, options.from) : construct(compiled, seeded(options.seed));
    return inOrderOf(problem, solveBreaks(board, options.sat, options));
  }
  const search = searchedOn(compiled, options);
  return solutionOf(problem, search, options.sat ? smallCore(search, options.sat, options) : null);
}

/** A whole search by effort, the solver asked in between. */
export function searchedOn(compiled: Compiled, options: SolveOptions): Search {
  const search = new Search(compiled, options);
  const { solver, sat = null } = options;
  const proof = solver && prove(compiled, solver, search.proofLimits, search.random, (news) => { search.hear(news); }, search.allowance.shouldStop, () => search.best.plan, sat);
  const ask = sat && ((question: Question) => { answer(question, compiled, solver, sat, (news) => { search.hear(news); }); });
  for (const _ of search.run(() => proof !== null && proof.next().done !== true, ask));
  return search;
}

/** Looks for the answer to a question of a search; what is found comes as news. */
export function answer(question: Question, compiled: Compiled, solver: LinearSolver | null, sat: SatSolver, post: (news: News) => void): void {
  if (question.kind === 'wishes') return fewestMissed(compiled, solver, sat, question.plan, question.limits, post);
  const plan = withoutBreaks(compiled, sat, question.plan, question.limits);
  if (plan) post({ kind: 'plan', plan });
}

/** The problem as numbers, in an order that the file does not decide. Search and proof in two threads must both begin from this. */
export function compiledFor(problem: ScheduleProblem, seed: number): Compiled {
  return compile(factsOf(canonical(problem, seed)));
}

/** What the search has reached and why the rest has no place: some 2 s for 1,300 requests without one. `core`: what is known of why not everything that must be placed can be. */
function solutionOf(problem: ScheduleProblem, search: Search, core: readonly string[] | null = null): ScheduleSolution {
  const plan = planOf(problem, search, core);
  const { compiled, board } = search;
  return inOrderOf(problem, { ...plan, unplaced: explain(compiled.facts, compiled, board).map(({ request, reasons }) => ({ request, reasons, cures: [] })) });
}

/** What the search has reached, without the reasons and with the meetings in the search's own order. */
export function planOf(problem: ScheduleProblem, { compiled, board, bounds, best, coverage, progress, allowance, isProven }: Search, core: readonly string[] | null = null): Omit<ScheduleSolution, 'unplaced'> {
  board.restore(best.plan);
  const { weight, bound, breaks, breaksBound, shortfall, missed, missedBound, loose, looseBound = null } = progress;
  const meetings = board.meetings();
  const { roomChanges } = scoreOf(compiled.facts, meetings);
  const isFair = problem.objective.kind !== 'breaks' || (breaks === 0 && board.unfairness === 0);
  return {
    format: 'summit-solution/1',
    meetings,
    weight, bound, breaks, breaksBound,
    proven: isProven && isFair,
    levels: { mustPlaced: best.mustPlaced, mustsBound: bounds.mostMusts, shortfall, shortfallBound: bounds.shortfall, missed, missedBound, loose, looseBound, roomChanges, roomChangesBound: roomChanges === 0 ? 0 : null },
    seconds: allowance.milliseconds / 1000,
    ...(coverage && coverage.people.length > 0 ? { coverage: { weightGivenUp: coverage.weightGivenUp, people: coverage.people.map((person) => compiled.facts.problem.people[person]?.id ?? '').sort() } } : {}),
    ...(bounds.mostMusts < bounds.musts || core !== null ? { infeasible: true as const, core: core === null ? blockedOrAll(problem, compiled) : problem.requests.flatMap(({ id }) => (core.includes(id) ? [id] : [])) } : {}),
  };
}

/** The search works in an order of its own; what it found is told in the order of the problem. */
function inOrderOf(problem: ScheduleProblem, solution: ScheduleSolution): ScheduleSolution {
  const place = new Map(problem.requests.map(({ id }, index) => [id, index]));
  const inOrder = <Part extends { readonly request: string }>(parts: readonly Part[]) => [...parts].sort((a, b) => (place.get(a.request) ?? 0) - (place.get(b.request) ?? 0));
  return {
    ...solution, meetings: inOrder(solution.meetings), unplaced: inOrder(solution.unplaced),
    ...(solution.core ? { core: [...solution.core].sort((a, b) => (place.get(a) ?? Infinity) - (place.get(b) ?? Infinity)) } : {}),
  };
}

/**
 * Requests that must all be placed and cannot all be, none of which can be spared; null where all can be, or where that is not known in
 * time. Asked once the search has ended without placing them all.
 */
export function smallCore({ compiled, bounds, best, allowance }: Search, sat: SatSolver, { seed, effort, now }: Pick<SolveOptions, 'seed' | 'effort' | 'now'>): string[] | null {
  if (best.mustPlaced >= bounds.musts) return null;
  const end = now() + 1000 * (effort.kind === 'clock' ? Math.min(mostCoreSeconds, effort.seconds / 2) : 0);
  const limits = { conflicts: effort.kind === 'work' ? effort.units / unitsPerConflict : null, shouldStop: () => allowance.shouldStop() || (effort.kind === 'clock' && now() > end) };
  return coreOfMusts(compiled, sat, seed, limits);
}

/** What cannot all be placed together: requests without any start of their own, else everything that must be placed. */
function blockedOrAll(problem: ScheduleProblem, { facts, must, starts }: Compiled): string[] {
  const musts = new Map(facts.problem.requests.flatMap(({ id }, index) => (must[index] === 1 ? [[id, (starts[index] as Int32Array).length] as const] : [])));
  const listed = problem.requests.flatMap(({ id }) => (musts.has(id) ? [id] : []));
  const blocked = listed.filter((id) => musts.get(id) === 0);
  return blocked.length > 0 ? blocked : listed;
}
