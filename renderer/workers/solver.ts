import { createModule } from 'cadical-wasm';
import satWasmUrl from 'cadical-wasm/cadical.wasm?url';
import loadHighs from 'highs';
import wasmUrl from 'highs/runtime?url';
import { satSolver } from '#shared/meetings/scheduler/breaks/cadical-solver.ts';
import { linearSolver } from '#shared/meetings/scheduler/proof/highs-solver.ts';
import type { LinearSolver } from '#shared/meetings/scheduler/proof/port.ts';
import type { SatSolver } from '#shared/meetings/scheduler/breaks/sat-port.ts';

/** The linear solver for a worker; null where WebAssembly is refused: the searches still work, only without proof. */
export async function solverOrNone(): Promise<LinearSolver | null> {
  try {
    const response = await fetch(wasmUrl);
    return linearSolver(await loadHighs({ wasmBinary: await response.arrayBuffer() }));
  } catch {
    return null;
  }
}

/** The satisfiability solver for a worker; null where WebAssembly is refused: what cannot all be placed is then told without saying which few stand against each other. */
export async function satSolverOrNone(): Promise<SatSolver | null> {
  try {
    const response = await fetch(satWasmUrl);
    return satSolver(await createModule({ wasmBinary: await response.arrayBuffer() }));
  } catch {
    return null;
  }
}
