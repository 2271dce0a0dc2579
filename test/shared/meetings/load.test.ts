import { expect, test } from 'vitest';
import type { ExecutiveId, PartnerId, RoomId } from '#shared/kernel/ids.ts';
import { dayLoads, roomLoads } from '#shared/meetings/load.ts';
import { mayHearBy } from '#shared/meetings/may-hear.ts';
import { whereabouts } from '#shared/meetings/whereabouts.ts';
import { aSummit, on } from '#test/support/meeting-builders.ts';

const tables = aSummit({
  executives: [{ name: 'Ana', maxMeetingsPerDay: 1, unavailable: [{ startsAt: on('15:00'), endsAt: on('16:00') }] }, { name: 'Ben' }],
  requests: [{}, { partner: 'partner-2' as PartnerId, host: 'exec-2' as ExecutiveId, durationMinutes: 60 }],
  placements: [{ startsAt: on('13:30') }, { startsAt: on('14:30'), room: 'room-2' as RoomId }],
});
const where = whereabouts(tables, mayHearBy(tables));

test('each host has a load for each day with meeting time', () => {
  expect(dayLoads(where)).toEqual([
    { host: 'exec-1', day: '2027-03-23', meetings: 1, minutes: 30, limit: 1, freeMinutes: 90 }, { host: 'exec-2', day: '2027-03-23', meetings: 1, minutes: 60, limit: null, freeMinutes: 120 },
  ]);
});

test('a room is used for its meetings and the breaks inside its open time', () => {
  expect(roomLoads(where).map(({ room, meetings, usedMinutes, openMinutes }) => [room, meetings, usedMinutes, openMinutes])).toEqual([['room-1', 1, 35, 120], ['room-2', 1, 60, 120]]);
});
