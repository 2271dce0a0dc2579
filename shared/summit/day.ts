import { addDays, at, dateOf, type LocalDate, type LocalDateTime, minutesBetween, type Span, timeOf } from '../kernel/time.ts';
import type { Summit, SummitDay } from './summit.ts';

/** The day a moment belongs to: before the day boundary it is still the day before. */
export function dayOf({ dayBoundary }: Pick<Summit, 'dayBoundary'>, moment: LocalDateTime): LocalDate {
  const date = dateOf(moment);
  return timeOf(moment) < dayBoundary ? addDays(date, -1) : date;
}

/** From opening to closing; a day that closes at or before its opening closes after midnight. */
export function openingOf({ date, opensAt, closesAt }: SummitDay): Span {
  const startsAt = at(date, opensAt);
  const endsAt = at(date, closesAt);
  return { startsAt, endsAt: endsAt > startsAt ? endsAt : at(addDays(date, 1), closesAt) };
}

/** Minutes from the midnight that begins a day: 540 is 09:00, 1,500 is one o'clock in the night after it. */
export function minutesInto(date: LocalDate, moment: LocalDateTime): number {
  return minutesBetween(`${date}T00:00` as LocalDateTime, moment);
}
