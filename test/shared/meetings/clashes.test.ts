import { describe, expect, test } from 'vitest';
import type { ContactId, ExecutiveId, PartnerId, RequestId, RoomId } from '#shared/kernel/ids.ts';
import { clashesAt } from '#shared/meetings/clashes.ts';
import { whereabouts } from '#shared/meetings/whereabouts.ts';
import { clashText } from '#shared/meetings/words.ts';
import { aSummit, on } from '../../support/meeting-builders.ts';

type Rows = NonNullable<Parameters<typeof aSummit>[0]>;
const block = { title: 'Block', kind: 'Meeting block' as const, startsAt: on('13:30'), endsAt: on('15:30') };

function said(rows: Rows, room = 'room-1', time = '14:00', mayHear = true): string[] {
  const tables = aSummit({ contacts: [{ givenName: 'Lea', role: 'Delegate' }, { givenName: 'Bo', role: 'Delegate', partner: 'partner-2' as PartnerId }], ...rows, requests: rows.requests ?? [{}] });
  const request = tables.requests.get('request-1' as RequestId);
  if (!request) throw new Error('no request');
  return clashesAt(whereabouts(tables, () => mayHear), request, { room: room as RoomId, startsAt: on(time) }).map((clash) => clashText(tables, clash));
}

describe('a meeting', () => {
  test('in a free room with free people clashes with nothing', () => {
    expect(said({})).toEqual([]);
  });
  test('lies wholly in meeting time; the break after it may run past the end', () => {
    expect([said({}, 'room-1', '15:00'), said({}, 'room-1', '15:15'), said({}, 'room-1', '09:00')]).toEqual([[], ...Array(2).fill(['This is not meeting time: it lies outside the meeting blocks.'])]);
  });
  test('is not held while the host is away, speaks, or a session needs everybody', () => {
    expect(said({ executives: [{ name: 'Ana', unavailable: [{ startsAt: on('14:15'), endsAt: on('14:45') }] }] })).toEqual(['Ana is away 14:15–14:45.']);
    expect(said({ executives: [{ name: 'Ana', unavailable: [{ startsAt: on('14:30'), endsAt: on('14:45') }] }] })).toEqual([]);
    expect(said({ sessions: [block, { title: 'Lunch', kind: 'Meal', startsAt: on('14:00'), endsAt: on('15:00'), speakers: ['exec-1' as ExecutiveId] }] })).toEqual(['Ana is in “Lunch” (14:00–15:00).']);
    expect(said({ sessions: [block, { title: 'News', kind: 'Plenary', startsAt: on('14:00'), endsAt: on('15:00'), audience: 'All attendees' }] })).toEqual(['Ana is in “News” (14:00–15:00).', 'Lea is in “News” (14:00–15:00).']);
  });
  test('is not held while the PAC needs its members', () => {
    const sessions = [block, { title: 'PAC', kind: 'PAC meeting' as const, startsAt: on('14:00'), endsAt: on('15:00'), audience: 'PAC members' }];
    expect(said({ sessions, contacts: [{ givenName: 'Pia', role: 'PAC member' }] })).toEqual(['Pia is in “PAC” (14:00–15:00).']);
    expect(said({ sessions })).toEqual([]);
    expect(said({ sessions, partners: [{ name: 'Acme', pacMember: true }] })).toEqual(['Lea is in “PAC” (14:00–15:00).']);
  });
  test('does not begin before the break after the last one is over, for host, guest or room', () => {
    const other = { partner: 'partner-2' as PartnerId };
    expect(said({ requests: [{}, other], placements: [{}, { room: 'room-2' as RoomId, startsAt: on('13:30') }] }, 'room-1', '14:00')).toEqual(['Ana meets Bolt 13:30–14:00.']);
    expect(said({ requests: [{}, other], placements: [{}, { room: 'room-2' as RoomId, startsAt: on('13:30') }] }, 'room-1', '14:05')).toEqual([]);
    const third = { ...other, host: 'exec-2' as ExecutiveId };
    expect(said({ requests: [{}, third], placements: [{}, { startsAt: on('14:20') }] })).toEqual(['Suite 1 is taken by Bolt 14:20–14:50.']);
    expect(said({ requests: [{}, third], placements: [{}, { startsAt: on('14:20') }], rooms: [{ name: 'Hall', parallelMeetings: 2 }] })).toEqual([]);
  });
  test('has seats for all and, when confidential, a closed room and NDAs for its day', () => {
    expect(said({ rooms: [{ name: 'Cell', seats: 1 }] })).toEqual(['Cell seats 1, the meeting has 2.']);
    expect(said({ rooms: [{ name: 'Lobby', confidential: false }], requests: [{ confidential: true }] }, 'room-1', '14:00', false)).toEqual(['Lea is not covered by an NDA on 2027-03-23, and the meeting is confidential.', 'Lobby is not suited to confidential talks.']);
  });
  test('is one of no more than the host takes in a day', () => {
    expect(said({ executives: [{ name: 'Ana', maxMeetingsPerDay: 1 }], requests: [{}, { partner: 'partner-2' as PartnerId }], placements: [{}, { room: 'room-2' as RoomId, startsAt: on('15:00') }] }, 'room-1', '13:30')).toEqual(['Ana already has 1 of 1 meetings that day.']);
  });
  test('of a partner that is not invited, or withdrawn, is not held at all', () => {
    const tables = aSummit({ requests: [{ withdrawn: { side: 'partner', reason: 'ill' } }, {}] });
    const where = whereabouts({ ...tables, invitations: new Map() }, () => true);
    expect([...tables.requests.values()].map((request) => clashesAt(where, request, { room: 'room-1' as RoomId, startsAt: on('14:00') }).map(({ code }) => code))).toEqual([['request-withdrawn'], ['partner-not-invited']]);
  });
  test('outside the block\'s rooms or the host\'s home room is advice, not a clash', () => {
    expect(said({ sessions: [{ ...block, rooms: ['room-1' as RoomId] }] }, 'room-2')).toEqual(['Suite 2 is no room of the meeting block.']);
    expect(said({ executives: [{ name: 'Ana', homeRoom: 'room-2' as RoomId }] })).toEqual(['The host\'s home room is Suite 2.']);
  });
  test('shares nobody with another at the time even when that person is only named', () => {
    expect(said({ contacts: [], requests: [{ attendees: [], attendeeNames: ['Xu'] }, { host: 'exec-2' as ExecutiveId, attendees: [] as ContactId[], attendeeNames: ['xu'] }], placements: [{}, { room: 'room-2' as RoomId, startsAt: on('14:00') }] }))
      .toEqual(['To be named (Acme) meets Acme 14:00–14:30.', 'Xu meets Acme 14:00–14:30.']);
  });
});
