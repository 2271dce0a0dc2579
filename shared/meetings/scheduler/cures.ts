import { seeded } from '#shared/kernel/random.ts';
import { type Concession, conceded, type Cure, byCost } from './cure.ts';
import { differenceOf } from './difference.ts';
import { gridOf } from './compiled.ts';
import { factsOf } from './facts.ts';
import { forceIn, type Means } from './force-in.ts';
import { byWork } from './meter.ts';
import type { Request, ScheduleProblem } from './problem.ts';
import type { Meeting } from './solution-meeting.ts';
import type { SolveOptions } from './solve.ts';

export type CureOptions = Pick<SolveOptions, 'seed' | 'effort' | 'now' | 'solver' | 'shouldStop'> & {
  /** Called with every cure as soon as it is found. */
  readonly found?: (cure: Cure) => void;
};

/** `isComplete` false: the effort was over before everything had been tried. */
export type Cures = { readonly cures: readonly Cure[]; readonly isComplete: boolean };

/** Different things to give up that are sought, each without giving up what the one before would. */
const mostGivenUp = 3;
/** Steps of a search by ejection chains, and nodes and seconds of the exact model around a request. On M a search takes 10 ms, a model 0.1–0.3 s. */
const searchUnits = 3000;
const modelLimits = { nodes: 200, seconds: 0.5 };

/**
 * The ways to place a request that has no place, each found by solving the problem with it forced in, the cheapest first. What asks
 * something of people without being cheaper than what asks nothing is left out.
 */
export function curesFor(problem: ScheduleProblem, plan: readonly Meeting[], id: string, options: CureOptions): Cures {
  const request = problem.requests.find((one) => one.id === id);
  if (request === undefined || plan.some((meeting) => meeting.request === id)) return { cures: [], isComplete: true };
  const means = meansOf(options);
  const cures: Cure[] = [];
  let isComplete = true;
  const note = (cure: Cure | null) => {
    if (cure === null || cures.some((known) => isSame(known, cure))) return;
    cures.push(cure);
    options.found?.(cure);
  };
  for (const find of [(): void => { givingUp(problem, plan, id, means, note); }, ...concessionsFor(problem, plan, request, means).map((asks) => () => { note(conceding(problem, plan, request, asks(), means)); })]) {
    if (means.isOver()) {
      isComplete = false;
      break;
    }
    find();
  }
  return { cures: worthwhile(cures), isComplete };
}

/** What asks something of people only where that is cheaper than everything that asks nothing; the cheapest first. */
export function worthwhile(cures: readonly Cure[]): Cure[] {
  const plain = cures.filter(({ asks }) => asks.kind === 'nothing');
  const isCheaper = (cure: Cure) => plain.every((other) => cure.weightAfter > other.weightAfter || (cure.weightAfter === other.weightAfter && cure.touched.length < other.touched.length));
  return cures.filter((cure) => cure.asks.kind === 'nothing' || isCheaper(cure)).sort(byCost);
}

export type CureMeans = Means & { isOver(): boolean };

export function meansOf({ seed, effort, now, solver, shouldStop }: Omit<CureOptions, 'found'>): CureMeans {
  const began = now();
  const stopped = shouldStop ?? (() => false);
  const secondsLeft = () => (effort.kind === 'clock' ? effort.seconds - (now() - began) / 1000 : Infinity);
  const limits = () => (effort.kind === 'work' ? { seconds: null, nodes: modelLimits.nodes } : { seconds: Math.max(0.01, Math.min(modelLimits.seconds, secondsLeft())), nodes: null });
  const isOver = () => stopped() || secondsLeft() <= 0;
  return {
    random: seeded(seed), isOver,
    meter: () => byWork(searchUnits, isOver),
    asking: () => (solver === null || isOver() ? null : { solver, limits: limits(), shouldStop: stopped }),
  };
}

/** The cure that a plan with the request in it is, or null where there is no such plan. */
export function cureOf(problem: ScheduleProblem, before: readonly Meeting[], after: readonly Meeting[] | null, asks: Concession): Cure | null {
  if (after === null) return null;
  const difference = differenceOf(problem, before, after);
  const weights = new Map(problem.requests.map(({ id, weight }) => [id, weight]));
  const weigh = (plan: readonly Meeting[]) => plan.reduce((total, { request }) => total + (weights.get(request) ?? 0), 0);
  const changed = new Set([...difference.placed, ...difference.moved]);
  return { asks, ...difference, weightBefore: weigh(before), weightAfter: weigh(after), changes: after.filter(({ request }) => changed.has(request)) };
}

/** Cures that ask nothing: others move, or are given up. Each further one keeps what the one before gave up. */
export function givingUp(problem: ScheduleProblem, plan: readonly Meeting[], id: string, means: CureMeans, note: (cure: Cure) => void): void {
  const forced = [id];
  for (let turn = 0; turn < mostGivenUp && !means.isOver(); turn++) {
    const cure = cureOf(problem, plan, forceIn(problem, plan, forced, means), { kind: 'nothing' });
    if (cure === null) return;
    note(cure);
    if (cure.dropped.length === 0) return;
    forced.push(...cure.dropped);
  }
}

function conceding(problem: ScheduleProblem, plan: readonly Meeting[], { id }: Request, asks: Concession | null, means: CureMeans): Cure | null {
  if (asks === null) return null;
  const eased = conceded(problem, id, asks);
  return cureOf(eased, plan, forceIn(eased, plan, [id], means), asks);
}

/** What might be asked for, each worked out when it is its turn: the best start, room or time among those not allowed is found by a search. */
function concessionsFor(problem: ScheduleProblem, plan: readonly Meeting[], request: Request, means: CureMeans): (() => Concession | null)[] {
  const facts = factsOf(problem);
  const { id, people, length } = request;
  if (facts.pins.has(id)) return [];
  const search: Means = { ...means, asking: () => null };
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

function isSame(a: Cure, b: Cure): boolean {
  return JSON.stringify([a.asks, a.changes, a.dropped]) === JSON.stringify([b.asks, b.changes, b.dropped]);
}
