import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import loadHighs from 'highs';
import { linearSolver } from '#shared/meetings/scheduler/proof/highs-solver.ts';
import type { LinearSolver } from '#shared/meetings/scheduler/proof/port.ts';

/** Loads the linear solver in Node from bytes on disk; never fetches. `wasmPath` is where a packaged application keeps `highs.wasm`. */
export async function loadLinearSolver(wasmPath: string = createRequire(import.meta.url).resolve('highs/runtime')): Promise<LinearSolver> {
  return linearSolver(await loadHighs({ wasmBinary: await readFile(wasmPath) }));
}
