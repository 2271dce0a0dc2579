import { currencyCode } from './currency.ts';
import { scaleCalled } from './scales.ts';

/** What a header says of every number below it: `Revenue (kEUR)`, `Pipeline in USD`, `MDF ($M)`, `売上（百万円）`. */
export type Unit = { readonly currency: string | null; readonly scale: number };

export function unitIn(header: string): Unit {
  const text = header.normalize('NFKC').trim();
  const written = /[([{]\s*([^)\]}]+?)\s*[)\]}]\s*[*:]*$/.exec(text)?.[1] ?? /[\s,]\s*(?:in|en|em|w|v|i)\s+(\S.*)$/i.exec(text)?.[1];
  return (written === undefined ? null : unitOf(written, true)) ?? lastWords(text) ?? none;
}

const none: Unit = { currency: null, scale: 1 };

/** Without brackets only words that cannot be anything else: a currency, or thousands of one. */
function lastWords(header: string): Unit | null {
  const words = header.split(/[\s,–—-]+/).filter((word) => word !== '');
  for (const count of [3, 2, 1]) {
    const unit = words.length > count ? unitOf(words.slice(-count).join(' '), false) : null;
    if (unit !== null) return unit;
  }
  return null;
}

/** A unit of which every word is a currency, a scale, or one that joins them; null for every other text. */
function unitOf(text: string, inBrackets: boolean): Unit | null {
  let [currency, scale]: [string | null, number | null] = [null, null];
  const words = text.replace(/(?<=\d)[.,\s](?=000(?!\d))/g, '').replace(/(?<!\p{L})d['’](?=\p{L})/giu, '').split(/[\s,/]+/).filter((word) => !joining.has(word.toLowerCase()));
  if (!inBrackets && !words.some((word) => capital.test(word))) return null;
  const said = words.map((word) => partOf(word, null)?.currency ?? null).find((one) => one !== null) ?? null;
  for (const word of words) {
    const part = partOf(word, said);
    if (part === null || (part.currency !== null && currency !== null) || (part.scale !== null && scale !== null)) return null;
    currency ??= part.currency;
    scale ??= part.scale;
  }
  // `Revenue 1000` and `Plan B` are no units.
  if (currency === null && (scale === null || (!inBrackets && !/\b[x×]\s*1000$/i.test(text)))) return null;
  return { currency, scale: scale ?? 1 };
}

type Part = { readonly currency: string | null; readonly scale: number | null };

/** `EUR`, `thousands`, `'000`, `T€`, `MSEK`, `$MM`, `百万円`; null for a word that is none of them. */
function partOf(word: string, said: string | null): Part | null {
  const currency = currencyCode(word.replace(/\.$/, '')) ?? currencyCode(word);
  if (currency !== null) return { currency, scale: null };
  if (shared.has(word.toLowerCase().replace(/\.$/, ''))) return { currency: null, scale: null };
  const scale = scaleOf(word, said);
  if (scale !== null) return { currency: null, scale };
  for (let at = 1; at < word.length; at++) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    const before = { currency: currencyCode(second), scale: scaleOf(first, null) };
    const after = { currency: currencyCode(first), scale: scaleOf(second, null) };
    for (const both of [before, after]) if (both.currency !== null && both.scale !== null) return both;
    if (before.scale !== null && shared.has(second.toLowerCase())) return { currency: null, scale: before.scale };
  }
  return null;
}

function scaleOf(word: string, currency: string | null): number | null {
  return /^[x×]?['’‘]?(?:1?000)['’]?s?$/i.test(word) ? 1e3 : /^[x×]?1000000$/.test(word) ? 1e6 : scaleCalled(word, currency);
}

/** Units of money in several countries. */
const shared: ReadonlySet<string> = new Set(['kr', 'rs', 'dollars', 'pesos']);
const joining: ReadonlySet<string> = new Set(['in', 'en', 'em', 'w', 'v', 'i', 'of', 'de', 'x', '×', '']);
const capital = /[A-Z]{3}|\p{Sc}|[A-Z]\.|000|zł|Kč|\p{Script=Han}/u;
