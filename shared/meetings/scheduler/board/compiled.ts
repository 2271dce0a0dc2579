import { membersOf, setBit } from './bits.ts';
import { type Facts, mustBePlaced } from '../facts.ts';
import { compiledLanes, type Lanes } from './lanes.ts';
import type { Person, Request } from '../problem.ts';
import { compiledRivals } from './rivals.ts';
import { startMasks } from './starts.ts';

/** The problem as numbers, for the search and the bound: people, requests, slots and rooms by index; sets as words of 32 bits. */
export type Compiled = Lanes & {
  readonly facts: Facts;
  readonly slots: number;
  readonly people: number;
  readonly requests: number;
  readonly slotWords: number;
  readonly length: Int32Array;
  readonly weight: Int32Array;
  readonly must: Uint8Array;
  /** What placing a request brings on the first two levels together: any number of weights is worth less than one `must`. */
  readonly gain: Float64Array;
  readonly peopleOf: readonly Int32Array[];
  readonly optionalOf: readonly Int32Array[];
  /** Requests that name a person as optional. */
  readonly optionalFor: readonly Int32Array[];
  /** Start slots that grid, pin, allowed slots, everyone's availability and some open room leave. */
  readonly starts: readonly Int32Array[];
  readonly startMask: Int32Array;
  readonly preferred: readonly (Uint8Array | null)[];
  /** Person by slot: 1 where the person cannot be met. */
  readonly away: Uint8Array;
  readonly awayMask: Int32Array;
  readonly limit: Int32Array;
  readonly dayLimit: Int32Array;
  readonly minimum: Int32Array;
  readonly home: Int32Array;
  /** People whose days should be compact, without order, and by index 1 for each of them. */
  readonly compactPeople: readonly number[];
  readonly isCompact: Uint8Array;
  readonly limited: boolean;
  readonly days: number;
  readonly dayOf: Int32Array;
  readonly startsAt: Float64Array;
  readonly endsAt: Float64Array;
  /** Requests that must end before a request begins, and those that must begin after it ends. */
  readonly before: readonly Int32Array[];
  readonly after: readonly Int32Array[];
  readonly ordered: boolean;
  /** Room by room, in minutes; null where nobody has to walk. */
  readonly walking: Float64Array | null;
  readonly longestWalk: number;
  /** Requests that must not be near one another, whose people are kept apart; null where there are none. */
  readonly rivals: readonly Int32Array[] | null;
  /** The line within which a person's breaks are counted (a day, or the whole grid), and its neighbour slots; −1 at an end. */
  readonly lines: number;
  readonly lineOf: Int32Array;
  readonly earlier: Int32Array;
  readonly later: Int32Array;
  /** Fairness asked for between people's breaks, or −1. */
  readonly fairness: number;
};

/** In loops by index and with few copies: all of it comes before the first plan, which has 100 ms for 2,500 requests while nothing is warm yet. */
export function compile(facts: Facts): Compiled {
  const { problem } = facts;
  const slots = problem.slots.length;
  const people = problem.people.length;
  const requests = problem.requests.length;
  const slotWords = Math.max(1, Math.ceil(slots / 32));
  const dayNumbers = [...new Set(problem.slots.map(({ day }) => day))];
  const dayOf = Int32Array.from(problem.slots, ({ day }) => dayNumbers.indexOf(day));
  const lanes = compiledLanes(facts);
  const persons = compiledPeople(facts, slotWords);
  const asked = compiledRequests(facts);
  const rivals = compiledRivals(problem);
  const startMask = startMasks({ facts, slots, slotWords, peopleOf: asked.peopleOf, awayMask: persons.awayMask, ...lanes });
  if (rivals) for (let request = 0; request < requests; request++) if (rivals[request]?.includes(request)) startMask.fill(0, request * slotWords, (request + 1) * slotWords);
  let starts: readonly Int32Array[] | null = null;
  const walking = problem.zones === undefined ? null : Float64Array.from(problem.rooms.flatMap((from) => problem.rooms.map((to) => facts.walkingMinutes(from.id, to.id))));
  return {
    facts, slots, people, requests, slotWords, ...lanes, ...persons, ...asked, startMask,
    // The first plan does without.
    get starts() {
      return starts ??= listsOf(startMask, requests, slotWords);
    },
    days: dayNumbers.length, dayOf,
    startsAt: Float64Array.from(problem.slots, ({ start }) => start),
    endsAt: Float64Array.from(problem.slots, ({ start, minutes }) => start + minutes),
    ...compiledOrders(facts),
    walking,
    rivals,
    longestWalk: walking?.reduce((longest, minutes) => Math.max(longest, minutes), 0) ?? 0,
    ...breakLines(facts, dayOf, dayNumbers.length),
    fairness: problem.objective.kind === 'breaks' ? problem.objective.fairness : -1,
  };
}

