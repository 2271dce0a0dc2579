import { IANAZone } from 'luxon';
import type { LocalDate } from '#shared/kernel/time.ts';

/** A moment at which the wall clocks of a zone jump; offsets in minutes east of UTC. */
type Jump = { readonly at: number; readonly from: number; readonly to: number };

/**
 * The VTIMEZONE of an IANA zone for events from one day to another, with a year on either side. Jumps that keep to a rule (last Sunday of
 * March) are told as that rule, because Outlook wants one standard and one daylight part; others one by one.
 */
export function zoneText(zone: string, from: LocalDate, to: LocalDate): string {
  const clock = IANAZone.create(zone);
  const [first, last] = [Number(from.slice(0, 4)) - 1, Number(to.slice(0, 4)) + 1];
  const jumps = jumpsOf(clock, Date.UTC(first, 0, 1), Date.UTC(last, 11, 31));
  const offset = Math.round(clock.offset(Date.UTC(first, 0, 1)));
  const parts = jumps.length === 0 ? [part('STANDARD', '19700101T000000', offset, offset)] : [...new Set(jumps.map(({ from: before, to: after }) => `${before} ${after}`))].flatMap((pair) => partsOf(jumps.filter((jump) => `${jump.from} ${jump.to}` === pair), last - first + 1));
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, `X-LIC-LOCATION:${zone}`, ...parts, 'END:VTIMEZONE'].join('\r\n');
}

/** Offsets are compared day by day; within a day that differs, the jump is found by halving. */
function jumpsOf(clock: IANAZone, start: number, end: number): Jump[] {
  const jumps: Jump[] = [];
  for (let day = start; day < end; day += dayLength) {
    const [from, to] = [clock.offset(day), clock.offset(day + dayLength)];
    if (from === to) continue;
    let [before, after] = [day, day + dayLength];
    while (after - before > minute) {
      const middle = before + Math.floor((after - before) / 2 / minute) * minute;
      if (clock.offset(middle) === from) before = middle;
      else after = middle;
    }
    jumps.push({ at: after, from: Math.round(from), to: Math.round(to) });
  }
  return jumps;
}

const minute = 60_000;
const dayLength = 24 * 60 * minute;

function partsOf(jumps: readonly Jump[], years: number): string[] {
  const name = (jump: Jump) => (jump.to > jump.from ? 'DAYLIGHT' : 'STANDARD');
  const [one] = jumps;
  const rule = jumps.length === years ? yearlyRule(jumps) : null;
  if (one !== undefined && rule !== null) return [part(name(one), localText(one), one.from, one.to, rule)];
  return jumps.map((jump) => part(name(jump), localText(jump), jump.from, jump.to));
}

/** The rule that jumps of consecutive years share: the same month, weekday, week and time of day on the clock before the jump. */
function yearlyRule(jumps: readonly Jump[]): string | null {
  const days = jumps.map(({ at, from }) => new Date(at + from * minute));
  const same = (value: (day: Date) => number) => new Set(days.map(value)).size === 1;
  const [one] = days;
  if (one === undefined || !same((day) => day.getUTCMonth()) || !same((day) => day.getUTCDay()) || !same((day) => day.getUTCHours() * 60 + day.getUTCMinutes())) return null;
  const isLast = days.every((day) => day.getUTCDate() + 7 > new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate());
  const week = (day: Date) => Math.ceil(day.getUTCDate() / 7);
  if (!isLast && !same(week)) return null;
  return `FREQ=YEARLY;BYMONTH=${one.getUTCMonth() + 1};BYDAY=${isLast ? -1 : week(one)}${['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][one.getUTCDay()] ?? ''}`;
}

function part(name: 'STANDARD' | 'DAYLIGHT', start: string, from: number, to: number, rule: string | null = null): string {
  return [`BEGIN:${name}`, `DTSTART:${start}`, ...(rule === null ? [] : [`RRULE:${rule}`]), `TZOFFSETFROM:${offsetText(from)}`, `TZOFFSETTO:${offsetText(to)}`, `TZNAME:${offsetText(to)}`, `END:${name}`].join('\r\n');
}

/** On the clock before the jump, as RFC 5545 3.6.5 wants it. */
function localText({ at, from }: Jump): string {
  return new Date(at + from * minute).toISOString().slice(0, 19).replace(/[-:]/g, '');
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}${String(size % 60).padStart(2, '0')}`;
}
