import { folded } from '#shared/kernel/text.ts';
import { editLimit, editsBetween, lettersOf, tooFar } from '../recognise/alike.ts';

/**
 * What two spellings of one organisation share: lower case, accents off, `&` as and, dots, apostrophes and slashes out, other
 * punctuation a blank, legal forms at the end off. Empty only for a name without letters.
 */
export function organisationKey(name: string): string {
  const plain = wordsOnly.test(name) ? name.toLowerCase() : spelledPlainly(name);
  const words = plain.split(' ');
  const all = words.length;
  for (let length = longestForm; length > 0 && endings.has(words.at(-1) ?? ''); ) {
    if (words.length > length && legal.has(length === 1 ? (words.at(-1) ?? '') : words.slice(-length).join(' '))) {
      words.splice(-length);
      length = longestForm;
    } else length--;
  }
  return words.length === all ? plain : words.join(' ');
}

const wordsOnly = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

function spelledPlainly(name: string): string {
  return folded(name.normalize('NFC').replace(eastern, ' ')).replace(/[&＆]/g, ' and ').replace(/[.'’‘ʼ`´/]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim().replace(/^(?:ооо|оао|зао|пао|ао|тов|ип) (?=\S)/u, '');
}

const eastern = /株式会社|有限会社|有限公司|股份|주식회사|\(주\)|㈜|㈱/g;
const legal: ReadonlySet<string> = new Set(
  'inc|incorporated|corp|corporation|llc|ltd|limited|plc|gmbh|ag|sas|sarl|sa|bv|nv|srl|spa|sl|lda|ltda|ab|as|aps|oy|oyj|sp z oo|sro|co|pte|pty|pvt|kk|fze|kg|kgaa|se|asa|llp|lp|doo|zrt|kft|eood|ood|tov|jsc|pjsc|ltd sti|gmbh and co kg|gmbh and co|ag and co kg|sa de cv|s de rl de cv|sapi de cv|sdn bhd|spol s ro|wll|fzco|fz llc|dmcc'.split('|'),
);
const longestForm = 5;
/** The last words of legal forms: where a name ends otherwise, none is looked for. */
const endings: ReadonlySet<string> = new Set([...legal].map((form) => form.slice(form.lastIndexOf(' ') + 1)));

/** Known keys by their length, with their letters: a misspelt one is looked for among the few that can be near. */
export type KnownKeys = Map<number, { readonly key: string; readonly letters: number }[]>;

export function addKey(known: KnownKeys, key: string): void {
  const same = known.get(key.length);
  const entry = { key, letters: lettersOf(key) };
  if (same === undefined) known.set(key.length, [entry]);
  else same.push(entry);
}

/** The one known key that a misspelt one resembles: at most two edits and one in five characters. null when none or several do. */
export function resembling(key: string, known: KnownKeys): string | null {
  const limit = editLimit(key.length);
  if (limit === 0) return null;
  const letters = lettersOf(key);
  const near: string[] = [];
  for (let length = key.length - limit; length <= key.length + limit; length++) {
    for (const other of known.get(length) ?? []) {
      if (other.key !== key && !tooFar(letters, other.letters, limit) && editsBetween(key, other.key, limit) <= limit) near.push(other.key);
      if (near.length > 1) return null;
    }
  }
  return near[0] ?? null;
}
