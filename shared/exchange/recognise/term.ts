import { folded } from '#shared/kernel/text.ts';
import { addDays, type LocalDate } from '#shared/kernel/time.ts';

/** How long an agreement runs, as words say it: whole months from when it was signed, from when it takes effect, or (null) from whichever is known. */
export type Term = 'perpetual' | { readonly months: number; readonly from: 'signature' | 'effective' | null };

/** `3 years from signature`, `36 Monate`, `5 ans à compter de la date d’effet`, `perpetual`; null for what says neither, such as `see clause 7`. */
export function termIn(text: string): Term | null {
  const words = folded(text).normalize('NFC');
  if (endless.test(words)) return 'perpetual';
  const spans = [...words.matchAll(span)];
  const [found] = spans;
  // `2 years, 5 years for trade secrets` are two terms.
  if (found === undefined || spans.length > 1) return null;
  const [, number = '', unit = ''] = found;
  const months = Number(number) * (monthly.test(unit) ? 1 : 12);
  if (!(months >= 1 && months <= longest)) return null;
  return { months, from: signing.test(words) ? 'signature' : taking.test(words) ? 'effective' : null };
}

/** The last day of a term that begins on a day; the day before the same one of the month, or the last of a shorter month. */
export function endOfTerm(begins: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = begins.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  if (day > last.getUTCDate()) return last.toISOString().slice(0, 10) as LocalDate;
  return addDays(`${last.toISOString().slice(0, 8)}${String(day).padStart(2, '0')}` as LocalDate, -1);
}

const span = /(?<![\d.,])(\d{1,3})\)?[ -]?(years?|yrs?|jahren?|jahre|ans?|annees?|anos?|anni|anno|jaar|jaren|months?|mths?|mos?|monate?n?|mois|mes(?:es|i|e)?|maand(?:en)?|lat|lata|rok|roku|roky|let|yil|ay|ar|manader|maneder|miesi(?:ac|ace|ecy)|mesic(?:e|u)?|год|года|лет|месяц(?:а|ев)?|年間?|か月|ヶ月|个月|년|개월)(?!\p{L})/gu;
const monthly = /^(?:m|ay|мес|か|ヶ|个|개)/u;
const endless = /perpetual|indefinite|evergreen|unlimited|no (?:end|expiry)|unbefristet|perpetuel|indetermine|indefinid|perpetu[oa]|indeterminat|onbepaald|nieokreslony|bezterminow|neurcit|suresiz|tills vidare|tidsubegr|無期限|无期限|长期|бессрочн|دائم/;
const signing = /sign|execution|unterzeichn|unterschrift|firma|assinatura|ondertekening/;
const taking = /effect|commence|start|inkraft|vigueur|vigencia|vigor|decorrenza|ingang/;
/** A hundred years. */
const longest = 1200;
