import { countBits } from '../board/bits.ts';
import type { Compiled } from '../board/compiled.ts';
import { LinearDraft } from './linear-draft.ts';
import type { LinearModel } from './port.ts';
import { placesOpen, roomSetsOf, setsByKind } from '../board/room-sets.ts';

/**
 * The problem as a linear model by starts: a column says that a request begins at a start. Rooms enter as Hall's condition: of the requests
 * that can use only rooms of one set, no more run at once than the set has places. Walking (which by-zones.ts adds), rivals and the same
 * room for the whole of a long meeting are left out, so every plan is a solution of the model and its optimum a bound on every plan.
 */
export type Relaxation = {
  readonly model: LinearModel;
  readonly requestOf: Int32Array;
  readonly startOf: Int32Array;
  /** Absent: a column does not say in which zone. */
  readonly zoneOf?: Int32Array;
};

/**
 * Whose hours enter. `busy`: people asked for at least half of their time; the others' hours hardly ever bind, and a bound without them is
 * still a bound (measured on 2,500 requests: a seventh of the rows, half the seconds, the same bound). `all`: an answer in whole numbers is a timetable.
 */
export type Attention = 'busy' | 'all';

/** `mustPlaced`: the plans bounded are those that place at least so many of the requests that must be placed. The first rows are the requests' own. */
export function relaxationOf(compiled: Compiled, mustPlaced: number, attention: Attention = 'all', objective: Float64Array | Int32Array | Uint8Array = compiled.weight): Relaxation {
  const { requests, slots, days, length, starts, peopleOf, kindOf, dayOf, limit, dayLimit, before } = compiled;
  const draft = new LinearDraft();
  const requestRows = Int32Array.from({ length: requests }, () => draft.row(1));
  const watched = peopleWatched(compiled, attention);
  const personRow = draft.rows(() => 1);
  const roomSets = roomSetsOf(compiled);
  const setsOfKind = setsByKind(compiled, roomSets);
  const roomRow = draft.rows((key) => placesOpen(compiled, roomSets[Math.floor(key / slots)]?.lanes ?? [], key % slots));
  const limitRow = draft.rows((person) => limit[person] as number);
  const dayRow = draft.rows((key) => dayLimit[Math.floor(key / days)] as number);
  const mustRow = mustPlaced > 0 ? draft.row(-mustPlaced) : -1;
  const orderRow = draft.rows(() => 1);
  const orders = [...before.entries()].flatMap(([second, firsts]) => [...firsts].map((first) => ({ first, second })));
  const ordersOf = new Map<number, number[]>();
  for (const [order, { first, second }] of orders.entries()) for (const side of [first, second]) ordersOf.set(side, [...(ordersOf.get(side) ?? []), order]);
  const startOf: number[] = [];

  for (let request = 0; request < requests; request++) {
    const steps = length[request] as number;
    for (const start of starts[request] as Int32Array) {
      draft.enter(requestRows[request] as number);
      for (const person of peopleOf[request] as Int32Array) {
        if (watched[person] === 1) for (let slot = start; slot < start + steps; slot++) draft.enter(personRow(person * slots + slot));
        if ((limit[person] as number) < requests) draft.enter(limitRow(person));
        if ((dayLimit[person] as number) < requests) draft.enter(dayRow(person * days + (dayOf[start] as number)));
      }
      for (const set of setsOfKind[kindOf[request] as number] ?? []) for (let slot = start; slot < start + steps; slot++) draft.enter(roomRow(set * slots + slot));
      if (mustRow !== -1 && compiled.must[request] === 1) draft.enter(mustRow, -1);
      // At every moment: the first has not ended, or the second has begun — never both.
      for (const order of ordersOf.get(request) ?? []) {
        if (orders[order]?.first === request) for (let slot = 0; slot < Math.min(slots, start + steps); slot++) draft.enter(orderRow(order * slots + slot));
        else for (let slot = start; slot < slots; slot++) draft.enter(orderRow(order * slots + slot));
      }
      draft.column(request, objective[request] as number);
      startOf.push(start);
    }
  }
  return { ...draft.done(), startOf: Int32Array.from(startOf) };
}

