import loadHighs from 'highs';
import wasmUrl from 'highs/runtime?url';
import { linearSolver } from '#shared/meetings/scheduler/highs-solver.ts';
import type { LinearSolver } from '#shared/meetings/scheduler/port.ts';

/** The linear solver for a worker; null where WebAssembly is refused: the searches still work, only without proof. */
export async function solverOrNone(): Promise<LinearSolver | null> {
  try {
    const response = await fetch(wasmUrl);
    return linearSolver(await loadHighs({ wasmBinary: await response.arrayBuffer() }));
  } catch {
    return null;
  }
}
