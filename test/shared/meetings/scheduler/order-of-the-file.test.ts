import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '#shared/meetings/scheduler/compiled.ts';
import { factsOf } from '#shared/meetings/scheduler/facts.ts';
import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import { solve } from '#shared/meetings/scheduler/solve.ts';
import { anyProblem } from '#test/support/schedule-problems.ts';

const solved = (problem: ScheduleProblem) => solve(problem, { seed: 5, effort: { kind: 'work', units: 3000 }, now: () => 0, solver: null });
const placesIn = (problem: ScheduleProblem) => solved(problem).meetings.map(({ request, slot, room }) => `${request} ${slot} ${room}`).sort();

test('the order of people, rooms and requests in the file decides nothing', () => {
  fc.assert(fc.property(anyProblem(), (problem) => {
    const turned = { ...problem, people: [...problem.people].reverse(), rooms: [...problem.rooms].reverse(), requests: [...problem.requests].reverse().map((request) => ({ ...request, people: [...request.people].reverse() })) };
    expect(placesIn(turned)).toEqual(placesIn(problem));
  }), { numRuns: 150 });
});

test('one more room never lowers what is proven to be the best', () => {
  let compared = 0;
  fc.assert(fc.property(anyProblem(['weight'], 4), (problem) => {
    const roomier = { ...problem, rooms: [...problem.rooms, { id: 'more', parallel: 1, capacity: 3, confidential: true, reserved: false, unavailable: [] }] };
    const [before, after] = [solved(problem), solved(roomier)];
    if (!before.proven || !after.proven || compile(factsOf(problem)).must.includes(1)) return;
    compared++;
    expect(after.weight >= before.weight).toBe(true);
  }), { numRuns: 200 });
  expect(compared > 0).toBe(true);
});
