/** Sets as words of 32 bits, many in one array: a set begins at `offset` words. */
export function setBit(mask: Int32Array, offset: number, bit: number): void {
  const word = offset + (bit >>> 5);
  mask[word] = (mask[word] ?? 0) | (1 << (bit & 31));
}

export function hasBit(mask: Int32Array, offset: number, bit: number): boolean {
  return (((mask[offset + (bit >>> 5)] ?? 0) >>> (bit & 31)) & 1) === 1;
}

export function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}

export function countBits(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
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

/** The members of a set in rising order. */
export function membersOf(mask: Int32Array, offset: number, words: number): Int32Array {
  let count = 0;
  for (let word = 0; word < words; word++) count += countBits(mask[offset + word] as number);
  const members = new Int32Array(count);
  let next = 0;
  for (let word = 0; word < words; word++) {
    for (let rest = mask[offset + word] as number; rest !== 0; rest &= rest - 1) members[next++] = word * 32 + lowestBit(rest);
  }
  return members;
}
