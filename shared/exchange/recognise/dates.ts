import { folded } from '#shared/kernel/text.ts';
import type { LocalDate, LocalTime } from '#shared/kernel/time.ts';
import { inVocabulary } from './vocabularies.ts';

/** Which of two small numbers comes first. */
export type DateOrder = 'dmy' | 'mdy';

/** `undecided`: numeric dates whose order no cell proves. */
export type DateStyle = { readonly order: DateOrder; readonly undecided: boolean };

/** The order of day and month that dates prove by a number above 12; a dot means day first everywhere. */
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
  for (const text of texts) {
    const [, first, sign, second] = numericDate.exec(text) ?? [];
    if (first === undefined || second === undefined) continue;
    if (Number(first) > 12 && Number(second) <= 12) dayFirst++;
    else if (Number(second) > 12 && Number(first) <= 12) monthFirst++;
    else if (sign === '.') dayFirst++;
    else if (Number(first) !== Number(second)) open++;
  }
  return { dayFirst, monthFirst, open };
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

/** Arabic, Persian and full-width digits as 0 to 9, full-width signs between them as `-./:`. */
export function westernDigits(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/g, (digit) => String(digit.charCodeAt(0) & 15)).replace(/[\uFF0D-\uFF0F\uFF1A]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
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

/** The number of a month by its name or the beginning of it, in any of the usual languages; 0 for what is none. */
export function monthOf(word: string | undefined): number {
  const key = folded(word ?? '');
  return months.get(key) ?? inflected(key);
}

/** Of a longer or shorter form of a known name: `Septemb`, `Augustus`. `Marketing` is not March. */
function inflected(key: string): number {
  if (key.length < 4) return 0;
  for (const [name, month] of months) if (name.length >= 5 && (name.startsWith(key) || key.startsWith(name.slice(0, Math.max(5, name.length - 2))))) return month;
  return 0;
}

const monthLanguages = ['ar-AE', 'he', 'el', 'ru', 'uk', 'bg', 'sk', 'pl', 'cs', 'tr', 'hu', 'ro', 'fi', 'da', 'nb', 'sv', 'nl', 'pt', 'it', 'es', 'fr', 'de', 'en'] as const;

/** Words people use beside those of the host's language tables. */
const months: ReadonlyMap<string, number> = new Map([
  ...monthTables(monthLanguages),
  ...[
    'jan|gen|ene', 'feb|fev|febr', 'mar|marz|maerz|mrz|mars|mrt', 'apr|avr|abr', 'may|mai|mag|mei', 'jun|juin|giu', 'jul|juil|lug', 'aug|aou|aout|ago', 'sep|sept|set', 'oct|okt|ott|out', 'nov', 'dec|dez|dic',
  ].flatMap((names, index) => names.split('|').map((name) => [name, index + 1] as const)),
]);

/** Long and short, as they stand alone and within a date (Polish `marzec`, `marca`). A word that means two months in two languages is none. */
function monthTables(languages: readonly string[]): Map<string, number> {
  const named = new Map<string, number>();
  const unsure = new Set<string>();
  for (const language of languages) {
    for (const month of ['long', 'short'] as const) {
      for (const shape of [{ month }, { month, day: 'numeric' }] as const) {
        const format = new Intl.DateTimeFormat(language, { ...shape, timeZone: 'UTC' });
        for (let index = 0; index < 12; index++) {
          const word = folded(format.formatToParts(Date.UTC(2027, index, 15)).find(({ type }) => type === 'month')?.value ?? '').replace(/\.$/, '');
          if (!/^\p{L}+$/u.test(word)) continue;
          if ((named.get(word) ?? index + 1) !== index + 1) unsure.add(word);
          named.set(word, index + 1);
        }
      }
    }
  }
  for (const word of unsure) named.delete(word);
  return named;
}

/** A time of day: `14:30`, `2:30 PM`, `14.30`, `14h30`, `kl. 9`, `1430`, `9 am`, `午後2時30分`, a day's fraction `0.604`; null for what is none. `24:00` ends a day. A zone behind it is dropped, since a planner's clock is the venue's. */
export function timeIn(text: string): LocalTime | null {
  const said = folded(withHalfBehind(westernDigits(text))).replace(zoneBehind, '').replace(/^(?:kl|um|at|a las|a|as|o|godz)\.?\s+(?=\d)/, '').replace(/([ap])\.\s?m\.?$/, '$1m');
  // `9 Uhr`, `14h`: the hour alone; elsewhere such a word stands between the numbers or behind them.
  const plain = said.replace(/^(\d{1,2})\s*(?:uhr|uur|h)$/, '$1:00').replace(/(?<=\d)\s*(?:uhr|h|u)\s*(?=\d)/, ':').replace(/\s*(?:uhr|uur|hrs?|h)$/, '');
  const clock = /^(\d{1,2})(?:\s*[:.]\s*(\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*([ap]m?)?$/.exec(plain);
  if (clock !== null && (clock[2] !== undefined || clock[3] !== undefined)) return clockTime(Number(clock[1]), Number(clock[2] ?? 0), clock[3]?.[0]);
  const packed = /^(\d{1,2})(\d{2})\s*([ap]m)?$/.exec(plain);
  if (packed !== null) return clockTime(Number(packed[1]), Number(packed[2]), packed[3]?.[0]);
  if (/^0[.,]\d+$/.test(plain)) {
    const minutes = Math.round(Number(plain.replace(',', '.')) * 1440);
    return clockTime(Math.floor(minutes / 60), minutes % 60, undefined);
  }
  return /^(?:12(?::00)? ?)?(?:noon|midday|mittags?|midi|mediodia|mezzogiorno)$/.test(plain) ? ('12:00' as LocalTime) : null;
}

const zoneBehind = /(?<=[\dm.])\s*\(?(?:[cew]es?t|utc|gmt|bst|[ecmp][sd]?t|[jkg]st|ist|hkt|sgt|msk|trt|brt|ae[sd]t|local time|local)\)?$/;

/** `午後2時30分`, `오후 2:30`, `2:30 مساءً`, `ÖS 2:30` with `am` or `pm` behind. */
function withHalfBehind(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const plain = text.normalize('NFC').replace(/\s*[時点點시]\s*(?=\d)/u, ':').replace(/[時点點시]$/u, ':00').replace(/(?<=\d)\s*[分분]$/u, '').trim();
  for (const [half, before, behind] of halves) {
    const rest = plain.replace(before, '').replace(behind, '');
    if (rest !== plain) return `${rest.trim()} ${half}`;
  }
  return plain;
}

const halves = [['am', /^(?:午前|上午|오전|ÖÖ)\s*(?=\d)/iu, /(?<=\d)\s*(?:ص|صباحا|صباحًا|ÖÖ)$/iu], ['pm', /^(?:午後|下午|오후|ÖS)\s*(?=\d)/iu, /(?<=\d)\s*(?:م|مساء|مساءً|ÖS)$/iu]] as const;

/** Of a time `HH:mm`, since midnight. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function clockTime(hours: number, minutes: number, half: string | undefined): LocalTime | null {
  if (half !== undefined && (hours < 1 || hours > 12)) return null;
  const hour = half === undefined ? hours : (hours % 12) + (half === 'p' ? 12 : 0);
  if (minutes > 59 || hour > 24 || (hour === 24 && minutes > 0)) return null;
  return `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` as LocalTime;
}

/** A day and a time in one cell, `2027-03-23T09:30`; an offset is dropped, since a planner's clock is the venue's. */
export function momentIn(text: string, order: DateOrder): string | null {
  const plain = text.trim().replace(/(?<=:\d\d(?:\.\d+)?)\s*Z$/, '').replace(/(?<=T\d\d:\d\d|:\d\d:\d\d(?:\.\d+)?)\s*[+-]\d\d:?\d\d$/, '');
  for (const gap of plain.matchAll(/T(?=\d)|[\s,]+/g)) {
    const date = dateIn(plain.slice(0, gap.index), order);
    const time = date === null ? null : timeIn(plain.slice(gap.index + gap[0].length).replace(/^à\s/, ''));
    if (time !== null) return `${date}T${time}`;
  }
  return null;
}

export type Intervals = { readonly spans: readonly string[] } | { readonly fault: 'end-before-start' | 'unreadable' };

/** Spans of a day `HH:MM-HH:MM`; all day is `00:00-24:00`, `until 11:00` begins with the day. `4-5:30 PM` gives the first time the second's half of the day. */
export function intervalsIn(text: string): Intervals {
  const spans: string[] = [];
  for (const part of text.split(/[;\n/、]|,(?!\d)|\s+(?:and|und|et|y|i|e|ve|og|och)\s+/).map((piece) => piece.trim()).filter((piece) => piece !== '')) {
    const whole = wholeOrHalf(folded(part.normalize('NFKC')));
    if (whole !== null) {
      spans.push(whole);
      continue;
    }
    const [from = '', to = ''] = part.normalize('NFKC').replace(/^(?:from|between|von|de|du|od|van|fra|från|dalle)\s+(?=\d)/i, '').split(/\s*[-–—−~〜→]\s*|\s+(?:to|and|bis|until|till|à|a|às|al|alle|do|až|tot|til)\s+/iu);
    const end = timeIn(to) ?? (/^\d{1,2}$/.test(to) ? timeIn(`${to}:00`) : null);
    const half = /([ap])\.?m\.?$/i.exec(to)?.[0];
    const bare = timeIn(from) ?? (/^\d{1,2}$/.test(from) ? timeIn(`${from}:00`) : null);
    const start = half !== undefined && !/[ap]\.?m/i.test(from) ? (timeIn(`${from} ${half}`) ?? bare) : bare;
    if (start === null || end === null) return { fault: 'unreadable' };
    const close = end === '00:00' ? '24:00' : end;
    if (close <= start) return { fault: 'end-before-start' };
    spans.push(`${start}-${close}`);
  }
  return { spans };
}

/** A day, or the part of it before or after a time; null for every other text. */
function wholeOrHalf(part: string): string | null {
  if (allDay.test(part)) return '00:00-24:00';
  const [, side = '', said = ''] = /^(until|till|before|bis|vor|jusqu'a|hasta|fino alle|ate|do|after|from|ab|nach|apres|des|desde|dopo le|od|po)\s+(\d[^-–—]*)$/.exec(part) ?? [];
  const time = timeIn(said);
  if (time === null) return null;
  return /^(?:until|till|before|bis|vor|jusqu'a|hasta|fino alle|ate|do)$/.test(side) ? (time > '00:00' ? `00:00-${time}` : null) : time < '24:00' ? `${time}-24:00` : null;
}

const allDay = /^(?:all|whole|full|entire|the whole)[ -]?day|^ganztag|^(?:den )?ganzen tag|^toute la journee|^todo el dia|^(?:o )?dia (?:inteiro|todo)|^tutto il giorno|^tutta la giornata|^(?:de )?hele? dag(?:en)?|^heldag|^koko paiva|^caly dzien|^cely den|^tum gun|^egesz nap|^весь день|^終日|^全天|^all$|^out$/;

/** The summit day a preference names: a date, a weekday, `Day 2`; null for no preference, undefined for a day outside the summit. */
export function summitDayIn(text: string, days: readonly LocalDate[], order: DateOrder): LocalDate | null | undefined {
  const word = folded(text).replace(/[.,]$/, '');
  if (/^(any day|whenever|no pref|all|both)$/.test(word) || inVocabulary('part_of_day', text) === 'any') return null;
  const count = /^(?:summit )?(?:day|d|tag|jour|dia|giorno|dag|den|dzien|gun|paiva|nap|ziua|день)?[\s#-]*(\d{1,2})$/.exec(word)?.[1] ?? /^(\d)\s*(?:\.|st|nd|rd|th|er|e|eme|o|日目)?\s*(?:day|tag|jour|dia|giorno|dag|den|dzien|gun|nap)?$/.exec(word)?.[1];
  if (count !== undefined) return days[Number(count) - 1];
  const spelled = /^(?:day )?(one|first|two|second|three|third|four|fourth|five|fifth)(?: day)?$/.exec(word)?.[1];
  if (spelled !== undefined) return days[ordinals.findIndex((names) => names.includes(spelled))];
  const weekday = weekdayOf(word);
  if (weekday !== null) return days.find((day) => new Date(`${day}T00:00:00Z`).getUTCDay() === weekday);
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

/** Of a word as `folded` writes it, 0 for Sunday; null for what is no day of the week. */
function weekdayOf(word: string): number | null {
  const written = weekdays.findIndex((names) => names.split('|').includes(word));
  return written >= 0 ? written : (namedWeekdays().get(word) ?? null);
}

let weekdayNames: Map<string, number> | null = null;

/** By the host's language tables; a word that means two days is none. */
function namedWeekdays(): ReadonlyMap<string, number> {
  if (weekdayNames !== null) return weekdayNames;
  weekdayNames = new Map();
  const unsure = new Set<string>();
  for (const language of [...monthLanguages, 'ja', 'ko', 'zh']) {
    for (const weekday of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
      for (let day = 0; day < 7; day++) {
        // The third of January 2027 is a Sunday.
        const word = folded(format.format(Date.UTC(2027, 0, 3 + day))).replace(/\.$/, '');
        if ((weekdayNames.get(word) ?? day) !== day) unsure.add(word);
        weekdayNames.set(word, day);
      }
    }
  }
  for (const word of unsure) weekdayNames.delete(word);
  return weekdayNames;
}

const weekdays = [
  'sunday|sun|sonntag|so|dimanche|domingo|domenica|zondag', 'monday|mon|montag|mo|lundi|lunes|lunedi|segunda|segunda-feira|maandag', 'tuesday|tue|tues|dienstag|di|mardi|martes|martedi|terca|terca-feira|dinsdag',
  'wednesday|wed|weds|mittwoch|mi|mercredi|miercoles|mercoledi|quarta|quarta-feira|woensdag', 'thursday|thu|thur|thurs|donnerstag|do|jeudi|jueves|giovedi|quinta|quinta-feira|donderdag',
  'friday|fri|freitag|fr|vendredi|viernes|venerdi|sexta|sexta-feira|vrijdag', 'saturday|sat|samstag|sa|samedi|sabado|sabato|zaterdag',
] as const;
