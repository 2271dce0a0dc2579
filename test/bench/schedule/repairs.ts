import { repair } from '#shared/meetings/scheduler/repair/repair.ts';
import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import type { Meeting } from '#shared/meetings/scheduler/solution.ts';
import { solve, type SolveOptions } from '#shared/meetings/scheduler/solve.ts';
import { faultsOf } from '#test/support/schedule-checker.ts';

/** How one plan was repaired after one thing that happened. */
export type Repaired = {
  readonly name: string;
  readonly after: string;
  readonly firstMilliseconds: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly before: number;
  /** Meetings moved to another time or dropped, and the fewest there can be as far as it was shown; and those that keep their time in another room. */
  readonly changed: number;
  readonly fewest: number;
  readonly otherRoom: number;
  readonly placed: number;
  readonly touched: number;
  readonly weight: number;
  readonly bound: number;
  readonly proven: boolean;
  /** Pinned meetings that moved though nothing happened to them: never. */
  readonly pinsMoved: number;
  readonly faults: readonly string[];
};

type Event = { readonly after: string; readonly changed: ScheduleProblem };

/** Repairs a plan after each of four things that happen: a late flight, an illness, a lost room, a day that ends early. Every tenth meeting is pinned. `seconds` for each. */
export function repairs(name: string, problem: ScheduleProblem, solvers: Pick<SolveOptions, 'solver'>, now: () => number, seconds: number): Repaired[] {
  const plan = solve(problem, { seed: 1, effort: { kind: 'clock', seconds: 6 }, now, ...solvers }).meetings;
  const pinned = plan.filter((_, index) => index % 10 === 0);
  return eventsFor(problem, plan).map(({ after, changed }) => {
    const cpu = process.cpuUsage();
    const began = now();
    let first: number | null = null;
    const answer = repair(changed, plan, { seed: 1, effort: { kind: 'clock', seconds }, now, ...solvers, watch: () => { first ??= now() - began; } });
    const { user, system } = process.cpuUsage(cpu);
    const took = (now() - began) / 1000;
    const unhurt = pinned.filter((meeting) => faultsOf(changed, { meetings: [meeting] }).length === 0);
    return {
      name, after, firstMilliseconds: first ?? now() - began, seconds: took, cpuSeconds: (user + system) / 1e6, before: plan.length,
      changed: plan.length - answer.kept.times, fewest: plan.length - answer.kept.timesBound, otherRoom: answer.kept.times - answer.kept.rooms, placed: answer.placed.length, touched: answer.touched.length,
      weight: answer.weight, bound: answer.bound, proven: answer.proven,
      pinsMoved: unhurt.filter(({ request, slot }) => answer.meetings.find((meeting) => meeting.request === request)?.slot !== slot).length,
      faults: faultsOf(changed, answer),
    };
  });
}

/** The four events, every tenth meeting pinned. */
export function eventsFor(unpinned: ScheduleProblem, plan: readonly Meeting[]): Event[] {
  const problem = { ...unpinned, pins: [...unpinned.pins, ...plan.filter((_, index) => index % 10 === 0).map(({ request, slot }) => ({ request, slot }))] };
  const { slots, people, rooms } = problem;
  const placed = new Set(plan.map(({ request }) => request));
  const load = new Map(people.map(({ id }) => [id, problem.requests.filter((request) => placed.has(request.id) && request.people.includes(id)).length]));
  const byLoad = [...people].sort((a, b) => (load.get(b.id) ?? 0) - (load.get(a.id) ?? 0));
  const [busiest, second] = [byLoad[0]?.id, byLoad[1]?.id];
  const used = (id: string) => plan.filter(({ room }) => room === id).length;
  const lost = [...rooms].sort((a, b) => used(b.id) - used(a.id))[0]?.id;
  const days = [...new Set(slots.map(({ day }) => day))];
  const on = (day: number | undefined) => slots.flatMap((slot, index) => (slot.day === day ? [index] : []));
  const morning = on(days[0]).slice(0, Math.ceil(on(days[0]).length / 2));
  const evening = on(days.at(-1)).slice(-2);
  const more = (old: readonly number[], extra: readonly number[]) => [...new Set([...old, ...extra])];
  const away = (id: string | undefined, when: readonly number[]): ScheduleProblem => ({ ...problem, people: people.map((one) => (one.id === id ? { ...one, unavailable: more(one.unavailable, when) } : one)) });
  return [
    { after: 'late flight', changed: away(busiest, morning) },
    { after: 'ill for a day', changed: away(second, on(days[Math.min(1, days.length - 1)])) },
    { after: 'room lost', changed: { ...problem, rooms: rooms.map((room) => (room.id === lost ? { ...room, unavailable: on(days[0]) } : room)) } },
    { after: 'early end', changed: { ...problem, rooms: rooms.map((room) => ({ ...room, unavailable: more(room.unavailable, evening) })) } },
  ];
}
