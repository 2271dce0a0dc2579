// Measures the scheduler on the public instances. Not part of the check; build and run it by hand, with nothing else running:
//   npx vite build --ssr test/bench/schedule.ts --outDir dist/bench && node dist/bench/schedule.js [name part] [seconds] [--no-solver] [--b2b]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLinearSolver } from '#electron/headless/highs.ts';
import { seeded } from '#shared/kernel/random.ts';
import { valueOf } from '#shared/kernel/result.ts';
import { compile } from '#shared/meetings/scheduler/compiled.ts';
import { construct } from '#shared/meetings/scheduler/construct.ts';
import { factsOf } from '#shared/meetings/scheduler/facts.ts';
import { readProblem } from '#shared/meetings/scheduler/problem.ts';
import { solve } from '#shared/meetings/scheduler/solve.ts';
import { faultsOf } from '#test/support/schedule-checker.ts';

const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const [part = '', seconds = '3'] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const data = join(process.env['SUMMIT_DATA'] ?? '../shared/data', 'scheduling');
const folder = join(data, options.includes('--b2b') ? 'b2b' : 'summit');
if (!existsSync(folder)) {
  console.log(`data set absent: ${folder}`);
  process.exit(0);
}
const best = new Map(Object.entries(JSON.parse(readFileSync(join(data, 'summit-best.json'), 'utf8')) as Record<string, number>));
const published = new Map((JSON.parse(readFileSync(join(data, 'b2b-published.json'), 'utf8')) as { problem: string; breaks: number | string }[]).map(({ problem, breaks }) => [problem, breaks]));
const now = () => performance.now();
const solver = options.includes('--no-solver') ? null : await loadLinearSolver();

for (const file of readdirSync(folder).filter((name) => name.includes(part)).sort()) {
  const name = file.replace('.json', '');
  const problem = valueOf(readProblem(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
  const before = now();
  construct(compile(factsOf(problem)), seeded(1));
  const first = now() - before;
  const reached: string[] = [];
  let boundAt = 0;
  let lastBound = Infinity;
  const began = now();
  const solution = solve(problem, {
    seed: 1, effort: { kind: 'clock', seconds: Number(seconds) }, now, solver,
    watch({ weight, bound }) {
      const at = (now() - began) / 1000;
      if (bound < lastBound) [lastBound, boundAt] = [bound, at];
      for (const mark of [1, 3]) if (at <= mark) reached[mark] = `${weight}`;
    },
  });
  const faults = faultsOf(problem, solution);
  const target = best.get(name) ?? published.get(name);
  const gap = (100 * (solution.bound - solution.weight)) / Math.max(1, solution.bound);
  console.log([
    name.padEnd(26), `first ${first.toFixed(0)} ms`, `1 s ${reached[1]}`, `3 s ${reached[3]}`, `weight ${solution.weight}`, `best ${target}`, `bound ${solution.bound} at ${boundAt.toFixed(1)} s`, `gap ${gap.toFixed(2)} %`,
    solution.proven ? 'proven' : 'open', `unplaced ${solution.unplaced.length}`, `breaks ${solution.breaks}`, `${solution.seconds.toFixed(1)} s`, faults.length === 0 ? 'checked' : `FAULTS ${faults.slice(0, 3).join('; ')}`,
  ].join('  '));
}
