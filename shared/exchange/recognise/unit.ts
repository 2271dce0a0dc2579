import { currencyCode } from './currency.ts';

/** What a header says of every number below it: `Revenue (kEUR)`, `Pipeline in USD`, `MDF ($M)`. */
export type Unit = { readonly currency: string | null; readonly scale: number };

export function unitIn(header: string): Unit {
  const written = /[([{]\s*([^)\]}]+?)\s*[)\]}]\s*[*:]*$/.exec(header)?.[1] ?? /\bin\s+(\S+(?:\s\S+)?)$/i.exec(header)?.[1] ?? /\s([kKTM]?(?:[A-Z]{3}|\p{Sc}))$/u.exec(header)?.[1];
  if (written === undefined) return none;
  const text = written.trim();
  const whole = currencyCode(text);
  if (whole !== null) return { currency: whole, scale: 1 };
  const alone = scales.get(text.toLowerCase());
  if (alone !== undefined) return { currency: null, scale: alone };
  const before = /^([kKTtMm]|Mio\.?|Tsd\.?|thousands?|millions?)\s?(?:of\s)?(\p{Sc}|\p{L}{3})$/u.exec(text);
  const after = /^(\p{Sc}|\p{L}{3})\s?(k|m|mn|mio\.?|tsd\.?|'000s?|’000s?|000s?|thousands?|millions?)$/iu.exec(text);
  const currency = currencyCode(before?.[2] ?? after?.[1] ?? '');
  const scale = scales.get((before?.[1] ?? after?.[2] ?? '').toLowerCase());
  return currency === null || scale === undefined ? none : { currency, scale };
}

const none: Unit = { currency: null, scale: 1 };

const scales: ReadonlyMap<string, number> = new Map([
  ...['k', 't', 'tsd', 'tsd.', "'000", "'000s", '’000', '’000s', '000', '000s', 'thousand', 'thousands', 'tausend', 'milliers', 'miles'].map((word) => [word, 1e3] as const),
  ...['m', 'mn', 'mio', 'mio.', 'million', 'millions', 'millionen', 'millones'].map((word) => [word, 1e6] as const),
]);
