import { describe, expect, test } from 'vitest';
import { apply, inverse } from '#shared/kernel/change.ts';
import { mintFrom, type PartnerId, type RequestId, type RoomId, type RunId } from '#shared/kernel/ids.ts';
import { seeded } from '#shared/kernel/random.ts';
import { valueOf } from '#shared/kernel/result.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { levelsOf } from '#shared/meetings/levels.ts';
import { buildProblem } from '#shared/meetings/problem.ts';
import { type Run, runCounts, runName, spotsOf } from '#shared/meetings/run.ts';
import { type RunFacts, rollBack, rollBackOf, takeAsRun } from '#shared/meetings/run-commands.ts';
import { onlyPlaced, peopleTouched, planDifference } from '#shared/meetings/take.ts';
import { whereabouts } from '#shared/meetings/whereabouts.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { id, aSummit, on } from '#test/support/meeting-builders.ts';
import { randomPlan } from '#test/support/random-plan.ts';
import { randomSummit } from '#test/support/random-summit.ts';

const allowed = () => true;
const mint = mintFrom(() => 7);
const early = '2027-03-01T08:00:00.000Z' as Instant;
const late = '2027-03-02T08:00:00.000Z' as Instant;
const none = { mustPlaced: 0, weight: 0, shortfall: 0, breaks: 0, missed: 0 };
const facts: RunFacts = { mode: 'everything', isPartial: false, seed: 1, seconds: 15, isCutShort: false, requests: 3, musts: 1, bound: 9, proven: true, before: none, after: none };
const [acme, bolt, cedar] = ['request-1', 'request-2', 'request-3'].map((text) => id<RequestId>(text)) as [RequestId, RequestId, RequestId];

/** Acme at 13:30, Bolt at 14:15, Cedar waits; all with the same host. */
const before = aSummit({
  partners: [{ name: 'Acme' }, { name: 'Bolt' }, { name: 'Cedar' }],
  contacts: [{ givenName: 'Lea', role: 'Delegate' }, { givenName: 'Bo', role: 'Delegate', partner: id<PartnerId>('partner-2') }, { givenName: 'Cy', role: 'Delegate', partner: id<PartnerId>('partner-3') }],
  requests: [{}, { partner: id<PartnerId>('partner-2') }, { partner: id<PartnerId>('partner-3') }],
  placements: [{}, { startsAt: on('14:15') }],
});
const placedAt = ({ placements }: Snapshot) => Object.fromEntries([...placements.values()].map(({ request, startsAt, room }) => [request, `${startsAt.slice(11)} ${room}`]).sort());
const placementOf = ({ placements }: Snapshot, request: RequestId) => [...placements.values()].find((placement) => placement.request === request);

/** A plan that moves Acme to Bolt's start, drops Bolt and places Cedar first. */
function taken(snapshot: Snapshot = before): { after: Snapshot; run: Run } {
  const [one, other] = [placementOf(snapshot, acme), placementOf(snapshot, bolt)];
  if (!one || !other) throw new Error('not placed');
  const difference = { placed: [{ request: cedar, to: { room: id<RoomId>('room-1'), startsAt: on('13:30') } }], moved: [{ placement: one, to: { room: id<RoomId>('room-1'), startsAt: on('14:15') } }], dropped: [other], kept: [] };
  const after = apply(snapshot, valueOf(takeAsRun(snapshot, difference, facts, allowed, mint, early)).edits);
  const [run] = [...after.runs.values()];
  if (!run) throw new Error('no run');
  return { after, run };
}

describe('a plan that is taken', () => {
  test('becomes a run with what it changed, in the same step', () => {
    const { after, run } = taken();
    expect(placedAt(after)).toEqual({ 'request-1': '14:15 room-1', 'request-3': '13:30 room-1' });
    expect([runCounts(run), run.peopleTouched, runName(after, run), run.rolledBackAt]).toEqual([{ placed: 1, moved: 1, dropped: 1, kept: 0 }, 4, 'Run 1', null]);
    expect([...spotsOf(run, 'before').keys()]).toEqual([acme, bolt]);
  });

  test('touches each person once, those with a move or a loss first', () => {
    const { run } = taken();
    const moves = { placed: [{ request: cedar, to: { room: id<RoomId>('room-1'), startsAt: on('13:30') } }], moved: [], dropped: [placementOf(before, bolt) as never] };
    expect(peopleTouched(whereabouts(before, allowed), moves).map(({ person, placed, dropped }) => [person.name, placed, dropped])).toEqual([['Ana', 1, 1], ['Bo', 0, 1], ['Cy', 1, 0]]);
    expect(run.changed.length).toBe(3);
  });

  test('can be taken for its newly placed meetings alone, as far as they fit beside what stays', () => {
    const spot = (startsAt: string, room: string) => ({ room: id<RoomId>(room), startsAt: on(startsAt) });
    const one = placementOf(before, acme);
    if (!one) throw new Error('not placed');
    const clashing = { placed: [{ request: cedar, to: spot('13:30', 'room-1') }], moved: [{ placement: one, to: spot('15:00', 'room-1') }], dropped: [], kept: [] };
    const fitting = { ...clashing, placed: [{ request: cedar, to: spot('15:00', 'room-2') }] };
    expect([onlyPlaced(before, clashing, allowed).placed.length, onlyPlaced(before, fitting, allowed)]).toEqual([0, { ...fitting, moved: [], kept: [one] }]);
  });
});

