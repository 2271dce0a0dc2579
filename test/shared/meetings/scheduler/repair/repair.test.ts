import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadLinearSolver } from '#electron/headless/highs.ts';
import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import { repair } from '#shared/meetings/scheduler/repair/repair.ts';
import type { Meeting } from '#shared/meetings/scheduler/solution.ts';
import { solve, type SolveOptions } from '#shared/meetings/scheduler/solve.ts';
import { faultsOf, tallyOf } from '#test/support/schedule-checker.ts';
import { anyProblem, problemWith, request } from '#test/support/schedule-problems.ts';

const solver = await loadLinearSolver();
const options: SolveOptions = { seed: 3, effort: { kind: 'work', units: 20_000 }, now: () => 0, solver: null };
const planOf = (problem: ScheduleProblem, seed: number): readonly Meeting[] => solve(problem, { ...options, seed, effort: { kind: 'work', units: 500 } }).meetings;

/** Somebody is away for longer, or a room is lost for a while. */
const anyEdit = fc.record({ person: fc.integer({ min: 0, max: 3 }), room: fc.integer({ min: 0, max: 1 }), away: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 3 }), closed: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 2 }) });
type Change = typeof anyEdit extends fc.Arbitrary<infer Value> ? Value : never;

function after(problem: ScheduleProblem, { person, room, away, closed }: Change): ScheduleProblem {
  const more = (old: readonly number[], extra: readonly number[]) => [...new Set([...old, ...extra])];
  return {
    ...problem,
    people: problem.people.map((one, index) => (index === person ? { ...one, unavailable: more(one.unavailable, away) } : one)),
    rooms: problem.rooms.map((one, index) => (index === room ? { ...one, unavailable: more(one.unavailable, closed) } : one)),
  };
}

