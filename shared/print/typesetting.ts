import type { Run, Text } from '../documents/text.ts';
import { runsOf } from '../documents/text.ts';
import { inVisualOrder, type Piece } from './direction.ts';
import type { Family } from './font-list.ts';
import type { FontShelf, Letter } from './font-shelf.ts';
import { hanLanguageIn } from './scripts.ts';

/** A character that no font of ours can draw. It prints as its framed code, such as `[U+1F600]`. */
export type MissingGlyph = { readonly codePoint: string; readonly text: string };

/** One stretch as the printing library takes it. */
export type Inline = {
  text: string;
  font?: Family;
  bold?: boolean;
  italics?: boolean;
  color?: string;
  linkToDestination?: string;
  fontFeatures?: Record<string, boolean>;
};

export type Typesetter = {
  /** `lineLetters`: how many letters fit a line where this text goes; right-to-left text needs it to break. */
  inlines(text: Text, lineLetters?: number): string | Inline[];
  /** Each once, in order of appearance. */
  readonly missing: readonly MissingGlyph[];
};

/** Text ready for drawing: composed (NFC), without the control, direction and zero-width characters that people never meant. */
export function drawable(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/\t/g, ' ')
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00AD\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFE00-\uFE0F\uFEFF]/g, '')
    .replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
}

/** What the fonts must be able to draw. */
export function lettersOf(texts: Iterable<Text>, documentLanguage: string): Letter[] {
  const seen = new Map<string, Letter>();
  for (const text of texts) {
    for (const run of runsOf(text)) {
      const clean = drawable(run.text);
      if (plainLatin.test(clean)) continue;
      const han = hanLanguageIn(clean, run.language, documentLanguage);
      for (const letter of clean) seen.set(han + letter, { letter, han });
    }
  }
  return [...seen.values()];
}

export function typesetter(shelf: FontShelf, documentLanguage: string, colours: { readonly muted: string; readonly link: string }): Typesetter {
  const missing = new Map<string, MissingGlyph>();

  function pieces(run: Run): Piece<Inline>[] {
    const text = drawable(run.text);
    const look = lookOf(run, colours);
    if (plainLatin.test(text)) return [{ text, look }];
    const han = hanLanguageIn(text, run.language, documentLanguage);
    const made: { text: string; look: Inline; family: Family | null }[] = [];
    for (const letter of text) {
      const last = made.at(-1);
      const family = letter === '\n' ? 'Source Sans 3' : shelf.familyOf(letter, han);
      const drawn = family === null ? noted(letter, text) : letter;
      if (last !== undefined && last.family === family) last.text += drawn;
      else made.push({ text: drawn, look: inFamily(look, family), family });
    }
    return made;
  }

  function noted(letter: string, text: string): string {
    const codePoint = `U+${(letter.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
    if (!missing.has(codePoint)) missing.set(codePoint, { codePoint, text });
    return `[${codePoint}]`;
  }

  return {
    inlines(text, lineLetters = 60) {
      if (typeof text === 'string' && plainLatin.test(text)) return text;
      const set = inVisualOrder(runsOf(text).flatMap(pieces), lineLetters);
      return set.map(({ text: drawn, look }) => ({ ...look, text: drawn }));
    },
    get missing() {
      return [...missing.values()];
    },
  };
}

/** Printable ASCII and Latin-1, which the main face always has: most text of a book, set without further thought. */
const plainLatin = /^[\n\u0020-\u007E\u00A0-\u00AC\u00AE-\u00FF\u2013\u2014\u2018\u2019\u201C\u201D\u2026\u20AC]*$/;

function lookOf(run: Run, colours: { readonly muted: string; readonly link: string }): Inline {
  return {
    text: '',
    ...(run.bold ? { bold: true } : {}),
    ...(run.italic ? { italics: true } : {}),
    ...(run.muted ? { color: colours.muted } : {}),
    ...(run.link === undefined ? {} : { linkToDestination: run.link, color: colours.link }),
  };
}

function inFamily(look: Inline, family: Family | null): Inline {
  if (family === null) return { ...look, bold: true };
  if (family === 'Source Sans 3') return look;
  // Ligatures of whole words in Vazirmatn lose letters in extracted text.
  return family === 'Vazirmatn' ? { ...look, font: family, fontFeatures: { liga: false } } : { ...look, font: family };
}
