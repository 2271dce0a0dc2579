import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { LinearSolver } from '#shared/meetings/scheduler/port.ts';
import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import type { Meeting, ScheduleSolution } from '#shared/meetings/scheduler/solution.ts';
import type { Effort } from '#shared/meetings/scheduler/meter.ts';
import { solve } from '#shared/meetings/scheduler/solve.ts';
import { type Call, wholeNumber } from './call.ts';
import { loadLinearSolver } from './highs.ts';
import type { Surroundings } from './outcome.ts';

export type Search = { readonly effort: Effort; readonly seed: number };

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

/** Solves with the linear solver behind, telling of every better plan. Under a budget the answer carries no `seconds`, so that its bytes repeat. */
export async function searched(problem: ScheduleProblem, { effort, seed }: Search, { elapsed, progress }: Surroundings, from?: readonly Meeting[]): Promise<Omit<ScheduleSolution, 'seconds'> & { seconds?: number }> {
  let told = '';
  const solution = solve(problem, {
    seed, effort, now: elapsed, solver: await linearSolver(),
    ...(from ? { from } : {}),
    watch: ({ phase, weight, bound, breaks }) => {
      const line = `${phase.replaceAll('-', ' ')}: weight ${weight} of at most ${bound}, ${breaks} breaks`;
      if (line !== told) progress((told = line));
    },
  });
  if (effort.kind === 'clock') return solution;
  return Object.fromEntries(Object.entries(solution).filter(([field]) => field !== 'seconds')) as Omit<ScheduleSolution, 'seconds'>;
}

/** The solver's WebAssembly lies beside the bundled command line, or in the packages of a checkout. */
async function linearSolver(): Promise<LinearSolver> {
  const beside = join(dirname(fileURLToPath(import.meta.url)), 'highs.wasm');
  return existsSync(beside) ? loadLinearSolver(beside) : loadLinearSolver();
}
