import { describe, expect, test } from 'vitest';
import { loadLinearSolver } from '#electron/headless/highs.ts';
import { apply } from '#shared/kernel/change.ts';
import { mintFrom, type ExecutiveId, type PartnerId, type RequestId } from '#shared/kernel/ids.ts';
import { seeded } from '#shared/kernel/random.ts';
import { hardClashesAt } from '#shared/meetings/clashes.ts';
import { mayHearBy } from '#shared/meetings/may-hear.ts';
import { buildProblem } from '#shared/meetings/problem.ts';
import { brokenMeetings, repairProblem } from '#shared/meetings/repair.ts';
import { repair } from '#shared/meetings/scheduler/repair/repair.ts';
import { solve, type SolveOptions } from '#shared/meetings/scheduler/solve.ts';
import { peopleTouched, planDifference, takePlan } from '#shared/meetings/take.ts';
import { whereabouts } from '#shared/meetings/whereabouts.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { anaLate, eightMeetings, everyStart, peopleOf } from '#test/support/late-flight.ts';
import { disturbanceOf, leastDisturbance } from '#test/support/least-disturbance.ts';
import { aSummit, id, on } from '#test/support/meeting-builders.ts';
import { scheduleFaults } from '#test/support/placement-checker.ts';
import { randomSummit } from '#test/support/random-summit.ts';

const options: SolveOptions = { seed: 3, effort: { kind: 'work', units: 5000 }, now: () => 0, solver: await loadLinearSolver() };
const random = seeded(1);
const mint = mintFrom(() => random.below(256));

function repaired(summit: Snapshot) {
  const mayHear = mayHearBy(summit);
  const built = repairProblem(summit, mayHear);
  const plan = repair(built.problem, built.current, options);
  const taken = takePlan(summit, built, plan, mayHear, mint);
  return { built, plan, difference: planDifference(summit, built, plan), after: taken.ok ? apply(summit, taken.value.edits) : summit };
}

describe('repairing a schedule', () => {
  test('after somebody is away for longer, any small summit has a schedule that can be held, pinned meetings stay, and what moves is said by name', () => {
    let broken = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const bare: Snapshot = { ...randomSummit(seed), placements: new Map() };
      const built = buildProblem(bare, mayHearBy(bare));
      const taken = takePlan(bare, built, solve(built.problem, { ...options, solver: null, effort: { kind: 'work', units: 500 } }), mayHearBy(bare), mint);
      if (!taken.ok) continue;
      const before = apply(bare, taken.value.edits);
      const [hurt] = [...before.placements.values()];
      const host = before.executives.get(before.requests.get(hurt?.request as RequestId)?.host as ExecutiveId);
      if (!hurt || !host) continue;
      const late: Snapshot = { ...before, executives: new Map([...before.executives, [host.id, { ...host, unavailable: [...host.unavailable, { startsAt: hurt.startsAt.replace(/T.*/, 'T00:00') as typeof hurt.startsAt, endsAt: hurt.startsAt.replace(/T.*/, 'T23:00') as typeof hurt.startsAt }] }]]) };
      const where = whereabouts(late, mayHearBy(late));
      const must = new Set(brokenMeetings(where).map((one) => one.id));
      broken += must.size;
      const { after, difference } = repaired(late);
      expect(scheduleFaults(after)).toEqual([]);
      const same = [...late.placements.values()].filter((one) => { const now = after.placements.get(one.id); return now?.room === one.room && now.startsAt === one.startsAt; });
      expect(difference.kept.map((one) => one.id).sort()).toEqual(same.map((one) => one.id).sort());
      const changed = [...difference.placed.map(({ request }) => request), ...difference.moved.map(({ placement }) => placement.request), ...difference.dropped.map(({ request }) => request)];
      const names = new Set(changed.flatMap((request) => { const row = late.requests.get(request); return row ? where.peopleOf(row).map(({ name }) => name) : []; }));
      expect([...new Set(peopleTouched(where, difference).map(({ person }) => person.name))].sort()).toEqual([...names].sort());
    }
    expect(broken).toBeGreaterThan(20);
  });

  test('a sound schedule stays as it is, even off the grid and away from the home room', () => {
    const summit = aSummit({
      executives: [{ name: 'Ana', homeRoom: id('room-1') }, { name: 'Ben' }], requests: [{}, { host: id<ExecutiveId>('exec-2'), partner: id<PartnerId>('partner-2') }],
      placements: [{ room: id('room-2'), startsAt: on('13:30') }, { room: id('room-1'), startsAt: on('13:37') }],
    });
    const { difference, after } = repaired(summit);
    expect({ moved: difference.moved, dropped: difference.dropped, after: [...after.placements.values()] }).toEqual({ moved: [], dropped: [], after: [...summit.placements.values()] });
  });

  test('after a late flight among eight meetings no plan moves fewer of them or touches fewer people, by trying every plan', () => {
    const late = anaLate(eightMeetings());
    const where = whereabouts(late, mayHearBy(late));
    const { difference, after } = repaired(late);
    const { weightLost, otherTimes, moved, touched } = disturbanceOf(late, after.placements.values(), peopleOf);
    expect(peopleTouched(where, difference).map(({ person }) => person.name).sort()).toEqual(touched);
    expect({ faults: scheduleFaults(after), touched, least: { weightLost, otherTimes, moved, touched: touched.length } }).toEqual({ faults: [], touched: ['Ana', 'Ben', 'Lea Acme'], least: leastDisturbance(late, everyStart, peopleOf) });
  });

  test('after a late flight only the meeting that the host misses moves', () => {
    const summit = aSummit({
      executives: [{ name: 'Ana', unavailable: [{ startsAt: on('13:00'), endsAt: on('14:00') }] }, { name: 'Ben' }],
      requests: [{}, { host: id<ExecutiveId>('exec-2'), partner: id<PartnerId>('partner-2') }], placements: [{}, { room: id('room-2') }],
    });
    const { difference, after } = repaired(summit);
    const where = whereabouts(after, mayHearBy(after));
    expect({ moved: difference.moved.map(({ placement }) => placement.request), dropped: difference.dropped, touched: peopleTouched(where, difference).map(({ person }) => person.name) })
      .toEqual({ moved: ['request-1'], dropped: [], touched: ['Ana', 'To be named (Acme)'] });
    expect(where.meetings.flatMap(({ request, placement }) => hardClashesAt(where, request, placement))).toEqual([]);
  });
});
