import { folded } from '#shared/kernel/text.ts';

/** The number of a month by its name or the beginning of it, in any of the usual languages; 0 for what is none. */
export function monthOf(word: string | undefined): number {
  const key = folded(word ?? '');
  return months().get(key) ?? inflected(key);
}

/** Of a word as `folded` writes it, 0 for Sunday; null for what is no day of the week. */
export function weekdayOf(word: string): number | null {
  return weekdays().get(word) ?? null;
}

/** Of a longer or shorter form of a known name: `Septemb`, `Augustus`. `Marketing` is not March. */
function inflected(key: string): number {
  if (key.length < 4) return 0;
  for (const [name, month] of months()) if (name.length >= 5 && (name.startsWith(key) || key.startsWith(name.slice(0, Math.max(5, name.length - 2))))) return month;
  return 0;
}

const languages = ['ar-AE', 'he', 'el', 'ru', 'uk', 'bg', 'sk', 'pl', 'cs', 'tr', 'hu', 'ro', 'fi', 'da', 'nb', 'sv', 'nl', 'pt', 'it', 'es', 'fr', 'de', 'en'];

/** Words people use beside those of the host's language tables. */
const monthWords = [
  'jan|gen|ene', 'feb|fev|febr', 'mar|marz|maerz|mrz|mars|mrt', 'apr|avr|abr', 'may|mai|mag|mei', 'jun|juin|giu', 'jul|juil|lug', 'aug|aou|aout|ago', 'sep|sept|set', 'oct|okt|ott|out', 'nov', 'dec|dez|dic',
];
const weekdayWords = [
  'sunday|sun|sonntag|so|dimanche|domingo|domenica|zondag', 'monday|mon|montag|mo|lundi|lunes|lunedi|segunda|segunda-feira|maandag', 'tuesday|tue|tues|dienstag|di|mardi|martes|martedi|terca|terca-feira|dinsdag',
  'wednesday|wed|weds|mittwoch|mi|mercredi|miercoles|mercoledi|quarta|quarta-feira|woensdag', 'thursday|thu|thur|thurs|donnerstag|do|jeudi|jueves|giovedi|quinta|quinta-feira|donderdag',
  'friday|fri|freitag|fr|vendredi|viernes|venerdi|sexta|sexta-feira|vrijdag', 'saturday|sat|samstag|sa|samedi|sabado|sabato|zaterdag',
];

/** Long and short, as they stand alone and within a date (Polish `marzec`, `marca`). */
const months = once(() => new Map([
  ...hostWords(languages, [{ month: 'long' }, { month: 'long', day: 'numeric' }, { month: 'short' }, { month: 'short', day: 'numeric' }], Array.from({ length: 12 }, (_, index) => [Date.UTC(2027, index, 15), index + 1])),
  ...numbered(monthWords, 1),
]));

/** The third of January 2027 is a Sunday. */
const weekdays = once(() => new Map([
  ...hostWords([...languages, 'ja', 'ko', 'zh'], [{ weekday: 'long' }, { weekday: 'short' }], Array.from({ length: 7 }, (_, day) => [Date.UTC(2027, 0, 3 + day), day])),
  ...numbered(weekdayWords, 0),
]));

/** What the host's language tables call some days, with the number each stands for. A word that means two of them in two languages is none. */
function hostWords(locales: readonly string[], shapes: readonly Intl.DateTimeFormatOptions[], days: readonly (readonly [day: number, means: number])[]): Map<string, number> {
  const named = new Map<string, number>();
  const unsure = new Set<string>();
  for (const locale of locales) {
    for (const shape of shapes) {
      const part = shape.weekday === undefined ? 'month' : 'weekday';
      const format = new Intl.DateTimeFormat(locale, { ...shape, timeZone: 'UTC' });
      for (const [day, means] of days) {
        const word = folded(format.formatToParts(day).find(({ type }) => type === part)?.value ?? '').replace(/\.$/, '');
        if (part === 'month' && !/^\p{L}+$/u.test(word)) continue;
        if ((named.get(word) ?? means) !== means) unsure.add(word);
        named.set(word, means);
      }
    }
  }
  for (const word of unsure) named.delete(word);
  return named;
}

function numbered(words: readonly string[], first: number): (readonly [string, number])[] {
  return words.flatMap((names, index) => names.split('|').map((name) => [name, first + index] as const));
}

/** Made when first asked for: the tables of twenty languages take some 30 ms. */
function once<Table>(make: () => Table): () => Table {
  let made: Table | null = null;
  return () => (made ??= make());
}
