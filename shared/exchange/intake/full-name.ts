import { folded } from '#shared/kernel/text.ts';

export type NameParts = { readonly first: string | null; readonly last: string | null };

/**
 * A whole name taken apart: `Li, Ana`, `Ana Li`, `Prof. Dr. Ana van der Berg`, `Ana Li, PhD`, `John Roe Jr.`, `DUPONT Jean`, `山田 太郎`. What stands last is the
 * family name, with the small words before it; a name in Chinese, Japanese or Korean writing begins with it, and so does one that writes its first word alone in capitals.
 */
export function namePartsOf(full: string): NameParts {
  const name = withoutHonorifics(full);
  if (name.includes(',')) {
    const [last, first] = name.split(/\s*,\s*/);
    return parts(first, last);
  }
  const words = name.split(' ');
  if (isEasternName(name)) return words.length === 2 ? parts(words[1], words[0]) : parts('', name);
  const generation = words.length > 2 && generations.has(folded(words.at(-1) ?? '').replace(/\.$/, '')) ? 1 : 0;
  const shouted = words.findIndex((word) => !isShouted(word));
  if (shouted > 0 && !words.slice(shouted).some(isShouted)) return parts(words.slice(shouted).join(' '), words.slice(0, shouted).join(' '));
  let at = words.length - 1 - generation;
  while (at > 1 && particles.has(folded(words[at - 1] ?? ''))) at--;
  return parts(words.slice(0, at).join(' '), words.slice(at).join(' '));
}

/** Whether a name is written in Chinese, Japanese or Korean, where the family name stands first. */
export function isEasternName(name: string): boolean {
  return eastern.test(name);
}

/** The name without titles before it and degrees behind it. */
export function withoutHonorifics(name: string): string {
  let words = name.replace(degrees, '').split(' ');
  while (words.length > 1 && honorifics.has(folded(words[0] ?? '').replace(/\.$/, ''))) words = words.slice(1);
  return words.join(' ').replace(/(?<=[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}])\s*(?:様|さん|氏|님)$/u, '');
}

function parts(first: string | undefined, last: string | undefined): NameParts {
  return { first: first === undefined || first === '' ? null : first, last: last === undefined || last === '' ? null : last };
}

function isShouted(word: string): boolean {
  return word.length > 2 && word === word.toUpperCase() && word !== word.toLowerCase() && !word.includes('.');
}

const eastern = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}ー々\s]+$/u;
const generations: ReadonlySet<string> = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'filho', 'neto', 'junior']);
const particles: ReadonlySet<string> = new Set('van von vom zu zur de del della delle di da das do dos du des der den ter ten te la le los las el al bin ibn abu af av mac st san santa'.split(' '));
const honorifics: ReadonlySet<string> = new Set('mr mrs ms miss mx dr prof sir dame lord lady herr frau hr fr mme mlle m monsieur madame sr sra srta don dona doña sig dott dottssa ing dipl-ing mag dhr mevr mw pan pani inż ir drs bay bayan sn'.split(' ').map(folded));
const degrees = /(?:,?\s+|,)(?:ph\.?\s?d\.?|mba|m\.?sc\.?|b\.?sc\.?|cfa|pmp|esq\.?)$/i;
