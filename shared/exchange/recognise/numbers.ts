import { currencyOf, withoutCurrency } from './currency.ts';
import { westernDigits } from './digits.ts';
import { scaleCalled } from './scales.ts';

/** The mark before the decimals where a cell alone does not tell: `1,234` is a thousand or one and a bit. */
export type DecimalMark = '.' | ',';

export type NumberReading = { readonly value: number; readonly percent: boolean; readonly currency: string | null };

/** The decimal mark that the unambiguous cells of a file use; null when none tells. */
export function decimalMarkOf(texts: Iterable<string>): DecimalMark | null {
  const { points, commas } = markVotes(texts);
  return points === commas ? null : points > commas ? '.' : ',';
}

/** How many numbers prove either mark, and how many read as a thousand with one and as one and a bit with the other. */
export function markVotes(texts: Iterable<string>): { readonly points: number; readonly commas: number; readonly open: number } {
  let points = 0;
  let commas = 0;
  let open = 0;
  for (const text of texts) {
    const mark = provenMark(text);
    if (mark === '.') points++;
    else if (mark === ',') commas++;
    else if (mark === 'open') open++;
  }
  return { points, commas, open };
}

function provenMark(text: string): DecimalMark | 'open' | null {
  if (groupedByComma.test(text)) return '.';
  if (unmistakable.test(text)) return text.includes('.') ? '.' : text.includes(',') ? ',' : null;
  const digits = /\d[\d.,'’\s\u00A0\u202F]*/.exec(text)?.[0].trim() ?? '';
  return decimalMarkIn(digits) ?? (isOpenNumber(digits) ? 'open' : null);
}

/** `1,234` and `1.234`: a thousand with one mark, one and a bit with the other. */
export function isOpenNumber(text: string): boolean {
  return openNumber.test(text);
}

const openNumber = /^\D*[1-9]\d{0,2}[.,]\d{3}\D*$/;

/** The decimal mark one number proves, or null. */
function decimalMarkIn(digits: string): DecimalMark | null {
  const point = digits.lastIndexOf('.');
  const comma = digits.lastIndexOf(',');
  if (point >= 0 && comma >= 0) return point > comma ? '.' : ',';
  const mark = point >= 0 ? '.' : comma >= 0 ? ',' : null;
  if (mark === null) return null;
  const parts = digits.split(mark);
  const other: DecimalMark = mark === '.' ? ',' : '.';
  if (parts.length > 2) return other;
  const [whole = '', fraction = ''] = parts;
  if (/['’\s\u00A0\u202F]/.test(whole) || fraction.length !== 3 || /^0*$/.test(whole) || whole.length > 3) return mark;
  return null;
}

/**
 * A number as people write it, or null: `1.234,56 €`, `$1,234.56`, `(1,200)`, `△1,200`, `1'234.5`, `1.2M`, `45 %`. With `unit`, a word
 * may follow (`30 min`). A fraction (`7/10`) or a range (`6-8`) is not a number.
 */
export function numberIn(text: string, mark: DecimalMark, unit = false): NumberReading | null {
  if (unmistakable.test(text)) return { value: Number(text.replace(',', '.')), percent: false, currency: null };
  if (groupedByComma.test(text)) return { value: Number(text.replaceAll(',', '')), percent: false, currency: null };
  if (groupedByPoint.test(text)) return { value: Number(text.replaceAll('.', '').replace(',', '.')), percent: false, currency: null };
  const currency = currencyOf(text);
  let rest = westernDigits(text).normalize('NFKC').replace(/\u066B/g, ',').replace(/\u066C/g, '’').replace(/\u066A/g, '%').trim();
  if (currency !== null) rest = withoutCurrency(rest);
  // Signs that several currencies share say only that this is money; `,-` and `.--` stand for no hundredths.
  const whole = /[.,][-–—]{1,2}$/.test(rest);
  rest = rest.replace(/^(?:kr|rs|sfr|dkr|skr|nkr)\.?\s*(?=[\d(-])|(?<=[\p{L}\d).-])\s*kr\.?$/iu, '').replace(/[.,][-–—]{1,2}$/, '').trim();
  const negative = /^\(.*\)$/.test(rest) || /^[-−–△▲]/.test(rest) || /\d[-−]$/.test(rest);
  rest = rest.replace(/^\((.*)\)$/, '$1').replace(/^[-−–+△▲]\s*/, '').replace(/[-−]$/, '').replace(/^\+/, '').trim();
  if (/^%\s*\d/.test(rest)) rest = `${rest.slice(1).trim()}%`;
  const parts = /^(\d[\d.,'’\s]*|[.,]\d+)(.*)$/u.exec(rest);
  if (parts === null) return null;
  const digits = (parts[1] ?? '').trim();
  const tail = (parts[2] ?? '').trim();
  const percent = tail === '%' || percents.test(tail);
  const scale = percent || tail === '' ? 1 : (scaleCalled(tail, currency) ?? (unit && /^[\p{L}]+\.?$/u.test(tail) ? 1 : null));
  if (scale === null) return null;
  // Behind `1.234,-` a mark within the digits parts thousands.
  const plain = plainDigits(digits, whole ? (digits.includes(',') ? '.' : ',') : scale === 1 ? mark : (decimalMarkIn(digits) ?? (scale < 1e6 ? mark : shortMark(digits)) ?? mark));
  if (plain === null) return null;
  const value = Number(plain) * scale * (negative ? -1 : 1);
  return { value: percent ? Number((value / 100).toPrecision(12)) : value, percent, currency };
}

/** The normal form of an amount that is written in full, as most are: whole groups and two decimals prove each other. null: not so written. */
export function amountInFull(text: string): string | null {
  if (fullByPoint.test(text)) return text.replace(/,/g, '');
  return fullByComma.test(text) ? text.replace(/\./g, '').replace(',', '.') : null;
}

const fullByPoint = /^-?[1-9](?:\d{0,2}(?:,\d{3}){0,3}|\d{3,8})\.\d\d$/;
const fullByComma = /^-?[1-9](?:\d{0,2}(?:\.\d{3}){0,3}|\d{3,8}),\d\d$/;

/** Digits alone or with other than three decimals, or behind a zero or four digits: reads the same whatever the file's mark is, as most cells do. */
const unmistakable = /^-?(?:\d+(?:[.,](?:\d\d?|\d{4,}))?|(?:0+|\d{4,})[.,]\d+)$/;

/** Groups and decimals prove each other. */
const groupedByComma = /^-?\d{1,3}(?:,\d{3})+\.\d+$/;
const groupedByPoint = /^-?\d{1,3}(?:\.\d{3})+,\d+$/;

/** Before `M` a lone mark is decimal: nobody abbreviates thousands of millions with a group mark, as many do `$1,234k`. */
function shortMark(digits: string): DecimalMark | null {
  const marks = digits.match(/[.,]/g) ?? [];
  return marks.length === 1 ? (marks[0] as DecimalMark) : null;
}

const percents = /^(?:percent|per cent|pct|prozent|procent|procenta?t?|pour cent|por ciento|por cento|per cento)\.?$/i;

/** The digits with one point; null where the marks make no number, such as `1,23,4` outside the groups of any locale. */
function plainDigits(digits: string, fileMark: DecimalMark): string | null {
  const mark = decimalMarkIn(digits) ?? fileMark;
  const compact = digits.replace(/['’\s]/g, '');
  const [whole = '', fraction, ...more] = compact.split(mark);
  if (more.length > 0) return null;
  const group = mark === '.' ? ',' : '.';
  const groups = whole.split(group);
  // Groups of three, or two before the last three as in India.
  if (groups.length > 1 && !(groups.slice(1, -1).every((part) => part.length === 3 || part.length === 2) && groups.at(-1)?.length === 3 && (groups[0]?.length ?? 0) <= 3)) return null;
  if (fraction !== undefined && !/^\d*$/.test(fraction)) return null;
  const joined = groups.join('');
  return /^\d*$/.test(joined) && `${joined}${fraction ?? ''}` !== '' ? `${joined === '' ? '0' : joined}.${fraction === undefined || fraction === '' ? '0' : fraction}` : null;
}
