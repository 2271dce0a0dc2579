import { bitsIn, editLimit, editsBetween, lettersOf } from '../recognise/alike.ts';

type NearTexts = { readonly one: string; readonly other: string; readonly edits: number };

/**
 * Every two different texts within the edit limit of the shorter, each pair once, without comparing all with all: of a text cut into three
 * parts, two edits leave one part whole, so only texts that share a part about the same place are compared. How far it may have moved follows
 * from the edits that are left for what stands in front of it and behind it (Li, Deng, Wang and Feng: Pass-Join, VLDB 2011). Of swapped neighbours
 * only those escape that lie across two parts while another slip lies in the third.
 */
export function nearTexts(texts: Iterable<string>): NearTexts[] {
  const sorted = [...new Set(texts)].filter((text) => editLimit(text.length) > 0).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const marks = Int32Array.from(sorted, lettersOf);
  const twice = Int32Array.from(sorted, lettersTwiceIn);
  const lastMetBy = new Int32Array(sorted.length).fill(-1);
  /** The texts of a length by each of its parts. */
  const byLength = new Map<number, readonly Part[]>();
  const found: NearTexts[] = [];
  for (const [index, text] of sorted.entries()) {
    const [mine, mineTwice] = [marks[index] ?? 0, twice[index] ?? 0];
    for (let length = Math.max(5, text.length - 2); length <= text.length; length++) {
      const parts = byLength.get(length);
      if (parts === undefined) continue;
      const limit = editLimit(length);
      const longer = text.length - length;
      for (const { from, size, front, behind, texts: alike } of parts) {
        for (let at = Math.max(0, from - front, from + longer - behind); at <= Math.min(text.length - size, from + front, from + longer + behind); at++) {
          for (const known of alike.get(text.slice(at, at + size)) ?? nobody) {
            // Endings such as `systems` are shared by hundreds; one edit changes the number of at most two letters.
            if (bitsIn(mine ^ (marks[known] ?? 0)) + bitsIn(mineTwice ^ (twice[known] ?? 0)) > 2 * limit || lastMetBy[known] === index) continue;
            lastMetBy[known] = index;
            const other = sorted[known] ?? '';
            const edits = editsBetween(...unlike(text, other), limit);
            if (edits <= limit) found.push(other < text ? { one: other, other: text, edits } : { one: text, other, edits });
          }
        }
      }
    }
    const own = byLength.get(text.length) ?? partsOf(text.length);
    byLength.set(text.length, own);
    for (const { from, size, texts: alike } of own) {
      const piece = text.slice(from, from + size);
      const known = alike.get(piece);
      if (known) known.push(index);
      else alike.set(piece, [index]);
    }
  }
  return found;
}

/** A part of all texts of one length. Where it is whole, one edit for each other part is left: so many lie in front of it and behind it. */
type Part = { readonly from: number; readonly size: number; readonly front: number; readonly behind: number; readonly texts: Map<string, number[]> };

function partsOf(length: number): readonly Part[] {
  const third = Math.floor(length / 3);
  const second = Math.floor((length - third) / 2);
  return [
    { from: 0, size: third, front: 0, behind: 2, texts: new Map() },
    { from: third, size: second, front: 1, behind: 1, texts: new Map() },
    { from: third + second, size: length - third - second, front: 2, behind: 0, texts: new Map() },
  ];
}

const nobody: readonly number[] = [];

/** What is left of two texts without the beginning and the end they share, which no edit touches. */
function unlike(one: string, other: string): [string, string] {
  const most = Math.min(one.length, other.length);
  let [from, cut] = [0, 0];
  while (from < most && one.charCodeAt(from) === other.charCodeAt(from)) from++;
  while (cut < most - from && one.charCodeAt(one.length - 1 - cut) === other.charCodeAt(other.length - 1 - cut)) cut++;
  return [one.slice(from, one.length - cut), other.slice(from, other.length - cut)];
}

/** The letters that occur more than once, as bits. */
function lettersTwiceIn(text: string): number {
  let [once, again] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const letter = 1 << (text.charCodeAt(at) & 31);
    again |= once & letter;
    once |= letter;
  }
  return again;
}
