import type { ScheduleProblem } from './problem.ts';

/**
 * The same problem with people, rooms, requests and their lists in an order that depends on ids and seed alone, so that the order of a
 * file decides nothing. Ids are mixed with the seed: nobody is served first for the letter they begin with.
 */
export function canonical(problem: ScheduleProblem, seed: number): ScheduleProblem {
  const keys = new Map<string, number>();
  const key = (id: string) => {
    const known = keys.get(id) ?? mixed(id, seed);
    keys.set(id, known);
    return known;
  };
  const compareIds = (a: string, b: string) => key(a) - key(b) || (a < b ? -1 : 1);
  const compare = (a: { readonly id: string }, b: { readonly id: string }) => compareIds(a.id, b.id);
  const rising = (a: number, b: number) => a - b;
  const inOrder = <Member>(list: readonly Member[], order: (a: Member, b: Member) => number) => (list.length < 2 ? list : [...list].sort(order));
  return {
    ...problem,
    people: inOrder(problem.people, compare),
    rooms: inOrder(problem.rooms, compare),
    requests: inOrder(problem.requests, compare).map((request) => ({
      ...request,
      people: inOrder(request.people, compareIds),
      ...(request.optional ? { optional: inOrder(request.optional, compareIds) } : {}),
      ...(request.allowedRooms ? { allowedRooms: inOrder(request.allowedRooms, compareIds) } : {}),
      ...(request.allowedSlots ? { allowedSlots: inOrder(request.allowedSlots, rising) } : {}),
    })),
    pins: inOrder(problem.pins, (a, b) => compareIds(a.request, b.request)),
    precedences: inOrder(problem.precedences, (a, b) => (a[0] === b[0] ? (a[1] === b[1] ? 0 : compareIds(a[1], b[1])) : compareIds(a[0], b[0]))),
  };
}

/** FNV-1a over the seed and the letters, its bits stirred once more (MurmurHash3's last step). */
function mixed(id: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
