import bidiFactory from 'bidi-js';
import { rightToLeft } from './scripts.ts';

/** A piece of text that is drawn as one: one style, one font. */
export type Piece<Look> = { readonly text: string; readonly look: Look };

const bidi = bidiFactory();

/**
 * Pieces in the order in which they stand from left to right (Unicode Bidirectional Algorithm, UAX 9), for a printer that
 * sets words left to right. Each right-to-left word becomes a piece of its own, since the shaper turns the letters
 * of one word round but not the words of a line. Right-to-left stretches are glued by no-break spaces to stay
 * on one line; one longer than `lineLetters` is broken into lines first, so that its words stay in reading order.
 */
export function inVisualOrder<Look>(pieces: readonly Piece<Look>[], lineLetters: number): readonly Piece<Look>[] {
  const text = pieces.map((piece) => piece.text).join('');
  if (!rightToLeft.test(text)) return pieces;
  const resolved = bidi.getEmbeddingLevels(text, readsRightToLeft(text) ? 'rtl' : 'ltr');
  return lines(tokens(pieces, text, resolved.levels), lineLetters).flatMap(ordered).map(({ text: word, look }) => ({ text: word, look }));
}

/** By its first letter and by the weight of all: a line that begins with an English day, or an English sentence about an Arabic name, reads as English. */
function readsRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  if (!rightToLeft.test(first)) return false;
  const right = text.match(new RegExp(rightToLeft, 'gu'))?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return right * 2 > letters;
}

type Token<Look> = Piece<Look> & { readonly level: number };

/** Words, blanks and signs, each of one level and one look. Left-to-right text stays whole, so that it can wrap. */
function tokens<Look>(pieces: readonly Piece<Look>[], text: string, levels: Uint8Array): Token<Look>[] {
  const mirrored = bidi.getMirroredCharactersMap(text, levels);
  const made: Token<Look>[] = [];
  let at = 0;
  for (const { text: part, look } of pieces) {
    let open: { text: string; level: number; sort: string } | null = null;
    const close = () => {
      if (open !== null) made.push({ text: open.text, level: open.level, look });
      open = null;
    };
    for (const letter of part) {
      const level = levels[at] ?? 0;
      const drawn = level % 2 === 1 ? (mirrored.get(at) ?? letter) : letter;
      const sort = sortOf(letter, level);
      const current = open as { text: string; level: number; sort: string } | null;
      if (current !== null && current.level === level && current.sort === sort && sort !== 'single') current.text += drawn;
      else {
        close();
        open = { text: level > 0 && letter === ' ' ? '\u00A0' : drawn, level, sort };
      }
      at += letter.length;
    }
    close();
  }
  return made;
}

/** `single`: set by itself, since the shaper would turn Persian digits round, and would not turn a row of signs. */
function sortOf(letter: string, level: number): 'plain' | 'word' | 'single' {
  if (level === 0) return letter === '\n' ? 'single' : 'plain';
  if (level % 2 === 0) return rightToLeft.test(letter) ? 'single' : 'plain';
  return rightToLeft.test(letter) || /[\p{M}\u200C\u200D]/u.test(letter) ? 'word' : 'single';
}

/** Long right-to-left stretches cut at blanks into lines, each ended by a line feed. */
function lines<Look>(all: readonly Token<Look>[], lineLetters: number): Token<Look>[][] {
  const done: Token<Look>[][] = [];
  let line: Token<Look>[] = [];
  let letters = 0;
  for (const token of all) {
    if (token.level === 0) letters = 0;
    else letters += token.text.length;
    if (letters > lineLetters && token.text === '\u00A0') {
      done.push([...line, { ...token, text: '\n', level: 0 }]);
      line = [];
      letters = 0;
    } else line.push(token);
  }
  return [...done, line];
}

/** Rule L2 of UAX 9 over tokens: from the highest level down, every stretch at that level or above is turned round. */
function ordered<Look>(line: readonly Token<Look>[]): Token<Look>[] {
  const drawn = [...line];
  for (let level = Math.max(0, ...drawn.map((token) => token.level)); level > 0; level--) {
    for (let from = 0; from < drawn.length; from++) {
      let to = from;
      while (to < drawn.length && (drawn[to] as Token<Look>).level >= level) to++;
      if (to > from + 1) drawn.splice(from, to - from, ...drawn.slice(from, to).reverse());
      from = Math.max(from, to - 1);
    }
  }
  return drawn;
}
