import anyAscii from 'any-ascii';
import type { Evidence } from './pair.ts';

/** How a name in another script is read in Latin letters, for comparing only: no planner ever sees it. */
export type Reading = {
  /** Sounds and syllables as they are usually romanised, `ヤマハ` as `yamaha`. */
  readonly letters: string;
  /** Its consonants by kind: all that Arabic and Hebrew write, and what a word keeps that goes into kana and comes back. Empty for Chinese characters. */
  readonly bones: string;
  /** Chinese characters: many words are read alike, and in Japan quite otherwise. */
  readonly isByCharacter: boolean;
};

/** A name by its Latin letters, and by its reading where it has none. */
export type Readable = { readonly key: string; readonly reading: Reading | null };

/** Null for a name in Latin, Greek or Cyrillic letters: those are compared letter by letter. `isNoise` tells words that are not part of a name, legal forms for one. */
export function readingOf(name: string, isNoise: (word: string) => boolean = () => false): Reading | null {
  if (!isInOtherScript(name)) return null;
  // Marks within Hebrew abbreviations join; the small tsu only doubles what follows.
  const words = name.normalize('NFC').replace(/["״׳'ッっ]/g, '').split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => !isNoise(word));
  const letters = anyAscii(words.join('')).toLowerCase().replace(/[^a-z0-9]/g, '');
  const isByCharacter = words.some((word) => /\p{Script=Han}/u.test(word));
  return { letters, bones: isByCharacter ? '' : bonesOf(letters), isByCharacter };
}

/** Neither Latin nor Greek nor Cyrillic. */
export function isInOtherScript(name: string): boolean {
  return otherScript.test(name);
}

const otherScript = /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u;

/**
 * The consonants of a word in Latin letters by the classes of Soundex (Russell and Odell, 1918), all of them, and l and r in one, which
 * Japanese does not tell apart: `mohammed` and `mhmd` are both `553`.
 */
export function bonesOf(letters: string): string {
  return letters.replace(/([a-z])\1+/g, '$1').replace(/ck/g, 'k').replace(/x/g, 'ks').replace(/[aeiouyhw]/g, '').replace(/[a-z]/g, (letter) => classes.get(letter) ?? letter);
}

const classes: ReadonlyMap<string, string> = new Map(['bfpv', 'cgjkqsz', 'dt', 'lr', 'mn'].flatMap((alike, kind) => [...alike].map((letter) => [letter, String(kind + 1)] as const)));

/** What it says that two names, of which one at least is in another script, are read alike: `most` where every letter is. Null: they are not. */
export function readAlike(one: Readable, other: Readable, most: number): Evidence | null {
  const likeness = likenessOf(one, other);
  return likeness === 0 ? null : { weight: Math.round(most * likeness), text: likeness === 1 ? 'same name in other letters' : 'name is read alike in other letters' };
}

/** 0 to 1. */
function likenessOf(one: Readable, other: Readable): number {
  if (one.reading === null && other.reading === null) return 0;
  const [mine, theirs] = [one.reading?.letters ?? one.key, other.reading?.letters ?? other.key];
  if (mine === theirs && mine.length > 2) return one.reading?.isByCharacter === true || other.reading?.isByCharacter === true ? 0.85 : 1;
  const [bones, otherBones] = [one.reading?.bones ?? bonesOf(one.key), other.reading?.bones ?? bonesOf(other.key)];
  return bones === otherBones ? (byConsonants[Math.min(bones.length, byConsonants.length - 1)] ?? 0) : 0;
}

/** What equal consonants say, by their number: `stm` are many words, `vstlnk` is one. */
const byConsonants = [0, 0, 0, 0.6, 0.87, 0.9];
