import { at, type LocalDate, type LocalDateTime, type LocalTime, type Span } from '#shared/kernel/time.ts';
import { dateIn, isOpenDate, isRepeatedWeekday, namesSummitDay, summitDayIn } from '../recognise/dates.ts';
import { intervalsIn, momentIn } from '../recognise/hours.ts';
import { addReason, type Draft } from './draft.ts';
import { spellsIn, spellText } from './spell-text.ts';

type Fault = 'DAY_OUTSIDE_SUMMIT' | 'DAY_UNCLEAR' | 'UNKNOWN_VALUE';

/**
 * The spells of a list field as our own lists write them: `Tue 9-11`, `Day 2`, `24 March until 11:00`, `24.03.2027 10:00 - 24.03.2027 11:30`.
 * One without hours is of the whole day. What has no day, or one that could be two, is left out and flagged.
 */
export function checkAbsences(draft: Draft, field: string, days: readonly LocalDate[]): void {
  const said = draft.values[field];
  if (!Array.isArray(said) || said.length === 0) return;
  const texts = said as readonly string[];
  if (texts.every((text) => spellsIn([text]).length === 1)) return;
  const read = texts.map((text) => spellsOf(text, days));
  draft.values[field] = read.flatMap((one) => (typeof one === 'string' ? [] : one.map(spellText))).sort();
  for (const fault of new Set(read.filter((one) => typeof one === 'string'))) addReason(draft, 'flag', fault, field);
}

function spellsOf(text: string, days: readonly LocalDate[]): readonly Span[] | Fault {
  const [from, to, ...more] = text.split(/\s+(?:to|until|bis|till)\s+|\s+[-–—]\s+/i).map((moment) => (isOpenDate(moment) ? null : momentOf(moment)));
  if (from && to && more.length === 0) return from < to ? [{ startsAt: from, endsAt: to }] : 'UNKNOWN_VALUE';
  const words = text.replace(/(?<=\p{L}|\d{4}|\d\.)[:,](?=\s)/gu, '').split(/\s+/);
  let fault: Fault = 'UNKNOWN_VALUE';
  for (let count = words.length; count > 0; count--) {
    for (const [day, hours] of [[words.slice(0, count), words.slice(count)], [words.slice(-count), words.slice(0, -count)]] as const) {
      const found = dayOf(day.join(' '), days);
      const spans = hours.length === 0 ? { spans: ['00:00-24:00'] } : intervalsIn(hours.join(' '));
      if (found === null || !('spans' in spans) || spans.spans.length === 0) continue;
      if (isFault(found)) fault = found;
      else return spans.spans.map((span) => { const [start = '', end = ''] = span.split('-'); return { startsAt: at(found, start as LocalTime), endsAt: at(found, end as LocalTime) }; });
    }
  }
  return fault;
}

function isFault(found: LocalDate | Fault): found is Fault {
  return found === 'DAY_OUTSIDE_SUMMIT' || found === 'DAY_UNCLEAR' || found === 'UNKNOWN_VALUE';
}

/** A day and a time in one text; `24:00` is the next day's beginning. */
function momentOf(text: string): LocalDateTime | null {
  const [day, time] = (momentIn(text, 'dmy') ?? momentIn(text, 'mdy') ?? '').split('T');
  return day === undefined || time === undefined ? null : at(day as LocalDate, time as LocalTime);
}

/** A whole date is a day wherever the summit lies; a weekday, a count or a day without a year is one of the summit's. Null: no day at all. */
function dayOf(text: string, days: readonly LocalDate[]): LocalDate | 'DAY_OUTSIDE_SUMMIT' | 'DAY_UNCLEAR' | null {
  if (/^\d*$/.test(text)) return null;
  const date = dateIn(text, 'dmy') ?? dateIn(text, 'mdy');
  if (date !== null) return isOpenDate(text) ? 'DAY_UNCLEAR' : date;
  if (!namesSummitDay(text)) return null;
  if (days.length === 0 || isRepeatedWeekday(text, days)) return 'DAY_UNCLEAR';
  return summitDayIn(text, days, 'dmy') ?? 'DAY_OUTSIDE_SUMMIT';
}
