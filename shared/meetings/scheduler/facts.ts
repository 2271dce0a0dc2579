import type { Person, Pin, Request, Room, ScheduleProblem, Slot } from './problem.ts';
import type { Meeting } from './solution.ts';

/** The problem with its parts by id: what rules, score and explanation ask. */
export type Facts = {
  readonly problem: ScheduleProblem;
  readonly requests: ReadonlyMap<string, Request>;
  readonly people: ReadonlyMap<string, Person>;
  readonly rooms: ReadonlyMap<string, Room>;
  readonly pins: ReadonlyMap<string, Pin>;
  /** Minutes from one room to another; 0 inside a zone and where nothing is said. */
  walkingMinutes(from: string, to: string): number;
};

export function factsOf(problem: ScheduleProblem): Facts {
  const zones = new Map((problem.zones ?? []).map((zone) => [zone.id, zone]));
  const zoneOfRoom = new Map((problem.zones ?? []).flatMap((zone) => zone.rooms.map((room) => [room, zone.id] as const)));
  return {
    problem,
    requests: byId(problem.requests),
    people: byId(problem.people),
    rooms: byId(problem.rooms),
    pins: new Map(problem.pins.map((pin) => [pin.request, pin])),
    walkingMinutes(from, to) {
      const [a, b] = [zoneOfRoom.get(from), zoneOfRoom.get(to)];
      if (a === undefined || b === undefined || a === b) return 0;
      return Math.max(zones.get(a)?.walking[b] ?? 0, zones.get(b)?.walking[a] ?? 0);
    },
  };
}

/**
 * The start slots or rooms a request may have; null: any. An empty list means none — except for kind `breaks`, where everything must be
 * placed, so an empty list can only mean that nothing is restricted (the published B2B instances write it so).
 */
export function allowedBy(facts: Facts, list: readonly number[] | undefined): readonly number[] | null;
export function allowedBy(facts: Facts, list: readonly string[] | undefined): readonly string[] | null;
export function allowedBy<Member>(facts: Facts, list: readonly Member[] | undefined): readonly Member[] | null {
  if (list === undefined) return null;
  return list.length === 0 && facts.problem.objective.kind === 'breaks' ? null : list;
}

/** Whether a request must be placed: by its own word, or because kind `breaks` asks for everything. */
export function mustBePlaced(facts: Facts, request: Request): boolean {
  return request.must || facts.problem.objective.kind === 'breaks';
}

/** The slots a meeting takes, as far as the grid reaches. */
export function slotsOf(facts: Facts, { request, slot }: Meeting): number[] {
  const length = facts.requests.get(request)?.length ?? 1;
  return Array.from({ length }, (_, step) => slot + step).filter((index) => index < facts.problem.slots.length);
}

export function requestOf(facts: Facts, { request }: Meeting): Request {
  return there(facts.requests.get(request), request);
}

export function roomOf(facts: Facts, { room }: Meeting): Room {
  return there(facts.rooms.get(room), room);
}

export function slotAt(facts: Facts, index: number): Slot {
  return there(facts.problem.slots[index], `slot ${index}`);
}

/** Each person's meetings in order of time. People without a meeting are left out. */
export function meetingsByPerson(facts: Facts, plan: readonly Meeting[]): Map<string, Meeting[]> {
  const lists = new Map<string, Meeting[]>();
  for (const meeting of [...plan].sort((a, b) => a.slot - b.slot)) {
    for (const person of requestOf(facts, meeting).people) {
      const list = lists.get(person);
      if (list) list.push(meeting);
      else lists.set(person, [meeting]);
    }
  }
  return lists;
}

/** Meetings that take one slot together, by the person or room they share. */
export function sharing<Key>(facts: Facts, plan: readonly Meeting[], keysOf: (meeting: Meeting) => readonly Key[]): Map<Key, Map<number, Meeting[]>> {
  const taken = new Map<Key, Map<number, Meeting[]>>();
  for (const meeting of plan) {
    for (const key of keysOf(meeting)) {
      const slots = taken.get(key) ?? new Map<number, Meeting[]>();
      taken.set(key, slots);
      for (const slot of slotsOf(facts, meeting)) slots.set(slot, [...(slots.get(slot) ?? []), meeting]);
    }
  }
  return taken;
}

function byId<Part extends { readonly id: string }>(parts: readonly Part[]): Map<string, Part> {
  const found = new Map<string, Part>();
  for (let index = 0; index < parts.length; index++) found.set((parts[index] as Part).id, parts[index] as Part);
  return found;
}

function there<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`the plan names ${name}, which the problem does not have`);
  return value;
}
