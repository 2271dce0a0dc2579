import { seeded } from '#shared/kernel/random.ts';
import { byHarm, type Concession, conceded, type Cure, type Effect, troubleOf } from './cure.ts';
import { differenceOf } from './difference.ts';
import { factsOf } from './facts.ts';
import { forceIn, type Means } from './force-in.ts';
import { byWork } from './meter.ts';
import type { Request, ScheduleProblem } from './problem.ts';
import type { Meeting } from './solution-meeting.ts';
import type { SolveOptions } from './solve.ts';
import { gridOf } from './starts.ts';

export type CureOptions = Pick<SolveOptions, 'seed' | 'effort' | 'now' | 'solver' | 'shouldStop'>;

/** `isComplete` false: the effort was over before everything had been tried. */
export type Cures<Found> = { readonly cures: readonly Found[]; readonly isComplete: boolean };

/** Something to try: the problem once it is granted, what is forced in there, and what is asked for, given where the request then stands. */
export type Attempt<Asks> = { readonly problem: ScheduleProblem; readonly forced: readonly string[]; asks(place: Meeting): Asks };

/** Different things to give up that are sought, each without giving up what the one before would. */
const mostGivenUp = 3;
/** Steps of a search by ejection chains, and the limits of the exact model around a request. On M a search takes 20 ms, a model half a second. */
const searchUnits = 3000;
const modelLimits = { nodes: 200, seconds: 1 };

/**
 * The ways to place a request that has no place, each found by solving the problem with it forced in, the cheapest first. All are found
 * by a search at first, then, as far as the effort reaches, made cheaper by the exact model of what lies around the request. What asks
 * something of people without being cheaper than what asks nothing is left out, and what must be placed is never given up for what need
 * not be. `found` hears of the cures so far whenever they get better.
 */
export function curesFor(problem: ScheduleProblem, plan: readonly Meeting[], id: string, options: CureOptions, found: (cures: readonly Cure[]) => void = () => undefined): Cures<Cure> {
  const request = problem.requests.find((one) => one.id === id);
  if (request === undefined || plan.some((meeting) => meeting.request === id)) return { cures: [], isComplete: true };
  const concessions = concessionsFor(problem, plan, request, { ...meansOf(options), asking: () => null });
  const attempts = concessions.map((concede) => (): Attempt<Concession> | null => {
    const asks = concede();
    return asks && { problem: conceded(problem, id, asks), forced: [id], asks: () => asks };
  });
  return curesOf<Concession>({ problem, plan, id, nothing: { kind: 'nothing' }, attempts, trouble: ({ kind }) => troubleOf[kind] }, options, found);
}

export type Case<Asks> = {
  readonly problem: ScheduleProblem;
  readonly plan: readonly Meeting[];
  readonly id: string;
  /** What is asked for by moving others or giving them up: always tried first. */
  readonly nothing: Asks;
  readonly attempts: readonly (() => Attempt<Asks> | null)[];
  /** How much is asked of people; 0: nothing. */
  trouble(asks: Asks): number;
};

type CureOf<Asks> = Effect & { readonly asks: Asks };

