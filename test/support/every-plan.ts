import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';

export type Meeting = { readonly request: string; readonly slot: number; readonly room: string };

/** One way to hold one request, lawful by itself. Slots are bits, so that two ways are compared in no time. */
export type Way = {
  readonly meeting: Meeting;
  readonly request: number;
  readonly slots: number;
  readonly last: number;
  readonly room: number;
  readonly day: number;
  readonly number: number;
};

/**
 * Plans of a tiny problem, put together meeting by meeting so that all of them can be tried: thousands of problems a minute. Written from
 * the words of the rules alone, and shares no code with the scheduler; a test holds it equal to the checker of whole plans.
 */
export class Tries {
  readonly ways: readonly (readonly Way[])[];
  readonly chosen: Way[] = [];
  private readonly clash: Uint8Array;
  private readonly count: number;
  private readonly people: readonly (readonly number[])[];
  private readonly held: Int32Array;
  private readonly heldOnDay: Int32Array;
  private readonly load: Int32Array;
  private readonly days: readonly number[];

  constructor(readonly problem: ScheduleProblem) {
    const indexOf = new Map(problem.people.map(({ id }, index) => [id, index]));
    this.people = problem.requests.map((request) => request.people.map((id) => indexOf.get(id) ?? -1));
    this.days = [...new Set(problem.slots.map(({ day }) => day))];
    let count = 0;
    this.ways = problem.requests.map((_, request) => problem.slots.flatMap((__, slot) => problem.rooms.flatMap((___, room) => wayOf(problem, this.days, request, slot, room) ?? [])).map((way) => ({ ...way, number: count++ })));
    this.count = count;
    this.clash = new Uint8Array(count * count);
    const all = this.ways.flat();
    for (const [index, one] of all.entries()) {
      for (const other of all.slice(index + 1)) {
        if (one.request !== other.request && !this.clashes(one, other)) continue;
        this.clash[one.number * count + other.number] = 1;
        this.clash[other.number * count + one.number] = 1;
      }
    }
    this.held = new Int32Array(problem.people.length);
    this.heldOnDay = new Int32Array(problem.people.length * this.days.length);
    this.load = new Int32Array(problem.rooms.length * problem.slots.length);
  }

  /** Whether the way can join what is chosen without breaking a rule. */
  fits(way: Way): boolean {
    const { problem, chosen, clash, count, load, held, heldOnDay, days } = this;
    for (const other of chosen) if (clash[way.number * count + other.number] === 1) return false;
    const parallel = problem.rooms[way.room]?.parallel ?? 0;
    for (let slot = way.meeting.slot; slot <= way.last; slot++) if ((load[way.room * problem.slots.length + slot] as number) >= parallel) return false;
    for (const person of this.people[way.request] as readonly number[]) {
      const { max, maxPerDay } = problem.people[person] as ScheduleProblem['people'][number];
      if (max !== undefined && (held[person] as number) >= max) return false;
      if (maxPerDay !== undefined && (heldOnDay[person * days.length + way.day] as number) >= maxPerDay) return false;
    }
    return true;
  }

  put(way: Way): void {
    this.chosen.push(way);
    this.note(way, 1);
  }

  /** Takes back the way put last. */
  back(): void {
    const way = this.chosen.pop();
    if (way) this.note(way, -1);
  }

  plan(): Meeting[] {
    return this.chosen.map(({ meeting }) => meeting);
  }

  /** Breaks of all people, and the most less the fewest of any two: kind `breaks` only, where the whole grid counts. */
  breaks(): { readonly total: number; readonly spread: number } {
    const busy = new Int32Array(this.problem.people.length);
    for (const way of this.chosen) for (const person of this.people[way.request] as readonly number[]) busy[person] = (busy[person] as number) | way.slots;
    let [total, most, least] = [0, 0, busy.length === 0 ? 0 : Infinity];
    for (const slots of busy) {
      const own = Math.max(0, runsOf(slots) - 1);
      total += own;
      most = Math.max(most, own);
      least = Math.min(least, own);
    }
    return { total, spread: most - least };
  }

