import type { Compiled } from '../board/compiled.ts';

/** The same problem in which some requests bring more than all others together, so that no search leaves them out for anything else. */
export function forcing(compiled: Compiled, requests: readonly number[]): Compiled {
  const all = compiled.gain.reduce((total, gain) => total + gain, 0) + 1;
  const gain = compiled.gain.slice();
  for (const request of requests) gain[request] = (gain[request] as number) + all;
  return { ...compiled, gain };
}

/** The same problem in which no pinned request that can stand at its pin is left out for another. */
export function holdingPins(compiled: Compiled): Compiled {
  const { pins, problem } = compiled.facts;
  const held = problem.requests.flatMap(({ id }, request) => (pins.has(id) && (compiled.starts[request] as Int32Array).length > 0 ? [request] : []));
  return held.length === 0 ? compiled : forcing(compiled, held);
}
