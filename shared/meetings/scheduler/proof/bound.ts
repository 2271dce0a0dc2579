import { countBits, sizeOf } from '../board/bits.ts';
import type { Compiled } from '../board/compiled.ts';

/**
 * A weight no plan can exceed, in a blink and without a solver. Two arguments, the smaller answer wins: every request is laid on its
 * busiest person, who has only so many slots and meetings; and all requests together have only so many places in rooms. Requests are
 * taken best weight per slot first, the last one in part (Dantzig's bound of the knapsack).
 */
export function quickBound(compiled: Compiled): number {
  const { requests, people, slots, slotWords, awayMask, length, weight, peopleOf, startMask, limit, openMask } = compiled;
  const possible: number[] = [];
  const asked = new Float64Array(people);
  for (let request = 0; request < requests; request++) {
    if (sizeOf(startMask, request * slotWords, slotWords) === 0) continue;
    possible.push(request);
    const attending = peopleOf[request] as Int32Array;
    for (let place = 0; place < attending.length; place++) asked[attending[place] as number] = (asked[attending[place] as number] as number) + (length[request] as number);
  }
  const capacity = new Int32Array(people);
  const pressure = new Float64Array(people);
  for (let person = 0; person < people; person++) {
    let open = slots;
    for (let word = 0; word < slotWords; word++) open -= countBits(awayMask[person * slotWords + word] as number);
    capacity[person] = open;
    pressure[person] = (asked[person] as number) / Math.max(1, Math.min(open, limit[person] as number));
  }
  const busiest = (request: number) => {
    const attending = peopleOf[request] as Int32Array;
    let most = attending[0] as number;
    for (let place = 1; place < attending.length; place++) if ((pressure[attending[place] as number] as number) > (pressure[most] as number)) most = attending[place] as number;
    return most;
  };
  const places = openMask.reduce((total, word) => total + countBits(word), 0);
  const bySlots = new Knapsacks(people, (person) => capacity[person] as number);
  const byCount = new Knapsacks(people, (person) => limit[person] as number);
  const byPlaces = new Knapsacks(1, () => places);
  const worth = Float64Array.from(possible, (request) => (weight[request] as number) / (length[request] as number));
  const best = Array.from(possible.keys()).sort((a, b) => (worth[b] as number) - (worth[a] as number));
  for (const index of best) {
    const request = possible[index] as number;
    bySlots.put(busiest(request), length[request] as number, weight[request] as number);
    byPlaces.put(0, length[request] as number, weight[request] as number);
  }
  for (const request of possible.sort((a, b) => (weight[b] as number) - (weight[a] as number))) byCount.put(busiest(request), 1, weight[request] as number);
  let byPeople = 0;
  for (let person = 0; person < people; person++) byPeople += Math.min(bySlots.value[person] as number, byCount.value[person] as number);
  return Math.floor(Math.min(byPeople, byPlaces.value[0] as number) + 1e-6);
}

/** Bags of so much room each, filled in the order of worth; what is too large goes in in part. */
class Knapsacks {
  readonly value: Float64Array;
  private readonly left: Float64Array;

  constructor(count: number, room: (bag: number) => number) {
    this.value = new Float64Array(count);
    this.left = Float64Array.from({ length: count }, (_, bag) => room(bag));
  }

  put(bag: number, size: number, worth: number): void {
    const part = Math.min(1, (this.left[bag] as number) / size);
    if (part <= 0) return;
    this.value[bag] = (this.value[bag] as number) + part * worth;
    this.left[bag] = (this.left[bag] as number) - part * size;
  }
}