/** The same for attempts of the caller's own making. */
export function curesOf<Asks>({ problem, plan, id, nothing, attempts, trouble }: Case<Asks>, options: CureOptions, found: (cures: readonly CureOf<Asks>[]) => void): Cures<CureOf<Asks>> {
  const means = meansOf(options);
  const searchOnly: Means = { ...means, asking: () => null };
  const known = new Map<Attempt<Asks>, CureOf<Asks>>();
  const byCost = (a: CureOf<Asks>, b: CureOf<Asks>) => byHarm(a, b) || trouble(a.asks) - trouble(b.asks) || a.changes.length - b.changes.length;
  let isComplete = true;

  const forced = [id];
  for (let turn = 0; turn < mostGivenUp; turn++) {
    const cure = attempt({ problem, forced: [...forced], asks: () => nothing }, searchOnly);
    if (cure === null || cure.dropped.length === 0) break;
    forced.push(...cure.dropped);
  }
  for (const make of attempts) {
    if (means.isOver()) isComplete = false;
    const one = means.isOver() ? null : make();
    if (one !== null) attempt(one, searchOnly);
  }
  for (const cure of worthwhile()) {
    const one = [...known].find(([, other]) => other === cure)?.[0];
    // Nobody but the request's own people is touched: nothing can be cheaper.
    if (one === undefined || options.solver === null || cure.dropped.length + cure.moved.length === 0) continue;
    if (means.isOver()) isComplete = false;
    else attempt(one, means);
  }
  return { cures: worthwhile(), isComplete };

  function attempt(one: Attempt<Asks>, by: Means): CureOf<Asks> | null {
    const old = known.get(one) ?? null;
    const after = forceIn(one.problem, plan, one.forced, by);
    const place = after?.find(({ request }) => request === id);
    if (after === null || place === undefined) return old;
    const cure = { asks: one.asks(place), ...effectOf(one.problem, plan, after) };
    if (old !== null && byCost(old, cure) <= 0) return old;
    known.set(one, cure);
    found(worthwhile());
    return cure;
  }

  /** What asks something of people only where that is cheaper than everything that asks nothing; each once, the cheapest first. */
  function worthwhile(): CureOf<Asks>[] {
    const all = [...known.values()];
    const plain = all.filter(({ asks }) => trouble(asks) === 0);
    const asJson = all.map(({ asks, changes, dropped }) => JSON.stringify([asks, changes, dropped]));
    return all.filter((cure, index) => asJson.indexOf(asJson[index] as string) === index && (trouble(cure.asks) === 0 || plain.every((other) => byHarm(cure, other) < 0))).sort(byCost);
  }
}

type CureMeans = Means & { isOver(): boolean };

function meansOf({ seed, effort, now, solver, shouldStop }: CureOptions): CureMeans {
  const began = now();
  const stopped = shouldStop ?? (() => false);
  const secondsLeft = () => (effort.kind === 'clock' ? effort.seconds - (now() - began) / 1000 : Infinity);
  const limits = () => (effort.kind === 'work' ? { seconds: null, nodes: modelLimits.nodes } : { seconds: Math.max(0.01, Math.min(modelLimits.seconds, secondsLeft())), nodes: null });
  const isOver = () => stopped() || secondsLeft() <= 0;
  return {
    random: seeded(seed), isOver,
    meter: () => byWork(searchUnits, isOver),
    asking: () => (solver === null || isOver() ? null : { solver, limits, shouldStop: stopped }),
  };
}

/** What going from one plan to the other does. */
function effectOf(problem: ScheduleProblem, before: readonly Meeting[], after: readonly Meeting[]): Effect {
  const difference = differenceOf(problem, before, after);
  const weights = new Map(problem.requests.map(({ id, weight }) => [id, weight]));
  const weigh = (plan: readonly Meeting[]) => plan.reduce((total, { request }) => total + (weights.get(request) ?? 0), 0);
  const changed = new Set([...difference.placed, ...difference.moved]);
  return { ...difference, weightBefore: weigh(before), weightAfter: weigh(after), changes: after.filter(({ request }) => changed.has(request)) };
}

/** What might be asked for, each worked out when it is its turn: the best start, room or time among those not allowed is found by a search. */
function concessionsFor(problem: ScheduleProblem, plan: readonly Meeting[], request: Request, search: Means): (() => Concession | null)[] {
  const facts = factsOf(problem);
  const { id, people, length } = request;
  if (facts.pins.has(id)) return [];
  const wider = (draft: Partial<Request>, edited: ScheduleProblem = problem) => {
    const loose = { ...edited, requests: edited.requests.map((one) => (one.id === id ? { ...one, ...draft } : one)) };
    return forceIn(loose, plan, [id], search)?.find((meeting) => meeting.request === id) ?? null;
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
