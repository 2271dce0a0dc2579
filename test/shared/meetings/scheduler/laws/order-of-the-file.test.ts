import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadSatSolver } from '#electron/headless/cadical.ts';
import { loadLinearSolver } from '#electron/headless/highs.ts';
import { type Random, seeded } from '#shared/kernel/random.ts';
import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import { solve } from '#shared/meetings/scheduler/solve.ts';
import { faultsOf } from '#test/support/schedule-checker.ts';
import { tinyProblem } from '#test/support/tiny-problem.ts';

const solvers = { solver: await loadLinearSolver(), sat: await loadSatSolver() };
const none = { solver: null, sat: null };
const anyTiny = fc.record({ number: fc.integer({ min: 0, max: 100_000 }), kind: fc.constantFrom('weight', 'weight', 'breaks'), proves: fc.constantFrom(true, true, false) })
  .map(({ number, kind, proves }) => ({ problem: tinyProblem(number, { kind, mostRequests: 7 }), with: proves ? solvers : none }));

function solved(problem: ScheduleProblem, seed: number, behind: typeof solvers | typeof none) {
  return solve(problem, { seed, effort: { kind: 'work', units: 2000 }, now: () => 0, ...behind });
}

/** Everything a planner is told, in an order of its own. */
function told({ meetings, unplaced, core = [], ...rest }: ReturnType<typeof solved>) {
  return { ...rest, meetings: meetings.map(({ request, slot, room }) => `${request} ${slot} ${room}`).sort(), unplaced: unplaced.map(({ request }) => request).sort(), core: [...core].sort() };
}

function shuffled(problem: ScheduleProblem, random: Random): ScheduleProblem {
  return {
    ...problem,
    people: random.shuffled(problem.people).map((person) => ({ ...person, unavailable: random.shuffled(person.unavailable) })),
    rooms: random.shuffled(problem.rooms).map((room) => ({ ...room, unavailable: random.shuffled(room.unavailable) })),
    requests: random.shuffled(problem.requests).map((request) => ({
      ...request, people: random.shuffled(request.people), ...(request.allowedSlots ? { allowedSlots: random.shuffled(request.allowedSlots) } : {}), ...(request.allowedRooms ? { allowedRooms: random.shuffled(request.allowedRooms) } : {}),
    })),
    pins: random.shuffled(problem.pins),
    precedences: random.shuffled(problem.precedences),
    ...(problem.apart ? { apart: random.shuffled(problem.apart) } : {}),
    ...(problem.zones ? { zones: random.shuffled(problem.zones) } : {}),
  };
}

test('the order of people, rooms, requests and their lists in the file changes nothing of the plan, with the solvers and without', () => {
  fc.assert(fc.property(anyTiny, fc.integer(), ({ problem, with: behind }, seed) => {
    expect(told(solved(shuffled(problem, seeded(seed)), 5, behind))).toEqual(told(solved(problem, 5, behind)));
  }), { numRuns: 150 });
});

test('other names give a plan of the same worth where it is proven', () => {
  let compared = 0;
  fc.assert(fc.property(anyTiny, ({ problem, with: behind }) => {
    const renamed = JSON.parse(JSON.stringify(problem).replace(/"(q\d|ana|ben|cy|dee|eli|x|y|z)"/g, (_, name: string) => `"${[...name].reverse().join('')} by another name"`)) as ScheduleProblem;
    const [one, other] = [solved(problem, 5, behind), solved(renamed, 5, behind)];
    if (!one.proven || !other.proven) return;
    compared++;
    // Where not everything can be placed, what is proven is how much can.
    const worth = ({ weight, meetings, breaks, infeasible }: typeof one) => ({ weight, placed: meetings.length > 0, infeasible, breaks: problem.objective.kind === 'breaks' && infeasible !== true ? breaks : null });
    expect(worth(other)).toEqual(worth(one));
  }), { numRuns: 150, seed: 31 });
  expect(compared > 75).toBe(true);
});

test('one more room never lowers what is proven: first what must be placed, then the weight', () => {
  let compared = 0;
  fc.assert(fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 1, max: 4 }), (number, capacity) => {
    const problem = tinyProblem(number, { kind: 'weight', mostRequests: 6 });
    const roomier = { ...problem, rooms: [...problem.rooms, { id: 'more', parallel: 1, capacity, confidential: number % 2 === 0, reserved: false, unavailable: [] }] };
    const [before, after] = [problem, roomier].map((one) => ({ ...solved(one, 5, solvers), of: one }));
    if (!before?.proven || !after?.proven) return;
    compared++;
    const reached = ({ meetings, weight, of }: typeof before) => of.requests.filter(({ id, must }) => must && meetings.some(({ request }) => request === id)).length * 1000 + weight;
    expect(reached(after) >= reached(before)).toBe(true);
  }), { numRuns: 250, seed: 32 });
  console.log(`one more room: ${compared} proven pairs compared`);
  expect(compared > 150).toBe(true);
});

test('the same problem, seed and work give the same bytes, with the solvers and without', () => {
  fc.assert(fc.property(anyTiny, fc.integer(), ({ problem, with: behind }, seed) => {
    expect(JSON.stringify(solved(problem, seed, behind))).toBe(JSON.stringify(solved(problem, seed, behind)));
  }), { numRuns: 150 });
});

test('no plan on the way breaks a rule, and none is worse than the one before', () => {
  fc.assert(fc.property(anyTiny, fc.integer(), ({ problem, with: behind }, seed) => {
    const faults: string[] = [];
    const gains: number[] = [];
    solve(problem, {
      seed, effort: { kind: 'work', units: 1500 }, now: () => 0, ...behind,
      watch(progress) {
        const meetings = progress.meetings();
        faults.push(...faultsOf(problem, { meetings }));
        const musts = problem.objective.kind === 'breaks' ? meetings.length : problem.requests.filter(({ id, must }) => must && meetings.some(({ request }) => request === id)).length;
        gains.push(musts * 1000 + progress.weight);
      },
    });
    expect(faults).toEqual([]);
    expect(gains).toEqual([...gains].sort((a, b) => a - b));
  }), { numRuns: 150 });
});
