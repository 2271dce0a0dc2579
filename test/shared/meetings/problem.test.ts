import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '#shared/kernel/change.ts';
import { mintFrom } from '#shared/kernel/ids.ts';
import { seeded } from '#shared/kernel/random.ts';
import { hardClashesAt } from '#shared/meetings/clashes.ts';
import { buildProblem } from '#shared/meetings/problem.ts';
import { schedulableRequests } from '#shared/meetings/schedulable.ts';
import { takePlan } from '#shared/meetings/take.ts';
import { whereabouts } from '#shared/meetings/whereabouts.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { randomPlan } from '../../support/random-plan.ts';
import { randomSummit } from '../../support/random-summit.ts';
import { faultsOf } from '#test/support/schedule-checker.ts';
import { scheduleFaults } from '#test/support/placement-checker.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const somePeople = (seed: number) => ({ partner }: { partner: string }, day: string) => (seed + partner.length + Number(partner.slice(-1)) + Number(day.slice(-1))) % 3 !== 0;
const mint = (seed: number) => { const random = seeded(seed); return mintFrom(() => random.below(256)); };

/** Without what the planner pinned against the rules, which scheduling leaves as it is. */
function withoutFixed(snapshot: Snapshot, fixed: readonly string[]): Snapshot {
  return { ...snapshot, placements: new Map([...snapshot.placements].filter(([id]) => !fixed.includes(id))) };
}

