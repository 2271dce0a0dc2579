import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, type Change, inverse } from '#shared/kernel/change.ts';
import type { ExecutiveId, PartnerId, RequestId, RoomId } from '#shared/kernel/ids.ts';
import { type Result, valueOf } from '#shared/kernel/result.ts';
import { addRequest, editRequest, liftVeto, pin, place, reopen, swap, unplace, veto, withdraw } from '#shared/meetings/commands.ts';
import { weightOf } from '#shared/meetings/request.ts';
import { whereabouts } from '#shared/meetings/whereabouts.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { aSummit, on } from '../../support/meeting-builders.ts';
import { randomSummit } from '../../support/random-summit.ts';

const [one, two] = ['request-1' as RequestId, 'request-2' as RequestId];
const mint = () => 'minted' as never;
const at = (snapshot: Snapshot) => whereabouts(snapshot, () => true);
const codeOf = (result: Result<Change, { readonly code: string }>) => (result.ok ? result.value.label : result.problem.code);
const two1to1s = aSummit({ requests: [{}, { partner: 'partner-2' as PartnerId }], placements: [{}, { room: 'room-2' as RoomId, startsAt: on('14:30') }] });

describe('a request', () => {
  test('is placed where nothing speaks against it, moved, and taken off again', () => {
    const open = { ...two1to1s, placements: new Map([...two1to1s.placements].slice(1)) };
    const placed = apply(open, valueOf(place(at(open), one, { room: 'room-1' as RoomId, startsAt: on('13:30') }, mint)).edits);
    expect([...placed.placements.values()].map(({ request, startsAt }) => [request, startsAt])).toEqual([[one, on('13:30')], [two, on('14:30')]]);
    const moved = valueOf(place(at(placed), one, { room: 'room-2' as RoomId, startsAt: on('13:45') }, mint));
    expect(moved.label).toBe('Move Acme with Ana');
    expect(apply(placed, valueOf(unplace(at(apply(placed, moved.edits)), [one])).edits)).toEqual(open);
  });
  test('is not placed into a clash, unless the planner insists — and never past an NDA', () => {
    const spot = { room: 'room-2' as RoomId, startsAt: on('14:30') };
    expect([codeOf(place(at(two1to1s), one, spot, mint)), codeOf(place(at(two1to1s), one, spot, mint, true))]).toEqual(['spot-clashes', 'Move Acme with Ana']);
    const confidential = aSummit({ requests: [{ confidential: true }] });
    expect(codeOf(place(whereabouts(confidential, () => false), one, spot, mint, true))).toBe('spot-clashes');
  });
  test('that is pinned stays until it is let go', () => {
    const pinned = apply(two1to1s, valueOf(pin(two1to1s, [one], true)).edits);
    expect([place(at(pinned), one, { room: 'room-2' as RoomId, startsAt: on('13:30') }, mint), unplace(at(pinned), [one]), swap(at(pinned), one, two)].map(codeOf)).toEqual(Array(3).fill('meeting-is-pinned'));
    expect(apply(pinned, valueOf(pin(pinned, [one, two], false)).edits)).toEqual(two1to1s);
  });
  test('that is withdrawn leaves the schedule with its reason on record, and may be reopened', () => {
    const gone = apply(two1to1s, valueOf(withdraw(two1to1s, [one], 'partner', 'ill')).edits);
    expect([gone.requests.get(one)?.withdrawn, [...gone.placements.values()].map(({ request }) => request)]).toEqual([{ side: 'partner', reason: 'ill' }, [two]]);
    expect(apply(gone, valueOf(reopen(gone, [one])).edits).requests).toEqual(two1to1s.requests);
  });
  test('for the same host is made once a partner', () => {
    expect(codeOf(addRequest(two1to1s, { partner: 'partner-1' as PartnerId, host: 'exec-1' as ExecutiveId }, mint))).toBe('already-requested');
    expect(codeOf(addRequest(two1to1s, { partner: 'partner-1' as PartnerId, host: 'exec-2' as ExecutiveId }, mint))).toBe('Add request of Acme');
  });
});

