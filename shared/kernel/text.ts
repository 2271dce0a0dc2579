/** Text as it is compared when searching: lower case, accents off, blanks single. `Ångström  AB` → `angstrom ab`. */
export function folded(text: string): string {
  // Most of what is compared is plain already, and the test is many times cheaper than the folding.
  if (plainAscii.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ß/g, 'ss').replace(/ø/g, 'o').replace(/ł/g, 'l').replace(/æ/g, 'ae').replace(/đ/g, 'd').replace(/ı/g, 'i').replace(/\s+/g, ' ').trim();
}

const plainAscii = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** Lower-case letters, digits and single blanks, all ASCII: what every way of comparing names leaves as it is, seen at a fraction of its price. */
export function isPlainWords(text: string): boolean {
  return plainWords.test(text);
}

const plainWords = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/** Text as people wrote it, cleaned of what they did not mean: NFC, no zero-width characters, every blank one space, trimmed. */
export function tidy(text: string): string {
  if (plainAscii.test(text)) return text;
  return text.normalize('NFC').replace(/[\u200B-\u200D\u2060\uFEFF]/g, '').replace(/\s+/g, ' ').trim();
}

/** `1 partner`, `2,500 partners`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : plural}`;
}

/** A whole number within an English sentence, its thousands parted as in the tables: `2,168`. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** The next free reference of a numbered list: `N0207` after `N0206`, as wide as the widest; `N0001` where there is none. */
export function nextCode(prefix: string, taken: Iterable<string>): string {
  let [last, width] = [0, 4];
  for (const code of taken) {
    const digits = code.startsWith(prefix) ? code.slice(prefix.length) : '';
    if (!/^\d{1,12}$/.test(digits)) continue;
    last = Math.max(last, Number(digits));
    width = Math.max(width, digits.length);
  }
  return `${prefix}${String(last + 1).padStart(width, '0')}`;
}
