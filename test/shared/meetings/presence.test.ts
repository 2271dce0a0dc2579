import { describe, expect, test } from 'vitest';
import type { LocalDate, LocalDateTime, LocalTime } from '#shared/kernel/time.ts';
import { absencesOf, type Presence } from '#shared/meetings/presence.ts';

const days = ['2027-03-23', '2027-03-24'] as LocalDate[];
const there: Presence = { unavailable: [], arrivesAt: null, departsAt: null, worksFrom: null, worksUntil: null };
const moment = (text: string) => text as LocalDateTime;
const said = (more: Partial<Presence>, margin = 60) => absencesOf({ ...there, ...more }, margin, days).map(({ startsAt, endsAt, cause }) => `${cause} ${startsAt.slice(8)}–${endsAt.slice(8)}`);

describe('somebody cannot be met', () => {
  test('before the margin after arriving is over, nor within the margin before leaving', () => {
    expect(said({ arrivesAt: moment('2027-03-23T09:30') })).toEqual(['not-arrived 23T00:00–23T10:30']);
    expect(said({ arrivesAt: moment('2027-03-24T09:30'), departsAt: moment('2027-03-24T17:00') }, 30)).toEqual(['not-arrived 23T00:00–24T00:00', 'not-arrived 24T00:00–24T10:00', 'leaves 24T16:30–25T00:00']);
    expect(said({ departsAt: moment('2027-03-24T00:30') })).toEqual(['leaves 23T23:30–24T00:00', 'leaves 24T00:00–25T00:00']);
  });
  test('outside working hours, every day; hours that end before they begin say nothing', () => {
    expect(said({ worksFrom: '09:00' as LocalTime, worksUntil: '24:00' as LocalTime })).toEqual(['off-hours 23T00:00–23T09:00', 'off-hours 24T00:00–24T09:00']);
    expect(said({ worksFrom: '18:00' as LocalTime, worksUntil: '09:00' as LocalTime })).toEqual([]);
  });
  test('while away; a spell that ends before it begins says nothing', () => {
    expect(said({ unavailable: [{ startsAt: moment('2027-03-23T12:00'), endsAt: moment('2027-03-23T13:00') }, { startsAt: moment('2027-03-23T13:00'), endsAt: moment('2027-03-23T12:00') }] })).toEqual(['away 23T12:00–23T13:00']);
  });
});
