/** Edits that two names of such a length may lie apart and still be one misspelt: one in five characters, two at most. */
export function editLimit(length: number): number {
  return Math.min(2, Math.floor(length / 5));
}

/** Edits (insert, delete, change, swap of neighbours) that lead from one text to another, or `limit + 1` when there are more. */
export function editsBetween(a: string, b: string, limit: number): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > limit) return limit + 1;
  // Three rows of the table are all that is looked at, and they are written over and over.
  let before: number[] = [];
  let row: number[] = [];
  let next: number[] = [];
  for (let j = 0; j <= short.length; j++) row[j] = j;
  for (let i = 1; i <= long.length; i++) {
    next[0] = i;
    let least = i;
    for (let j = 1; j <= short.length; j++) {
      const same = long.charCodeAt(i - 1) === short.charCodeAt(j - 1);
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && long.charCodeAt(i - 1) === short.charCodeAt(j - 2) && long.charCodeAt(i - 2) === short.charCodeAt(j - 1)) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    const spare = before;
    before = row;
    row = next;
    next = spare;
  }
  return row[short.length] ?? limit + 1;
}

/** The letters of a text as bits, for telling cheaply that two texts are far apart. */
export function lettersOf(text: string): number {
  let mask = 0;
  for (let at = 0; at < text.length; at++) mask |= 1 << (text.charCodeAt(at) & 31);
  return mask;
}

/** An edit brings or takes at most one letter each: most pairs are out without being compared sign by sign. */
export function tooFar(one: number, other: number, limit: number): boolean {
  return bitsIn(one & ~other) > limit || bitsIn(other & ~one) > limit;
}

export function bitsIn(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