describe('a run that is rolled back', () => {
  test('puts every meeting back and stays in the list, marked', () => {
    const { after, run } = taken();
    const back = apply(after, valueOf(rollBack(after, run.id, allowed, mint, late)).edits);
    expect(placedAt(back)).toEqual(placedAt(before));
    expect(back.runs.get(run.id)?.rolledBackAt).toBe(late);
    expect(rollBack(back, run.id, allowed, mint, late)).toMatchObject({ ok: false, problem: { code: 'run-is-rolled-back' } });
  });

  test('is undone in one step', () => {
    const { after, run } = taken();
    const change = valueOf(rollBack(after, run.id, allowed, mint, late));
    expect(apply(apply(after, change.edits), inverse(change).edits)).toEqual(after);
  });

  test('says what cannot be put back: a request that is gone, a meeting pinned since, a start that clashes by now', () => {
    const { after, run } = taken();
    const gone: Snapshot = { ...after, requests: new Map([...after.requests].filter(([request]) => request !== bolt)) };
    expect(rollBackOf(gone, run, allowed).lost).toEqual([{ request: bolt, why: 'request-gone' }]);
    const moved = placementOf(after, acme);
    if (!moved) throw new Error('not placed');
    const pinned: Snapshot = { ...after, placements: new Map([...after.placements, [moved.id, { ...moved, pinned: true }]]) };
    expect(rollBackOf(pinned, run, allowed).lost.map(({ request, why }) => [request, why])).toEqual([[acme, 'meeting-pinned'], [bolt, 'clashes']]);
    const away: Snapshot = { ...after, executives: new Map([...after.executives].map(([key, row]) => [key, { ...row, unavailable: [{ startsAt: on('13:00'), endsAt: on('13:45') }] }])) };
    const { difference, lost } = rollBackOf(away, run, allowed);
    expect([lost.map(({ request, why }) => [request, why]), difference.placed.map(({ request }) => request)]).toEqual([[[acme, 'clashes']], [bolt]]);
    // Acme's present start is in the way of Bolt, which comes back to it.
    expect(difference.dropped.map(({ request }) => request).sort()).toEqual([acme, cedar]);
  });

  test('takes later runs along, since what they did is gone too', () => {
    const first = taken();
    const second: Run = { ...first.run, id: id<RunId>('later'), takenAt: late };
    const both: Snapshot = { ...first.after, runs: new Map([...first.after.runs, [second.id, second]]) };
    const back = apply(both, valueOf(rollBack(both, first.run.id, allowed, mint, late)).edits);
    expect([...back.runs.values()].map(({ rolledBackAt }) => rolledBackAt)).toEqual([late, late]);
  });

  test('stands as before for plans of any kind, when nothing else has changed', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const snapshot = randomSummit(seed);
      const sound: Snapshot = { ...snapshot, placements: new Map() };
      const built = buildProblem(sound, allowed);
      const start = apply(sound, planDifference(sound, built, { meetings: randomPlan(built, seeded(seed)) }).placed.map(({ request, to }, index) => ({ table: 'placements', id: `p-${index}`, before: null, after: { id: `p-${index}`, request, ...to, pinned: false } })) as never);
      const again = buildProblem(start, allowed);
      const plan = randomPlan(again, seeded(seed + 1000));
      const run = takeAsRun(start, planDifference(start, again, { meetings: plan }), { ...facts, before: levelsOf(again, again.current), after: levelsOf(again, plan) }, allowed, mint, early);
      if (!run.ok) continue;
      const after = apply(start, run.value.edits);
      const [row] = [...after.runs.values()];
      const back = apply(after, valueOf(rollBack(after, (row as Run).id, allowed, mint, late)).edits);
      expect(placedAt(back)).toEqual(placedAt(start));
    }
  });
});
