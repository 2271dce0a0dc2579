import { describe, expect, test } from 'vitest';
import type { ExecutiveId, PartnerId, RoomId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import { findings } from '#shared/meetings/findings.ts';
import { hostLoads } from '#shared/meetings/load.ts';
import { whereabouts } from '#shared/meetings/whereabouts.ts';
import { aSummit, on } from '../../support/meeting-builders.ts';

const contacts = [{ givenName: 'Lea', role: 'Delegate' as const }, { givenName: 'Bo', role: 'Delegate' as const, partner: 'partner-2' as PartnerId }];
const ofBolt = { partner: 'partner-2' as PartnerId };
const told = (rows: Parameters<typeof aSummit>[0]) => findings(aSummit({ contacts, ...rows }), () => true).map(({ rule, text }) => `${rule}: ${text}`);

describe('the findings of the one-to-ones', () => {
  test('are none when every invited partner has its meeting and nothing clashes', () => {
    expect(told({ requests: [{}, ofBolt], placements: [{}, { startsAt: on('14:30') }] })).toEqual([]);
  });
  test('name the people of a clash and say what to do', () => {
    expect(told({ requests: [{}, ofBolt], placements: [{}, { room: 'room-2' as RoomId, startsAt: on('13:45') }] })).toEqual([
      'meeting-person-in-meeting: Acme with Ana on 2027-03-23 13:30: Ana meets Bolt 13:45–14:15. Move or unplace the meeting.',
      'meeting-person-in-meeting: Bolt with Ana on 2027-03-23 13:45: Ana meets Acme 13:30–14:00. Move or unplace the meeting.',
    ]);
  });
  test('miss a meeting for an invited partner, and a must that is not placed', () => {
    expect(told({ requests: [{ priority: 'must' }] })).toEqual([
      'must-meeting-unplaced: Acme with Ana must be held and is not placed: schedule it, or ask why not.',
      'partner-without-executive-meeting: Acme is invited but has no executive meeting: place one of its requests.',
      'partner-without-executive-meeting: Bolt is invited but has no executive meeting: add a request.',
    ]);
  });
  test('say when a host is asked for more than the limit or the time allows', () => {
    expect(told({ executives: [{ name: 'Ana', maxMeetingsPerDay: 1 }], requests: [{}, ofBolt], placements: [{}] }).filter((text) => text.startsWith('host'))).toEqual(['host-asked-beyond-limit: Ana is asked for 2 meetings, but the daily limits allow 1: raise the limit, or name another host for the least important.']);
    expect(told({ executives: [{ name: 'Ana', unavailable: [{ startsAt: on('13:30'), endsAt: on('15:00') }] }], requests: [{}, ofBolt] }).filter((text) => text.startsWith('host'))).toEqual(['host-asked-beyond-time: Ana is asked for 60 minutes of meetings, but has 30 minutes of meeting time free: name another host for the least important.']);
  });
  test('tell what a request leaves open', () => {
    expect(told({ requests: [{ priority: null, durationMinutes: null }, { ...ofBolt, host: 'exec-2' as ExecutiveId }], placements: [{}, { room: 'room-2' as RoomId }] })).toEqual([
      'request-without-priority: Acme with Ana has no priority and counts as “should”: set one.', 'request-without-length: Acme with Ana has no length and is held for 30 minutes: set one.',
    ]);
  });
  test('say when a side asks for more than the summit lets it', () => {
    const requests = [{ side: 'partner' as const }, { side: 'both' as const, host: 'exec-2' as ExecutiveId }];
    expect(told({ summit: { partnerMayAsk: 1, vendorMayAsk: 0 }, requests }).filter((text) => text.includes('asks-too-much'))).toEqual([
      'partner-asks-too-much: Acme asks for 2 meetings, but a partner may ask for 1: withdraw the least important, or raise the number in Set-up.',
      'vendor-asks-too-much: We ask Acme for 1 meeting, but may ask a partner for 0: withdraw the least important, or raise the number in Set-up.',
    ]);
    expect(told({ summit: { partnerMayAsk: 2 }, requests }).filter((text) => text.includes('asks-too-much'))).toEqual([]);
  });
  test('say when a partner has fewer meetings than promised; none promised, none missed', () => {
    const partners = [{ name: 'Acme', minMeetings: 2 }, { name: 'Bolt', minMeetings: 0 }];
    expect(told({ partners, requests: [{}], placements: [{}] })).toEqual(['partner-short-of-meetings: Acme has 1 of the 2 meetings it should have: place or add more, or lower the number in Partners.']);
  });
  test('name rivals asked to one table, days that are none of the summit, and groups too large to talk', () => {
    const partners = [{ name: 'Acme', keepApart: ['partner-2' as PartnerId] }, { name: 'Bolt' }];
    expect(told({ partners, requests: [{ guestPartners: ['partner-2' as PartnerId], allowedDays: ['2027-04-01' as LocalDate], attendeeNames: ['A', 'B', 'C', 'D', 'E', 'F'] }] }).filter((text) => text.startsWith('request'))).toEqual([
      'request-too-large: Acme with Ana has 9 people, more than the 8 of a small group: make some of them optional, or split it.',
      'request-with-rivals: Acme with Ana cannot be scheduled: Acme and Bolt are kept apart, so they cannot sit in one meeting. Take one of them off the request.',
      'request-days-outside-summit: Acme with Ana allows only 2027-04-01, which is no day of the summit: allow another day.',
    ]);
  });
  test('flag an executive who is asked for but hardly there', () => {
    expect(told({ partners: [{ name: 'Acme' }, { name: 'Bolt' }], requests: [{ host: 'exec-2' as ExecutiveId }, ofBolt, {}], placements: [{}] }).filter((text) => text.startsWith('token'))).toEqual(['token-presence: Ana is asked for 2 meetings but holds 0 and leads no session: free some time, or tell the partners.']);
  });
});

test('the load of a host counts what is asked, placed, allowed and free', () => {
  const tables = aSummit({ contacts, executives: [{ name: 'Ana', maxMeetingsPerDay: 3, unavailable: [{ startsAt: on('13:00'), endsAt: on('14:00') }] }], requests: [{}, { ...ofBolt, durationMinutes: 45 }], placements: [{ startsAt: on('14:00') }] });
  expect(hostLoads(whereabouts(tables, () => true))).toEqual([{ host: 'exec-1', asked: 2, askedMinutes: 75, placed: 1, placedMinutes: 30, limit: 3, freeMinutes: 90, sessionsLed: 0 }]);
});
