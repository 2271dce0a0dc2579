import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, type Change, inverse } from '#shared/kernel/change.ts';
import type { ExecutiveId, PartnerId, RequestId, RoomId } from '#shared/kernel/ids.ts';
import { type Result, valueOf } from '#shared/kernel/result.ts';
import { addRequest, pin, place, reopen, swap, unplace, withdraw } from '#shared/meetings/commands.ts';
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

describe('a swap', () => {
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
