import type { Compiled } from '../board/compiled.ts';
import type { Relaxation } from '../proof/relaxation.ts';

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

/** The same model in which some requests must have one of their starts. */
export function withForced({ model, requestOf, startOf }: Relaxation, requests: readonly number[]): Relaxation {
  const rowOf = new Map(requests.map((request, index) => [request, model.rows + index]));
  const [starts, entries, coefficients]: [number[], number[], number[]] = [[0], [], []];
  for (let column = 0; column < model.columns; column++) {
    for (let entry = model.starts[column] as number; entry < (model.starts[column + 1] as number); entry++) {
      entries.push(model.entries[entry] as number);
      coefficients.push(model.coefficients[entry] as number);
    }
    const row = rowOf.get(requestOf[column] as number);
    if (row !== undefined) {
      entries.push(row);
      coefficients.push(-1);
    }
    starts.push(entries.length);
  }
  return {
    requestOf, startOf,
    model: {
      ...model, rows: model.rows + requests.length, limits: Float64Array.from([...model.limits, ...requests.map(() => -1)]),
      starts: Int32Array.from(starts), entries: Int32Array.from(entries), coefficients: Float64Array.from(coefficients),
    },
  };
}
