import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import { type Meeting, Tries } from './every-plan.ts';

/** What a plan reaches on the levels of repair, each the more the better; the last is below nought by everyone whose day looks different. */
export type Reached = readonly [pinsKept: number, mustPlaced: number, weight: number, timesKept: number, roomsKept: number, minusTouched: number];

export function reachedBy(problem: ScheduleProblem, before: readonly Meeting[], plan: readonly Meeting[]): Reached {
  const worth = plan.reduce<Worth>((sum, meeting) => plus(sum, worthOf(problem, before, meeting)), nothing);
  const touched = problem.requests.reduce((people, { id }, index) => people | touchedBy(problem, before, index, plan.find(({ request }) => request === id) ?? null), 0);
  return [...worth, -ones(touched)];
}

/** The best any plan reaches on the levels of repair, by trying every plan that could be better. For a handful of requests only. */
export function bestRepairByTrying(problem: ScheduleProblem, before: readonly Meeting[]): Reached {
  const tries = new Tries(problem);
  const choices = tries.ways.map((ways, index) => ways.map((way) => ({ way, worth: worthOf(problem, before, way.meeting), touched: touchedBy(problem, before, index, way.meeting) })).sort((a, b) => compare(b.worth, a.worth) || ones(a.touched) - ones(b.touched)));
  const touchedByNone = choices.map((_, index) => touchedBy(problem, before, index, null));
  const most = (index: number) => choices[index]?.reduce<Worth>((best, { worth }) => worth.map((value, level) => Math.max(value, best[level] as number)) as unknown as Worth, nothing) ?? nothing;
  const hopes = choices.map((_, index) => choices.slice(index).reduce<Worth>((sum, __, step) => plus(sum, most(index + step)), nothing));
  let best: Reached = [-1, 0, 0, 0, 0, 0];
  function go(index: number, worth: Worth, touched: number): void {
    const hope = hopes[index];
    if (compare([...plus(worth, hope ?? nothing), -ones(touched)], best) <= 0) return;
    if (hope === undefined) {
      best = [...worth, -ones(touched)];
      return;
    }
    for (const { way, worth: more, touched: others } of choices[index] ?? []) {
      if (!tries.fits(way)) continue;
      tries.put(way);
      go(index + 1, plus(worth, more), touched | others);
      tries.back();
    }
    go(index + 1, worth, touched | (touchedByNone[index] as number));
  }
  go(0, nothing, 0);
  return best;
}

type Worth = readonly [number, number, number, number, number];

const nothing: Worth = [0, 0, 0, 0, 0];

function worthOf(problem: ScheduleProblem, before: readonly Meeting[], meeting: Meeting): Worth {
  const request = problem.requests.find(({ id }) => id === meeting.request);
  const stood = before.find((one) => one.request === meeting.request);
  const pin = problem.pins.find((one) => one.request === meeting.request);
  const inTime = stood?.slot === meeting.slot;
  const isKeptPin = pin !== undefined && inTime && pin.slot === meeting.slot;
  return [Number(isKeptPin), Number(request?.must === true), request?.weight ?? 0, Number(inTime), Number(inTime && stood.room === meeting.room)];
}

/** People, as bits, whose day looks different when a request is held so; null: not held. */
function touchedBy({ requests, people }: ScheduleProblem, before: readonly Meeting[], index: number, meeting: Meeting | null): number {
  const request = requests[index];
  const stood = before.find((one) => one.request === request?.id) ?? null;
  if (meeting?.slot === stood?.slot && meeting?.room === stood?.room) return 0;
  return people.reduce((bits, { id }, person) => (request?.people.includes(id) === true ? bits | (1 << person) : bits), 0);
}

function ones(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

function plus(a: Worth, b: Worth): Worth {
  return a.map((value, level) => value + (b[level] as number)) as unknown as Worth;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [level, value] of a.entries()) if (value !== b[level]) return value - (b[level] as number);
  return 0;
}
