import type { Request, ScheduleProblem } from '../problem.ts';

/**
 * The same problem with people, rooms, requests and their lists in an order that depends on ids and seed alone, so that the order of a
 * file decides nothing. Ids are mixed with the seed: nobody is served first for the letter they begin with.
 */
export function canonical(problem: ScheduleProblem, seed: number): ScheduleProblem {
  const people = mixedOrder(problem.people, seed);
  const rooms = mixedOrder(problem.rooms, seed);
  const requests = mixedOrder(problem.requests, seed);
  const ofPeople = placesOf(people);
  const ofRooms = placesOf(rooms);
  const { pins, precedences } = problem;
  return {
    ...problem,
    people,
    rooms,
    requests: requests.map((request) => withListsInOrder(request, ofPeople, ofRooms)),
    ...(pins.length + precedences.length > 1 ? rulesInOrder({ pins, precedences }, placesOf(requests)) : {}),
  };
}

type Places = ReadonlyMap<string, number>;

/** Most keep the order they come in, and then no copy is made: the first plan of 2,500 requests has 100 ms. */
function withListsInOrder(request: Request, ofPeople: Places, ofRooms: Places): Request {
  const people = inOrder(request.people, ofPeople);
  const optional = request.optional && inOrder(request.optional, ofPeople);
  const allowedRooms = request.allowedRooms && inOrder(request.allowedRooms, ofRooms);
  const allowedSlots = request.allowedSlots && rising(request.allowedSlots);
  if (people === request.people && optional === request.optional && allowedRooms === request.allowedRooms && allowedSlots === request.allowedSlots) return request;
  return { ...request, people, ...(optional && { optional }), ...(allowedRooms && { allowedRooms }), ...(allowedSlots && { allowedSlots }) };
}

function rulesInOrder({ pins, precedences }: Pick<ScheduleProblem, 'pins' | 'precedences'>, places: Places): Pick<ScheduleProblem, 'pins' | 'precedences'> {
  const place = (id: string) => places.get(id) as number;
  return {
    pins: [...pins].sort((a, b) => place(a.request) - place(b.request)),
    precedences: [...precedences].sort((a, b) => place(a[0]) - place(b[0]) || place(a[1]) - place(b[1])),
  };
}

function inOrder(ids: readonly string[], places: Places): readonly string[] {
  const place = (id: string) => places.get(id) as number;
  if (ids.length < 2) return ids;
  if (ids.length > 2) return [...ids].sort((a, b) => place(a) - place(b));
  const [one, other] = ids as readonly [string, string];
  return place(one) < place(other) ? ids : [other, one];
}

function rising(numbers: readonly number[]): readonly number[] {
  for (let index = 1; index < numbers.length; index++) if ((numbers[index - 1] as number) > (numbers[index] as number)) return [...numbers].sort((a, b) => a - b);
  return numbers;
}

function placesOf(parts: readonly { readonly id: string }[]): Places {
  const places = new Map<string, number>();
  for (let index = 0; index < parts.length; index++) places.set((parts[index] as { readonly id: string }).id, index);
  return places;
}

/** More parts than a problem in memory can have: a mixed id of 32 bits and a position below this make one exact number. */
const positions = 2 ** 21;

function mixedOrder<Part extends { readonly id: string }>(parts: readonly Part[], seed: number): readonly Part[] {
  const keys = new Float64Array(parts.length);
  for (let index = 0; index < parts.length; index++) keys[index] = mixed((parts[index] as Part).id, seed) * positions + index;
  keys.sort();
  const ordered = Array.from(keys, (key) => parts[key % positions] as Part);
  // Ids that were mixed to one number follow by their letters.
  const isBehind = (at: number) => Math.floor((keys[at - 1] as number) / positions) === Math.floor((keys[at] as number) / positions) && (ordered[at - 1] as Part).id > (ordered[at] as Part).id;
  for (let index = 1; index < ordered.length; index++) {
    for (let at = index; at > 0 && isBehind(at); at--) [ordered[at - 1], ordered[at]] = [ordered[at] as Part, ordered[at - 1] as Part];
  }
  return ordered;
}

/** FNV-1a over the seed and the letters, its bits stirred once more (MurmurHash3's last step). */
function mixed(id: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
