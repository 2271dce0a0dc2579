// One instance in a process of its own, so that seconds and memory are its own: FILE SECONDS whole|search|repeat|repair|stop (SECONDS may be empty); prints one JSON line.
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { loadSatSolver } from '#electron/headless/cadical.ts';
import { loadLinearSolver } from '#electron/headless/highs.ts';
import { valueOf } from '#shared/kernel/result.ts';
import { coreText } from '#shared/meetings/scheduler/breaks/core-words.ts';
import { factsOf } from '#shared/meetings/scheduler/facts.ts';
import type { Effort } from '#shared/meetings/scheduler/search/meter.ts';
import type { Progress } from '#shared/meetings/scheduler/search/search.ts';
import { readProblem } from '#shared/meetings/scheduler/problem.ts';
import { scoreOf } from '#shared/meetings/scheduler/score.ts';
import { solve } from '#shared/meetings/scheduler/solve.ts';
import { countedOut } from '#test/support/counted-out.ts';
import { faultsOf, tallyOf } from '#test/support/schedule-checker.ts';
import type { Measured, Standing } from './measured.ts';
import { repairs } from './repairs.ts';
import { stops } from './stops.ts';

const settlingMilliseconds = 300;
const [file = '', asked = '', mode = 'whole'] = process.argv.slice(2);
const problem = valueOf(readProblem(JSON.parse(readFileSync(file, 'utf8'))));
const seconds = asked === '' ? (problem.objective.kind === 'breaks' ? 60 : 30) : Number(asked);
const solvers = mode === 'search' ? { solver: null, sat: null } : { solver: await loadLinearSolver(), sat: await loadSatSolver() };
const now = () => performance.now();
// What a solver begins to compile in the background when it is loaded is done by then; the application searches and proves in two workers.
await new Promise((resolve) => { setTimeout(resolve, settlingMilliseconds); });
const name = basename(file, '.json');
const answer = mode === 'repeat' ? repeated() : mode === 'repair' ? repairs(name, problem, solvers, now, asked === '' ? 5 : Number(asked)) : mode === 'stop' ? stops(name, problem, solvers, now) : measured();
console.log(JSON.stringify(answer));

function measured(): Measured {
  const cpu = process.cpuUsage();
  const began = now();
  const since = () => (now() - began) / 1000;
  let first: number | null = null;
  let inHand: Progress | null = null;
  const after: { one: Standing; three: Standing } = { one: null, three: null };
  let [bound, boundAt, weightProvenAt] = [Infinity, 0, null as number | null];
  let fewest = { weight: -1, breaks: Infinity, at: 0 };
  const solution = solve(problem, {
    seed: 1, effort: { kind: 'clock', seconds }, now, ...solvers,
    watch(progress) {
      const at = since();
      first ??= at;
      const standing = { weight: progress.weight, bound: progress.bound };
      if (at <= 1) after.one = standing;
      if (at <= 3) after.three = standing;
      if (at <= 5) inHand = progress;
      if (progress.bound < bound) [bound, boundAt] = [progress.bound, at];
      if (progress.weight >= progress.bound) weightProvenAt ??= at;
      if (progress.weight > fewest.weight || (progress.weight === fewest.weight && progress.breaks < fewest.breaks)) fewest = { weight: progress.weight, breaks: progress.breaks, at };
    },
  });
  const took = since();
  const { user, system } = process.cpuUsage(cpu);
  const tally = tallyOf(problem, solution);
  const faults = faultsOf(problem, solution);
  if (tally.weight !== solution.weight || tally.breaks !== solution.breaks) faults.push(`counts weight ${tally.weight} and ${tally.breaks} breaks, not ${solution.weight} and ${solution.breaks}`);
  return {
    name, kind: problem.objective.kind, requests: problem.requests.length,
    firstPlanMilliseconds: (first ?? took) * 1000, after,
    weight: solution.weight, bound: solution.bound, boundAt, weightProvenAt: solution.weight >= solution.bound ? weightProvenAt ?? took : null,
    placed: solution.meetings.length, breaks: solution.breaks, breaksBound: solution.breaksBound, spread: tally.spread, breaksReachedAt: fewest.at,
    missed: scoreOf(factsOf(problem), solution.meetings).missed, afterFive: wishesIn(inHand), missedBound: solution.levels?.missedBound ?? null,
    proven: solution.proven, infeasible: solution.infeasible === true, core: solution.core?.length ?? null,
    coreText: solution.core ? coreText(problem, solution.core, { person: (id) => id, request: (id) => id, start: (slot) => `slot ${slot}` }) : null,
    isCountedOut: problem.objective.kind === 'breaks' && countedOut(problem) !== null,
    seconds: took, cpuSeconds: (user + system) / 1e6, megabytes: peakMegabytes(), faults,
  };
}

/** Of meetings that have a wished start at all. */
function wishesIn(progress: Progress | null): Measured['afterFive'] {
  const wishing = new Set(problem.requests.flatMap(({ id, preferredSlots = [] }) => (preferredSlots.length > 0 ? [id] : [])));
  return progress && { wishes: progress.meetings().filter(({ request }) => wishing.has(request)).length, missed: progress.missed };
}

/** Of this process alone: the peak in `resourceUsage` begins with what the parent had when it forked. */
function peakMegabytes(): number {
  const peak = existsSync('/proc/self/status') ? /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] : undefined;
  return (peak === undefined ? process.resourceUsage().maxRSS : Number(peak)) / 1024;
}

/** Whether two runs under one budget give the same bytes. */
function repeated(): { readonly name: string; readonly same: boolean } {
  const effort: Effort = { kind: 'work', units: 40_000 };
  const bytes = () => JSON.stringify({ ...solve(problem, { seed: 7, effort, now, ...solvers }), seconds: 0 });
  return { name, same: bytes() === bytes() };
}
