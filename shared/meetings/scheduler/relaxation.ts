import type { Arrangement } from './board.ts';
import { type Compiled, hasBit } from './compiled.ts';
import type { LinearModel } from './port.ts';

/**
 * The problem as a linear model: a column says that a request begins at a start. Rooms enter as Hall's condition: of the requests
 * that can use only rooms of one set, no more run at once than the set has places. Walking and the same room for the whole of a
 * long meeting are left out, so every plan is a solution of the model and its optimum a bound on every plan.
 */
export type Relaxation = {
  readonly model: LinearModel;
  readonly requestOf: Int32Array;
  readonly startOf: Int32Array;
};

/** Sets of rooms are joined to larger sets while they overlap; past this many the bound is still a bound, only looser. */
const mostRoomSets = 96;

/** `mustPlaced`: the plans bounded are those that place at least so many of the requests that must be placed. */
export function relaxationOf(compiled: Compiled, mustPlaced: number, objective: Float64Array | Int32Array | Uint8Array = compiled.weight): Relaxation {
  const { requests, slots, days, length, starts, peopleOf, kindOf, dayOf, limit, dayLimit, before, facts } = compiled;
  const limits: number[] = [];
  const row = (most: number) => limits.push(most) - 1;

  const requestRows = Int32Array.from({ length: requests }, () => row(1));
  const personRows = rowsOnDemand(row, () => 1);
  const roomSets = roomSetsOf(compiled);
  const setsOfKind = Array.from({ length: compiled.kinds }, (_, kind) => [...roomSets.keys()].filter((set) => roomSets[set]?.kinds.has(kind)));
  const roomRows = rowsOnDemand(row, (key) => placesOpen(compiled, roomSets[Math.floor(key / slots)]?.lanes ?? [], key % slots));
  const limitRows = rowsOnDemand(row, (person) => limit[person] as number);
  const dayRows = rowsOnDemand(row, (key) => dayLimit[Math.floor(key / days)] as number);
  const mustRow = mustPlaced > 0 ? row(-mustPlaced) : -1;
  const orderRows = rowsOnDemand(row, () => 1);
  const orders = [...before.entries()].flatMap(([second, firsts]) => [...firsts].map((first) => ({ first, second })));
  const ordersOf = Array.from({ length: requests }, (_, request) => [...orders.entries()].filter(([, { first, second }]) => orders.length > 0 && (first === request || second === request)));

  const columnStarts: number[] = [0];
  const entries: number[] = [];
  const coefficients: number[] = [];
  const costs: number[] = [];
  const requestOf: number[] = [];
  const startOf: number[] = [];
  const enter = (index: number, coefficient = 1) => { entries.push(index); coefficients.push(coefficient); };

  for (let request = 0; request < requests; request++) {
    const steps = length[request] as number;
    for (const start of starts[request] as Int32Array) {
      enter(requestRows[request] as number);
      for (const person of peopleOf[request] as Int32Array) {
        for (let slot = start; slot < start + steps; slot++) enter(personRows(person * slots + slot));
        if (facts.problem.people[person]?.max !== undefined) enter(limitRows(person));
        if (facts.problem.people[person]?.maxPerDay !== undefined) enter(dayRows(person * days + (dayOf[start] as number)));
      }
      for (const set of setsOfKind[kindOf[request] as number] ?? []) for (let slot = start; slot < start + steps; slot++) enter(roomRows(set * slots + slot));
      if (mustRow !== -1 && compiled.must[request] === 1) enter(mustRow, -1);
      // At every moment: the first has not ended, or the second has begun — never both.
      for (const [order, { first }] of ordersOf[request] ?? []) {
        if (first === request) for (let slot = 0; slot < Math.min(slots, start + steps); slot++) enter(orderRows(order * slots + slot));
        else for (let slot = start; slot < slots; slot++) enter(orderRows(order * slots + slot));
      }
      columnStarts.push(entries.length);
      costs.push(objective[request] as number);
      requestOf.push(request);
      startOf.push(start);
    }
  }
  return {
    model: {
      columns: costs.length,
      rows: limits.length,
      objective: Float64Array.from(costs),
      limits: Float64Array.from(limits),
      starts: Int32Array.from(columnStarts),
      entries: Int32Array.from(entries),
      coefficients: Float64Array.from(coefficients),
    },
    requestOf: Int32Array.from(requestOf),
    startOf: Int32Array.from(startOf),
  };

  function rowsOnDemand(make: (most: number) => number, most: (key: number) => number): (key: number) => number {
    const known = new Map<number, number>();
    return (key) => {
      const there = known.get(key);
      if (there !== undefined) return there;
      const fresh = make(most(key));
      known.set(key, fresh);
      return fresh;
    };
  }
}

/**
 * What no plan can exceed, by weak duality: for any prices ≥ 0 of the shared things, each request brings at most its best start
 * after paying, and everything paid is worth at most all there is. True whatever the solver did; the first rows are the requests' own.
 */
export function boundFromPrices({ model, requestOf }: Relaxation, prices: Float64Array, requests: number): number {
  let bound = 0;
  for (let row = requests; row < model.rows; row++) bound += Math.max(0, prices[row] as number) * (model.limits[row] as number);
  const best = new Float64Array(requests);
  for (let column = 0; column < model.columns; column++) {
    let left = model.objective[column] as number;
    for (let entry = model.starts[column] as number; entry < (model.starts[column + 1] as number); entry++) {
      const row = model.entries[entry] as number;
      if (row >= requests) left -= Math.max(0, prices[row] as number) * (model.coefficients[entry] as number);
    }
    const request = requestOf[column] as number;
    if (left > (best[request] as number)) best[request] = left;
  }
  return best.reduce((total, value) => total + value, bound);
}

/** A plan as values of the columns, to start the solver from. */
export function valuesOf({ model, requestOf, startOf }: Relaxation, { start }: Arrangement): Float64Array {
  return Float64Array.from({ length: model.columns }, (_, column) => Number(start[requestOf[column] as number] === startOf[column]));
}

type RoomSet = { readonly lanes: readonly number[]; readonly kinds: ReadonlySet<number> };

/** The sets of lanes that some kinds of requests depend on, joined while they overlap; with each, the kinds that can go nowhere else. */
function roomSetsOf({ kinds, kindLanes, lanes }: Compiled): RoomSet[] {
  const sets = new Map<string, number[]>();
  for (const usable of kindLanes) if (usable.length > 0) sets.set(usable.join(), [...usable]);
  const queue = [...sets.values()];
  for (let next = 0; next < queue.length && sets.size < mostRoomSets; next++) {
    const set = queue[next] ?? [];
    for (const other of [...sets.values()]) {
      const shared = other.some((lane) => set.includes(lane));
      const joined = shared ? [...new Set([...set, ...other])].sort((a, b) => a - b) : [];
      if (shared && !sets.has(joined.join()) && joined.length <= lanes) {
        sets.set(joined.join(), joined);
        queue.push(joined);
      }
    }
  }
  return [...sets.values()].map((set) => {
    const within = new Set(set);
    const members = Array.from({ length: kinds }, (_, kind) => kind).filter((kind) => (kindLanes[kind] as Int32Array).every((lane) => within.has(lane)));
    return { lanes: set, kinds: new Set(members) };
  });
}

function placesOpen({ openMask, laneWords }: Compiled, lanes: readonly number[], slot: number): number {
  return lanes.filter((lane) => hasBit(openMask, slot * laneWords, lane)).length;
}
