import { expect, test } from 'vitest';
import type { PartnerId, RequestId } from '#shared/kernel/ids.ts';
import { mayHearBy } from '#shared/meetings/may-hear.ts';
import { shortWhy } from '#shared/meetings/short-why.ts';
import { whyNot } from '#shared/meetings/spots.ts';
import { whereabouts } from '#shared/meetings/whereabouts.ts';
import { aSummit, on } from '#test/support/meeting-builders.ts';

const whyIn = (rows: Parameters<typeof aSummit>[0], request = 'request-2') => {
  const tables = aSummit(rows);
  const where = whereabouts(tables, mayHearBy(tables));
  const asked = tables.requests.get(request as RequestId);
  if (!asked) throw new Error(request);
  return { ...shortWhy(where, asked), long: whyNot(where, asked).free.length };
};
const block = { title: 'Block', kind: 'Meeting block' as const, startsAt: on('13:30'), endsAt: on('14:00') };
const bolt = 'partner-2' as PartnerId;

test('a request with free starts says how many, as many as Why not? finds', () => {
  const { text, free, long } = whyIn({ requests: [{}, { partner: bolt }], placements: [{ startsAt: on('13:30') }] });
  expect([text, free]).toEqual(['4 of 8 starts free', long]);
});

test('a host who is busy all the time is named', () => {
  expect(whyIn({ sessions: [block], requests: [{}, { partner: bolt }], placements: [{ startsAt: on('13:30') }] }).text).toBe('Ana in other meetings, too long for its block');
});

test('without a room that suits, the room is the reason', () => {
  expect(whyIn({ sessions: [block], rooms: [{ seats: 1 }], requests: [{}, { partner: bolt, durationMinutes: 20 }] }).text).toBe('no room for 2, too long for its block');
});

test('without meeting time there is nothing to look through', () => {
  expect(whyIn({ sessions: [], requests: [{}, {}] }).text).toBe('There is no meeting time');
});
