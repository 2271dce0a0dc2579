import { folded } from '#shared/kernel/text.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import { monthOf, weekdayOf } from './calendar-words.ts';
import { westernDigits } from './digits.ts';
import { inVocabulary } from './vocabularies.ts';

/** Which of two small numbers comes first. */
export type DateOrder = 'dmy' | 'mdy';

/** `undecided`: numeric dates whose order no cell proves. */
export type DateStyle = { readonly order: DateOrder; readonly undecided: boolean };

/** The order of day and month that dates prove by a number above 12; a dot means day first unless one of them can only be month first. */
export function dateStyleOf(texts: Iterable<string>, asked: DateOrder | null): DateStyle {
  const { dayFirst, monthFirst, open } = orderVotes(texts);
  if (dayFirst !== monthFirst) return { order: dayFirst > monthFirst ? 'dmy' : 'mdy', undecided: false };
  return { order: asked ?? 'dmy', undecided: asked === null && open > 0 };
}

/** How many numeric dates prove either order, and how many leave it open. */
export function orderVotes(texts: Iterable<string>): { readonly dayFirst: number; readonly monthFirst: number; readonly open: number } {
  let dayFirst = 0;
  let monthFirst = 0;
  let open = 0;
  let dotted = 0;
  let dottedMonthFirst = false;
  for (const text of texts) {
    const [, first, sign, second] = numericDate.exec(text) ?? [];
    if (first === undefined || second === undefined) continue;
    if (Number(first) > 12 && Number(second) <= 12) dayFirst++;
    else if (Number(second) > 12 && Number(first) <= 12) {
      monthFirst++;
      dottedMonthFirst ||= sign === '.';
    } else if (sign === '.') dotted++;
    else if (Number(first) !== Number(second)) open++;
  }
  return dottedMonthFirst ? { dayFirst, monthFirst, open: open + dotted } : { dayFirst: dayFirst + dotted, monthFirst, open };
}

/** Whether some day with dots can only begin with its month: `03.25.2026`. */
export function hasDottedMonths(texts: Iterable<string>): boolean {
  for (const text of texts) {
    const [, first, sign, second] = text.includes('.') ? (numericDate.exec(text) ?? []) : [];
    if (sign === '.' && Number(first) <= 12 && Number(second) > 12) return true;
  }
  return false;
}

/** A day with dots as one with slashes, for columns where dots say nothing of the order. */
export function slashed(text: string): string {
  return text.replace(/^(\d{1,2})\.\s?(\d{1,2})\.\s?(?=\d{2})/, '$1/$2/');
}

/** Whether a column writes `26-03-12` with the year in front: its first numbers hardly change and are no months, its last spread as days do and years do not. */
export function areYearFirst(texts: Iterable<string>): boolean {
  const [first, last]: [number[], number[]] = [[], []];
  for (const text of texts) {
    const [, one, , other] = /^\s*(\d\d)([./-])\d\d\2(\d\d)\s*$/.exec(text) ?? [];
    if (one === undefined || other === undefined) continue;
    first.push(Number(one));
    last.push(Number(other));
  }
  const spread = (numbers: readonly number[]) => numbers.reduce((most, number) => Math.max(most, number), 0) - numbers.reduce((least, number) => Math.min(least, number), 99);
  return first.length >= 3 && first.every((number) => number > 12) && spread(first) <= 3 && spread(last) > 10 && last.every((number) => number >= 1 && number <= 31);
}

/** A day in any of the usual spellings, or null for what is no day of the calendar. Serial numbers of spreadsheets (45291) count from 1899-12-30. */
export function dateIn(text: string, order: DateOrder): LocalDate | null {
  const plain = westernDigits(text.trim()).replace(/[\sT,]+\d{1,2}:\d\d(:\d\d(\.\d+)?)?(\s?[ap]\.?m\.?)?\s?(Z|[+-]\d\d:?\d\d)?$/i, '').replace(yearWord, '').replace(/\s*[(（][^)）]{1,12}[)）]$/, '');
  return plainDate(plain, order) ?? plainDate(plain.replace(/^\p{L}{2,}\.?,?\s+/u, ''), order);
}

/** `12.03.2026 r.`, `12 марта 2026 г.` */
const yearWord = /(?<=\d)\s*(?:r|roku|г|года|р|року|ž)\.?$/u;

/** Whether a numeric day reads as two different days of the calendar. */
export function isOpenDate(text: string): boolean {
  const [, first, , second] = numericDate.exec(text) ?? [];
  return !text.includes('.') && Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second);
}

const numericDate = /^\D*?(\d{1,2})([./-])(\d{1,2})\2(?:\d{4}|\d{2})(?!\d)/;

