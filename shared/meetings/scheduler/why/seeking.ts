import { seeded } from '#shared/kernel/random.ts';
import { type Compiled, compile } from '../board/compiled.ts';
import { byHarm, type Effect } from '../cure.ts';
import { differenceOf } from '../repair/difference.ts';
import { factsOf } from '../facts.ts';
import { forceIn, type Means } from './force-in.ts';
import type { Asking } from '../repair/keep-times.ts';
import { byWork } from '../search/meter.ts';
import type { ScheduleProblem } from '../problem.ts';
import type { Meeting } from '../solution-meeting.ts';
import type { SolveOptions } from '../solve.ts';

export type CureOptions = Pick<SolveOptions, 'seed' | 'effort' | 'now' | 'solver' | 'shouldStop'>;

/** `isComplete` false: the effort was over before everything had been tried. */
export type Cures<Found> = { readonly cures: readonly Found[]; readonly isComplete: boolean };

/** Something to try: the problem once it is granted, what is forced in there, and what is asked for, given where the request then stands. */
export type Attempt<Asks> = { readonly problem: ScheduleProblem; readonly forced: readonly string[]; asks(place: Meeting): Asks };

export type Case<Asks> = {
  readonly problem: ScheduleProblem;
  readonly plan: readonly Meeting[];
  readonly id: string;
  /** What is asked for by moving others or giving them up: always tried first. */
  readonly nothing: Asks;
  readonly attempts: readonly (() => Attempt<Asks> | null)[];
  /** What is tried only once the others have been made cheaper. */
  readonly further: readonly (() => Attempt<Asks> | null)[];
  /** How much is asked of people; 0: nothing. */
  trouble(asks: Asks): number;
};

/** Different things to give up that are sought, each without giving up what the one before would. */
const mostGivenUp = 3;
/**
 * Steps of a search by ejection chains, and the limits of an exact model. Measured with 700 requests: a search takes 15 ms, the model of
 * what shares people with the request 30 ms, that of what lies around these half a second.
 */
const searchUnits = 1500;
const modelLimits = { nodes: 200, seconds: { near: 0.3, far: 0.4 } } as const;
/** The cheapest cures are made cheaper still by the larger model; others would have far to go. */
const mostFar = 3;

type CureOf<Asks> = Effect & { readonly asks: Asks };

/** A search that can be left between two steps: each yields the cures so far where they got better, else null. */
export type Seeking<Found> = Generator<readonly Found[] | null, Cures<Found>, undefined>;

/**
 * Seeks cures by attempts of the caller's own making: all are found by a search at first, then made cheaper by the exact model of what
 * shares people with the request, at last, as far as the effort reaches, by that of what lies around these.
 */
export function* seeking<Asks>({ problem, plan, id, nothing, attempts, further, trouble }: Case<Asks>, options: CureOptions): Seeking<CureOf<Asks>> {
  const bySearch = searching(options);
  const known = new Map<Attempt<Asks>, CureOf<Asks>>();
  const compiled = new Map<ScheduleProblem, Compiled>();
  const byCost = (a: CureOf<Asks>, b: CureOf<Asks>) => byHarm(a, b) || trouble(a.asks) - trouble(b.asks) || a.changes.length - b.changes.length;
  let isComplete = true;

  const forced = [id];
  for (let turn = 0; turn < mostGivenUp; turn++) {
    const one = { problem, forced: [...forced], asks: () => nothing };
    yield attempt(one, bySearch);
    const dropped = known.get(one)?.dropped ?? [];
    if (dropped.length === 0) break;
    forced.push(...dropped);
  }
  yield* tried(attempts);
  yield* cheaper('near', Infinity);
  yield* tried(further);
  yield* cheaper('far', mostFar);
  return { cures: worthwhile(), isComplete };

  function* tried(list: typeof attempts) {
    for (const make of list) {
      if (bySearch.isOver()) isComplete = false;
      const one = bySearch.isOver() ? null : make();
      if (one !== null) yield attempt(one, bySearch);
    }
  }

  function* cheaper(reach: Means['reach'], most: number) {
    if (options.solver === null) return;
    for (const cure of worthwhile().slice(0, most)) {
      const one = [...known].find(([, other]) => other === cure)?.[0];
      // Nobody but the request's own people is touched: nothing can be cheaper.
      if (one === undefined || cure.dropped.length + cure.moved.length === 0) continue;
      if (bySearch.isOver()) isComplete = false;
      else yield attempt(one, { ...bySearch, reach, asking: () => bySearch.exactly(reach) });
    }
  }

  function attempt(one: Attempt<Asks>, by: Means): readonly CureOf<Asks>[] | null {
    const old = known.get(one) ?? null;
    const numbers = compiled.get(one.problem) ?? compile(factsOf(one.problem));
    compiled.set(one.problem, numbers);
    const after = forceIn(numbers, plan, one.forced, by);
    const place = after?.find(({ request }) => request === id);
    if (after === null || place === undefined) return null;
    const cure = { asks: one.asks(place), ...effectOf(one.problem, plan, after) };
    if (old !== null && byCost(old, cure) <= 0) return null;
    known.set(one, cure);
    return worthwhile();
  }

  /** What asks something of people only where that is cheaper than everything that asks nothing; each once, the cheapest first. */
  function worthwhile(): CureOf<Asks>[] {
    const all = [...known.values()];
    const plain = all.filter(({ asks }) => trouble(asks) === 0);
    const asJson = all.map(({ asks, changes, dropped }) => JSON.stringify([asks, changes, dropped]));
    return all.filter((cure, index) => asJson.indexOf(asJson[index] as string) === index && (trouble(cure.asks) === 0 || plain.every((other) => byHarm(cure, other) < 0))).sort(byCost);
  }
}

/** Runs a search to its end, telling of every better answer. */
export function toTheEnd<Found>(steps: Seeking<Found>, found: (cures: readonly Found[]) => void = () => undefined): Cures<Found> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (value !== null) found(value);
  }
}

export type CureMeans = Means & { isOver(): boolean; exactly(reach: Means['reach']): Asking | null };

/** By search alone; and what an exact model may take where it is asked. */
export function searching({ seed, effort, now, solver, shouldStop }: CureOptions): CureMeans {
  const began = now();
  const stopped = shouldStop ?? (() => false);
  const secondsLeft = () => (effort.kind === 'clock' ? effort.seconds - (now() - began) / 1000 : Infinity);
  const limits = (of: Means['reach']) => (effort.kind === 'work' ? { seconds: null, nodes: modelLimits.nodes } : { seconds: Math.max(0.01, Math.min(modelLimits.seconds[of], secondsLeft())), nodes: null });
  const isOver = () => stopped() || secondsLeft() <= 0;
  return {
    random: seeded(seed), isOver, reach: 'far',
    meter: () => byWork(searchUnits, isOver),
    asking: () => null,
    exactly: (of) => (solver === null || isOver() ? null : { solver, limits: () => limits(of), shouldStop: stopped }),
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
