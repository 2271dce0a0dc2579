import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';

type Plan = { readonly meetings: readonly { readonly request: string; readonly slot: number; readonly room: string }[] };

/**
 * Judges a plan from the published words of the problem alone, and shares no code with the scheduler's rules. Every fault in plain words;
 * empty for a sound plan.
 */
export function faultsOf(problem: ScheduleProblem, { meetings }: Plan): string[] {
  const faults: string[] = [];
  const { slots, objective } = problem;
  const everythingMustBePlaced = objective.kind === 'breaks';
  const personBusy = new Map<string, string>();
  const roomLoad = new Map<string, number>();
  const counts = new Map<string, number>();
  const where = new Map<string, { from: number; to: number; room: string }>();

  for (const { request: id, slot, room: roomId } of meetings) {
    const request = problem.requests.find((candidate) => candidate.id === id);
    const room = problem.rooms.find((candidate) => candidate.id === roomId);
    const first = slots[slot];
    if (!request || !room || !first) {
      faults.push(`${id}: unknown request, room or slot`);
      continue;
    }
    if (where.has(id)) faults.push(`${id}: placed twice`);
    where.set(id, { from: slot, to: slot + request.length, room: roomId });

    const restricts = (list: readonly unknown[] | undefined) => list !== undefined && !(everythingMustBePlaced && list.length === 0);
    if (restricts(request.allowedSlots) && !request.allowedSlots?.includes(slot)) faults.push(`${id}: start ${slot} not allowed`);
    if (restricts(request.allowedRooms) && !request.allowedRooms?.includes(roomId)) faults.push(`${id}: room ${roomId} not allowed`);
    if (room.reserved && !(request.allowedRooms ?? []).includes(roomId)) faults.push(`${id}: room ${roomId} is reserved`);
    if (room.capacity < request.people.length) faults.push(`${id}: ${room.capacity} seats for ${request.people.length}`);
    if (request.confidential && !room.confidential) faults.push(`${id}: ${roomId} is not confidential`);
    const pin = problem.pins.find((candidate) => candidate.request === id);
    if (pin && (pin.slot !== slot || (pin.room ?? roomId) !== roomId)) faults.push(`${id}: not at its pin`);

    for (let index = slot; index < slot + request.length; index++) {
      const here = slots[index];
      if (!here || here.block !== first.block || here.day !== first.day) {
        faults.push(`${id}: leaves its block`);
        break;
      }
      if (room.unavailable.includes(index)) faults.push(`${id}: ${roomId} closed in ${index}`);
      const load = (roomLoad.get(`${roomId} ${index}`) ?? 0) + 1;
      roomLoad.set(`${roomId} ${index}`, load);
      if (load > room.parallel) faults.push(`${roomId} in ${index}: ${load} meetings`);
      for (const person of request.people) {
        if (problem.people.find((candidate) => candidate.id === person)?.unavailable.includes(index)) faults.push(`${id}: ${person} away in ${index}`);
        const other = personBusy.get(`${person} ${index}`);
        if (other !== undefined) faults.push(`${person} in ${index}: ${other} and ${id}`);
        personBusy.set(`${person} ${index}`, id);
      }
    }
    for (const person of request.people) {
      counts.set(person, (counts.get(person) ?? 0) + 1);
      counts.set(`${person} on ${first.day}`, (counts.get(`${person} on ${first.day}`) ?? 0) + 1);
    }
  }

  for (const { id, max, maxPerDay } of problem.people) {
    if ((counts.get(id) ?? 0) > (max ?? Infinity)) faults.push(`${id}: more than ${max} meetings`);
    for (const day of new Set(slots.map((slot) => slot.day))) if ((counts.get(`${id} on ${day}`) ?? 0) > (maxPerDay ?? Infinity)) faults.push(`${id}: more than ${maxPerDay} on day ${day}`);
  }
  for (const [before, after] of problem.precedences) {
    const [a, b] = [where.get(before), where.get(after)];
    if (a && b && a.to > b.from) faults.push(`${before} does not end before ${after}`);
  }
  return [...faults, ...walks(problem, where), ...rivalries(problem, where)];
}

export type Tally = { readonly weight: number; readonly shortfall: number; readonly breaks: number; readonly spread: number; readonly missed: number; readonly loose: number };

/**
 * What a plan reaches below what must be placed, counted from the words of the problem by drawing each person's line of slots: weight, meetings
 * missing to minimums, breaks and their spread, wishes missed, and what keeps days from being compact.
 */
