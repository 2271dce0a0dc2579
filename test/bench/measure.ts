import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SourceFile } from '#shared/exchange/grid.ts';

/** One measured line: what took how long, against which yardstick, with the budget it is held to. */
export function line(what: string, milliseconds: number, yardstick: { readonly name: string; readonly milliseconds: number }, budget: string): string {
  return `${what}: ${milliseconds.toFixed(0)} ms; ${yardstick.name}: ${yardstick.milliseconds.toFixed(0)} ms; ratio ${(milliseconds / yardstick.milliseconds).toFixed(2)}; budget ${budget}`;
}

/** The middle one of several runs, in milliseconds, after one to warm up. */
export async function median(runs: number, run: () => unknown): Promise<number> {
  await run();
  const times: number[] = [];
  for (let count = 0; count < runs; count++) {
    const started = performance.now();
    await run();
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

/** The files of an input set, or the product's own sample where the sets are absent, which is said. */
export function exportsToRead(): { readonly name: string; readonly folder: string; readonly files: readonly SourceFile[] } {
  const root = new URL('../..', import.meta.url).pathname;
  const set = resolve(root, process.env['SUMMIT_DATA'] ?? '../shared/data', 'inputs/spring-emea');
  const folder = existsSync(set) ? set : join(root, 'build/sample/exports');
  return { name: existsSync(set) ? 'spring-emea' : 'the sample (the input sets are absent)', folder, files: readdirSync(folder).map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) })) };
}
