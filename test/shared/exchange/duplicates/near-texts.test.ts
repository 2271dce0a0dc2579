import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearTexts } from '#shared/exchange/duplicates/near-texts.ts';
import { editLimit } from '#shared/exchange/recognise/alike.ts';

const letter = fc.constantFrom(...'abcdefgh');
/** Texts with one that lies a few letters written, left out or put in beside each. */
const family = fc.tuple(fc.array(letter, { minLength: 5, maxLength: 18 }), fc.array(fc.tuple(fc.nat(17), fc.nat(2), letter), { minLength: 1, maxLength: 3 })).map(([signs, slips]) => {
  const slipped = [...signs];
  for (const [at, kind, sign] of slips) slipped.splice(at % slipped.length, kind === 2 ? 0 : 1, ...(kind === 1 ? [] : [sign]));
  return [signs.join(''), slipped.join('')];
});

/** Edits by the table of Wagner and Fischer, without swaps. */
function editsApart(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, sign] of [...other].entries()) next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === sign ? 0 : 1)));
    row = next;
  }
  return row.at(-1) ?? 0;
}

test('whatever lies within the edits of the shorter text is found, and each pair once', () => {
  fc.assert(fc.property(fc.array(family, { minLength: 1, maxLength: 12 }), (families) => {
    const given = families.flat();
    const texts = [...new Set(given)].sort();
    const near = texts.flatMap((one) => texts.filter((other) => one < other && editsApart(one, other) <= editLimit(Math.min(one.length, other.length))).map((other) => `${one} ${other}`));
    const found = nearTexts(given).map(({ one, other }) => `${one} ${other}`);
    expect(new Set(found).size).toBe(found.length);
    expect(near.filter((pair) => !found.includes(pair))).toEqual([]);
  }), { numRuns: 400 });
});

test('a swap of neighbours is one edit wherever it stands', () => {
  for (let at = 0; at < 11; at++) {
    const swapped = [...'netzwerkhaus'];
    [swapped[at], swapped[at + 1]] = [swapped[at + 1] ?? '', swapped[at] ?? ''];
    const other = swapped.join('');
    expect(nearTexts(['netzwerkhaus', other])).toEqual([{ one: [other, 'netzwerkhaus'].sort()[0], other: [other, 'netzwerkhaus'].sort()[1], edits: 1 }]);
  }
});
