import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createModule } from 'cadical-wasm';
import { satSolver } from '#shared/meetings/scheduler/breaks/cadical-solver.ts';
import type { SatSolver } from '#shared/meetings/scheduler/breaks/sat-port.ts';

/** Loads the satisfiability solver in Node from bytes on disk; never fetches. `wasmPath` is where a packaged application keeps `cadical.wasm`. */
export async function loadSatSolver(wasmPath: string = createRequire(import.meta.url).resolve('cadical-wasm/cadical.wasm')): Promise<SatSolver> {
  return satSolver(await createModule({ wasmBinary: await readFile(wasmPath) }));
}
