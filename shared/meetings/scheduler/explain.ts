import type { Board } from './board.ts';
import { hasBit } from './bits.ts';
import type { Compiled } from './compiled.ts';
import { allowedBy, type Facts } from './facts.ts';
import type { Request } from './problem.ts';
import type { Reason } from './reason.ts';
import { someRivalNear } from './rivals.ts';
import { gridOf } from './starts.ts';
import { someWalkTooFar } from './walking.ts';

export type Unplaced = { readonly request: string; readonly reasons: readonly Reason[] };

/** For every request without a place the reasons that together keep it out, found on the plan as it stands. Each has at least one. */
export function explain(facts: Facts, compiled: Compiled, board: Board): Unplaced[] {
  const grid = gridOf(facts);
  return facts.problem.requests.flatMap((request, index) => board.start[index] === -1
    ? [{ request: request.id, reasons: reasonsFor(facts, compiled, board, request, index, grid(request)) }]
    : []);
}

function reasonsFor(facts: Facts, compiled: Compiled, board: Board, request: Request, index: number, starts: readonly number[]): Reason[] {
  if (compiled.rivals?.[index]?.includes(index)) return [{ code: 'rivals-together', people: rivalPeople(facts, request) }];
  if (starts.length === 0) return [{ code: 'no-start-fits', length: request.length }];
  const unfit = roomsThatNeverDo(facts, request);
  if (unfit.length > 0) return unfit;

  const people = compiled.peopleOf[index] as Int32Array;
  const { slots, length } = compiled;
  const steps = length[index] as number;
  const taken = (start: number) => Array.from({ length: steps }, (_, step) => start + step);
  const isAway = (person: number, start: number) => taken(start).some((slot) => compiled.away[person * slots + slot] === 1);
  const isBusy = (person: number, start: number) => taken(start).some((slot) => board.personAt[person * slots + slot] !== -1);
  const personId = (person: number) => facts.problem.people[person]?.id ?? '';
  const ids = (requests: Iterable<number>) => [...new Set(requests)].filter((other) => other >= 0).map((other) => facts.problem.requests[other]?.id ?? '').sort();

  const reasons: Reason[] = [];
  for (const person of people) {
    const present = starts.filter((start) => !isAway(person, start));
    if (present.length === 0) reasons.push({ code: 'person-is-away', person: personId(person) });
    else if (present.every((start) => isBusy(person, start))) {
      reasons.push({ code: 'person-is-full', person: personId(person), holding: ids(present.flatMap((start) => taken(start).map((slot) => board.personAt[person * slots + slot] as number))) });
    }
    if (board.atLimit(person)) reasons.push({ code: 'person-has-reached-limit', person: personId(person), limit: compiled.limit[person] as number });
  }
  if (reasons.some(({ code }) => code === 'person-is-away')) return reasons;

  const common = starts.filter((start) => [...people].every((person) => !isAway(person, start)));
  const open = compiled.starts[index] as Int32Array;
  if (common.length > 0 && open.length === 0) return [...reasons, { code: 'no-room-open', slots: common }];
  const free = common.filter((start) => open.includes(start) && [...people].every((person) => !isBusy(person, start)));
  if (free.length === 0 && reasons.length === 0) reasons.push({ code: 'no-common-free-slot', people: [...people].map(personId) });

  const dayFull = free.filter((start) => board.dayIsFull(index, start));
  for (const person of people) {
    const full = dayFull.some((start) => (board.heldOnDay[person * compiled.days + (compiled.dayOf[start] as number)] as number) >= (compiled.dayLimit[person] as number));
    if (full) reasons.push({ code: 'person-has-reached-day-limit', person: personId(person), limit: compiled.dayLimit[person] as number });
  }
  const outOfOrder = free.filter((start) => !dayFull.includes(start) && !board.keepsOrder(index, start));
  if (outOfOrder.length > 0) reasons.push({ code: 'precedence-blocks', slots: outOfOrder, others: ids([...(compiled.before[index] as Int32Array), ...(compiled.after[index] as Int32Array)].filter((other) => board.start[other] !== -1)) });
  const lawful = free.filter((start) => !dayFull.includes(start) && !outOfOrder.includes(start));
  const roomless = lawful.filter((start) => board.laneFor(index, start, true) === -1);
  const lanes = compiled.kindLanes[compiled.kindOf[index] as number] as Int32Array;
  if (roomless.length > 0) {
    reasons.push({ code: 'rooms-are-full', slots: roomless, holding: ids(roomless.flatMap((start) => [...lanes].flatMap((lane) => taken(start).map((slot) => board.laneAt[lane * slots + slot] as number)))) });
  }
  const shunned = lawful.filter((start) => !roomless.includes(start) && board.laneFor(index, start) === -1);
  const near = (start: number) => { const rivals: number[] = []; for (const lane of lanes) someRivalNear(board, index, start, lane, (other) => { rivals.push(other); return false; }); return rivals; };
  const besideRivals = shunned.filter((start) => near(start).length > 0);
  if (besideRivals.length > 0) reasons.push({ code: 'rivals-are-near', slots: besideRivals, others: ids(besideRivals.flatMap(near)) });
  const tooFar = shunned.filter((start) => [...lanes].some((lane) => someWalkTooFar(board, index, start, lane, () => true)));
  if (tooFar.length > 0) reasons.push({ code: 'walking-takes-too-long', slots: tooFar });
  const atLimit = [...people].some((person) => board.atLimit(person));
  const left = atLimit ? [] : lawful.filter((start) => board.laneFor(index, start) !== -1);
  if (left.length > 0) return [{ code: 'not-tried-long-enough', slots: left }];

  reasons.push(...weighed(compiled, board, index, open, ids));
  return reasons;
}

