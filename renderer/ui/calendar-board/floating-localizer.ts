import { DateTime } from 'luxon';
import { type DateLocalizer, luxonLocalizer } from 'react-big-calendar';

type Unit = NonNullable<Parameters<DateLocalizer['diff']>[2]>;

const floating = {
  fromJSDate: (date: Date) => DateTime.fromJSDate(date, { zone: 'utc' }),
  min: (...dates: DateTime[]) => DateTime.min(...dates),
  max: (...dates: DateTime[]) => DateTime.max(...dates),
  local: () => DateTime.fromMillis(0, { zone: 'utc' }),
};

const byDateTime = luxonLocalizer(floating, { firstDayOfWeek: 1 });

/** The calendar library's arithmetic in floating time: what it reads and writes is wall clock, whatever zone the machine is in and whenever its clocks change. */
export const floatingLocalizer: DateLocalizer = Object.assign(luxonLocalizer(floating, { firstDayOfWeek: 1 }), inMilliseconds(), { getTimezoneOffset: () => 0, getDstOffset: () => 0 });

/** What a board of a hundred meetings asks many thousand times, counted in milliseconds: a minute and a day of floating time are as long as any other. */
function inMilliseconds(): Partial<DateLocalizer> {
  const even: Partial<Record<Unit, number>> = { milliseconds: 1, seconds: 1000, minutes: 60_000, hours: 3_600_000, day: 86_400_000 };
  const lengthOf = (unit: Unit = 'milliseconds') => even[unit] ?? null;
  const compared = (name: 'lt' | 'lte' | 'gt' | 'gte' | 'eq' | 'neq', holds: (a: number, b: number) => boolean) => (a: Date, b: Date, unit?: Unit) => {
    const length = lengthOf(unit);
    return length === null ? byDateTime[name](a, b, unit) : holds(Math.floor(a.getTime() / length), Math.floor(b.getTime() / length));
  };
  const lte = compared('lte', (a, b) => a <= b);
  const eq = compared('eq', (a, b) => a === b);
  // The library asks it of no date where it names its slots.
  const startOf = (date: Date = new Date(0), unit: Unit) => {
    const length = lengthOf(unit);
    return length === null ? byDateTime.startOf(date, unit as Exclude<Unit, 'week'>) : new Date(Math.floor(date.getTime() / length) * length);
  };
  return {
    lt: compared('lt', (a, b) => a < b), lte, gt: compared('gt', (a, b) => a > b), gte: compared('gte', (a, b) => a >= b), eq, neq: compared('neq', (a, b) => a !== b), startOf,
    inRange: (date: Date, from: Date, to: Date, unit: Unit = 'day') => lte(from, date, unit) && lte(date, to, unit),
    min: (a: Date, b: Date) => new Date(Math.min(a.getTime(), b.getTime())),
    max: (a: Date, b: Date) => new Date(Math.max(a.getTime(), b.getTime())),
    merge: (date, time) => new Date(startOf(date, 'day').getTime() + time.getTime() - startOf(time, 'day').getTime()),
    diff: (a, b, unit = 'day') => {
      const length = lengthOf(unit);
      return length === null ? byDateTime.diff(a, b, unit) : Math.floor((b.getTime() - a.getTime()) / length);
    },
    isSameDate: (a, b) => eq(a, b, 'day'),
  };
}

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