export function tallyOf(problem: ScheduleProblem, { meetings }: Plan): Tally {
  let weight = 0;
  const startsOf = new Map<string, number[]>();
  const drawn = new Map(problem.people.map(({ id, unavailable }) => [id, problem.slots.map((_, slot) => (unavailable.includes(slot) ? 'x' : '.') as string)]));
  for (const { request: id, slot } of meetings) {
    const request = problem.requests.find((candidate) => candidate.id === id);
    if (!request) continue;
    weight += request.weight;
    for (const person of request.people) startsOf.set(person, [...(startsOf.get(person) ?? []), slot]);
    for (const person of request.people) for (let index = slot; index < slot + request.length; index++) drawn.get(person)?.splice(index, 1, 'M');
  }
  const breaks = [...drawn.values()].map((line) => {
    if (problem.objective.kind === 'breaks') return gaps(line.join('').replaceAll('x', '.'));
    const days = new Map<number, string>();
    for (const [slot, mark] of line.entries()) days.set(problem.slots[slot]?.day ?? 0, (days.get(problem.slots[slot]?.day ?? 0) ?? '') + (mark === 'x' ? '' : mark));
    return [...days.values()].reduce((total, day) => total + gaps(day), 0);
  });
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  return {
    weight,
    shortfall: total(problem.people.map(({ id, minimum }) => Math.max(0, (minimum ?? 0) - (startsOf.get(id)?.length ?? 0)))),
    breaks: total(breaks),
    spread: breaks.length === 0 ? 0 : Math.max(...breaks) - Math.min(...breaks),
    missed: wishesMissed(problem, { meetings }),
    loose: total(problem.people.filter(({ compact }) => compact).map(({ id }) => total([...new Set(problem.slots.map(({ day }) => day))].map((day) => loosenessOf(id, day))))),
  };

  /** Every free slot in the drawn day once the ends are cut off, and one for a day with a single meeting. */
  function loosenessOf(person: string, day: number): number {
    const drawing = (drawn.get(person) ?? []).filter((mark, slot) => mark !== 'x' && problem.slots[slot]?.day === day).join('');
    const waited = drawing.replace(/^\.+|\.+$/g, '').replaceAll('M', '').length;
    return waited + ((startsOf.get(person) ?? []).filter((slot) => problem.slots[slot]?.day === day).length === 1 ? 1 : 0);
  }
}

/** Starts, home rooms and welcome people: each that a meeting does without. */
function wishesMissed(problem: ScheduleProblem, { meetings }: Plan): number {
  let missed = 0;
  const requests = new Map(problem.requests.map((request) => [request.id, request]));
  const asked = (id: string) => requests.get(id);
  for (const { request: id, slot, room } of meetings) {
    const { preferredSlots = [], people = [], optional = [], length = 0 } = asked(id) ?? {};
    if (preferredSlots.length > 0 && !preferredSlots.includes(slot)) missed++;
    for (const person of problem.people.filter((one) => people.includes(one.id))) if (person.home !== undefined && person.home !== room) missed++;
    for (const person of problem.people.filter((one) => optional.includes(one.id))) {
      const isAway = person.unavailable.some((one) => one >= slot && one < slot + length);
      const isBusy = meetings.some((other) => asked(other.request)?.people.includes(person.id) && other.slot < slot + length && slot < other.slot + (asked(other.request)?.length ?? 0));
      if (isAway || isBusy) missed++;
    }
  }
  return missed;
}

function gaps(line: string): number {
  return line.replace(/^\.+|\.+$/g, '').match(/\.+/g)?.length ?? 0;
}

/** Words of the form: people kept apart are in no meeting together, and in no room less than so many minutes from one slot's end to the next one's start. */
function rivalries(problem: ScheduleProblem, where: ReadonlyMap<string, { from: number; to: number; room: string }>): string[] {
  const faults: string[] = [];
  const minutes = Math.max(1, problem.apartMinutes ?? 1);
  for (const [one, other] of problem.apart ?? []) {
    for (const first of problem.requests.filter(({ people }) => people.includes(one))) {
      for (const second of problem.requests.filter(({ people }) => people.includes(other))) {
        const [a, b] = [where.get(first.id), where.get(second.id)];
        if (!a || !b) continue;
        if (first === second) faults.push(`${one} and ${other} are both in ${first.id}`);
        else if (a.room === b.room && problem.slots[a.from]?.day === problem.slots[b.from]?.day) {
          const clock = (index: number) => problem.slots[index]?.start ?? 0;
          const end = (index: number) => clock(index - 1) + (problem.slots[index - 1]?.minutes ?? 0);
          const between = a.from < b.from ? clock(b.from) - end(a.to) : clock(a.from) - end(b.to);
          if (between < minutes) faults.push(`${first.id} and ${second.id} are rivals in ${a.room}, ${between} minutes apart`);
        }
      }
    }
  }
  return faults;
}

function walks(problem: ScheduleProblem, where: ReadonlyMap<string, { from: number; to: number; room: string }>): string[] {
  const zoneOf = (room: string) => problem.zones?.find((zone) => zone.rooms.includes(room));
  const faults: string[] = [];
  if (problem.zones === undefined) return faults;
  for (const { id } of problem.people) {
    const own = problem.requests.filter((request) => request.people.includes(id)).flatMap((request) => {
      const place = where.get(request.id);
      return place ? [{ request: request.id, ...place }] : [];
    });
    for (const a of own) {
      for (const b of own) {
        const [end, start] = [problem.slots[a.to - 1], problem.slots[b.from]];
        const [from, to] = [zoneOf(a.room), zoneOf(b.room)];
        if (a.to > b.from || !end || !start || end.day !== start.day || !from || !to || from === to) continue;
        const minutes = Math.max(from.walking[to.id] ?? 0, to.walking[from.id] ?? 0);
        if (minutes > 0 && minutes > start.start - end.start - end.minutes) faults.push(`${id} cannot walk from ${a.request} to ${b.request}`);
      }
    }
  }
  return faults;
}
