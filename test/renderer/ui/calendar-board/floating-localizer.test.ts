import fc from 'fast-check';
import { DateTime } from 'luxon';
import { luxonLocalizer } from 'react-big-calendar';
import { describe, expect, test } from 'vitest';
import { floatingLocalizer } from '#renderer/ui/calendar-board/floating-localizer.ts';

const plain = luxonLocalizer({
  fromJSDate: (date: Date) => DateTime.fromJSDate(date, { zone: 'utc' }), min: (...dates: DateTime[]) => DateTime.min(...dates), max: (...dates: DateTime[]) => DateTime.max(...dates), local: () => DateTime.fromMillis(0, { zone: 'utc' }),
}, { firstDayOfWeek: 1 });
const moments = fc.date({ min: new Date('1960-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true });
/** Moments that often lie on one day or in one minute. */
const pairs = fc.tuple(moments, fc.constantFrom(0, 1, 59_999, 60_000, 3_600_000, 86_399_999, 86_400_000, 40 * 86_400_000), fc.constantFrom(1, -1)).map(([a, gap, sign]) => [a, new Date(a.getTime() + sign * gap)] as const);

describe('the arithmetic of the board', () => {
  test('says what the calendar library itself would say, unit by unit', () => {
    fc.assert(fc.property(pairs, moments, fc.constantFrom('seconds' as const, 'minutes' as const, 'hours' as const, 'day' as const, 'month' as const, 'year' as const), ([a, b], c, unit) => {
      const said = ({ lt, lte, gt, gte, eq, neq, startOf, inRange, min, max, merge, diff, isSameDate }: typeof plain) => [
        ...[lt, lte, gt, gte, eq, neq].flatMap((compare) => [compare(a, b), compare(a, b, unit)]), startOf(a, unit), inRange(a, b, c, unit), inRange(a, b, c), min(a, b), max(a, b), merge(a, c), diff(a, b, unit), diff(a, b), isSameDate(a, b),
      ];
      expect(said(floatingLocalizer)).toEqual(said(plain));
    }), { numRuns: 500 });
  });

  test('knows no change of clocks, since a wall clock of the summit has none of the machine’s', () => {
    const changing = Array.from({ length: 365 }, (_, day) => new Date(Date.UTC(2027, 0, 1 + day)));
    const zoned = changing.map((date) => Object.assign(new Date(date), { getTimezoneOffset: () => (date.getUTCMonth() > 2 ? -120 : -60) }));
    expect(zoned.map((date) => floatingLocalizer.getDstOffset(zoned[0] as Date, date))).toEqual(zoned.map(() => 0));
  });
});