describe('a “no thanks”', () => {
  const pair = { partner: 'partner-1' as PartnerId, host: 'exec-1' as ExecutiveId };
  test('is kept on the request of the two, takes their meeting off the schedule, and can be lifted', () => {
    const pinned = apply(two1to1s, valueOf(pin(two1to1s, [one], true)).edits);
    const no = valueOf(veto(pinned, pair, 'vendor', 'in a lawsuit', mint));
    const after = apply(pinned, no.edits);
    expect([no.label, after.requests.get(one)?.veto, [...after.placements.values()].map(({ request }) => request), at(after).stateOf(after.requests.get(one) as never)]).toEqual([
      'No thanks: Acme with Ana', { side: 'vendor', reason: 'in a lawsuit' }, [two], 'vetoed',
    ]);
    expect(codeOf(place(at(after), one, { room: 'room-1' as RoomId, startsAt: on('13:30') }, mint, true))).toBe('spot-clashes');
    expect(apply(after, valueOf(liftVeto(after, one)).edits).requests).toEqual(pinned.requests);
  });
  test('of two who have no request yet is kept too, and refuses a new request of the two with the reason', () => {
    const host = 'exec-2' as ExecutiveId;
    const after = apply(two1to1s, valueOf(veto(two1to1s, { ...pair, host }, 'partner', 'prefers Ana', mint)).edits);
    expect(addRequest(after, { ...pair, host }, (() => 'next') as never)).toEqual({ ok: false, problem: { code: 'pair-is-vetoed', request: 'minted', text: 'Nothing was changed: Acme said “no thanks” to a meeting with Ben: prefers Ana. Lift it first.' } });
    expect(codeOf(editRequest(after, one, { coHosts: [host] }))).toBe('pair-is-vetoed');
    const lifted = apply(after, valueOf(liftVeto(after, 'minted' as RequestId)).edits);
    expect(codeOf(editRequest(lifted, one, { coHosts: [host] }))).toBe('Edit request of Acme');
  });
});

test('a wish that the other side has too becomes one wish of both, with the more important priority', () => {
  const asked = aSummit({ requests: [{ side: 'partner', priority: 'could', topic: 'Growth' }] });
  const both = valueOf(addRequest(asked, { partner: 'partner-1' as PartnerId, host: 'exec-1' as ExecutiveId, side: 'vendor', priority: 'should', topic: 'Renewal' }, mint));
  expect([both.label, apply(asked, both.edits).requests.get(one)]).toEqual(['Both sides ask: Acme with Ana', { ...asked.requests.get(one), side: 'both', priority: 'should' }]);
});

test('a wish of both sides weighs more than a wish of one, short of a must; the planner’s own weight holds over all', () => {
  const weight = (priority: 'must' | 'should' | 'could' | null, side: 'partner' | 'both' | null, own: number | null = null) => weightOf({ priority, side, weight: own });
  expect([weight('must', 'both'), weight('must', null), weight('should', 'both'), weight(null, null), weight('could', 'both'), weight('could', 'partner'), weight('could', 'both', 5)]).toEqual([5, 5, 4, 3, 2, 1, 5]);
});

describe('a swap', () => {
  test('of two meetings in one room is no clash of the two; of a long and a short one of the same host it is, where they would overlap', () => {
    const room = 'room-1' as RoomId;
    const inOneRoom = aSummit({ requests: [{}, { partner: 'partner-2' as PartnerId }], placements: [{ room }, { room, startsAt: on('14:30') }] });
    expect([...apply(inOneRoom, valueOf(swap(at(inOneRoom), one, two)).edits).placements.values()].map(({ startsAt }) => startsAt)).toEqual([on('14:30'), on('13:30')]);
    const unlike = aSummit({ requests: [{}, { partner: 'partner-2' as PartnerId, durationMinutes: 60 }], placements: [{ room }, { room: 'room-2' as RoomId, startsAt: on('14:15') }] });
    expect(codeOf(swap(at(unlike), one, two))).toBe('spot-clashes');
  });

  test('exchanges rooms and times', () => {
    const after = apply(two1to1s, valueOf(swap(at(two1to1s), one, two)).edits);
    expect([...after.placements.values()].map(({ request, room, startsAt }) => [request, room, startsAt])).toEqual([[one, 'room-2', on('14:30')], [two, 'room-1', on('13:30')]]);
  });
  test('made twice leaves everything as it was, as does taking it back', () => {
    fc.assert(fc.property(fc.integer({ min: 0 }), (seed) => {
      const snapshot = randomSummit(seed);
      const [a, b] = [...snapshot.placements.values()].filter(({ pinned }) => !pinned);
      if (!a || !b) return;
      const swapped = swap(at(snapshot), a.request, b.request, true);
      if (!swapped.ok) { expect(swapped.problem.code).toBe('spot-clashes'); return; }
      const after = apply(snapshot, swapped.value.edits);
      expect(apply(after, inverse(swapped.value).edits)).toEqual(snapshot);
      expect(apply(after, valueOf(swap(at(after), a.request, b.request, true)).edits)).toEqual(snapshot);
    }), { numRuns: 60 });
  });
});
