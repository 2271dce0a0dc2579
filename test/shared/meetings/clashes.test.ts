import { describe, expect, test } from 'vitest';
import type { ContactId, ExecutiveId, PartnerId, RequestId, RoomId } from '#shared/kernel/ids.ts';
import { clashesAt } from '#shared/meetings/clashes.ts';
import { whereabouts } from '#shared/meetings/whereabouts.ts';
import { clashText } from '#shared/meetings/words.ts';
import type { LocalDate, LocalTime } from '#shared/kernel/time.ts';
import { aSummit, day, on } from '../../support/meeting-builders.ts';

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
  test('is held on the days, in the part of the day and in the rooms that the request allows', () => {
    expect(said({ requests: [{ allowedDays: ['2027-03-24' as LocalDate] }] })).toEqual(['The request allows only 2027-03-24.']);
    expect(said({ requests: [{ allowedPart: 'morning' }] })).toEqual(['The request allows only the morning.']);
    expect(said({ requests: [{ allowedPart: 'afternoon', allowedDays: [day] }] })).toEqual([]);
    expect(said({ requests: [{ allowedRooms: ['room-2' as RoomId] }] })).toEqual(['Suite 1 is not among the rooms of the request: Suite 2.']);
  });
  test('uses a reserved room only when the request names it or a host is at home there', () => {
    const rooms = [{ name: 'Presidential', reserved: true }];
    expect(said({ rooms })).toEqual(['Presidential is reserved for requests that name it.']);
    expect([said({ rooms, requests: [{ allowedRooms: ['room-1' as RoomId] }] }), said({ rooms, executives: [{ name: 'Ana', homeRoom: 'room-1' as RoomId }] })]).toEqual([[], []]);
  });
  test('is not held while its room is closed', () => {
    expect(said({ rooms: [{ name: 'Suite', closed: [{ startsAt: on('14:20'), endsAt: on('15:00') }] }] })).toEqual(['Suite is closed 14:20–15:00.']);
    expect(said({ rooms: [{ name: 'Suite', closed: [{ startsAt: on('14:30'), endsAt: on('15:00') }] }] })).toEqual([]);
  });
  test('waits until a guest has arrived, ends before one leaves, and keeps to their hours', () => {
    const guest = { givenName: 'Lea', role: 'Delegate' as const };
    expect(said({ contacts: [{ ...guest, arrivesAt: on('13:30') }] })).toEqual(['Lea can be met only from 14:30 on, after arriving.']);
    expect(said({ contacts: [{ ...guest, departsAt: on('15:00') }], summit: { travelMarginMinutes: 45 } })).toEqual(['Lea can be met only until 14:15, before leaving.']);
    expect(said({ executives: [{ name: 'Ana', worksFrom: '14:15' as LocalTime }] })).toEqual(['Ana takes meetings from 14:15 on.']);
    expect(said({ contacts: [{ ...guest, unavailable: [{ startsAt: on('13:00'), endsAt: on('14:01') }] }] })).toEqual(['Lea is away 13:00–14:01.']);
    expect(said({ contacts: [{ ...guest, arrivesAt: on('13:00'), departsAt: on('15:30') }] })).toEqual([]);
  });
  test('leaves time to walk from the meeting before: the break may be walked', () => {
    const rooms = [{ name: 'Suite 1', floor: 'Ground' }, { name: 'Tower', floor: '9th' }];
    const rows = (minutes: number): Rows => ({ rooms, summit: { walking: [{ from: '9TH', to: 'ground', minutes }] }, requests: [{}, { partner: 'partner-2' as PartnerId }], placements: [{}, { room: 'room-2' as RoomId, startsAt: on('13:30') }] });
    expect(said(rows(11), 'room-1', '14:10')).toEqual(['Ana has 10 minutes between this meeting and Bolt 13:30–14:00 in Tower, but the walk takes 11.']);
    expect([said(rows(10), 'room-1', '14:10'), said(rows(11), 'room-2', '14:10')]).toEqual([[], []]);
  });
  test('counts towards the limits of guests and of their partner, for a day and in all', () => {
    const rows = (more: Rows): Rows => ({ requests: [{}, { host: 'exec-2' as ExecutiveId }], placements: [{}, { room: 'room-2' as RoomId, startsAt: on('15:00') }], ...more });
    expect(said(rows({ partners: [{ name: 'Acme', maxMeetings: 1 }] }), 'room-1', '13:30')).toEqual(['Lea already has 1 of 1 meeting at this summit.']);
    expect(said(rows({ contacts: [{ givenName: 'Lea', role: 'Delegate', maxMeetingsPerDay: 1 }] }), 'room-1', '13:30')).toEqual(['Lea already has 1 of 1 meetings that day.']);
    expect(said(rows({ executives: [{ name: 'Ana', maxMeetings: 0 }, { name: 'Ben' }] }), 'room-1', '13:30')).toEqual(['Ana already has 0 of 0 meetings at this summit.']);
    expect(said(rows({ partners: [{ name: 'Acme', maxMeetings: 2 }] }), 'room-1', '13:30')).toEqual([]);
  });
  test('needs its co-hosts and the other partners at the table; who is merely welcome is missed, but stops nothing', () => {
    const executives = [{ name: 'Ana' }, { name: 'Ben', unavailable: [{ startsAt: on('14:00'), endsAt: on('15:00') }] }];
    expect(said({ executives, requests: [{ coHosts: ['exec-2' as ExecutiveId] }] })).toEqual(['Ben is away 14:00–15:00.']);
    expect(said({ executives, requests: [{ optionalHosts: ['exec-2' as ExecutiveId] }] })).toEqual(['Ben, who is welcome, cannot come then.']);
    expect(said({ rooms: [{ name: 'Cell', seats: 2 }], requests: [{ guestPartners: ['partner-2' as PartnerId] }] })).toEqual(['Cell seats 2, the meeting has 3.']);
    expect(said({ rooms: [{ name: 'Cell', seats: 2 }], requests: [{ optionalAttendees: ['contact-2' as ContactId] }] })).toEqual([]);
  });
  test('is not held when one of the two said no to the other, in this request or another, as co-host or guest', () => {
    const veto = { side: 'vendor' as const, reason: 'in a lawsuit' };
    const words = 'Ana said “no thanks” to a meeting with Acme: in a lawsuit. Lift it first.';
    expect([said({ requests: [{ veto }] }), said({ requests: [{}, { veto }] }), said({ requests: [{ host: 'exec-2' as ExecutiveId, coHosts: ['exec-1' as ExecutiveId] }, { veto }] })]).toEqual(Array(3).fill([words]));
    expect(said({ requests: [{ host: 'exec-2' as ExecutiveId }, { veto }] })).toEqual([]);
    expect(said({ requests: [{}, { veto: { side: 'partner', reason: '' } }] })).toEqual(['Acme said “no thanks” to a meeting with Ana. Lift it first.']);
  });
  describe('of a partner with a rival', () => {
    const partners = [{ name: 'Acme', keepApart: ['partner-2' as PartnerId] }, { name: 'Bolt' }];
    const rows = (startsAt: string, more: Rows = {}): Rows => ({ partners, rooms: [{ name: 'Hall', parallelMeetings: 3 }, { name: 'Suite' }], requests: [{}, { partner: 'partner-2' as PartnerId, host: 'exec-2' as ExecutiveId }], placements: [{}, { startsAt: on(startsAt) }], ...more });
    test('never has the two in one meeting, not even as somebody welcome', () => {
      const words = 'Acme and Bolt are kept apart, so they cannot sit in one meeting.';
      expect([said({ partners, requests: [{ guestPartners: ['partner-2' as PartnerId] }] }), said({ partners, requests: [{ optionalAttendees: ['contact-2' as ContactId] }] })]).toEqual([[words], [words]]);
    });
    test('is not at the next table, nor right before or after the rival in one room', () => {
      expect(said(rows('14:00'))).toEqual(['Bolt, a rival, is in Hall 14:00–14:30: at the same time or right beside it.']);
      expect(said(rows('14:45'))).toEqual(['Bolt, a rival, is in Hall 14:45–15:15: at the same time or right beside it.']);
      expect(said(rows('13:30'), 'room-1', '14:15')).toEqual(['Bolt, a rival, is in Hall 13:30–14:00: at the same time or right beside it.']);
    });
    test('may be in another room, or later in the same', () => {
      expect([said(rows('14:00'), 'room-2'), said(rows('14:50')), said(rows('13:30'), 'room-1', '14:20')]).toEqual([[], [], []]);
    });
  });
});
