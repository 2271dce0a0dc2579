import { describe, expect, test } from 'vitest';
import { loadLinearSolver } from '#electron/headless/highs.ts';
import { apply } from '#shared/kernel/change.ts';
import { mintFrom, type ExecutiveId, type PartnerId, type RequestId, type RoomId } from '#shared/kernel/ids.ts';
import { seeded } from '#shared/kernel/random.ts';
import { valueOf } from '#shared/kernel/result.ts';
import { applyCure } from '#shared/meetings/apply-cure.ts';
import { cureText } from '#shared/meetings/cure-words.ts';
import type { MeetingCure } from '#shared/meetings/cure.ts';
import { cureDesk } from '#shared/meetings/cures.ts';
import { mayHearBy } from '#shared/meetings/may-hear.ts';
import { seekingDrop, seekingElsewhere } from '#shared/meetings/drop-cures.ts';
import { buildProblem } from '#shared/meetings/problem.ts';
import { weightOf } from '#shared/meetings/request.ts';
import { type CureOptions, toTheEnd } from '#shared/meetings/scheduler/why/seeking.ts';
import { gridStarts } from '#shared/meetings/spots.ts';
import { solve } from '#shared/meetings/scheduler/solve.ts';
import { takePlan } from '#shared/meetings/take.ts';
import { whereabouts } from '#shared/meetings/whereabouts.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { aSummit, id, on } from '#test/support/meeting-builders.ts';
import { scheduleFaults } from '#test/support/placement-checker.ts';
import { randomSummit } from '#test/support/random-summit.ts';

const solver = await loadLinearSolver();
const options: CureOptions = { seed: 3, effort: { kind: 'work', units: 1 }, now: () => 0, solver };
const random = seeded(1);
const mint = mintFrom(() => random.below(256));

const mostSummits = 80;

/** A cure, applied, does what it said and leaves a schedule that can be held; what waits for a signature is refused. */
function expectExactly(summit: Snapshot, cure: MeetingCure): void {
  expect(cureText(summit, cure)).not.toContain('undefined');
  const outcome = applyCure(summit, mayHearBy(summit), cure, mint);
  if (cure.asks.kind === 'nda-signed') return expect(outcome).toEqual({ ok: false, problem: { code: 'cure-needs-a-signature' } });
  const after = apply(summit, valueOf(outcome).edits);
  expect(scheduleFaults(after)).toEqual([]);
  const ids = (list: readonly { readonly request: RequestId }[]) => list.map(({ request }) => request).sort();
  expect(effectOf(summit, after)).toEqual({ placed: ids(cure.placed), moved: ids(cure.moved), dropped: ids(cure.dropped) });
  for (const { request, to } of [...cure.placed, ...cure.moved]) expect(spotsIn(after).get(request)).toBe(`${to.room} ${to.startsAt}`);
  expect(weightIn(after) - weightIn(summit)).toBe(cure.weightAfter - cure.weightBefore);
}

/** Scheduled afresh, every fifth meeting pinned. */
function scheduled(seed: number): Snapshot {
  const bare: Snapshot = { ...randomSummit(seed), placements: new Map() };
  const mayHear = mayHearBy(bare);
  const built = buildProblem(bare, mayHear);
  const taken = takePlan(bare, built, solve(built.problem, { seed, effort: { kind: 'work', units: 500 }, now: () => 0, solver: null }), mayHear, mint);
  const after = taken.ok ? apply(bare, taken.value.edits) : bare;
  return { ...after, placements: new Map([...after.placements].map(([key, row], index) => [key, { ...row, pinned: index % 5 === 0 }])) };
}