describe('repair', () => {
  test('breaks no hard rule on any small problem and tells the truth about what it kept, changed and whom it touched', () => {
    fc.assert(fc.property(anyProblem(['weight', 'breaks'], 7), anyEdit, fc.integer(), (problem, change, seed) => {
      const before = planOf(problem, seed);
      const changed = after(problem, change);
      const repaired = repair(changed, before, { ...options, seed });
      const { weight, breaks } = tallyOf(changed, repaired);
      expect({ faults: faultsOf(changed, repaired), weight, breaks }).toEqual({ faults: [], weight: repaired.weight, breaks: repaired.breaks });
      const is = new Map(repaired.meetings.map((meeting) => [meeting.request, meeting]));
      const same = before.filter(({ request: id, slot }) => is.get(id)?.slot === slot);
      expect({ times: repaired.kept.times, rooms: repaired.kept.rooms }).toEqual({ times: same.length, rooms: same.filter(({ request: id, room }) => is.get(id)?.room === room).length });
      const touched = changed.requests.filter(({ id }) => JSON.stringify(is.get(id)) !== JSON.stringify(before.find((one) => one.request === id)));
      expect([...repaired.placed, ...repaired.moved, ...repaired.dropped].sort()).toEqual(touched.map(({ id }) => id).sort());
      expect(repaired.touched).toEqual(changed.people.map(({ id }) => id).filter((id) => touched.some(({ people }) => people.includes(id))));
    }), { numRuns: 300 });
  });

  test('changes nothing when nothing needs to change', () => {
    fc.assert(fc.property(anyProblem(['weight'], 6), fc.integer(), (problem, seed) => {
      const best = repair(problem, planOf(problem, seed), { ...options, solver });
      if (!best.proven) return;
      const again = repair(problem, best.meetings, { ...options, solver, seed: seed + 1 });
      expect({ meetings: again.meetings, touched: again.touched }).toEqual({ meetings: best.meetings, touched: [] });
    }), { numRuns: 60 });
  });

  test('neither moves nor drops a pinned meeting that can stand, however heavy what it blocks', () => {
    fc.assert(fc.property(anyProblem(['weight'], 6), anyEdit, fc.integer(), (problem, change, seed) => {
      const before = planOf(problem, seed);
      const changed = after(problem, change);
      const standing = before.filter((meeting) => changed.pins.some((pin) => pin.request === meeting.request && pin.slot === meeting.slot) && faultsOf(changed, { meetings: [meeting] }).length === 0);
      const repaired = repair(changed, before, { ...options, seed });
      for (const { request: id, slot } of standing) expect(repaired.meetings.find((meeting) => meeting.request === id)?.slot).toBe(slot);
    }), { numRuns: 200 });
  });

  test('moves the meeting of a host who comes late to where all are free, and nobody else', () => {
    const requests = [request('late', ['ana', 'ben']), request('other', ['cy', 'dee'])];
    const before = [{ request: 'late', slot: 0, room: 'hall' }, { request: 'other', slot: 1, room: 'hall' }];
    const problem = problemWith({ requests, people: [{ id: 'ana', unavailable: [0] }, ...['ben', 'cy', 'dee'].map((id) => ({ id, unavailable: [] }))] });
    const { moved, dropped, touched, kept, proven } = repair(problem, before, { ...options, solver });
    expect({ moved, dropped, touched, kept, proven }).toEqual({ moved: ['late'], dropped: [], touched: ['ana', 'ben'], kept: { times: 1, timesBound: 1, rooms: 1 }, proven: true });
  });

  test('does not gather scattered meetings that may stay: fewer breaks are no reason to move', () => {
    const requests = [request('first', ['ana', 'ben']), request('last', ['ana', 'cy'])];
    const before = [{ request: 'first', slot: 0, room: 'hall' }, { request: 'last', slot: 2, room: 'hall' }];
    expect(repair(problemWith({ requests }), before, { ...options, solver }).meetings).toEqual(before);
  });

  test('a pinned meeting whose room is lost takes the room of one that is not pinned', () => {
    const requests = [request('pinned', ['ana', 'ben']), request('loose', ['cy', 'dee'])];
    const rooms = ['hall', 'annex'].map((id) => ({ id, parallel: 1, capacity: 4, confidential: true, reserved: false, unavailable: id === 'hall' ? [1] : [] }));
    const before = [{ request: 'pinned', slot: 1, room: 'hall' }, { request: 'loose', slot: 1, room: 'annex' }];
    const { meetings, moved, dropped, proven } = repair(problemWith({ requests, rooms, pins: [{ request: 'pinned', slot: 1 }] }), before, { ...options, solver });
    expect({ pinned: meetings.find((meeting) => meeting.request === 'pinned'), moved, dropped, proven }).toEqual({ pinned: { request: 'pinned', slot: 1, room: 'annex' }, moved: ['pinned', 'loose'], dropped: [], proven: true });
  });

  test('knows how far people walk: a meeting that must stay in one house takes the room of one that need not', () => {
    const requests = [request('first', ['ana', 'ben']), request('second', ['ana', 'cy']), request('other', ['dee'])];
    const rooms = ['near', 'also-near', 'far'].map((id) => ({ id, parallel: 1, capacity: 4, confidential: true, reserved: false, unavailable: id === 'also-near' ? [1] : [] }));
    const zones = [{ id: 'here', rooms: ['near', 'also-near'], walking: { there: 20 } }, { id: 'there', rooms: ['far'], walking: {} }];
    const before = [{ request: 'first', slot: 0, room: 'near' }, { request: 'second', slot: 1, room: 'also-near' }, { request: 'other', slot: 1, room: 'near' }];
    const pins = [{ request: 'first', slot: 0, room: 'near' }];
    const { meetings, kept, proven } = repair(problemWith({ requests, rooms, zones, pins }), before, { ...options, solver });
    expect({ meetings, kept, proven }).toEqual({
      meetings: [{ request: 'first', slot: 0, room: 'near' }, { request: 'second', slot: 1, room: 'near' }, { request: 'other', slot: 1, room: 'far' }],
      kept: { times: 3, timesBound: 3, rooms: 1 }, proven: true,
    });
  });
});
