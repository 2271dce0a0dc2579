import { folded } from '#shared/kernel/text.ts';

/**
 * Text in plain Latin letters as far as that is usual: accents and case off, Greek and Cyrillic letter by letter in their common English
 * spelling, so that `Морновка` meets `Mornovka`. Other scripts stay as they are: see `reading.ts`.
 */
export function romanised(text: string): string {
  const plain = folded(text);
  return foreign.test(plain) ? plain.replace(/ου/g, 'ou').replace(/[\u0370-\u03ff\u0400-\u04ff]/g, (letter) => letters.get(letter) ?? letter) : plain;
}

const foreign = /[\u0370-\u03ff\u0400-\u04ff]/;

/** BGN/PCGN and ISO 843 as people type them: one spelling a letter, soft and hard signs (`-` here) out. */
const table =
  'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o ' +
  'а a б b в v г g ґ g д d е e ё e є ie ж zh з z и i і i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю iu я ia ђ dj ј j љ lj њ nj ћ c џ dz ѕ z';

const letters: ReadonlyMap<string, string> = new Map([...table.matchAll(/(\S) (\S+)/g)].map(([, letter = '', latin = '']) => [letter, latin === '-' ? '' : latin]));