function listsOf(startMask: Int32Array, requests: number, slotWords: number): Int32Array[] {
  const lists: Int32Array[] = [];
  for (let request = 0; request < requests; request++) lists.push(membersOf(startMask, request * slotWords, slotWords));
  return lists;
}

function compiledPeople({ problem }: Facts, slotWords: number): Pick<Compiled, 'away' | 'awayMask' | 'limit' | 'dayLimit' | 'minimum' | 'home' | 'compactPeople' | 'isCompact' | 'limited'> {
  const slots = problem.slots.length;
  const people = problem.people.length;
  const roomIndex = new Map(problem.rooms.map(({ id }, index) => [id, index]));
  const away = new Uint8Array(people * slots);
  const awayMask = new Int32Array(people * slotWords);
  const limit = new Int32Array(people).fill(problem.requests.length);
  const dayLimit = new Int32Array(people).fill(problem.requests.length);
  const minimum = new Int32Array(people);
  const home = new Int32Array(people).fill(-1);
  const compactPeople: number[] = [];
  const isCompact = new Uint8Array(people);
  let limited = false;
  for (let person = 0; person < people; person++) {
    const one = problem.people[person] as Person;
    for (let index = 0; index < one.unavailable.length; index++) {
      const slot = one.unavailable[index] as number;
      away[person * slots + slot] = 1;
      setBit(awayMask, person * slotWords, slot);
    }
    if (one.max !== undefined) limit[person] = one.max;
    if (one.maxPerDay !== undefined) dayLimit[person] = one.maxPerDay;
    if (one.minimum !== undefined) minimum[person] = one.minimum;
    if (one.home !== undefined) home[person] = roomIndex.get(one.home) ?? -1;
    if (one.compact === true) {
      compactPeople.push(person);
      isCompact[person] = 1;
    }
    limited ||= one.max !== undefined || one.maxPerDay !== undefined;
  }
  return { away, awayMask, limit, dayLimit, minimum, home, compactPeople, isCompact, limited };
}

function compiledRequests(facts: Facts): Pick<Compiled, 'length' | 'weight' | 'must' | 'gain' | 'peopleOf' | 'optionalOf' | 'optionalFor' | 'preferred'> {
  const { requests, people, slots } = facts.problem;
  const personIndex = new Map<string, number>();
  for (let person = 0; person < people.length; person++) personIndex.set((people[person] as Person).id, person);
  const nobody = new Int32Array();
  const length = new Int32Array(requests.length);
  const weight = new Int32Array(requests.length);
  const must = new Uint8Array(requests.length);
  const gain = new Float64Array(requests.length);
  const peopleOf: Int32Array[] = [];
  const optionalOf: Int32Array[] = [];
  const preferred: (Uint8Array | null)[] = [];
  const marks = new Uint8Array(requests.length * slots.length);
  let total = 0;
  for (let index = 0; index < requests.length; index++) {
    const request = requests[index] as Request;
    const { optional, preferredSlots } = request;
    length[index] = request.length;
    weight[index] = request.weight;
    total += request.weight;
    must[index] = mustBePlaced(facts, request) ? 1 : 0;
    peopleOf.push(indicesIn(personIndex, request.people));
    optionalOf.push(optional === undefined ? nobody : indicesIn(personIndex, optional));
    preferred.push(preferredSlots === undefined || preferredSlots.length === 0 ? null : marked(new Uint8Array(marks.buffer, index * slots.length, slots.length), preferredSlots));
  }
  for (let index = 0; index < requests.length; index++) gain[index] = (weight[index] as number) + (must[index] as number) * (total + 1);
  return { length, weight, must, gain, peopleOf, optionalOf, optionalFor: visitorsOf(optionalOf, people.length), preferred };
}

