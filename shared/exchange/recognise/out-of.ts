/** `4.5/5` as its two numbers; null for every other text. */
export function outOfIn(text: string): { readonly value: number; readonly of: number } | null {
  const [, value, of] = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*\/\s*(\d{1,3})$/.exec(text) ?? [];
  return value === undefined || Number(of) < 2 || Number(value.replace(',', '.')) > Number(of) ? null : { value: Number(value.replace(',', '.')), of: Number(of) };
}

/** Out of how many a header says its numbers are: `CSAT (1-5)`, `Score out of 5`; null where it does not. */
export function outOfHeader(header: string): number | null {
  const [, most, named] = /[([]\s*[01]\s*(?:-|–|—|to|bis|à|a)\s*(\d{1,3})\s*[)\]]|(?:\bout of|\/|\bvon|\bsur|\bsobre)\s*(\d{1,3})\s*[)\]]?$/i.exec(header) ?? [];
  const of = Number(most ?? named);
  return of >= 2 ? of : null;
}

/** The one number that most cells of a column are out of, each of them saying so. One such cell among bare numbers says nothing of its neighbours, nor they of it. */
export function outOfAll(texts: readonly string[]): number | null {
  let said = 0;
  let common: number | null = null;
  for (const text of texts) {
    const of = text.includes('/') ? (outOfIn(text)?.of ?? null) : null;
    if (of === null) continue;
    if (common !== null && common !== of) return null;
    common = of;
    said++;
  }
  return said * 2 > texts.length ? common : null;
}

/** `8–10`, `$1-2M`: from one number to another. */
export function isRangeOfNumbers(text: string): boolean {
  return /^\p{Sc}?\s?\d[\d.,]*\s?[\p{L}%]{0,3}\s*(?:-|–|—|~|〜|to|bis|à)\s*\p{Sc}?\s?\d[\d.,]*\s?[\p{L}%]{0,3}$/iu.test(text);
}
