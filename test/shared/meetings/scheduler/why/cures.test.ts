import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadLinearSolver } from '#electron/headless/highs.ts';
import { conceded, Cure, planCured } from '#shared/meetings/scheduler/cure.ts';
import { curesFor } from '#shared/meetings/scheduler/why/cures.ts';
import type { CureOptions } from '#shared/meetings/scheduler/why/seeking.ts';
import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import { solve } from '#shared/meetings/scheduler/solve.ts';
import { faultsOf, tallyOf } from '#test/support/schedule-checker.ts';
import { anyProblem, problemWith, request } from '#test/support/schedule-problems.ts';

const solver = await loadLinearSolver();
const options: CureOptions = { seed: 3, effort: { kind: 'work', units: 1 }, now: () => 0, solver };
const planOf = (problem: ScheduleProblem, seed: number) => solve(problem, { seed, effort: { kind: 'work', units: 2000 }, now: () => 0, solver: null }).meetings;

describe('cures', () => {
  test('each cure, taken, does exactly what it said and breaks no rule once what it asks is granted', () => {
    const kinds = new Map<string, number>();
    fc.assert(fc.property(anyProblem(['weight'], 7), fc.integer(), (problem, seed) => {
      const plan = planOf(problem, seed);
      const [waiting] = problem.requests.filter(({ id }) => !plan.some((meeting) => meeting.request === id));
      if (!waiting) return;
      for (const cure of curesFor(problem, plan, waiting.id, options).cures) {
        kinds.set(cure.asks.kind, (kinds.get(cure.asks.kind) ?? 0) + 1);
        expect(Cure.parse(cure)).toEqual(cure);
        const eased = conceded(problem, waiting.id, cure.asks);
        const meetings = planCured(plan, cure);
        expect(faultsOf(eased, { meetings })).toEqual([]);
        expect({ before: cure.weightBefore, after: cure.weightAfter }).toEqual({ before: tallyOf(problem, { meetings: plan }).weight, after: tallyOf(eased, { meetings }).weight });
        const ids = (list: readonly { readonly request: string }[]) => list.map((meeting) => meeting.request).sort();
        const same = plan.filter((old) => meetings.some((now) => JSON.stringify(now) === JSON.stringify(old)));
        expect(cure.placed).toContain(waiting.id);
        expect([...cure.placed].sort()).toEqual(ids(meetings.filter((now) => !plan.some((old) => old.request === now.request))));
        expect([...cure.dropped].sort()).toEqual(ids(plan.filter((old) => !meetings.some((now) => now.request === old.request))));
        expect([...cure.moved].sort()).toEqual(ids(plan.filter((old) => !same.includes(old) && !cure.dropped.includes(old.request))));
        const changed = [...cure.placed, ...cure.moved, ...cure.dropped];
        expect([...cure.touched].sort()).toEqual([...new Set(problem.requests.filter(({ id }) => changed.includes(id)).flatMap(({ people }) => people))].sort());
        if (!waiting.must) expect(cure.dropped.filter((id) => problem.requests.some((one) => one.id === id && one.must))).toEqual([]);
        for (const pin of problem.pins) if (plan.some((old) => old.request === pin.request)) expect(meetings.find((now) => now.request === pin.request)?.slot).toBe(pin.slot);
      }
    }), { numRuns: 300, seed: 6 });
    console.log(`cures tried: ${[...kinds].map(([kind, count]) => `${kind} ${count}`).join(', ')}`);
    expect([...kinds.keys()].sort()).toEqual(['higher-limit', 'nothing', 'other-room', 'other-start', 'person-freed', 'shorter']);
  });

  test('another is moved rather than given up where nothing is lost by it', () => {
    const requests = [request('want', ['ana', 'ben'], { allowedSlots: [0] }), request('a', ['ana', 'cy'], { weight: 3 }), request('b', ['ben', 'dee'], { weight: 3 })];
    const plan = [{ request: 'a', slot: 0, room: 'hall' }, { request: 'b', slot: 1, room: 'hall' }];
    const first = curesFor(problemWith({ requests }), plan, 'want', options).cures.find(({ asks }) => asks.kind === 'nothing');
    expect({ asks: first?.asks.kind, moved: first?.moved, dropped: first?.dropped, weightAfter: first?.weightAfter }).toEqual({ asks: 'nothing', moved: ['a'], dropped: [], weightAfter: 7 });
  });

  test('confidential talk is never cured by an open room', () => {
    const requests = [request('secret', ['ana', 'ben'], { confidential: true })];
    expect(curesFor(problemWith({ requests }), [], 'secret', options).cures).toEqual([]);
  });

  test('a pinned meeting in the way is not given up', () => {
    const requests = [request('want', ['ana', 'ben'], { allowedSlots: [0], weight: 5 }), request('pinned', ['ana', 'cy'])];
    const problem = problemWith({ requests, pins: [{ request: 'pinned', slot: 0 }] });
    const { cures } = curesFor(problem, [{ request: 'pinned', slot: 0, room: 'hall' }], 'want', options);
    expect(cures.map(({ asks, dropped, moved }) => ({ asks, dropped, moved }))).toEqual([{ asks: { kind: 'other-start', slot: expect.any(Number) as number }, dropped: [], moved: [] }]);
  });

  test('tells when the effort was over before everything had been tried', () => {
    const requests = [request('want', ['ana', 'ben'], { allowedSlots: [0] }), request('other', ['ana', 'cy'])];
    const plan = [{ request: 'other', slot: 0, room: 'hall' }];
    let clock = 0;
    const hurried = curesFor(problemWith({ requests }), plan, 'want', { ...options, effort: { kind: 'clock', seconds: 1 }, now: () => (clock += 2000) });
    expect(hurried.isComplete).toBe(false);
    expect(curesFor(problemWith({ requests }), plan, 'want', options).isComplete).toBe(true);
  });
});
