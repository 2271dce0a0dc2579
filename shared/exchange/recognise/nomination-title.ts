import { folded } from '#shared/kernel/text.ts';

/** What a nomination is called where nobody writes its id, as keys: by its nominee, by both its category and its nominee, or by a citation as short as a title. */
export function nominationTitles(nominee: string, category: string, citation: string | null): string[] {
  const pairs = category === '' || nominee === '' ? [] : [`${category} ${nominee}`, `${nominee} ${category}`];
  return [...new Set([nominee, ...pairs, ...(citation !== null && citation.length <= longestTitle ? [citation] : [])].map(titleKey).filter((key) => key !== ''))];
}

/** `Best Growth – Acme, Inc.` and `best growth: acme inc` are one title. */
export function titleKey(text: string): string {
  return folded(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** A longer citation is the story itself. */
const longestTitle = 120;
