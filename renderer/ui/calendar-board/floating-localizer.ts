import { DateTime } from 'luxon';
import { luxonLocalizer } from 'react-big-calendar';

const floating = {
  fromJSDate: (date: Date) => DateTime.fromJSDate(date, { zone: 'utc' }),
  min: (...dates: DateTime[]) => DateTime.min(...dates),
  max: (...dates: DateTime[]) => DateTime.max(...dates),
  local: () => DateTime.fromMillis(0, { zone: 'utc' }),
};

/** The calendar library's arithmetic in floating time: what it reads and writes is wall clock, whatever zone the machine is in. */
export const floatingLocalizer = luxonLocalizer(floating, { firstDayOfWeek: 1 });

/** `Tue, 12 May` in the reader's locale. */
export function dayWords(day: string): string {
  return DateTime.fromISO(day, { zone: 'utc' }).toLocaleString({ weekday: 'short', day: 'numeric', month: 'short' });
}

/** `10:30` in the reader's locale. A board writes the same few times hundreds of times. */
export function timeWords(wall: string): string {
  const time = wall.slice(11, 16);
  const words = written.get(time) ?? DateTime.fromISO(wall, { zone: 'utc' }).toLocaleString(DateTime.TIME_SIMPLE);
  written.set(time, words);
  return words;
}

const written = new Map<string, string>();
