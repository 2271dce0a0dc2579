import { describe, expect, test } from 'vitest';
import type { ExecutiveId, RoomId } from '#shared/kernel/ids.ts';
import type { LocalDateTime } from '#shared/kernel/time.ts';
import { sessionClashes } from '#shared/summit/clashes.ts';
import { findings } from '#shared/summit/findings.ts';
import type { Session } from '#shared/summit/session.ts';
import { aSummit, on } from '../../support/meeting-builders.ts';

const room1 = ['room-1' as RoomId];
const clashesOf = (session: Partial<Session>, others: Partial<Session>[] = [], more: Parameters<typeof aSummit>[0] = {}) => {
  const tables = aSummit({ ...more, sessions: [{ startsAt: on('09:00'), endsAt: on('10:00'), rooms: room1, ...session }, ...others] });
  return sessionClashes(tables, [...tables.sessions.values()][0] as Session, ({ audience }) => (audience === 'All attendees' ? 100 : null)).map(({ code }) => code);
};

describe('a session', () => {
  test('in a room of its own within opening hours has no clash', () => {
    expect(clashesOf({}, [{ startsAt: on('10:00'), endsAt: on('11:00'), rooms: room1 }, { startsAt: on('09:00'), endsAt: on('10:00'), rooms: ['room-2' as RoomId] }])).toEqual([]);
  });
  test('clashes with another in its room at the time', () => {
    expect(clashesOf({}, [{ startsAt: on('09:45'), endsAt: on('11:00'), rooms: room1 }])).toEqual(['room-taken']);
  });
  test('clashes when a speaker speaks elsewhere meanwhile', () => {
    const speakers = ['exec-1' as ExecutiveId];
    expect(clashesOf({ speakers }, [{ speakers, startsAt: on('09:45'), endsAt: on('11:00') }])).toEqual(['speaker-elsewhere']);
  });
  test('that needs an NDA does not suit a room that is overheard', () => {
    expect(clashesOf({ needsNda: true }, [], { rooms: [{ confidential: false }] })).toEqual(['room-not-confidential']);
  });
  test('with a known audience does not suit a room with fewer seats; unknown seats suit', () => {
    expect(clashesOf({ audience: 'All attendees' })).toEqual(['room-too-small']);
    expect(clashesOf({ audience: 'All attendees' }, [], { rooms: [{ seats: null }] })).toEqual([]);
    expect(clashesOf({ audience: 'By tier' })).toEqual([]);
  });
  test('ends after it starts, and has a time at all', () => {
    expect([clashesOf({ endsAt: on('08:00') }), clashesOf({ endsAt: on('09:00') }), clashesOf({ startsAt: null })]).toEqual([['ends-before-start'], ['no-length'], ['no-time']]);
  });
  test('lies within the hours of a summit day; only meals, socials and awards run past them', () => {
    expect(clashesOf({ startsAt: on('07:30') })).toEqual(['outside-opening-hours']);
    expect(clashesOf({ kind: 'Awards', startsAt: on('19:00'), endsAt: on('23:00') })).toEqual([]);
    expect(clashesOf({ startsAt: '2027-05-01T09:00' as LocalDateTime, endsAt: '2027-05-01T10:00' as LocalDateTime })).toEqual(['not-a-summit-day']);
  });
});

test('a clash of two sessions is one finding that names both', () => {
  const tables = aSummit({ sessions: [{ title: 'Keynote', startsAt: on('09:00'), endsAt: on('10:00'), rooms: room1 }, { title: 'Workshop', startsAt: on('09:30'), endsAt: on('11:00'), rooms: room1 }], rooms: [{ name: 'Hall' }] });
  expect(findings(tables, () => 'Ana').filter(({ place }) => place === 'agenda').map(({ severity, text }) => [severity, text])).toEqual([
    ['blocker', '“Keynote” (2027-03-23, 09:00–10:00): Hall is taken by “Workshop” (09:30–11:00): move one of them or use another room.'],
    ['warning', 'There is no time for one-to-ones: add a meeting block, or allow meetings in free time in Set-up.'],
  ]);
});

test('a session that keeps everybody busy during a meeting block is a finding', () => {
  const block = { title: 'Block', kind: 'Meeting block' as const, startsAt: on('13:30'), endsAt: on('15:30'), makesBusy: false };
  const talk = { title: 'Talk', audience: 'All attendees', startsAt: on('14:00'), endsAt: on('15:00'), rooms: room1 };
  expect(findings(aSummit({ sessions: [block, { ...talk, makesBusy: true }] }), () => '').map(({ rule }) => rule)).toEqual(['session-empties-meeting-block']);
  expect(findings(aSummit({ sessions: [block, { ...talk, makesBusy: false }] }), () => '')).toEqual([]);
});
