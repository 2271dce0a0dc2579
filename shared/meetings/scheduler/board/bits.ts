/** Sets as words of 32 bits, many in one array: a set begins at `offset` words. */
export function setBit(mask: Int32Array, offset: number, bit: number): void {
  const word = offset + (bit >>> 5);
  mask[word] = (mask[word] ?? 0) | (1 << (bit & 31));
}

export function clearBit(mask: Int32Array, offset: number, bit: number): void {
  const word = offset + (bit >>> 5);
  mask[word] = (mask[word] ?? 0) & ~(1 << (bit & 31));
}

export function hasBit(mask: Int32Array, offset: number, bit: number): boolean {
  return (((mask[offset + (bit >>> 5)] ?? 0) >>> (bit & 31)) & 1) === 1;
}

export function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}

/** Pairs, fours and eights are counted side by side (Warren, Hacker's Delight, 5-1). */
export function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The word of a set as seen `step` bits further on. */
export function shifted(mask: Int32Array, offset: number, word: number, words: number, step: number): number {
  const whole = word + (step >>> 5);
  const rest = step & 31;
  const low = whole < words ? (mask[offset + whole] as number) : 0;
  if (rest === 0) return low;
  const high = whole + 1 < words ? (mask[offset + whole + 1] as number) : 0;
  return (low >>> rest) | (high << (32 - rest));
}

export function sizeOf(mask: Int32Array, offset: number, words: number): number {
  let count = 0;
  for (let word = 0; word < words; word++) count += countBits(mask[offset + word] as number);
  return count;
}

/** The members of a set in rising order. */
export function membersOf(mask: Int32Array, offset: number, words: number): Int32Array {
  const members = new Int32Array(sizeOf(mask, offset, words));
  let next = 0;
  for (let word = 0; word < words; word++) {
    for (let rest = mask[offset + word] as number; rest !== 0; rest &= rest - 1) members[next++] = word * 32 + lowestBit(rest);
  }
  return members;
}
