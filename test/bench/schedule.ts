import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Measured, sizeOf } from './schedule/measured.ts';
import type { Repaired } from './schedule/repairs.ts';
import { type Known, repairRow, row, summary } from './schedule/report.ts';
import type { Stopped } from './schedule/stops.ts';

const root = new URL('../..', import.meta.url).pathname;
const { bundleForNode } = (await import(join(root, 'build/node-bundle.mjs'))) as { bundleForNode(parts: { entry: string; outFile: string }): Promise<void> };

/** WebAssembly the solvers look for beside the file they are part of. */
const solvers = ['highs/build/highs.wasm', 'cadical-wasm/dist/cadical.wasm'];

/**
 * The scheduler on every instance of a folder (`--folder F`; default: the published ones of SUMMIT_DATA), each in a process of its own:
 * a row per instance, then the summary. `--seconds N` bounds each (default 60 for breaks, 30 for weight), a further word takes only the instances whose names hold it.
 */
export async function* bench(words: readonly string[] = []): AsyncGenerator<string> {
  const { folder, seconds, part } = wished(words);
  if (!existsSync(folder)) {
    yield `data set absent: ${folder} (say --folder, or set SUMMIT_DATA)`;
    return;
  }
  const one = await builtMeasurer();
  const known = knownBest(folder);
  const files = instancesIn(folder).filter((file) => basename(file).includes(part));
  const whole: Measured[] = [];
  for (const file of files) {
    const found = run<Measured>(one, file, seconds, 'whole');
    whole.push(found);
    yield row(found, known);
  }
  const alone = whole.filter(({ kind, infeasible }) => kind === 'breaks' && !infeasible).map(({ name }) => files.find((file) => basename(file, '.json') === name) as string).map((file) => run<Measured>(one, file, '2', 'search'));
  const repeated = files.map((file) => run<{ name: string; same: boolean }>(one, file, '0', 'repeat'));
  const repaired: Repaired[] = [];
  for (const { name } of whole.filter((found) => found.kind === 'weight' && sizeOf(found) !== 'L')) {
    const found = run<Repaired[]>(one, files.find((file) => basename(file, '.json') === name) as string, '', 'repair');
    repaired.push(...found);
    yield* found.map(repairRow);
  }
  const stopped = whole.filter(({ kind }) => kind === 'weight').map(({ name }) => run<Stopped>(one, files.find((file) => basename(file, '.json') === name) as string, '', 'stop'));
  yield* summary({ whole, alone, repeated, repaired, stopped, payloadBytes: payload() }, known);
}

function wished(words: readonly string[]): { readonly folder: string; readonly seconds: string; readonly part: string } {
  const option = (name: string) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
  const part = words.find((word, index) => !word.startsWith('--') && !words[index - 1]?.startsWith('--')) ?? '';
  return { folder: option('--folder') ?? join(root, process.env['SUMMIT_DATA'] ?? '../shared/data', 'scheduling'), seconds: option('--seconds') ?? '', part };
}

async function builtMeasurer(): Promise<string> {
  await bundleForNode({ entry: 'test/bench/schedule/one.ts', outFile: 'dist/bench/schedule-one.js' });
  for (const wasm of solvers) cpSync(join(root, 'node_modules', wasm), join(root, 'dist/bench', basename(wasm)));
  return join(root, 'dist/bench/schedule-one.js');
}

function run<Answer>(one: string, file: string, seconds: string, mode: string): Answer {
  return JSON.parse(execFileSync(process.execPath, [one, file, seconds, mode], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 24 })) as Answer;
}

/** Files of the form `summit-schedule/1`, in the folder or in folders of it. */
function instancesIn(folder: string): string[] {
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return instancesIn(path);
    return name.endsWith('.json') && readFileSync(path, 'utf8').includes('"summit-schedule/1"') ? [path] : [];
  });
}

/** What is published of the instances, where it lies in the folder or beside it. */
function knownBest(folder: string): Known {
  const read = (name: string): unknown => [folder, join(folder, '..')].map((place) => join(place, name)).filter((path) => existsSync(path)).map((path) => JSON.parse(readFileSync(path, 'utf8')) as unknown)[0];
  const breaks = (read('b2b-published.json') ?? []) as { problem: string; breaks: number | 'infeasible' }[];
  return { weight: (read('summit-best.json') ?? {}) as Record<string, number>, breaks: Object.fromEntries(breaks.map((entry) => [entry.problem, entry.breaks])) };
}

function payload(): number {
  return solvers.reduce((bytes, path) => bytes + statSync(join(root, 'node_modules', path)).size, 0);
}
