import { apply } from '../kernel/change.ts';
import type { RequestId, RoomId } from '../kernel/ids.ts';
import type { LocalDateTime } from '../kernel/time.ts';
import { concessionEdits } from './concession.ts';
import { type Asking, type MeetingCure, troubleOf } from './cure.ts';
import { attemptsFor, type CureCase, type Try } from './cure-attempts.ts';
import type { BuiltProblem } from './problem.ts';
import { peopleOfRequests, problemBesides } from './repair.ts';
import type { Effect } from './scheduler/cure.ts';
import type { ScheduleProblem } from './scheduler/problem.ts';
import { type CureOptions, type Seeking, seeking } from './scheduler/why/seeking.ts';
import { type MayHear, type MeetingTables, whereabouts, type Whereabouts } from './whereabouts.ts';

/** What seeking cures asks of a summit, looked up once for all its requests. */
export type CureDesk = {
  readonly where: Whereabouts;
  /** The ways to place a request that waits, the cheapest first. None for a request that is placed, withdrawn or not invited. */
  seeking(id: RequestId, options: CureOptions): Seeking<MeetingCure>;
};

/** Meetings that clash already are left as they are: a cure mends nothing else. */
export function cureDesk(tables: MeetingTables, mayHear: MayHear): CureDesk {
  const where = whereabouts(tables, mayHear);
  let base: BuiltProblem | null = null;
  return {
    where,
    seeking(id, options) {
      const request = tables.requests.get(id);
      if (!request || where.stateOf(request) !== 'open') return nothingToSeek();
      base ??= problemBesides(tables, mayHear);
      return seekingAt({ where, request, base, tables }, null, options);
    },
  };
}

/** Narrows an attempt to what the planner asked for; null where nothing of it is left. */
export type Narrow = (problem: ScheduleProblem) => ScheduleProblem | null;

export function* nothingToSeek(): Seeking<MeetingCure> {
  return { cures: [], isComplete: true };
}

/** The ways to place the request of a desk, or to hold it just where `narrow` says. */
export function* seekingAt(desk: CureCase, narrow: Narrow | null, options: CureOptions): Seeking<MeetingCure> {
  const { request, base } = desk;
  const { first, further } = attemptsFor(desk);
  const narrowed = (make: Try): Try => () => {
    const attempt = make();
    const problem = attempt && narrow ? narrow(attempt.problem) : attempt?.problem;
    return attempt && problem ? { ...attempt, problem } : null;
  };
  const words = remembering((cure: Effect & { readonly asks: Asking }) => meetingCure(desk, cure));
  const steps = seeking<Asking>({
    problem: narrow ? narrow(base.problem) ?? without(base.problem, request.id) : base.problem, plan: base.current, id: request.id, nothing: { kind: 'nothing' },
    attempts: first.map(narrowed), further: further.map(narrowed), trouble: ({ kind }) => troubleOf[kind],
  }, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { cures: value.cures.map(words), isComplete: value.isComplete };
    yield value && value.map(words);
  }
}

function meetingCure({ where, request, base: { slots, current } }: CureCase, { asks, placed, moved, dropped, changes, weightBefore, weightAfter }: Effect & { readonly asks: Asking }): MeetingCure {
  const spotOf = (list: Effect['changes'], id: string) => {
    const meeting = list.find((one) => one.request === id);
    return { room: meeting?.room as RoomId, startsAt: slots[meeting?.slot ?? -1]?.startsAt as LocalDateTime };
  };
  const ids = (list: readonly string[]) => list as readonly RequestId[];
  const eased = asks.kind === 'other-host' ? whereabouts(apply(where.tables, concessionEdits(where, request, asks)), where.mayHear) : where;
  return {
    request: request.id, asks,
    placed: ids(placed).map((id) => ({ request: id, to: spotOf(changes, id) })),
    moved: ids(moved).map((id) => ({ request: id, from: spotOf(current, id), to: spotOf(changes, id) })),
    dropped: ids(dropped).map((id) => ({ request: id, from: spotOf(current, id) })),
    touched: peopleOfRequests(eased, ids([...placed, ...moved, ...dropped])), weightBefore, weightAfter,
  };
}

/** Where a request has no start there is nothing to try without asking for something. */
function without(problem: ScheduleProblem, id: string): ScheduleProblem {
  return { ...problem, requests: problem.requests.filter((request) => request.id !== id) };
}

function remembering<In extends object, Out>(compute: (input: In) => Out): (input: In) => Out {
  const known = new WeakMap<In, Out>();
  return (input) => {
    const answer = known.get(input) ?? compute(input);
    known.set(input, answer as Out & object);
    return answer;
  };
}
