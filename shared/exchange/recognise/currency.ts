/** The currency a text or a number format names by sign or by ISO 4217 code, or null. `kr` is named by several currencies and says nothing. */
export function currencyOf(text: string): string | null {
  if (bareNumber.test(text)) return null;
  const locale = /\[\$[^\-\]]*-([0-9a-f]+)\]/i.exec(text)?.[1]?.toLowerCase();
  const local = locale === undefined ? undefined : locales.get(locale.replace(/^0+/, ''));
  if (local !== undefined) return local;
  const plain = text.replace(/\[\$([^\-\]]*)[^\]]*\]/g, '$1').replace(/[\\"]/g, '');
  for (const [word] of plain.matchAll(threeLetters)) if (isCurrency(word.toUpperCase())) return word.toUpperCase();
  for (const [sign, currency] of signs) if (plain.includes(sign)) return currency;
  const [word] = named.exec(plain) ?? [];
  return word === undefined ? null : (names.get(word.toLowerCase().replace(/\.$/, '')) ?? null);
}

/** The text without what names its currency. */
export function withoutCurrency(text: string): string {
  const bare = text.replace(threeLetters, (word) => (isCurrency(word.toUpperCase()) ? ' ' : word)).replace(named, ' ');
  return signs.reduce((rest, [sign]) => rest.replace(sign, ' '), bare).replace(/\p{Sc}/u, ' ').trim();
}

/** Whether a text names the currency by no more than a sign that others share: `$` may be Canadian, `¥` Chinese. */
export function mayMean(text: string, currency: string): boolean {
  const sign = text.replace(/[^\p{Sc}\p{L}]/gu, '').replace(/[kmb]$/i, '');
  return shared.get(sign)?.has(currency) ?? false;
}

const threeLetters = /(?<![A-Za-z])[A-Za-z]{3}(?![A-Za-z])/g;

const bareNumber = /^[\d.,' ()%+-]*$/;

/** `EUR` out of `eur`, `€` or `EUR`; null for what is not a currency in use (ISO 4217). */
export function currencyCode(text: string): string | null {
  const plain = text.trim();
  const code = plain.toUpperCase();
  if (isCurrency(code)) return code;
  return signs.find(([sign]) => sign === plain)?.[1] ?? names.get(plain.toLowerCase().replace(/\.$/, '')) ?? null;
}

function isCurrency(code: string): boolean {
  return codes.has(code);
}

/** Test and metal codes (XTS, XXX, XAU …) are of ISO 4217 but no money a commitment is made in. */
const codes: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency').filter((code) => !/^X(?!AF|OF|PF|CD)/.test(code)));

/** Longest first: `R$` is not `$`. */
const signs: readonly (readonly [string, string])[] = [
  ['CA$', 'CAD'], ['$ CA', 'CAD'], ['$ US', 'USD'], ['$\u00a0CA', 'CAD'], ['$\u00a0US', 'USD'], ['NT$', 'TWD'], ['CN¥', 'CNY'], ['AU$', 'AUD'], ['NZ$', 'NZD'], ['HK$', 'HKD'], ['MX$', 'MXN'], ['US$', 'USD'], ['R$', 'BRL'], ['S$', 'SGD'], ['A$', 'AUD'], ['C$', 'CAD'],
  ['€', 'EUR'], ['$', 'USD'], ['£', 'GBP'], ['¥', 'JPY'], ['￥', 'JPY'], ['₹', 'INR'], ['₩', 'KRW'], ['₽', 'RUB'], ['₺', 'TRY'], ['₪', 'ILS'], ['₴', 'UAH'], ['zł', 'PLN'], ['Kč', 'CZK'], ['฿', 'THB'], ['₫', 'VND'], ['₱', 'PHP'], ['₦', 'NGN'], ['Fr.', 'CHF'],
];

/** Currencies that are written as a word. */
const names: ReadonlyMap<string, string> = new Map([
  ['tl', 'TRY'], ['rmb', 'CNY'], ['ft', 'HUF'], ['lei', 'RON'], ['руб', 'RUB'], ['лв', 'BGN'], ['円', 'JPY'], ['元', 'CNY'], ['원', 'KRW'], ['د.إ', 'AED'], ['درهم', 'AED'], ['ر.س', 'SAR'], ['ريال', 'SAR'], ['euro', 'EUR'], ['euros', 'EUR'],
]);
const named = /(?<!\p{L})(?:tl|rmb|ft|lei|руб|лв|euros?|د\.إ|درهم|ر\.س|ريال)(?!\p{L})\.?|[円元원]$/iu;

/** Signs that stand for the currencies of several countries. */
const shared: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['$', new Set('USD CAD AUD NZD HKD SGD TWD MXN ARS CLP COP UYU DOP'.split(' '))], ['¥', new Set(['JPY', 'CNY'])], ['￥', new Set(['JPY', 'CNY'])], ['£', new Set(['GBP', 'EGP', 'LBP', 'GIP'])],
]);

/** Number formats of spreadsheets name the country of a shared sign: `[$$-1009]` is of Canada. */
const locales: ReadonlyMap<string, string> = new Map([
  ['1009', 'CAD'], ['c0c', 'CAD'], ['c09', 'AUD'], ['1409', 'NZD'], ['4809', 'SGD'], ['c04', 'HKD'], ['80a', 'MXN'], ['404', 'TWD'], ['804', 'CNY'], ['414', 'NOK'], ['814', 'NOK'], ['41d', 'SEK'], ['406', 'DKK'],
]);
