import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMinutes, at, dateOf, daysBetween, instantOf, isZone, type LocalDate, type LocalDateTime, type LocalTime, minutesBetween, overlap, timeOf, wallClock } from '#shared/kernel/time.ts';

const day = (offset: number) => addDays('2027-01-01' as LocalDate, offset);
const anyDay = fc.integer({ min: -2000, max: 4000 }).map(day);
const anyMinutes = fc.integer({ min: -200_000, max: 200_000 });
const moment = (text: string) => text as LocalDateTime;

describe('days and wall clocks', () => {
  test('adding days and counting them are each other’s inverse', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (date, days) => void expect(daysBetween(date, addDays(date, days))).toBe(days)));
    expect([addDays('2028-02-28' as LocalDate, 1), addDays('2027-12-31' as LocalDate, 1)]).toEqual(['2028-02-29', '2028-01-01']);
  });

  test('adding minutes and counting them are each other’s inverse, over midnight and over a change of clocks', () => {
    fc.assert(fc.property(anyDay, anyMinutes, (date, minutes) => void expect(minutesBetween(at(date, '09:30' as LocalTime), addMinutes(at(date, '09:30' as LocalTime), minutes))).toBe(minutes)));
    expect(addMinutes(moment('2027-03-28T01:45'), 30)).toBe('2027-03-28T02:15');
  });

  test('24:00 is midnight of the next day', () => {
    expect(at('2027-03-23' as LocalDate, '24:00' as LocalTime)).toBe('2027-03-24T00:00');
    expect([dateOf(moment('2027-03-23T09:30')), timeOf(moment('2027-03-23T09:30'))]).toEqual(['2027-03-23', '09:30']);
  });

  test('spans that only touch do not overlap, and overlapping goes both ways', () => {
    const span = (from: string, to: string) => ({ startsAt: moment(`2027-03-23T${from}`), endsAt: moment(`2027-03-23T${to}`) });
    expect([overlap(span('09:00', '09:30'), span('09:30', '10:00')), overlap(span('09:00', '09:31'), span('09:30', '10:00')), overlap(span('09:30', '10:00'), span('09:00', '09:31'))]).toEqual([false, true, true]);
  });
});

describe('moments and the venue’s clock', () => {
  test('a time at the venue is that moment, also across the change to summer time', () => {
    expect(instantOf(moment('2027-03-23T09:30'), 'Europe/Brussels')).toBe('2027-03-23T08:30:00.000Z');
    expect(instantOf(moment('2027-03-29T09:30'), 'Europe/Brussels')).toBe('2027-03-29T07:30:00.000Z');
    expect(wallClock('2027-03-23T20:00:00.000Z' as never, 'Asia/Kolkata')).toBe('2027-03-24T01:30');
  });

  test('a time skipped by summer time reads as one hour later', () => {
    expect(wallClock(instantOf(moment('2027-03-28T02:30'), 'Europe/Brussels'), 'Europe/Brussels')).toBe('2027-03-28T03:30');
  });

  test('reading the venue’s clock and setting it are each other’s inverse where the time exists', () => {
    fc.assert(fc.property(anyDay, fc.constantFrom('UTC', 'Asia/Kolkata', 'America/Phoenix', 'Europe/Brussels'), (date, zone) => {
      const noon = at(date, '12:00' as LocalTime);
      expect(wallClock(instantOf(noon, zone), zone)).toBe(noon);
    }));
  });

  test('a zone is one of the IANA list', () => {
    expect([isZone('Europe/Brussels'), isZone('Mars/Olympus')]).toEqual([true, false]);
  });
});
