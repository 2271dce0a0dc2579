import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import { faultsOf } from './schedule-checker.ts';

type Meeting = { readonly request: string; readonly slot: number; readonly room: string };

/** What a plan reaches on the levels of repair, each the more the better. */
export type Reached = readonly [pinsKept: number, mustPlaced: number, weight: number, timesKept: number, roomsKept: number];

export function reachedBy(problem: ScheduleProblem, before: readonly Meeting[], plan: readonly Meeting[]): Reached {
  return plan.reduce<Reached>((sum, meeting) => plus(sum, worthOf(problem, before, meeting)), [0, 0, 0, 0, 0]);
}

/** The best any plan reaches on the levels of repair, by trying every plan. For a handful of requests only. */
export function bestRepairByTrying(problem: ScheduleProblem, before: readonly Meeting[]): Reached {
  const places = problem.requests.map(({ id }) => problem.slots.flatMap((_, slot) => problem.rooms.map((room): Meeting => ({ request: id, slot, room: room.id })))
    .filter((meeting) => faultsOf(problem, { meetings: [meeting] }).length === 0)
    .map((meeting) => ({ meeting, worth: worthOf(problem, before, meeting) }))
    .sort((a, b) => compare(b.worth, a.worth)));
  const most = (index: number): Reached => places[index]?.reduce<Reached>((best, { worth }) => worth.map((value, level) => Math.max(value, best[level] as number)) as unknown as Reached, [0, 0, 0, 0, 0]) ?? [0, 0, 0, 0, 0];
  const hopes = places.map((_, index) => places.slice(index).reduce<Reached>((sum, __, step) => plus(sum, most(index + step)), [0, 0, 0, 0, 0]));
  let best: Reached = [-1, 0, 0, 0, 0];
  function go(index: number, plan: readonly Meeting[], reached: Reached): void {
    if (compare(reached, best) > 0) best = reached;
    const hope = hopes[index];
    if (hope === undefined || compare(plus(reached, hope), best) <= 0) return;
    for (const { meeting, worth } of places[index] ?? []) {
      const longer = [...plan, meeting];
      if (faultsOf(problem, { meetings: longer }).length === 0) go(index + 1, longer, plus(reached, worth));
    }
    go(index + 1, plan, reached);
  }
  go(0, [], [0, 0, 0, 0, 0]);
  return best;
}

function worthOf(problem: ScheduleProblem, before: readonly Meeting[], meeting: Meeting): Reached {
  const request = problem.requests.find(({ id }) => id === meeting.request);
  const stood = before.find((one) => one.request === meeting.request);
  const pin = problem.pins.find((one) => one.request === meeting.request);
  const inTime = stood?.slot === meeting.slot;
  const isKeptPin = pin !== undefined && inTime && pin.slot === meeting.slot;
  return [Number(isKeptPin), Number(request?.must === true), request?.weight ?? 0, Number(inTime), Number(inTime && stood.room === meeting.room)];
}

function plus(a: Reached, b: Reached): Reached {
  return a.map((value, level) => value + (b[level] as number)) as unknown as Reached;
}

function compare(a: Reached, b: Reached): number {
  for (const [level, value] of a.entries()) if (value !== b[level]) return value - (b[level] as number);
  return 0;
}
