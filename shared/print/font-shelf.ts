import type { HanLanguage } from '../documents/text.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { families, type Family, type FontSource, mainFamily } from './font-list.ts';
import { familiesFor } from './scripts.ts';

/** The fonts one document needs, and which of them draws a character. */
export type FontShelf = {
  /** The family that draws the character; null where none of ours can. */
  familyOf(letter: string, han: HanLanguage): Family | null;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly families: readonly Family[];
};

export type Letter = { readonly letter: string; readonly han: HanLanguage };

/** Loads the fonts that the letters ask for and no other: a Han face is 5–10 MB. */
export async function stockedFor(letters: Iterable<Letter>, source: FontSource): Promise<FontShelf> {
  const files = new Map<string, Uint8Array>();
  const coverages = new Map<Family, Coverage>();
  async function load(family: Family): Promise<Coverage> {
    for (const file of new Set(Object.values(families[family]))) files.set(file, await source(file));
    const coverage = coverageOf(files.get(families[family].normal) as Uint8Array);
    coverages.set(family, coverage);
    return coverage;
  }
  await load(mainFamily);
  const chosen = new Map<string, Family | null>();
  for (const { letter, han } of letters) {
    if (chosen.has(han + letter)) continue;
    chosen.set(han + letter, null);
    for (const family of familiesFor(letter, han)) {
      const covers = coverages.get(family) ?? (await load(family));
      if (!covers(letter.codePointAt(0) as number)) continue;
      chosen.set(han + letter, family);
      break;
    }
  }
  const main = coverages.get(mainFamily) as Coverage;
  return {
    familyOf: (letter, han) => {
      const family = chosen.get(han + letter);
      return family === undefined ? (main(letter.codePointAt(0) as number) ? mainFamily : null) : family;
    },
    files,
    families: [...coverages.keys()],
  };
}