/** For each person the requests that name them as optional. */
function visitorsOf(optionalOf: readonly Int32Array[], people: number): Int32Array[] {
  const none = new Array<Int32Array>(people).fill(new Int32Array());
  if (optionalOf.every((list) => list.length === 0)) return none;
  const lists = none.map(() => [] as number[]);
  for (const [request, list] of optionalOf.entries()) for (const person of list) lists[person]?.push(request);
  return lists.map((list) => Int32Array.from(list));
}

function compiledOrders({ problem: { requests, precedences } }: Facts): Pick<Compiled, 'before' | 'after' | 'ordered'> {
  const none = new Array<Int32Array>(requests.length).fill(new Int32Array());
  if (precedences.length === 0) return { before: none, after: none, ordered: false };
  const requestIndex = new Map(requests.map(({ id }, index) => [id, index]));
  const [before, after] = [none, none].map(() => requests.map(() => [] as number[])) as [number[][], number[][]];
  for (const [first, second] of precedences) {
    const [one, other] = [requestIndex.get(first) ?? -1, requestIndex.get(second) ?? -1];
    before[other]?.push(one);
    after[one]?.push(other);
  }
  return { before: before.map((list) => Int32Array.from(list)), after: after.map((list) => Int32Array.from(list)), ordered: true };
}

function indicesIn(index: ReadonlyMap<string, number>, ids: readonly string[]): Int32Array {
  const found = new Int32Array(ids.length);
  for (let place = 0; place < ids.length; place++) found[place] = index.get(ids[place] as string) ?? -1;
  return found;
}

function marked(marks: Uint8Array, slots: readonly number[]): Uint8Array {
  for (let index = 0; index < slots.length; index++) marks[slots[index] as number] = 1;
  return marks;
}

/** Nobody away: every slot beside the next of its line. Then everyone's own lines, without the slots in which they cannot be met. */
function breakLines({ problem }: Facts, dayOf: Int32Array, days: number): Pick<Compiled, 'lines' | 'lineOf' | 'earlier' | 'later'> {
  const wholeGrid = problem.objective.kind === 'breaks';
  const slots = problem.slots.length;
  const lines = wholeGrid ? 1 : days;
  const lineOf = wholeGrid ? new Int32Array(slots) : dayOf;
  const lastOf = new Int32Array(lines).fill(-1);
  const before = new Int32Array(slots).fill(-1);
  const behind = new Int32Array(slots).fill(-1);
  for (let slot = 0; slot < slots; slot++) {
    const last = lastOf[lineOf[slot] as number] as number;
    before[slot] = last;
    if (last !== -1) behind[last] = slot;
    lastOf[lineOf[slot] as number] = slot;
  }
  const earlier = new Int32Array(problem.people.length * slots);
  const later = new Int32Array(problem.people.length * slots);
  for (let person = 0; person < problem.people.length; person++) {
    const row = person * slots;
    earlier.set(before, row);
    later.set(behind, row);
    const { unavailable } = problem.people[person] as Person;
    for (let index = 0; index < unavailable.length && !wholeGrid; index++) {
      const at = row + (unavailable[index] as number);
      const prior = earlier[at] as number;
      const next = later[at] as number;
      if (prior !== -1) later[row + prior] = next;
      if (next !== -1) earlier[row + next] = prior;
      earlier[at] = -1;
      later[at] = -1;
    }
  }
  return { lines, lineOf, earlier, later };
}
