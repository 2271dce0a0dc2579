import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seeded } from '#shared/kernel/random.ts';
import { compile } from '#shared/meetings/scheduler/board/compiled.ts';
import { construct } from '#shared/meetings/scheduler/search/construct.ts';
import { factsOf } from '#shared/meetings/scheduler/facts.ts';
import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import { ScheduleSolution } from '#shared/meetings/scheduler/solution.ts';
import type { Progress } from '#shared/meetings/scheduler/search/search.ts';
import { solve, type SolveOptions } from '#shared/meetings/scheduler/solve.ts';
import { faultsOf, tallyOf } from '#test/support/schedule-checker.ts';
import { anyProblem, problemWith, request } from '#test/support/schedule-problems.ts';

const solved = (problem: ScheduleProblem, more: Partial<SolveOptions> = {}) => solve(problem, { seed: 7, effort: { kind: 'work', units: 20_000 }, now: () => 0, solver: null, ...more });

describe('the scheduler', () => {
  test('breaks no hard rule on any small problem, tells the truth about weight and breaks, and gives a reason for everything it leaves out', () => {
    fc.assert(fc.property(anyProblem(), fc.integer(), (problem, seed) => {
      const solution = solved(problem, { seed, effort: { kind: 'work', units: 2000 } });
      const { weight, breaks } = tallyOf(problem, solution);
      expect(ScheduleSolution.parse(solution)).toEqual(solution);
      expect({ faults: faultsOf(problem, solution), weight, breaks }).toEqual({ faults: [], weight: solution.weight, breaks: solution.breaks });
      expect([...solution.meetings, ...solution.unplaced].map((part) => part.request).sort()).toEqual(problem.requests.map(({ id }) => id).sort());
      expect(solution.unplaced.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
    }), { numRuns: 400 });
  });

  test('places what must be placed before anything else, however heavy', () => {
    const requests = [request('light', ['ana', 'ben'], { must: true, allowedSlots: [0] }), request('heavy', ['ana', 'cy'], { weight: 5, allowedSlots: [0] })];
    const solution = solved(problemWith({ requests }));
    expect(solution.meetings).toEqual([{ request: 'light', slot: 0, room: 'hall' }]);
    expect(solution.unplaced).toEqual([{ request: 'heavy', cures: [], reasons: [{ code: 'start-is-not-allowed', slots: [1, 2, 3, 4, 5] }, { code: 'person-is-busy', person: 'ana', slots: [0], holding: ['light'] }, { code: 'holders-must-be-placed', holding: ['light'] }] }]);
  });

  test('leaves a pinned meeting where it is pinned, through the whole search', () => {
    const requests = [request('pinned', ['ana', 'ben'], { must: true }), ...['cy', 'dee'].map((other) => request(other, ['ana', other], { weight: 5 }))];
    const solution = solved(problemWith({ requests, pins: [{ request: 'pinned', slot: 4 }] }));
    expect(solution.meetings.find((meeting) => meeting.request === 'pinned')).toEqual({ request: 'pinned', slot: 4, room: 'hall' });
    expect(solution.weight).toBe(11);
  });

  test('a pinned meeting gives way to a heavier one unless pins are held; then it stays, and the bound says what that costs', () => {
    const problem = problemWith({ requests: [request('pinned', ['ana', 'ben']), request('heavy', ['ana', 'cy'], { weight: 5, must: true, allowedSlots: [4] })], pins: [{ request: 'pinned', slot: 4 }] });
    expect(solved(problem).meetings).toEqual([{ request: 'heavy', slot: 4, room: 'hall' }]);
    const held = solved(problem, { holdsPins: true });
    expect([held.meetings, held.weight <= held.bound]).toEqual([[{ request: 'pinned', slot: 4, room: 'hall' }], true]);
  });

  test('with pins held no pinned meeting that can stand is missing from a plan, and none breaks a rule', () => {
    fc.assert(fc.property(anyProblem(['weight']), (problem) => {
      const effort = { kind: 'work', units: 2000 } as const;
      const kept = solved({ ...problem, requests: problem.requests.filter(({ id }) => problem.pins.some((pin) => pin.request === id)), precedences: [] }, { effort });
      fc.pre(kept.meetings.length === problem.pins.length && problem.precedences.length === 0);
      const solution = solved(problem, { effort, holdsPins: true });
      const placed = new Set(solution.meetings.map((meeting) => meeting.request));
      expect({ faults: faultsOf(problem, solution), missing: problem.pins.filter((pin) => !placed.has(pin.request)) }).toEqual({ faults: [], missing: [] });
    }), { numRuns: 60 });
  });

  test('a pin that is held is not given up so that somebody else reaches their minimum, at equal weight neither', () => {
    const problem = problemWith({ people: [{ id: 'ben', unavailable: [] }, { id: 'cy', unavailable: [], max: 1 }, { id: 'dee', unavailable: [], minimum: 1 }], requests: [request('pinned', ['cy', 'ben']), request('wanted', ['cy', 'dee'])], pins: [{ request: 'pinned', slot: 0 }] });
    for (let seed = 0; seed < 20; seed++) expect(solved(problem, { seed, effort: { kind: 'work', units: 2000 }, holdsPins: true }).meetings.map((meeting) => meeting.request)).toEqual(['pinned']);
  });

  test('the same problem, seed and work give the same bytes', () => {
    fc.assert(fc.property(anyProblem(), fc.integer(), (problem, seed) => {
      expect(JSON.stringify(solved(problem, { seed, effort: { kind: 'work', units: 3000 } }))).toBe(JSON.stringify(solved(problem, { seed, effort: { kind: 'work', units: 3000 } })));
    }), { numRuns: 100 });
  });

  test('posts only plans that break no rule, each at least as good as the one before', () => {
    fc.assert(fc.property(anyProblem(['weight']), (problem) => {
      const posts: { progress: Progress; faults: string[] }[] = [];
      solved(problem, { effort: { kind: 'work', units: 2000 }, watch: (progress) => posts.push({ progress, faults: faultsOf(problem, { meetings: progress.meetings() }) }) });
      expect(posts.flatMap(({ faults }) => faults)).toEqual([]);
      const gains = posts.map(({ progress }) => mustFirst(problem, progress));
      expect(gains).toEqual([...gains].sort((a, b) => a - b));
    }), { numRuns: 200 });
  });

  test('stopped at once it still hands over the first plan', () => {
    const problem = problemWith({ requests: [request('q', ['ana', 'ben'])] });
    expect(solved(problem, { shouldStop: () => true }).meetings.length).toBe(1);
  });

  test('starting from a plan it is never worse than that plan', () => {
    fc.assert(fc.property(anyProblem(['weight']), (problem) => {
      const from = solved(problem).meetings;
      const again = solved(problem, { from, effort: { kind: 'work', units: 0 } });
      expect(tallyOf(problem, again).weight).toBe(tallyOf(problem, { meetings: from }).weight);
    }), { numRuns: 100 });
  });

  test('a request that must be placed and has nowhere to go proves that not all can be placed', () => {
    const solution = solved(problemWith({ requests: [request('q', ['ana', 'ben'], { must: true, confidential: true })] }));
    expect([solution.infeasible, solution.core, solution.unplaced]).toEqual([true, ['q'], [{ request: 'q', cures: [], reasons: [{ code: 'rooms-are-not-confidential', rooms: ['hall'] }] }]]);
  });

  test('brings meetings together so that nobody waits between two of a day', () => {
    const requests = ['ben', 'cy', 'dee'].map((other) => request(other, ['ana', other], { allowedSlots: other === 'dee' ? [1] : [0, 2, 3] }));
    const solution = solved(problemWith({ requests, slots: [0, 1, 2, 3].map((step) => ({ day: 0, block: 0, start: 540 + 30 * step, minutes: 30 })) }));
    expect([solution.weight, solution.breaks]).toEqual([3, 0]);
  });

  test('days that should be compact have no meeting alone where another can join it, and the shorter of two waits', () => {
    const people = ['ana', 'ben', 'cy'].map((id) => ({ id, unavailable: [], compact: id === 'ana' }));
    const meets = (withBen: number[], withCy: number[]) => problemWith({ people, requests: [request('ana-ben', ['ana', 'ben'], { allowedSlots: withBen }), request('ana-cy', ['ana', 'cy'], { allowedSlots: withCy })] });
    const slots = [0, 1, 2, 3, 4, 5].map((step) => ({ day: 0, block: 0, start: 540 + 30 * step, minutes: 30 }));
    for (let seed = 0; seed < 20; seed++) {
      const { levels, breaks } = solved(meets([1, 4], [0, 3, 5]), { seed });
      expect([breaks, levels?.loose, levels?.looseBound]).toEqual([0, 0, 0]);
      const waits = solved({ ...meets([0], [2, 5]), slots }, { seed });
      expect([waits.meetings[1]?.slot, waits.breaks, waits.levels?.loose, waits.levels?.looseBound]).toEqual([2, 1, 1, null]);
    }
  });

  test('somebody who has one meeting only has a day with it alone, and that is told as the best there is; whose days need not be compact is not counted', () => {
    const people = ['ana', 'ben'].map((id) => ({ id, unavailable: [] }));
    const told = (problem: ScheduleProblem) => { const { levels } = solved(problem); return [levels?.loose, levels?.looseBound]; };
    expect(told(problemWith({ people, requests: [request('q', ['ana', 'ben'])] }))).toEqual([0, 0]);
    expect(told(problemWith({ people: people.map((one) => ({ ...one, compact: true })), requests: [request('q', ['ana', 'ben'])] }))).toEqual([2, 2]);
  });

  test('a first plan keeps every rule before any search', () => {
    fc.assert(fc.property(anyProblem(), fc.integer(), (problem, seed) => {
      expect(faultsOf(problem, { meetings: construct(compile(factsOf(problem)), seeded(seed)).meetings() })).toEqual([]);
    }), { numRuns: 200 });
  });
});

function mustFirst(problem: ScheduleProblem, progress: Progress): number {
  const placed = new Set(progress.meetings().map((meeting) => meeting.request));
  return problem.requests.filter(({ id, must }) => must && placed.has(id)).length * 1000 + progress.weight;
}
