import type { Compiled } from './compiled.ts';

/**
 * A weight no plan can exceed, in a blink and without a solver. Two arguments, the smaller answer wins: every request is laid on its
 * busiest person, who has only so many slots and meetings; and all requests together have only so many places in rooms. Requests are
 * taken best weight per slot first, the last one in part (Dantzig's bound of the knapsack).
 */
export function quickBound(compiled: Compiled): number {
  const { requests, people, slots, away, length, peopleOf, starts, limit, openMask } = compiled;
  const possible = Array.from({ length: requests }, (_, request) => request).filter((request) => (starts[request] as Int32Array).length > 0);

  const asked = new Float64Array(people);
  for (const request of possible) for (const person of peopleOf[request] as Int32Array) asked[person] = (asked[person] as number) + (length[request] as number);
  const capacity = Int32Array.from({ length: people }, (_, person) => {
    let open = 0;
    for (let slot = 0; slot < slots; slot++) open += 1 - (away[person * slots + slot] as number);
    return open;
  });
  const pressure = (person: number) => (asked[person] as number) / Math.max(1, Math.min(capacity[person] as number, limit[person] as number));
  const loads = Array.from({ length: people }, () => [] as number[]);
  for (const request of possible) {
    const busiest = [...(peopleOf[request] as Int32Array)].reduce((most, person) => (pressure(person) > pressure(most) ? person : most));
    loads[busiest]?.push(request);
  }
  const byPeople = loads.reduce((total, load, person) => total + Math.min(
    knapsack(compiled, load, capacity[person] as number, (request) => length[request] as number),
    knapsack(compiled, load, limit[person] as number, () => 1),
  ), 0);

  const places = openMask.reduce((total, word) => total + ones(word), 0);
  return Math.floor(Math.min(byPeople, knapsack(compiled, possible, places, (request) => length[request] as number)) + 1e-6);
}

function knapsack({ weight }: Compiled, requests: readonly number[], capacity: number, size: (request: number) => number): number {
  let left = capacity;
  let total = 0;
  const best = [...requests].sort((a, b) => (weight[b] as number) / size(b) - (weight[a] as number) / size(a));
  for (const request of best) {
    const part = Math.min(1, left / size(request));
    total += part * (weight[request] as number);
    left -= part * size(request);
    if (left <= 0) break;
  }
  return total;
}

function ones(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
}
