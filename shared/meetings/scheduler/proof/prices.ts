import type { LinearModel } from './port.ts';

/** Measured on six of the public summits, two of each size: the bound, in whole numbers, is then the relaxation's own, in 1, 7 and 100 ms (S, M, L). */
const rounds = 200;
/** Rounds without a better bound before steps are halved. */
const patience = 8;

/**
 * Prices of the rows that make a bound low, without a solver: what more is asked of than there is gets dearer, the rest cheaper, by steps
 * as long as the bound is above what is in hand (Polyak's subgradient steps, as Held and Karp used them). `inHand`: a worth that can be reached.
 * Any prices bound; ended early they only bound less.
 */
export function pricesOf({ columns, rows, objective, limits, starts, entries, coefficients }: LinearModel, inHand: number, isOver: () => boolean): Float64Array {
  const prices = new Float64Array(rows);
  const left = new Float64Array(rows);
  let best = prices.slice();
  let bestBound = Infinity;
  let pace = 1;
  for (let round = 0, last = 0; round < rounds && !isOver(); round++) {
    let bound = 0;
    for (let row = 0; row < rows; row++) {
      left[row] = limits[row] as number;
      bound += (prices[row] as number) * (limits[row] as number);
    }
    for (let column = 0; column < columns; column++) {
      const worth = (objective[column] as number) - costOf(column);
      if (worth <= 0) continue;
      bound += worth;
      for (let entry = starts[column] as number; entry < (starts[column + 1] as number); entry++) left[entries[entry] as number] = (left[entries[entry] as number] as number) - (coefficients[entry] as number);
    }
    if (bound < bestBound) {
      bestBound = bound;
      best = prices.slice();
      last = round;
    } else if (round - last > patience) {
      pace /= 2;
      last = round;
    }
    const steep = left.reduce((total, value, row) => total + (value < 0 || (prices[row] as number) > 0 ? value * value : 0), 0);
    if (steep === 0) break;
    const step = (pace * Math.max(0.5, bound - inHand)) / steep;
    for (let row = 0; row < rows; row++) prices[row] = Math.max(0, (prices[row] as number) - step * (left[row] as number));
  }
  return best;

  function costOf(column: number): number {
    let cost = 0;
    for (let entry = starts[column] as number; entry < (starts[column + 1] as number); entry++) cost += (prices[entries[entry] as number] as number) * (coefficients[entry] as number);
    return cost;
  }
}

/** Columns that go together, 1 for each taken: those first that are worth most after paying the prices, and before all others those that `isBefore` names. */
export function affordable({ columns, objective, limits, starts, entries, coefficients }: LinearModel, prices: Float64Array, isBefore: (column: number) => boolean): Float64Array {
  const worth = Float64Array.from(objective);
  for (let column = 0; column < columns; column++) {
    for (let entry = starts[column] as number; entry < (starts[column + 1] as number); entry++) worth[column] = (worth[column] as number) - (prices[entries[entry] as number] as number) * (coefficients[entry] as number);
  }
  const left = limits.slice();
  const taken = new Float64Array(columns);
  const order = Array.from(taken.keys()).sort((a, b) => Number(isBefore(b)) - Number(isBefore(a)) || (worth[b] as number) - (worth[a] as number));
  for (const column of order) {
    let fits = true;
    for (let entry = starts[column] as number; entry < (starts[column + 1] as number); entry++) fits &&= (coefficients[entry] as number) <= Math.max(0, left[entries[entry] as number] as number);
    if (!fits) continue;
    taken[column] = 1;
    for (let entry = starts[column] as number; entry < (starts[column + 1] as number); entry++) left[entries[entry] as number] = (left[entries[entry] as number] as number) - (coefficients[entry] as number);
  }
  return taken;
}
