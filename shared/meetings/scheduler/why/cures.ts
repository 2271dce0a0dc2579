import { type Concession, conceded, type Cure, troubleOf } from '../cure.ts';
import { compile } from '../board/compiled.ts';
import { factsOf } from '../facts.ts';
import { forceIn, type Means } from './force-in.ts';
import type { Request, ScheduleProblem } from '../problem.ts';
import { type Attempt, type CureOptions, type Cures, searching, seeking, toTheEnd } from './seeking.ts';
import type { Meeting } from '../solution-meeting.ts';
import { gridOf } from '../board/starts.ts';

/**
 * The ways to place a request that has no place, each found by solving the problem with it forced in, the cheapest first. What asks
 * something of people without being cheaper than what asks nothing is left out, and what must be placed is never given up for what need
 * not be. `found` hears of the cures so far whenever they get better.
 */
export function curesFor(problem: ScheduleProblem, plan: readonly Meeting[], id: string, options: CureOptions, found: (cures: readonly Cure[]) => void = () => undefined): Cures<Cure> {
  const request = problem.requests.find((one) => one.id === id);
  if (request === undefined || plan.some((meeting) => meeting.request === id)) return { cures: [], isComplete: true };
  const concessions = concessionsFor(problem, plan, request, searching(options));
  const attempts = concessions.map((concede) => (): Attempt<Concession> | null => {
    const asks = concede();
    return asks && { problem: conceded(problem, id, asks), forced: [id], asks: () => asks };
  });
  return toTheEnd(seeking<Concession>({ problem, plan, id, nothing: { kind: 'nothing' }, attempts, further: [], trouble: ({ kind }) => troubleOf[kind] }, options), found);
}

/** What might be asked for, each worked out when it is its turn: the best start, room or time among those not allowed is found by a search. */
function concessionsFor(problem: ScheduleProblem, plan: readonly Meeting[], request: Request, search: Means): (() => Concession | null)[] {
  const facts = factsOf(problem);
  const { id, people, length } = request;
  if (facts.pins.has(id)) return [];
  const wider = (draft: Partial<Request>, edited: ScheduleProblem = problem) => {
    const loose = { ...edited, requests: edited.requests.map((one) => (one.id === id ? { ...one, ...draft } : one)) };
    return forceIn(compile(factsOf(loose)), plan, [id], search)?.find((meeting) => meeting.request === id) ?? null;
  };
  const anywhere = Object.fromEntries(Object.entries(request).filter(([field]) => field !== 'allowedSlots')) as Request;
  const onGrid = gridOf(facts)(anywhere);
  const barred = onGrid.filter((slot) => request.allowedSlots !== undefined && !request.allowedSlots.includes(slot));
  const usable = problem.rooms.filter(({ capacity, confidential }) => capacity >= people.length && (request.confidential !== true || confidential)).map((room) => room.id);
  const shut = usable.filter((room) => (request.allowedRooms === undefined ? facts.rooms.get(room)?.reserved === true : !request.allowedRooms.includes(room)));
  const held = (person: string, day?: number) => plan.filter((meeting) => facts.requests.get(meeting.request)?.people.includes(person) === true && (day === undefined || problem.slots[meeting.slot]?.day === day)).length;
  const days = [...new Set(problem.slots.map(({ day }) => day))];
  return [
    ...(barred.length > 0 ? [() => { const best = wider({ allowedSlots: barred }); return best && { kind: 'other-start' as const, slot: best.slot }; }] : []),
    ...(shut.length > 0 ? [() => { const best = wider({ allowedRooms: shut }); return best && { kind: 'other-room' as const, room: best.room }; }] : []),
    ...people.flatMap((person): (() => Concession)[] => {
      const { max, maxPerDay } = facts.people.get(person) ?? {};
      return [
        ...(max !== undefined && held(person) >= max ? [() => ({ kind: 'higher-limit' as const, person, limit: 'max' as const, to: max + 1 })] : []),
        ...(maxPerDay !== undefined && days.some((day) => held(person, day) >= maxPerDay) ? [() => ({ kind: 'higher-limit' as const, person, limit: 'maxPerDay' as const, to: maxPerDay + 1 })] : []),
      ];
    }),
    ...(length > 1 ? [() => ({ kind: 'shorter' as const, length: length - 1 })] : []),
    ...people.map((person) => () => {
      const away = facts.people.get(person)?.unavailable ?? [];
      const taken = (start: number) => Array.from({ length }, (_, step) => start + step);
      const freed = onGrid.filter((start) => !barred.includes(start) && taken(start).some((slot) => away.includes(slot)));
      if (freed.length === 0) return null;
      const free = new Set(freed.flatMap(taken));
      const best = wider({ allowedSlots: freed }, { ...problem, people: problem.people.map((one) => (one.id === person ? { ...one, unavailable: one.unavailable.filter((slot) => !free.has(slot)) } : one)) });
      return best && { kind: 'person-freed' as const, person, slots: taken(best.slot).filter((slot) => away.includes(slot)) };
    }),
  ];
}
