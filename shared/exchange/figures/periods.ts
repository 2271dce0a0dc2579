import { addDays, type LocalDate } from '#shared/kernel/time.ts';
import { monthOf } from '../recognise/calendar-words.ts';
import { westernDigits } from '../recognise/digits.ts';
import { headerKey } from '../recognise/header-match.ts';

/** Whole months of the calendar. `from` counts months since the year 0. */
export type Period = { readonly from: number; readonly months: number };

/** A period as it is written. One of a fiscal year lies in the calendar only once somebody says when that year begins. */
export type WrittenPeriod = { readonly year: number; readonly months: 1 | 3 | 6 | 12; /** Which of the year, counted from 1; of a fiscal year a month that is called by its name is counted in the calendar's. */ readonly part: number; readonly fiscal: boolean; readonly isNamed?: true };

/** What a text says of time: a period, the twelve months before no day in particular, or nothing; and its other words. */
export type TimeReading = { readonly period: WrittenPeriod | 'trailing' | null; readonly rest: string };

/** `Revenue Q1 FY25` → the first quarter of fiscal 2025, and `revenue`. Words of six languages; a day stands for its month where it begins or ends one. */
export function timeIn(text: string): TimeReading {
  const key = (headerKey(westernDigits(text).replace(/T\d\d:\d\d(:\d\d(\.\d+)?)?Z?$/, '').replace(/[年月]/gu, ' ')).match(/\p{L}+|\d+|[#%]/gu) ?? []).filter((word) => !linking.has(word)).join(' ');
  for (const { pattern, period } of /\d/.test(key) ? shapes : [trailing]) {
    const found = pattern.exec(key);
    const read = found === null ? null : period(found.slice(1).filter((part) => part !== undefined));
    if (found !== null && read !== null) return { period: read, rest: `${key.slice(0, found.index)} ${key.slice(found.index + found[0].length)}`.replace(/\s+/g, ' ').trim() };
  }
  return { period: null, rest: key };
}

/** The months of a written period; null for a fiscal one while nobody has said in which month that year begins. A fiscal year is called by the year in which it ends. */
export function periodOf({ year, months, part, fiscal, isNamed }: WrittenPeriod, fiscalStart: number | null): Period | null {
  if (isNamed === true) return fiscalStart === null ? null : { from: (part >= fiscalStart && fiscalStart > 1 ? year - 1 : year) * 12 + part - 1, months };
  const offset = (part - 1) * months;
  if (!fiscal) return { from: year * 12 + offset, months };
  if (fiscalStart === null) return null;
  return { from: (fiscalStart === 1 ? year : year - 1) * 12 + fiscalStart - 1 + offset, months };
}

/** `2025`, `2025-H1`, `2025-Q1`, `2025-03`; the first and the last month where a period is none of the calendar's. */
export function periodKey({ from, months }: Period): string {
  const [year, month] = [Math.floor(from / 12), from % 12];
  if (months === 1) return monthKey(from);
  if (month % months !== 0 || 12 % months !== 0) return `${monthKey(from)}..${monthKey(from + months - 1)}`;
  if (months === 12) return String(year);
  return `${year}-${months === 3 ? 'Q' : 'H'}${month / months + 1}`;
}

/** The period that `periodKey` writes; null for every other text. */
export function periodOfKey(key: string): Period | null {
  const [, year, sign, part, lastYear, lastMonth] = /^(\d{4})(?:-([QH]?)(\d\d?)(?:\.\.(\d{4})-(\d\d))?)?$/.exec(key) ?? [];
  if (year === undefined) return null;
  if (part === undefined) return { from: Number(year) * 12, months: 12 };
  const months = sign === 'Q' ? 3 : sign === 'H' ? 6 : 1;
  const from = Number(year) * 12 + (Number(part) - 1) * months;
  return { from, months: lastYear === undefined ? months : Number(lastYear) * 12 + Number(lastMonth) - from };
}

/** A period as it stands behind the name of a field: `periodKey`, and otherwise as `writtenKey` has it. */
export function keyOf(period: WrittenPeriod | 'trailing', fiscalStart: number | null): string {
  if (period === 'trailing') return period;
  const months = periodOf(period, fiscalStart);
  return months === null ? writtenKey(period) : periodKey(months);
}

/** The months of a key in words: `November 2024 to January 2025`. */
export function monthsText(key: string): string {
  const period = periodOfKey(key);
  if (period === null) return key;
  const name = (month: number) => `${monthName((month % 12) + 1)} ${Math.floor(month / 12)}`;
  return period.months === 1 ? name(period.from) : `${name(period.from)} to ${name(period.from + period.months - 1)}`;
}

/** In English, counted from 1. */
export function monthName(month: number): string {
  return monthNames[month - 1] ?? '';
}

const monthNames = 'January February March April May June July August September October November December'.split(' ');

/** How a fiscal period is kept until its year is known: `FY2025-Q1`. */
export function writtenKey({ year, months, part, isNamed }: WrittenPeriod): string {
  return isNamed === true ? `FY${year}-${monthName(part)}` : `FY${year}${months === 12 ? '' : `-${months === 3 ? 'Q' : months === 6 ? 'H' : 'M'}${part}`}`;
}

export function lastDayOf({ from, months }: Period): LocalDate {
  return addDays(`${monthKey(from + months)}-01` as LocalDate, -1);
}

function monthKey(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

const linking: ReadonlySet<string> = new Set('of de du des del di do da von van in im for the per al'.split(' '));

const year = '(20\\d\\d|\\d\\d)';
const fullYear = '(20\\d\\d)';
const fiscal = '(?:fy|fiscal year|fiscal|gj|geschaftsjahr|exercice|ejercicio|esercizio|exercicio|boekjaar)';
/** `FY25`, `FY 2024/25`. */
const fiscalYear = `${fiscal} ${year}(?: ${year})?`;
const ordinal = '(?:st|nd|rd|th|er|ere|e|eme|o|a)?';
const quarter = nth('q|qtr|quarter|quartal|qu|t|trim|trimestre|k|kwartaal', '1-4');
const half = nth('h|hj|half|halbjahr|s|sem|semestre|semester', '12');
const month = '(\\p{L}{3,})';
const calendar = '(?:(?:cy|calendar year|year|jahr|annee|ano|anno|jaar) )?';

/** `Q1`, `1Q`, `1. Quartal`. */
function nth(words: string, digits: string): string {
  return `(?:(?:${words}) ([${digits}])|([${digits}]) ${ordinal} ?(?:${words}))`;
}

type Shape = { readonly pattern: RegExp; readonly period: (parts: readonly string[]) => WrittenPeriod | 'trailing' | null };

/** The one that may be said without a digit. */
const trailing = shape('(?:ttm|ltm|(?:t|l|r|rolling|trailing|last|letzte|letzten|past|ultimos|ultimi|ultimas) (?:12|twelve)(?: ?(?:m|months|monate|mois|meses|mesi|maanden))?|12 (?:derniers )?(?:mois|monate|meses|mesi|maanden))', () => 'trailing');

/** In the order in which they are looked for: what says more comes first. */
const shapes: readonly Shape[] = [
  trailing,
  ...([[quarter, 3], [half, 6]] as const).flatMap(([part, months]): Shape[] => [
    shape(`${fiscalYear} ${part}`, (parts) => inYear(parts.slice(0, -1), months, parts.at(-1), true)),
    shape(`${part} ${fiscalYear}`, ([which, ...years]) => inYear(years, months, which, true)),
    shape(`${fullYear} ${part}`, ([of, which]) => inYear([of ?? ''], months, which, false)),
    shape(`${part} ${year}`, ([which, of]) => inYear([of ?? ''], months, which, false)),
  ]),
  shape(`${month} ${fiscalYear}`, ([word, ...years]) => ofFiscalYear(years, word)),
  shape(`${fiscalYear} ${month}`, (parts) => ofFiscalYear(parts.slice(0, -1), parts.at(-1))),
  shape(fiscalYear, (years) => inYear(years, 12, '1', true)),
  shape('(20\\d\\d) (\\d\\d?) (\\d\\d?)', ([of, which, day]) => onDay(of, which, day)),
  shape('(\\d\\d?) (\\d\\d?) (20\\d\\d)', ([one, other, of]) => onDay(of, other, one) ?? onDay(of, one, other)),
  shape(`${month} ${year}`, ([word, of]) => inYear([of ?? ''], 1, String(monthOf(word)), false)),
  shape(`${fullYear} ${month}`, ([of, word]) => inYear([of ?? ''], 1, String(monthOf(word)), false)),
  shape(`${fullYear} (?:m )?(0?[1-9]|1[0-2])`, ([of, which]) => inYear([of ?? ''], 1, which, false)),
  shape(`(?:m )?(0?[1-9]|1[0-2]) ${fullYear}`, ([which, of]) => inYear([of ?? ''], 1, which, false)),
  shape(`${fullYear} ${year}`, (years) => inYear(years, 12, '1', true)),
  shape(`${calendar}${fullYear}`, (years) => inYear(years, 12, '1', false)),
];

function shape(pattern: string, period: Shape['period']): Shape {
  return { pattern: new RegExp(`(?<!\\S)${pattern}(?!\\S)`, 'u'), period };
}

/** `2024/25` is the year that ends in 2025; two years that do not follow each other are none. */
function inYear(years: readonly string[], months: WrittenPeriod['months'], part: string | undefined, ofFiscal: boolean): WrittenPeriod | null {
  const [first = NaN, second = first] = years.map((text) => (text.length === 2 ? 2000 : 0) + Number(text));
  const which = Number(part);
  if (!(second === first || second === first + 1) || !(which >= 1 && which * months <= 12)) return null;
  return { year: second, months, part: which, fiscal: ofFiscal };
}

/** `Apr FY26`: in which calendar year it lies only the beginning of the fiscal year tells. */
function ofFiscalYear(years: readonly string[], word: string | undefined): WrittenPeriod | null {
  const named = inYear(years, 1, String(monthOf(word)), true);
  return named === null ? null : { ...named, isNamed: true };
}

/** Reports date a month by its first or its last day; on any other day a figure is of no period. */
function onDay(of: string | undefined, which: string | undefined, day: string | undefined): WrittenPeriod | null {
  const written = inYear([of ?? ''], 1, which, false);
  const last = written === null ? null : periodOf(written, null);
  return written !== null && last !== null && (Number(day) === 1 || Number(day) === Number(lastDayOf(last).slice(8))) ? written : null;
}