/**
 * What no plan can exceed, by weak duality: for any prices ≥ 0 of the shared things, each request brings at most its best column
 * after paying, and everything paid is worth at most all there is. True whatever the solver did. The first `own` rows, which only say
 * that a request is placed once, need no price.
 */
export function boundFromPrices({ model, requestOf }: Pick<Relaxation, 'model' | 'requestOf'>, prices: Float64Array, requests: number, own: number = requests): number {
  let bound = 0;
  for (let row = own; row < model.rows; row++) bound += Math.max(0, prices[row] as number) * (model.limits[row] as number);
  const best = new Float64Array(requests);
  for (const [column, left] of leftAfterPaying(model, prices, own).entries()) {
    const request = requestOf[column] as number;
    if (left > (best[request] as number)) best[request] = left;
  }
  return best.reduce((total, value) => total + value, bound);
}

/** What each column brings after paying for what it takes of the rows from `own` on. */
export function leftAfterPaying({ columns, objective, starts, entries, coefficients }: LinearModel, prices: Float64Array, own: number): Float64Array {
  const brings = Float64Array.from(objective);
  for (let column = 0; column < columns; column++) {
    let left = objective[column] as number;
    for (let entry = starts[column] as number; entry < (starts[column + 1] as number); entry++) {
      const row = entries[entry] as number;
      if (row >= own) left -= Math.max(0, prices[row] as number) * (coefficients[entry] as number);
    }
    brings[column] = left;
  }
  return brings;
}

/** A plan as values of the columns, to start the solver from; `zone` by request where columns say zones. */
export function valuesOf({ model, requestOf, startOf, zoneOf }: Relaxation, { start, zone }: { readonly start: Int32Array; readonly zone?: Int32Array }): Float64Array {
  const isThere = (column: number, request: number) => start[request] === startOf[column] && (zoneOf === undefined || zone?.[request] === zoneOf[column]);
  return Float64Array.from({ length: model.columns }, (_, column) => Number(isThere(column, requestOf[column] as number)));
}

/** The start that an answer gives each request, −1 for none; null where it chooses some only in part. */
export function hoursIn({ requestOf, startOf }: Relaxation, values: Float64Array, requests: number): Int32Array | null {
  const hours = new Int32Array(requests).fill(-1);
  for (let column = 0; column < values.length; column++) {
    const value = values[column] as number;
    if (value > 1 - 1e-6) hours[requestOf[column] as number] = startOf[column] as number;
    else if (value > 1e-6) return null;
  }
  return hours;
}

/** People whose hours enter: never those whose every request another person shares, for then the other's hours say it all. */
function peopleWatched({ people, requests, slots, slotWords, awayMask, length, peopleOf }: Compiled, attention: Attention): Uint8Array {
  const named = Array.from({ length: people }, () => [] as number[]);
  for (let request = 0; request < requests; request++) for (const person of peopleOf[request] as Int32Array) named[person]?.push(request);
  const attends = named.map((list) => new Set(list));
  const isDoubled = (person: number) => {
    const list = named[person] ?? [];
    return [...(peopleOf[list[0] ?? 0] ?? [])].some((other) => {
      const theirs = attends[other] ?? new Set();
      return other !== person && (theirs.size > list.length || other < person) && list.every((request) => theirs.has(request));
    });
  };
  return Uint8Array.from({ length: people }, (_, person) => {
    const list = named[person] ?? [];
    if (list.length < 2 || isDoubled(person)) return 0;
    if (attention === 'all') return 1;
    const asked = list.reduce((total, request) => total + (length[request] as number), 0);
    let open = slots;
    for (let word = 0; word < slotWords; word++) open -= countBits(awayMask[person * slotWords + word] as number);
    return asked >= open / 2 ? 1 : 0;
  });
}