function plainDate(plain: string, order: DateOrder): LocalDate | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain);
  if (iso !== null) return calendarDay(iso[1], iso[2], iso[3]);
  const small = /^(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})$/.exec(plain);
  if (small !== null) {
    const first = small[2] === '.' ? 'dmy' : order;
    return first === 'dmy' ? calendarDay(small[4], small[3], small[1]) : calendarDay(small[4], small[1], small[3]);
  }
  const eastern = /^(令和)?(\d{1,4}|元)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]$/u.exec(plain) ?? /^()(\d{4})\. (\d{1,2})\. (\d{1,2})\.?$/.exec(plain);
  if (eastern !== null) return calendarDay(eastern[1] ? String(2018 + (eastern[2] === '元' ? 1 : Number(eastern[2]))) : eastern[2], eastern[3], eastern[4]);
  const named = /^(\d{1,2})(?:\.|º|st|nd|rd|th|er|e)?[\s/-]*(?:de\s+|of\s+)?(\p{L}+)\.?,?[\s/'’-]*(?:de\s+|del\s+)?(\d{4}|\d{2})$/u.exec(plain);
  if (named !== null) return calendarDay(named[3], monthOf(named[2]), named[1]);
  const monthFirst = /^(\p{L}+)\.?[\s-]*(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4})$/u.exec(plain);
  if (monthFirst !== null) return calendarDay(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  const compact = /^(20\d\d)(\d\d)(\d\d)$/.exec(plain);
  if (compact !== null) return calendarDay(compact[1], compact[2], compact[3]);
  const yearFirst = /^(\d{4})[\s-](\p{L}+)\.?[\s-](\d{1,2})$/u.exec(plain);
  if (yearFirst !== null) return calendarDay(yearFirst[1], monthOf(yearFirst[2]), yearFirst[3]);
  if (/^\d{5}([.,]\d+)?$/.test(plain)) return serialDay(Number(plain.replace(',', '.')));
  return null;
}

export function serialDay(serial: number): LocalDate | null {
  if (!(serial >= 18264 && serial <= 80000)) return null;
  return new Date((Math.floor(serial) - 25569) * 86_400_000).toISOString().slice(0, 10) as LocalDate;
}

function calendarDay(year: string | undefined, month: string | number | undefined, day: string | undefined): LocalDate | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const full = year?.length === 2 ? 2000 + y - (y >= 70 ? 100 : 0) : y;
  if (!(full >= 1900 && full <= 2200 && m >= 1 && m <= 12 && d >= 1)) return null;
  const date = new Date(Date.UTC(full, m - 1, d));
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d ? (date.toISOString().slice(0, 10) as LocalDate) : null;
}

/** Whether a text is a weekday that several days of a summit are. */
export function isRepeatedWeekday(text: string, days: readonly LocalDate[]): boolean {
  const weekday = weekdayOf(dayWord(text));
  return weekday !== null && days.filter((day) => isOn(day, weekday)).length > 1;
}

/** Whether a text is a weekday, `Day 2`, or a day of no year in particular: which of the calendar it is, the summit tells. */
export function namesSummitDay(text: string): boolean {
  const word = dayWord(text);
  return weekdayOf(word) !== null || (/\p{L}/u.test(word) && countOf(word) !== undefined) || (/\p{L}{3}|^\d{1,2}\.\d{1,2}\.$/u.test(text) && yearless(text, [leapDay], 'dmy') !== null);
}

/** A year in which every day of the calendar is. */
const leapDay = '2028-02-29' as LocalDate;

function isOn(day: LocalDate, weekday: number): boolean {
  return new Date(`${day}T00:00:00Z`).getUTCDay() === weekday;
}

function dayWord(text: string): string {
  return folded(text).replace(/[.,]$/, '');
}

function countOf(word: string): string | undefined {
  return /^(?:summit )?(?:day|d|tag|jour|dia|giorno|dag|den|dzien|gun|paiva|nap|ziua|день)?[\s#-]*(\d{1,2})$/.exec(word)?.[1] ?? /^(\d)\s*(?:\.|st|nd|rd|th|er|e|eme|o|日目)?\s*(?:day|tag|jour|dia|giorno|dag|den|dzien|gun|nap)?$/.exec(word)?.[1];
}

/** The summit day a preference names: a date, a weekday that only one of its days is, `Day 2`; null for no preference, undefined for a day outside the summit or one that could be several. */
export function summitDayIn(text: string, days: readonly LocalDate[], order: DateOrder): LocalDate | null | undefined {
  const word = dayWord(text);
  if (/^(any day|whenever|no pref|all|both)$/.test(word) || inVocabulary('part_of_day', text) === 'any') return null;
  const count = countOf(word);
  if (count !== undefined) return days[Number(count) - 1];
  const spelled = /^(?:day )?(one|first|two|second|three|third|four|fourth|five|fifth)(?: day)?$/.exec(word)?.[1];
  if (spelled !== undefined) return days[ordinals.findIndex((names) => names.includes(spelled))];
  const weekday = weekdayOf(word);
  if (weekday !== null) return isRepeatedWeekday(text, days) ? undefined : days.find((day) => isOn(day, weekday));
  const other = order === 'dmy' ? 'mdy' : 'dmy';
  const date = dateIn(text, order) ?? yearless(text, days, order) ?? yearless(text, days, other);
  return date !== null && days.includes(date) ? date : undefined;
}

const ordinals: readonly (readonly string[])[] = [['one', 'first'], ['two', 'second'], ['three', 'third'], ['four', 'fourth'], ['five', 'fifth']];

/** `24 March`, `March 24` or `24.03.` of the summit's year. */
function yearless(text: string, days: readonly LocalDate[], order: DateOrder): LocalDate | null {
  const year = days[0]?.slice(0, 4);
  if (year === undefined) return null;
  for (const plain of [text, text.replace(/^\p{L}+\.?,?\s+/u, '')].map((one) => one.trim().replace(/[./]$/, ''))) {
    const sign = plain.includes('/') ? '/' : plain.includes('.') ? '.' : ' ';
    const date = dateIn(`${plain}${sign}${year}`, order) ?? dateIn(`${plain}, ${year}`, order) ?? dateIn(`${plain} ${year}`, order) ?? dateIn(`${year}年${plain}`, order);
    if (date !== null) return date;
  }
  return null;
}
