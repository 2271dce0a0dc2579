import type { HanLanguage } from '../documents/text.ts';
import { type Family, mainFamily } from './font-list.ts';

/** The families that may draw a character, the fittest first. */
export function familiesFor(letter: string, han: HanLanguage): readonly Family[] {
  if (arabic.test(letter)) return ['Vazirmatn'];
  if (hebrew.test(letter)) return ['Noto Sans Hebrew'];
  if (eastAsian.test(letter)) return eastAsianFamilies[han];
  // A sign that the main face lacks, such as a circled number, is most likely among the signs of the Japanese face.
  return sign.test(letter) ? [mainFamily, 'Noto Sans JP'] : [mainFamily];
}

/** The language whose forms the Han characters of a text take: as told, or by the script beside them; Simplified Chinese where nothing tells. */
export function hanLanguageIn(text: string, told: HanLanguage | undefined, documentLanguage: string): HanLanguage {
  if (told !== undefined) return told;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  if (/\p{Script=Bopomofo}/u.test(text)) return 'zh-Hant';
  if (/^ja\b/i.test(documentLanguage)) return 'ja';
  if (/^ko\b/i.test(documentLanguage)) return 'ko';
  return /^zh\b.*\b(Hant|TW|HK|MO)\b/i.test(documentLanguage) ? 'zh-Hant' : 'zh-Hans';
}

/** Any letter of a script written from right to left. */
export const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/u;

/** Zero-width non-joiner and joiner shape Persian and Arabic words and belong with them. */
const arabic = /[\p{Script=Arabic}\u060C\u061B\u061F\u0640\u064B-\u0669\u200C\u200D]/u;
const hebrew = /[\p{Script=Hebrew}\u0591-\u05F4]/u;
const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\u3000-\u303F\u30FB\u30FC\u31C0-\u33FF\uFE30-\uFE4F\uFF00-\uFFEF]/u;
const sign = /[\p{S}\p{P}\p{N}]/u;

const eastAsianFamilies: Readonly<Record<HanLanguage, readonly Family[]>> = {
  'ja': ['Noto Sans JP', 'Noto Sans TC', 'Noto Sans SC', 'Noto Sans KR'],
  'zh-Hans': ['Noto Sans SC', 'Noto Sans TC', 'Noto Sans JP', 'Noto Sans KR'],
  'zh-Hant': ['Noto Sans TC', 'Noto Sans SC', 'Noto Sans JP', 'Noto Sans KR'],
  'ko': ['Noto Sans KR', 'Noto Sans JP', 'Noto Sans SC', 'Noto Sans TC'],
};
