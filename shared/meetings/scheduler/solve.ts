import { canonical } from './canonical.ts';
import { type Compiled, compile } from './compiled.ts';
import { explain } from './explain.ts';
import { factsOf } from './facts.ts';
import type { LinearSolver } from './port.ts';
import type { ScheduleProblem } from './problem.ts';
import { prove } from './prove.ts';
import { Search, type SearchOptions } from './search.ts';
import type { ScheduleSolution } from './solution.ts';

export type SolveOptions = SearchOptions & {
  /** Null: no proof beyond the quick bound. */
  readonly solver: LinearSolver | null;
};

/** Solves a scheduling problem as far as the effort reaches, search and solver taking turns. Never throws on a valid problem; the plan never breaks a hard rule. */
export function solve(problem: ScheduleProblem, options: SolveOptions): ScheduleSolution {
  const compiled = compiledFor(problem, options.seed);
  const search = new Search(compiled, options);
  const { solver } = options;
  const proof = solver && prove(compiled, solver, search.proofLimits, search.random, (news) => { search.hear(news); }, search.allowance.shouldStop);
  for (const _stride of search.run(() => proof !== null && proof.next().done !== true));
  return solutionOf(problem, search);
}

/** The problem as numbers, in an order that the file does not decide. Search and proof in two threads must both begin from this. */
export function compiledFor(problem: ScheduleProblem, seed: number): Compiled {
  return compile(factsOf(canonical(problem, seed)));
}

/** What the search has reached, in the order of the problem. */
export function solutionOf(problem: ScheduleProblem, { compiled, board, bounds, best, coverage, progress, allowance, isProven }: Search): ScheduleSolution {
  board.restore(best.plan);
  const place = new Map(problem.requests.map(({ id }, index) => [id, index]));
  const inOrder = <Part extends { readonly request: string }>(parts: readonly Part[]) => [...parts].sort((a, b) => (place.get(a.request) ?? 0) - (place.get(b.request) ?? 0));
  const { weight, bound, breaks, breaksBound, shortfall, missed, missedBound } = progress;
  const isFair = problem.objective.kind !== 'breaks' || (breaks === 0 && board.unfairness === 0);
  return {
    format: 'summit-solution/1',
    meetings: inOrder(board.meetings()),
    unplaced: inOrder(explain(compiled.facts, compiled, board).map(({ request, reasons }) => ({ request, reasons, cures: [] }))),
    weight, bound, breaks, breaksBound,
    proven: isProven && isFair,
    levels: { shortfall, missed, missedBound },
    seconds: allowance.milliseconds / 1000,
    ...(coverage && coverage.people.length > 0 ? { coverage: { weightGivenUp: coverage.weightGivenUp, people: coverage.people.map((person) => compiled.facts.problem.people[person]?.id ?? '').sort() } } : {}),
    ...(bounds.mostMusts < bounds.musts ? { infeasible: true as const, core: coreOf(problem, compiled) } : {}),
  };
}

/** What cannot all be placed together: requests without any start of their own, else everything that must be placed. */
function coreOf(problem: ScheduleProblem, { facts, must, starts }: Compiled): string[] {
  const musts = new Map(facts.problem.requests.flatMap(({ id }, index) => (must[index] === 1 ? [[id, (starts[index] as Int32Array).length] as const] : [])));
  const listed = problem.requests.flatMap(({ id }) => (musts.has(id) ? [id] : []));
  const blocked = listed.filter((id) => musts.get(id) === 0);
  return blocked.length > 0 ? blocked : listed;
}