/** Those of a request's people who are kept apart from one another. */
function rivalPeople({ problem: { apart = [] } }: Facts, { people }: Request): string[] {
  const pairs = apart.filter(([one, other]) => people.includes(one) && people.includes(other));
  return [...new Set(pairs.flat())];
}

/** Reasons that hold whatever the plan: no room has the seats, the door or the permission. */
function roomsThatNeverDo(facts: Facts, request: Request): Reason[] {
  const named = allowedBy(facts, request.allowedRooms);
  const pinned = facts.pins.get(request.id)?.room;
  const allowed = facts.problem.rooms.filter((room) => (named === null ? !room.reserved : named.includes(room.id)) && (pinned === undefined || pinned === room.id));
  if (allowed.length === 0) return [{ code: 'no-room-allowed' }];
  const seated = allowed.filter((room) => room.capacity >= request.people.length);
  if (seated.length === 0) return [{ code: 'no-room-with-seats', seats: request.people.length }];
  if (request.confidential === true && !seated.some((room) => room.confidential)) return [{ code: 'no-confidential-room' }];
  return [];
}

/** What the lightest start would push aside, against what the request brings. */
function weighed(compiled: Compiled, board: Board, index: number, open: Int32Array, ids: (requests: Iterable<number>) => string[]): Reason[] {
  const { slots, length, peopleOf, gain, weight, must, kindLanes, kindOf, openMask, laneWords } = compiled;
  const sum = (requests: Iterable<number>) => [...requests].reduce((total, other) => total + (gain[other] as number), 0);
  let lightest: Set<number> | null = null;
  for (const start of open) {
    const taken = Array.from({ length: length[index] as number }, (_, step) => start + step);
    const holding = new Set<number>();
    for (const person of peopleOf[index] as Int32Array) for (const slot of taken) holding.add(board.personAt[person * slots + slot] as number);
    if (board.laneFor(index, start, true) === -1) {
      const lanes = [...(kindLanes[kindOf[index] as number] as Int32Array)].filter((lane) => taken.every((slot) => hasBit(openMask, slot * laneWords, lane))).map((lane) => new Set(taken.map((slot) => board.laneAt[lane * slots + slot] as number)));
      const freed = lanes.some((held) => [...held].every((other) => other === -1 || holding.has(other)));
      if (!freed) {
        const least = lanes.map((held) => [...held].filter((other) => other >= 0)).reduce<number[] | null>((best, held) => (best === null || sum(held) < sum(best) ? held : best), null);
        for (const other of least ?? []) holding.add(other);
      }
    }
    holding.delete(-1);
    if (holding.size > 0 && (lightest === null || sum(holding) < sum(lightest))) lightest = holding;
  }
  if (lightest === null) return [];
  const holding = ids(lightest);
  const together = [...lightest].reduce((total, other) => total + (weight[other] as number), 0);
  if (must[index] === 0 && [...lightest].some((other) => must[other] === 1)) return [{ code: 'holders-must-be-placed', holding }];
  if (sum(lightest) >= (gain[index] as number)) return [{ code: 'holders-weigh-more', holding, weight: together }];
  return [{ code: 'no-better-arrangement-found', holding, weight: together }];
}
