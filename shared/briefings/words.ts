import type { Money } from '../kernel/money.ts';
import { type LocalDate, type LocalDateTime, type Span, timeOf } from '../kernel/time.ts';

// Books are in English whatever the host's locale, so that the same summit gives the same bytes on every machine.
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `M-7KQ2ZD`: what a box on paper is typed in against. From the end of the id, since ids of one moment begin alike. */
export function paperCode(letter: 'C' | 'M' | 'N' | 'P', id: string): string {
  return `${letter}-${id.slice(-6).toUpperCase()}`;
}

/** `Tuesday 23 March` */
export function dayTitle(day: LocalDate): string {
  return `${weekdayOf(day)} ${dayOfMonth(day)} ${monthOf(day)}`;
}

/** `Tue 23 Mar` */
export function shortDay(day: LocalDate): string {
  return `${weekdayOf(day).slice(0, 3)} ${dayOfMonth(day)} ${monthOf(day).slice(0, 3)}`;
}

/** `23 Mar 2027` */
export function dateText(day: LocalDate): string {
  return `${dayOfMonth(day)} ${monthOf(day).slice(0, 3)} ${day.slice(0, 4)}`;
}

/** `23–25 March 2027`, `31 March – 2 April 2027`; empty without days. */
export function rangeText(days: readonly LocalDate[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (first === last) return `${dayOfMonth(first)} ${monthOf(first)} ${first.slice(0, 4)}`;
  if (first.slice(0, 7) === last.slice(0, 7)) return `${dayOfMonth(first)}–${dayOfMonth(last)} ${monthOf(first)} ${first.slice(0, 4)}`;
  const year = first.slice(0, 4) === last.slice(0, 4) ? '' : ` ${first.slice(0, 4)}`;
  return `${dayOfMonth(first)} ${monthOf(first)}${year} – ${dayOfMonth(last)} ${monthOf(last)} ${last.slice(0, 4)}`;
}

/** `09:30–10:00` */
export function hoursText({ startsAt, endsAt }: Span): string {
  return `${timeOf(startsAt)}–${timeOf(endsAt)}`;
}

/** `Tue 23 Mar, 09:30` */
export function momentText(moment: LocalDateTime): string {
  return `${shortDay(moment.slice(0, 10) as LocalDate)}, ${timeOf(moment)}`;
}

/** Two or three digits and a unit for a figure that is glanced at: `EUR 8.4 m`, `EUR 640 k`; five of them stand side by side. */
export function shortMoney({ hundredths, currency }: Money): string {
  const units = Math.abs(hundredths) / 100;
  const [divisor, unit] = units >= 999_500_000 ? [1e9, ' bn'] : units >= 999_500 ? [1e6, ' m'] : units >= 9_995 ? [1e3, ' k'] : [1, ''];
  const value = units / divisor;
  const digits = unit === '' ? grouped(String(Math.round(value))) : value.toFixed(value >= 9.95 ? 0 : 1).replace(/\.0$/, '');
  return `${currency} ${hundredths < 0 ? '−' : ''}${digits}${unit}`;
}

/** To the cent, for promises: `EUR 150,000`, `EUR 1,250.50`. */
export function exactMoney({ hundredths, currency }: Money): string {
  return `${currency} ${hundredthsText(hundredths)}`;
}

/** `1,250.50` for 125,050 hundredths. */
export function hundredthsText(hundredths: number): string {
  const [whole = '0', cents = '00'] = (Math.abs(hundredths) / 100).toFixed(2).split('.');
  return `${hundredths < 0 ? '−' : ''}${grouped(whole)}${cents === '00' ? '' : `.${cents}`}`;
}

/** `1,240` */
export function countText(count: number): string {
  return `${count < 0 ? '−' : ''}${grouped(String(Math.abs(count)))}`;
}

/** `A`, `A and B`, `A, B and C`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** With a capital at its head, as lists of topics often lack. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Dates of the records (`2027-03-23`) as people write them. */
export function withDates(text: string): string {
  return text.replace(/\b\d{4}-\d\d-\d\d\b/g, (day) => dateText(day as LocalDate));
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

function weekdayOf(day: LocalDate): string {
  return weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
}

function dayOfMonth(day: LocalDate): number {
  return Number(day.slice(8, 10));
}

function monthOf(day: LocalDate): string {
  return months[Number(day.slice(5, 7)) - 1] ?? '';
}