describe('the scheduling problem of a summit', () => {
  test('offers only starts at which nobody is away, in a session or without NDA', () => {
    fc.assert(fc.property(seeds, (seed) => {
      const snapshot = randomSummit(seed);
      const { problem, slots } = buildProblem(snapshot, somePeople(seed));
      const where = whereabouts({ ...snapshot, placements: new Map() }, somePeople(seed));
      for (const { id, allowedSlots = [], allowedRooms = [] } of problem.requests) {
        const request = [...snapshot.requests.values()].find((one) => one.id === id);
        expect(allowedSlots.length).toBeGreaterThan(0);
        for (const slot of allowedSlots) {
          const startsAt = slots[slot]?.startsAt;
          if (!request || startsAt === undefined) throw new Error('slot off the grid');
          for (const room of snapshot.rooms.keys()) {
            const open = allowedRooms.includes(room) && !Array.from({ length: problem.requests.find((one) => one.id === id)?.length ?? 0 }, (_, step) => slot + step)
              .some((taken) => problem.rooms.find((one) => one.id === room)?.unavailable.includes(taken));
            if (open) expect(hardClashesAt(where, request, { room, startsAt }).filter(({ code }) => code !== 'day-limit-reached')).toEqual([]);
          }
        }
      }
    }), { numRuns: 100 });
  });

  test('has slots in order of time that never overlap, and says every person and room by id', () => {
    fc.assert(fc.property(seeds, (seed) => {
      const { problem } = buildProblem(randomSummit(seed), () => true);
      problem.slots.forEach((slot, index) => {
        const earlier = problem.slots[index - 1];
        if (earlier) expect(slot.day > earlier.day || (slot.day === earlier.day && slot.start >= earlier.start + earlier.minutes)).toBe(true);
      });
      const people = new Set(problem.people.map(({ id }) => id));
      expect(people.size).toBe(problem.people.length);
      for (const request of problem.requests) expect(request.people.filter((id) => !people.has(id))).toEqual([]);
    }), { numRuns: 100 });
  });

  test('asks for compact days of executives, and of nobody else', () => {
    fc.assert(fc.property(seeds, (seed) => {
      const { problem, people } = buildProblem(randomSummit(seed), () => true);
      expect(problem.people.filter(({ compact }) => compact).map(({ id }) => id)).toEqual(problem.people.flatMap(({ id }) => (people.get(id)?.kind === 'executive' ? [id] : [])));
    }), { numRuns: 100 });
  });

  test('leaves no request out without saying so', () => {
    fc.assert(fc.property(seeds, (seed) => {
      const snapshot = randomSummit(seed);
      const { problem, impossible, fixed } = buildProblem(snapshot, () => true);
      const outside = fixed.map((id) => [...snapshot.placements.values()].find((one) => one.id === id)?.request);
      const told = new Set<string | undefined>([...problem.requests.map(({ id }) => id), ...impossible.map(({ request }) => request), ...outside]);
      expect(schedulableRequests(snapshot).filter(({ id }) => !told.has(id))).toEqual([]);
    }), { numRuns: 100 });
  });

  test('turns the meetings of a taken plan, once pinned, into pins of the next problem', () => {
    fc.assert(fc.property(seeds, (seed) => {
      const snapshot = { ...randomSummit(seed), placements: new Map() };
      const built = buildProblem(snapshot, () => true);
      const plan = randomPlan(built, seeded(seed));
      const taken = takePlan(snapshot, built, { meetings: plan }, () => true, mint(seed));
      if (!taken.ok) return;
      const pinned = apply(snapshot, taken.value.edits.map((edit) => ({ ...edit, after: edit.after && { ...edit.after, pinned: true } })));
      const again = buildProblem(pinned, () => true);
      expect(again.fixed).toEqual([]);
      expect(new Set(again.problem.pins)).toEqual(new Set(plan));
      expect(new Set(randomPlan(again, seeded(seed)).filter(({ request }) => plan.some((meeting) => meeting.request === request)))).toEqual(new Set(plan));
    }), { numRuns: 100 });
  });

  test('lets every meeting stay where it stands lawfully, though its host has a home room elsewhere', () => {
    fc.assert(fc.property(seeds, (seed) => {
      const withHomes = randomSummit(seed);
      const homeless = { ...withHomes, placements: new Map(), executives: new Map([...withHomes.executives].map(([id, executive]) => [id, { ...executive, homeRoom: null }])) };
      const built = buildProblem(homeless, () => true);
      const plan = randomPlan(built, seeded(seed));
      const taken = takePlan(homeless, built, { meetings: plan }, () => true, mint(seed));
      if (!taken.ok) return;
      const again = buildProblem({ ...apply(homeless, taken.value.edits), executives: withHomes.executives }, () => true);
      expect(new Set(again.current)).toEqual(new Set(plan));
      expect(faultsOf(again.problem, { meetings: again.current })).toEqual([]);
    }), { numRuns: 100 });
  });

  test('has no solution that clashes: an independent judge of the raw rows finds nothing', () => {
    fc.assert(fc.property(seeds, (seed) => {
      const snapshot = randomSummit(seed);
      const nothingConfidential = { ...snapshot, requests: new Map([...snapshot.requests].map(([id, request]) => [id, { ...request, confidential: false }])) };
      const built = buildProblem(nothingConfidential, () => true);
      const taken = takePlan(nothingConfidential, built, { meetings: randomPlan(built, seeded(seed)) }, () => true, mint(seed));
      if (!taken.ok) {
        expect(taken.problem.code).toBe('plan-changes-nothing');
        return;
      }
      const after = apply(nothingConfidential, taken.value.edits);
      const pinnedLegally = withoutFixed(after, built.fixed);
      expect(scheduleFaults(pinnedLegally)).toEqual([]);
    }), { numRuns: 100 });
  });

  test('has no solution that the rules of hand placement refuse, NDAs included', () => {
    fc.assert(fc.property(seeds, (seed) => {
      const snapshot = randomSummit(seed);
      const built = buildProblem(snapshot, somePeople(seed));
      const taken = takePlan(snapshot, built, { meetings: randomPlan(built, seeded(seed + 1)) }, somePeople(seed), mint(seed));
      if (!taken.ok) expect(taken.problem).toEqual({ code: 'plan-changes-nothing' });
    }), { numRuns: 100 });
  });
});
