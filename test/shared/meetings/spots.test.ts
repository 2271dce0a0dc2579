import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExecutiveId, PartnerId, RequestId, RoomId } from '#shared/kernel/ids.ts';
import { timeOf } from '#shared/kernel/time.ts';
import { type Clash, clashesAt, hardClashesAt } from '#shared/meetings/clashes.ts';
import { bestRoom, gridStarts, legalStarts, whyNot } from '#shared/meetings/spots.ts';
import { whereabouts } from '#shared/meetings/whereabouts.ts';
import { aSummit, on } from '../../support/meeting-builders.ts';
import { randomSummit } from '../../support/random-summit.ts';

const contacts = [{ givenName: 'Lea', role: 'Delegate' as const }, { givenName: 'Bo', role: 'Delegate' as const, partner: 'partner-2' as PartnerId }];
function asked(rows: Parameters<typeof aSummit>[0]) {
  const tables = aSummit({ contacts, ...rows });
  const request = tables.requests.get('request-1' as RequestId);
  if (!request) throw new Error('no request');
  return { where: whereabouts(tables, () => true), request };
}

describe('the best room', () => {
  test('is the home room of the host, else the one the meeting is in, else the smallest with seats for all', () => {
    const rooms = [{ name: 'Hall', seats: 100 }, { name: 'Suite', seats: 4 }, { name: 'Cell', seats: 1 }];
    const best = (rows: Parameters<typeof aSummit>[0]) => { const { where, request } = asked({ rooms, requests: [{}], ...rows }); return bestRoom(where, request, on('14:00')); };
    expect([best({}), best({ placements: [{ room: 'room-1' as RoomId }] }), best({ executives: [{ name: 'Ana', homeRoom: 'room-1' as RoomId }] })]).toEqual(['room-2', 'room-1', 'room-1']);
  });
  test('is none where the people are not free or every room is taken', () => {
    const { where, request } = asked({ rooms: [{ name: 'Suite' }], requests: [{}, { partner: 'partner-2' as PartnerId, host: 'exec-2' as ExecutiveId }], placements: [{}, { startsAt: on('14:00') }] });
    expect([bestRoom(where, request, on('14:15')), bestRoom(where, request, on('09:00')), bestRoom(where, request, on('14:45'))]).toEqual([null, null, 'room-1']);
  });
});

test('possible starts are those at which some room can be had; where there is none, the reasons close every start in every room and none of them can be left out', () => {
  fc.assert(fc.property(fc.integer({ min: 0 }), (seed) => {
    const tables = randomSummit(seed);
    const where = whereabouts(tables, () => true);
    const [request] = tables.requests.values();
    if (!request) return;
    const legal = legalStarts(where, request);
    for (const startsAt of gridStarts(where)) {
      const somewhere = [...tables.rooms.keys()].some((room) => hardClashesAt(where, request, { room, startsAt }).length === 0);
      if (legal.includes(startsAt)) expect(somewhere).toBe(true);
    }
    const { starts, free, reasons } = whyNot(where, request);
    expect(free.map(({ startsAt }) => startsAt)).toEqual(legal);
    const places = gridStarts(where).flatMap((startsAt) => [...tables.rooms.keys()].map((room) => new Set(clashesAt(where, request, { room, startsAt }).filter(({ code, weight }) => weight === 'clash' || code === 'not-a-meeting-room').map(kindOf))));
    const isClosed = (kinds: readonly string[]) => places.every((against) => kinds.some((kind) => against.has(kind)));
    const kinds = reasons.map(({ clash }) => kindOf(clash));
    if (free.length === 0 && starts > 0) {
      expect(isClosed(kinds)).toBe(true);
      for (const kind of kinds) expect(isClosed(kinds.filter((other) => other !== kind))).toBe(false);
    } else expect(reasons).toEqual([]);
    for (const spot of free) expect(hardClashesAt(where, request, spot)).toEqual([]);
  }), { numRuns: 300 });
});

const kindOf = (clash: Clash) => `${clash.code} ${'person' in clash ? clash.person.key : ''}`;

test('why not counts for each reason the starts it closes, the most frequent first', () => {
  const { where, request } = asked({ executives: [{ name: 'Ana', unavailable: [{ startsAt: on('13:30'), endsAt: on('14:30') }] }], requests: [{}, { partner: 'partner-2' as PartnerId }], placements: [{ room: 'room-9' as RoomId, startsAt: on('09:00') }, { startsAt: on('14:30'), room: 'room-2' as RoomId }] });
  const { starts, free, reasons } = whyNot(where, request);
  expect({ starts, free: free.map(({ startsAt }) => timeOf(startsAt)), reasons: reasons.map(({ clash, starts: closed }) => [clash.code, closed]) }).toEqual({
    starts: 8, free: [], reasons: [['person-in-meeting', 5], ['person-away', 4], ['outside-meeting-time', 1]],
  });
});
