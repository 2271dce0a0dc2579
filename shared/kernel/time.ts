import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';
import type { Brand } from './brand.ts';

/** A moment, UTC, ISO-8601 with milliseconds: `2027-03-23T08:00:00.000Z`. */
export type Instant = Brand<string, 'Instant'>;
/** A day of the calendar without a zone: `2027-03-23`. */
export type LocalDate = Brand<string, 'LocalDate'>;
/** A time of day without a zone: `09:30`. `24:00` ends a day. */
export type LocalTime = Brand<string, 'LocalTime'>;
/** A wall-clock time at the venue: `2027-03-23T09:30`. Sorts as text. */
export type LocalDateTime = Brand<string, 'LocalDateTime'>;

export const Instant = z.iso.datetime({ precision: 3 }) as unknown as z.ZodType<Instant, Instant>;
export const LocalDate = z.iso.date() as unknown as z.ZodType<LocalDate, LocalDate>;
export const LocalTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/) as unknown as z.ZodType<LocalTime, LocalTime>;
export const LocalDateTime = z.string().regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/) as unknown as z.ZodType<
  LocalDateTime,
  LocalDateTime
>;

const utc = { zone: 'utc' } as const;

export function dateOf(moment: LocalDateTime): LocalDate {
  return moment.slice(0, 10) as LocalDate;
}

export function timeOf(moment: LocalDateTime): LocalTime {
  return moment.slice(11) as LocalTime;
}

/** The wall-clock time on a day; `24:00` is midnight of the next. */
export function at(date: LocalDate, time: LocalTime): LocalDateTime {
  return time === '24:00' ? (`${addDays(date, 1)}T00:00` as LocalDateTime) : (`${date}T${time}` as LocalDateTime);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return DateTime.fromISO(date, utc).plus({ days }).toISODate() as LocalDate;
}

/** Whole days from one date to another, negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Wall-clock arithmetic: an event's day has no daylight-saving jump between its sessions. Scheduling asks it a hundred thousand times. */
export function addMinutes(moment: LocalDateTime, minutes: number): LocalDateTime {
  const total = Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14)) + minutes;
  // Within the day no calendar is needed, which is ten times as fast.
  if (total >= 0 && total < 1440 && Number.isInteger(total)) return `${moment.slice(0, 11)}${twoDigits(Math.floor(total / 60))}:${twoDigits(total % 60)}` as LocalDateTime;
  return new Date(Date.parse(`${moment}Z`) + minutes * 60_000).toISOString().slice(0, 16) as LocalDateTime;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

export function minutesBetween(from: LocalDateTime, to: LocalDateTime): number {
  return Math.round((Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 60_000);
}

/** Half-open: two spans that only touch do not overlap. */
export function overlap(a: Span, b: Span): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

export type Span = { readonly startsAt: LocalDateTime; readonly endsAt: LocalDateTime };

/** The moment a wall clock in an IANA zone shows this time. A time skipped by daylight saving reads as one hour later. */
export function instantOf(moment: LocalDateTime, zone: string): Instant {
  return DateTime.fromISO(moment, { zone }).toUTC().toISO() as Instant;
}

/** What a wall clock in an IANA zone shows at a moment. */
export function wallClock(moment: Instant, zone: string): LocalDateTime {
  return DateTime.fromISO(moment, { zone }).toFormat("yyyy-MM-dd'T'HH:mm") as LocalDateTime;
}

export function isZone(zone: string): boolean {
  return IANAZone.isValidZone(zone);
}
