import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import { type Meeting, Tries } from './every-plan.ts';

/** What a plan reaches on the levels of repair, each the more the better. */
export type Reached = readonly [pinsKept: number, mustPlaced: number, weight: number, timesKept: number, roomsKept: number];

export function reachedBy(problem: ScheduleProblem, before: readonly Meeting[], plan: readonly Meeting[]): Reached {
  return plan.reduce<Reached>((sum, meeting) => plus(sum, worthOf(problem, before, meeting)), none);
}

/** The best any plan reaches on the levels of repair, by trying every plan that could be better. For a handful of requests only. */
export function bestRepairByTrying(problem: ScheduleProblem, before: readonly Meeting[]): Reached {
  const tries = new Tries(problem);
  const choices = tries.ways.map((ways) => ways.map((way) => ({ way, worth: worthOf(problem, before, way.meeting) })).sort((a, b) => compare(b.worth, a.worth)));
  const most = (index: number) => choices[index]?.reduce<Reached>((best, { worth }) => worth.map((value, level) => Math.max(value, best[level] as number)) as unknown as Reached, none) ?? none;
  const hopes = choices.map((_, index) => choices.slice(index).reduce<Reached>((sum, __, step) => plus(sum, most(index + step)), none));
  let best: Reached = [-1, 0, 0, 0, 0];
  function go(index: number, reached: Reached): void {
    if (compare(reached, best) > 0) best = reached;
    const hope = hopes[index];
    if (hope === undefined || compare(plus(reached, hope), best) <= 0) return;
    for (const { way, worth } of choices[index] ?? []) {
      if (!tries.fits(way)) continue;
      tries.put(way);
      go(index + 1, plus(reached, worth));
      tries.back();
    }
    go(index + 1, reached);
  }
  go(0, none);
  return best;
}

const none: Reached = [0, 0, 0, 0, 0];

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
