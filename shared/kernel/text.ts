/** Text as it is compared when searching: lower case, accents off, blanks single. `Ångström  AB` → `angstrom ab`. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ß/g, 'ss').replace(/ø/g, 'o').replace(/ł/g, 'l').replace(/æ/g, 'ae').replace(/đ/g, 'd').replace(/\s+/g, ' ').trim();
}

/** Text as people wrote it, cleaned of what they did not mean: NFC, no zero-width characters, every blank one space, trimmed. */
export function tidy(text: string): string {
  return text.normalize('NFC').replace(/[\u200B-\u200D\u2060\uFEFF]/g, '').replace(/\s+/g, ' ').trim();
}

/** `1 partner`, `3 partners`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
