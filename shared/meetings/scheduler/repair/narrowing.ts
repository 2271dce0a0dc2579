import type { Relaxation } from '../proof/relaxation.ts';

/** The same model in which some requests must have one of their starts. */
export function withForced(relaxation: Relaxation, requests: readonly number[]): Relaxation {
  const rowOf = new Map(requests.map((request, index) => [request, index]));
  return withRows(relaxation, requests.map(() => -1), (column) => ({ row: rowOf.get(relaxation.requestOf[column] as number), coefficient: -1 }));
}

/** The same model of plans that weigh no more than so much. The objective is the weight. Cuts off no plan where that is a bound on all of them. */
export function noHeavierThan(relaxation: Relaxation, weight: number): Relaxation {
  return withRows(relaxation, [weight], (column) => ({ row: 0, coefficient: relaxation.model.objective[column] as number }));
}

/** The same model with some of its columns only, and without rows that then hold whatever is placed: its answers are answers of the whole, its bounds are not. */
export function restrictedTo({ model, requestOf, startOf, zoneOf }: Relaxation, isKept: (column: number) => boolean): Relaxation & { widened(values: Float64Array): Float64Array } {
  const columns = Array.from({ length: model.columns }, (_, column) => column).filter(isKept);
  const entriesOf = (column: number) => Array.from({ length: (model.starts[column + 1] as number) - (model.starts[column] as number) }, (_, place) => (model.starts[column] as number) + place);
  const most = new Float64Array(model.rows);
  for (const column of columns) for (const entry of entriesOf(column)) most[model.entries[entry] as number] = (most[model.entries[entry] as number] as number) + Math.max(0, model.coefficients[entry] as number);
  const binding = Array.from(most.keys()).filter((row) => (most[row] as number) > (model.limits[row] as number));
  const numberOf = new Int32Array(model.rows).fill(-1);
  for (const [number, row] of binding.entries()) numberOf[row] = number;
  const [starts, entries, coefficients]: [number[], number[], number[]] = [[0], [], []];
  for (const column of columns) {
    for (const entry of entriesOf(column)) {
      const row = numberOf[model.entries[entry] as number] as number;
      if (row === -1) continue;
      entries.push(row);
      coefficients.push(model.coefficients[entry] as number);
    }
    starts.push(entries.length);
  }
  return {
    requestOf: Int32Array.from(columns, (column) => requestOf[column] as number),
    startOf: Int32Array.from(columns, (column) => startOf[column] as number),
    ...(zoneOf && { zoneOf: Int32Array.from(columns, (column) => zoneOf[column] as number) }),
    model: {
      columns: columns.length, rows: binding.length, limits: Float64Array.from(binding, (row) => model.limits[row] as number),
      objective: Float64Array.from(columns, (column) => model.objective[column] as number),
      starts: Int32Array.from(starts), entries: Int32Array.from(entries), coefficients: Float64Array.from(coefficients),
    },
    widened(values) {
      const wide = new Float64Array(model.columns);
      for (const [place, column] of columns.entries()) wide[column] = values[place] as number;
      return wide;
    },
  };
}

/** The same model with further rows; `entryOf` says in which of them a column stands, if in any, and with what. */
function withRows({ model, ...columns }: Relaxation, limits: readonly number[], entryOf: (column: number) => { readonly row: number | undefined; readonly coefficient: number }): Relaxation {
  const [starts, entries, coefficients]: [number[], number[], number[]] = [[0], [], []];
  for (let column = 0; column < model.columns; column++) {
    for (let entry = model.starts[column] as number; entry < (model.starts[column + 1] as number); entry++) {
      entries.push(model.entries[entry] as number);
      coefficients.push(model.coefficients[entry] as number);
    }
    const { row, coefficient } = entryOf(column);
    if (row !== undefined) {
      entries.push(model.rows + row);
      coefficients.push(coefficient);
    }
    starts.push(entries.length);
  }
  return {
    ...columns,
    model: {
      ...model, rows: model.rows + limits.length, limits: Float64Array.from([...model.limits, ...limits]),
      starts: Int32Array.from(starts), entries: Int32Array.from(entries), coefficients: Float64Array.from(coefficients),
    },
  };
}
