import { expect } from 'vitest';
import { factsOf } from '#shared/meetings/scheduler/facts.ts';
import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import { breachesOf } from '#shared/meetings/scheduler/rule-book.ts';
import type { Meeting } from '#shared/meetings/scheduler/solution.ts';
import { faultsOf } from './schedule-checker.ts';

/** A room that stands in nobody's way. */
export const openRoom = { parallel: 1, capacity: 4, confidential: false, reserved: false, unavailable: [] as number[] };

export const at = (id: string, slot: number, where = 'hall'): Meeting => ({ request: id, slot, room: where });

/** The rules a plan breaks; the independent checker must find a fault in exactly the plans that break one. */
export function broken(problem: ScheduleProblem, plan: readonly Meeting[]): string[] {
  const codes = [...new Set(breachesOf(factsOf(problem), plan).map(({ rule }) => rule))];
  expect(faultsOf(problem, { meetings: plan }).length > 0).toBe(codes.length > 0);
  return codes;
}