describe('cures of a request that waits', () => {
  test('each, applied to any small summit, does exactly what it said in one step and leaves a schedule that can be held', () => {
    const kinds = new Map<string, number>();
    for (let seed = 1; seed <= mostSummits; seed++) {
      const summit = scheduled(seed);
      const mayHear = mayHearBy(summit);
      expect(scheduleFaults(summit)).toEqual([]);
      const waiting = [...summit.requests.values()].filter((request) => whereabouts(summit, mayHear).stateOf(request) === 'open');
      for (const request of waiting.slice(0, 2)) {
        for (const cure of toTheEnd(cureDesk(summit, mayHear).seeking(request.id, { ...options, solver: seed % 3 === 0 ? solver : null })).cures) {
          kinds.set(cure.asks.kind, (kinds.get(cure.asks.kind) ?? 0) + 1);
          expect(cure.placed.map((one) => one.request)).toEqual([request.id]);
          expectExactly(summit, cure);
        }
      }
    }
    console.log(`cures applied: ${[...kinds].map(([kind, count]) => `${kind} ${count}`).join(', ')}`);
    expect(['nothing', 'other-room', 'other-time', 'higher-limit', 'other-host', 'nda-signed'].filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  test('each cure of a drop puts the meeting just where it was dropped, by exactly what it said', () => {
    const kinds = new Map<string, number>();
    for (let seed = 1; seed <= mostSummits; seed++) {
      const summit = scheduled(seed);
      const mayHear = mayHearBy(summit);
      const where = whereabouts(summit, mayHear);
      const starts = gridStarts(where);
      const movable = [...summit.requests.values()].filter((request) => ['open', 'placed'].includes(where.stateOf(request)) && where.meetingOf(request.id)?.placement.pinned !== true);
      if (starts.length === 0 || movable.length === 0) continue;
      for (let turn = 0; turn < 3; turn++) {
        const request = random.pick(movable);
        const others = where.meetings.filter((meeting) => meeting.request.id !== request.id);
        const onto = others.length > 0 && random.next() < 0.7 ? random.pick(others).placement : { startsAt: random.pick(starts), room: random.pick([...summit.rooms.keys()]) };
        const { startsAt, room } = random.next() < 0.8 ? onto : { ...onto, room: null };
        for (const cure of toTheEnd(seekingDrop(summit, mayHear, request.id, { startsAt, room }, { ...options, solver: seed % 3 === 0 ? solver : null })).cures) {
          const kind = `${where.meetingOf(request.id) ? 'move' : 'place'} ${cure.asks.kind}`;
          kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
          const own = [...cure.placed, ...cure.moved].find((one) => one.request === request.id);
          expect(own?.to).toEqual({ startsAt, room: room ?? own?.to.room });
          expectExactly(summit, cure);
        }
      }
    }
    console.log(`cures of drops applied: ${[...kinds].map(([kind, count]) => `${kind} ${count}`).join(', ')}`);
    expect(['move nothing', 'place other-host'].filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  const full = (rows: Parameters<typeof aSummit>[0] = {}) => aSummit({ sessions: [{ title: 'Block', kind: 'Meeting block', startsAt: on('13:30'), endsAt: on('14:00') }], ...rows });
  const curesOf = (summit: Snapshot, request: string) => toTheEnd(cureDesk(summit, mayHearBy(summit)).seeking(id<RequestId>(request), options)).cures;
  const said = (summit: Snapshot, cures: readonly MeetingCure[]) => cures.map((cure) => cureText(summit, cure));

  test('another host costs nothing where the host has no time left; else a meeting is given up', () => {
    const summit = full({ requests: [{ priority: 'could' }, { partner: id<PartnerId>('partner-2') }], placements: [{}] });
    expect(said(summit, curesOf(summit, 'request-2'))).toEqual([
      'Let Ben be the host: then 2027-03-23, 13:30 in Suite 2, 2 people touched',
      'Give up Acme with Ana (could): then 2027-03-23, 13:30 in Suite 1, 3 people touched',
    ]);
  });

  test('somebody who is away is asked for exactly the time of the meeting, and gives no more', () => {
    const summit = full({ executives: [{ name: 'Ana', unavailable: [{ startsAt: on('13:00'), endsAt: on('18:00') }] }], requests: [{}] });
    const [cure] = curesOf(summit, 'request-1');
    expect(cure && cureText(summit, cure)).toBe('Free Ana 2027-03-23, 13:30–14:00: then 2027-03-23, 13:30 in Suite 1, 2 people touched');
    const after = apply(summit, valueOf(applyCure(summit, mayHearBy(summit), cure as MeetingCure, mint)).edits);
    expect(after.executives.get(id<ExecutiveId>('exec-1'))?.unavailable).toEqual([{ startsAt: on('13:00'), endsAt: on('13:30') }, { startsAt: on('14:00'), endsAt: on('18:00') }]);
  });

  test('confidential talk is offered no open room, and a missing NDA is said with its people and day, not clicked away', () => {
    const summit = full({ rooms: [{ name: 'Open', confidential: false }, { name: 'Closed' }], executives: [{ name: 'Ana' }], contacts: [{ givenName: 'Lea', familyName: 'Ek', role: 'Delegate' }], requests: [{ confidential: true }] });
    const cures = curesOf(summit, 'request-1');
    expect(said(summit, cures)).toEqual(['Have the NDA of Lea Ek signed and in force on 2027-03-23: then 2027-03-23, 13:30 in Closed, 2 people touched']);
    expect(applyCure(summit, mayHearBy(summit), cures[0] as MeetingCure, mint)).toEqual({ ok: false, problem: { code: 'cure-needs-a-signature' } });
  });

  test('a meeting that clashes is moved to where nothing speaks against it, or what speaks is lifted where it is', () => {
    const summit = aSummit({ executives: [{ name: 'Ana', unavailable: [{ startsAt: on('13:00'), endsAt: on('14:30') }] }], requests: [{}], placements: [{}] });
    const { cures } = toTheEnd(seekingElsewhere(summit, mayHearBy(summit), id<RequestId>('request-1'), options));
    expect(said(summit, cures)).toEqual(['Move it: then 2027-03-23, 14:30 in Suite 1, 2 people touched']);
    expectExactly(summit, cures[0] as MeetingCure);
    const whole = full({ executives: [{ name: 'Ana', unavailable: [{ startsAt: on('13:00'), endsAt: on('14:30') }] }], requests: [{}], placements: [{}] });
    const [stays] = toTheEnd(seekingElsewhere(whole, mayHearBy(whole), id<RequestId>('request-1'), options)).cures;
    expect(stays && cureText(whole, stays)).toBe('Free Ana 2027-03-23, 13:30–14:00: it stays where it is, 2 people touched');
    expectExactly(whole, stays as MeetingCure);
  });

  test('a cure is refused once the summit has changed under it', () => {
    const summit = full({ requests: [{ priority: 'could' }, { partner: id<PartnerId>('partner-2') }], placements: [{}] });
    const [, giveUp] = curesOf(summit, 'request-2');
    const pinned: Snapshot = { ...summit, placements: new Map([...summit.placements].map(([key, row]) => [key, { ...row, pinned: true }])) };
    expect(applyCure(pinned, mayHearBy(pinned), giveUp as MeetingCure, mint)).toEqual({ ok: false, problem: { code: 'cure-is-out-of-date', clashes: [] } });
    const roomless: Snapshot = { ...summit, rooms: new Map([...summit.rooms].filter(([key]) => key !== id<RoomId>('room-1'))) };
    const refused = applyCure(roomless, mayHearBy(roomless), giveUp as MeetingCure, mint);
    expect(!refused.ok && refused.problem.code).toBe('cure-is-out-of-date');
  });
});

function effectOf(before: Snapshot, after: Snapshot) {
  const [was, is] = [spotsIn(before), spotsIn(after)];
  return {
    placed: [...is.keys()].filter((request) => !was.has(request)).sort(),
    moved: [...is].filter(([request, spot]) => was.has(request) && was.get(request) !== spot).map(([request]) => request).sort(),
    dropped: [...was.keys()].filter((request) => !is.has(request)).sort(),
  };
}

function spotsIn({ placements }: Snapshot): Map<RequestId, string> {
  return new Map([...placements.values()].map(({ request, room, startsAt }) => [request, `${room} ${startsAt}`]));
}

function weightIn({ placements, requests }: Snapshot): number {
  return [...placements.values()].reduce((total, { request }) => { const row = requests.get(request); return total + (row ? weightOf(row) : 0); }, 0);
}
