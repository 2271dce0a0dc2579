import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { LinearSolver } from '#shared/meetings/scheduler/proof/port.ts';
import type { SatSolver } from '#shared/meetings/scheduler/breaks/sat-port.ts';
import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import { repair, type RepairedSchedule } from '#shared/meetings/scheduler/repair/repair.ts';
import type { Meeting, ScheduleSolution } from '#shared/meetings/scheduler/solution.ts';
import type { Effort } from '#shared/meetings/scheduler/search/meter.ts';
import { solve } from '#shared/meetings/scheduler/solve.ts';
import { type Call, wholeNumber } from './call.ts';
import { loadSatSolver } from './cadical.ts';
import { loadLinearSolver } from './highs.ts';
import type { Surroundings } from './outcome.ts';

export type Search = { readonly effort: Effort; readonly seed: number; /** Share of the weight that may be given up so that people reach their minimums. Absent: none. */ readonly coverageAllowance?: number };

/** Ten seconds of the clock unless the call says otherwise. `--budget` makes the answer repeatable, `--seconds` does not. */
const usualSeconds = 10;

/** Reads `--seconds`, `--budget` and `--seed`. Refuses both efforts at once. */
export function searchOf(call: Call): Result<Search, string> {
  const [seconds, budget, seed] = [wholeNumber(call, 'seconds', 1), wholeNumber(call, 'budget', 1), wholeNumber(call, 'seed', 0)];
  if (!seconds.ok) return seconds;
  if (!budget.ok) return budget;
  if (!seed.ok) return seed;
  if (seconds.value !== null && budget.value !== null) return err('say --seconds or --budget, not both');
  const effort: Effort = budget.value === null ? { kind: 'clock', seconds: seconds.value ?? usualSeconds } : { kind: 'work', units: budget.value };
  return ok({ effort, seed: seed.value ?? 1 });
}

/** Solves with the linear solver behind, telling of every better plan. Under a budget the answer carries no `seconds`, so that its bytes repeat. `from`: a summit's present meetings, of which the pinned stay. */
export async function searched(problem: ScheduleProblem, { effort, seed, coverageAllowance = 0 }: Search, { elapsed, progress }: Surroundings, from?: readonly Meeting[]): Promise<Omit<ScheduleSolution, 'seconds'> & { seconds?: number }> {
  let told = '';
  const solution = solve(problem, {
    seed, effort, coverageAllowance, now: elapsed, solver: await linearSolver(), sat: await satSolver(),
    ...(from ? { from, holdsPins: true } : {}),
    watch: ({ phase, weight, bound, breaks }) => {
      const line = `${phase.replaceAll('-', ' ')}: weight ${weight} of at most ${bound}, ${breaks} breaks`;
      if (line !== told) progress((told = line));
    },
  });
  if (effort.kind === 'clock') return solution;
  return Object.fromEntries(Object.entries(solution).filter(([field]) => field !== 'seconds')) as Omit<ScheduleSolution, 'seconds'>;
}

/** Repairs a plan: the fewest meetings moved for the best weight. */
export async function repaired(problem: ScheduleProblem, { effort, seed }: Search, { elapsed, progress }: Surroundings, before: readonly Meeting[]): Promise<Omit<RepairedSchedule, 'seconds'> & { seconds?: number }> {
  const { seconds, ...plan } = repair(problem, before, {
    seed, effort, now: elapsed, solver: await linearSolver(), sat: await satSolver(),
    watch: ({ phase, weight, bound }) => { progress(`${phase.replaceAll('-', ' ')}: weight ${weight} of at most ${bound}`); },
  });
  return effort.kind === 'clock' ? { ...plan, seconds } : plan;
}

async function linearSolver(): Promise<LinearSolver> {
  const path = besideUs('highs.wasm');
  return path === null ? loadLinearSolver() : loadLinearSolver(path);
}

async function satSolver(): Promise<SatSolver> {
  const path = besideUs('cadical.wasm');
  return path === null ? loadSatSolver() : loadSatSolver(path);
}

/** A solver's WebAssembly lies beside the bundled command line; null in a checkout, where it is in the packages. */
function besideUs(name: string): string | null {
  const path = join(dirname(fileURLToPath(import.meta.url)), name);
  return existsSync(path) ? path : null;
}
