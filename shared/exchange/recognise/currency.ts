/** The currency a text or a number format names by sign or by ISO 4217 code, or null. `kr` is named by several currencies and says nothing. */
export function currencyOf(text: string): string | null {
  if (bareNumber.test(text)) return null;
  const plain = text.replace(/\[\$([^\-\]]*)[^\]]*\]/g, '$1').replace(/[\\"]/g, '');
  const code = /(?<![A-Za-z])([A-Za-z]{3})(?![A-Za-z])/.exec(plain)?.[1]?.toUpperCase();
  if (code !== undefined && isCurrency(code)) return code;
  for (const [sign, currency] of signs) if (plain.includes(sign)) return currency;
  return null;
}

const bareNumber = /^[\d.,' ()%+-]*$/;

/** `EUR` out of `eur`, `€` or `EUR`; null for what is not a currency in use (ISO 4217). */
export function currencyCode(text: string): string | null {
  const code = text.trim().toUpperCase();
  if (isCurrency(code)) return code;
  return signs.find(([sign]) => sign === text.trim())?.[1] ?? null;
}

function isCurrency(code: string): boolean {
  return codes.has(code);
}

/** Test and metal codes (XTS, XXX, XAU …) are of ISO 4217 but no money a commitment is made in. */
const codes: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency').filter((code) => !/^X(?!AF|OF|PF|CD)/.test(code)));

/** Longest first: `R$` is not `$`. */
const signs: readonly (readonly [string, string])[] = [
  ['CA$', 'CAD'], ['AU$', 'AUD'], ['NZ$', 'NZD'], ['HK$', 'HKD'], ['MX$', 'MXN'], ['US$', 'USD'], ['R$', 'BRL'], ['S$', 'SGD'], ['A$', 'AUD'], ['C$', 'CAD'],
  ['€', 'EUR'], ['$', 'USD'], ['£', 'GBP'], ['¥', 'JPY'], ['￥', 'JPY'], ['₹', 'INR'], ['₩', 'KRW'], ['₽', 'RUB'], ['₺', 'TRY'], ['₪', 'ILS'], ['₴', 'UAH'], ['zł', 'PLN'], ['Kč', 'CZK'], ['฿', 'THB'], ['₫', 'VND'], ['₱', 'PHP'], ['₦', 'NGN'], ['Fr.', 'CHF'],
];