  private note(way: Way, sign: 1 | -1): void {
    const { problem, load, held, heldOnDay, days } = this;
    for (let slot = way.meeting.slot; slot <= way.last; slot++) load[way.room * problem.slots.length + slot] = (load[way.room * problem.slots.length + slot] as number) + sign;
    for (const person of this.people[way.request] as readonly number[]) {
      held[person] = (held[person] as number) + sign;
      heldOnDay[person * days.length + way.day] = (heldOnDay[person * days.length + way.day] as number) + sign;
    }
  }

  /** Whether two ways of different requests cannot both be. How many fit into a room and into a person's limits is counted elsewhere. */
  private clashes(one: Way, other: Way): boolean {
    const [first, second] = one.meeting.slot <= other.meeting.slot ? [one, other] : [other, one];
    const shared = (this.people[one.request] as readonly number[]).some((person) => this.people[other.request]?.includes(person));
    if (shared && (one.slots & other.slots) !== 0) return true;
    if (this.problem.precedences.some(([before, after]) => (before === one.meeting.request && after === other.meeting.request && one.last >= other.meeting.slot)
      || (before === other.meeting.request && after === one.meeting.request && other.last >= one.meeting.slot))) return true;
    if (one.day !== other.day) return false;
    const between = startOf(this.problem, second) - endOf(this.problem, first);
    if (shared && minutesToWalk(this.problem, first.meeting.room, second.meeting.room) > Math.max(0, between)) return true;
    return one.room === other.room && areRivals(this.problem, one.request, other.request) && between < Math.max(1, this.problem.apartMinutes ?? 1);
  }
}

/** The way to hold a request there, or null when that breaks a rule by itself. */
function wayOf(problem: ScheduleProblem, days: readonly number[], index: number, slot: number, roomIndex: number): Omit<Way, 'number'> | null {
  const request = problem.requests[index] as ScheduleProblem['requests'][number];
  const room = problem.rooms[roomIndex] as ScheduleProblem['rooms'][number];
  const first = problem.slots[slot];
  const pin = problem.pins.find((one) => one.request === request.id);
  const open = problem.objective.kind === 'breaks';
  const names = (list: readonly (string | number)[] | undefined, wanted: string | number) => list === undefined || (open && list.length === 0) || list.includes(wanted);
  if (!names(request.allowedSlots, slot) || !names(request.allowedRooms, room.id)) return null;
  if (room.reserved && request.allowedRooms?.includes(room.id) !== true) return null;
  if (room.capacity < request.people.length || (request.confidential === true && !room.confidential)) return null;
  if (pin && (pin.slot !== slot || (pin.room !== undefined && pin.room !== room.id))) return null;
  if (areRivals(problem, index, index)) return null;
  const last = slot + request.length - 1;
  for (let step = slot; step <= last; step++) {
    const here = problem.slots[step];
    if (!here || !first || here.day !== first.day || here.block !== first.block || room.unavailable.includes(step)) return null;
    if (problem.people.some((person) => request.people.includes(person.id) && person.unavailable.includes(step))) return null;
  }
  return { meeting: { request: request.id, slot, room: room.id }, request: index, slots: ((1 << request.length) - 1) << slot, last, room: roomIndex, day: days.indexOf(first?.day ?? 0) };
}

function areRivals({ apart = [], requests }: ScheduleProblem, one: number, other: number): boolean {
  const [a, b] = [requests[one]?.people ?? [], requests[other]?.people ?? []];
  return apart.some(([x, y]) => (a.includes(x) && b.includes(y)) || (a.includes(y) && b.includes(x)));
}

function minutesToWalk({ zones = [] }: ScheduleProblem, one: string, other: string): number {
  const [from, to] = [zones.find(({ rooms }) => rooms.includes(one)), zones.find(({ rooms }) => rooms.includes(other))];
  return from && to && from !== to ? Math.max(from.walking[to.id] ?? 0, to.walking[from.id] ?? 0) : 0;
}

function startOf({ slots }: ScheduleProblem, { meeting }: Way): number {
  return slots[meeting.slot]?.start ?? 0;
}

function endOf({ slots }: ScheduleProblem, { last }: Way): number {
  return (slots[last]?.start ?? 0) + (slots[last]?.minutes ?? 0);
}

/** Stretches of ones in the bits. */
function runsOf(bits: number): number {
  let runs = 0;
  for (let left = bits & ~(bits << 1); left !== 0; left &= left - 1) runs++;
  return runs;
}
