/** A repeatable source of chance: the same seed gives the same numbers on every machine. */
export type Random = {
  /** 0 ≤ x < 1 */
  next(): number;
  /** A whole number from 0 to `below` − 1. */
  below(below: number): number;
  pick<Item>(items: readonly Item[]): Item;
  shuffled<Item>(items: readonly Item[]): Item[];
};

/** The generator sfc32 (C. Doty-Humphrey, PractRand), seeded by splitting the number into three words. */
export function seeded(seed: number): Random {
  let a = seed | 0;
  let b = (seed / 4294967296) | 0;
  let c = 0x9e3779b9 ^ seed;
  let counter = 1;
  function word(): number {
    const sum = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  }
  for (let warmUp = 0; warmUp < 12; warmUp++) word();
  const below = (limit: number) => Math.floor((word() / 4294967296) * limit);
  return {
    next: () => word() / 4294967296,
    below,
    pick: <Item>(items: readonly Item[]) => items[below(items.length)] as Item,
    shuffled: <Item>(items: readonly Item[]) => {
      const copy = [...items];
      for (let last = copy.length - 1; last > 0; last--) {
        const other = below(last + 1);
        const moved = copy[last] as Item;
        copy[last] = copy[other] as Item;
        copy[other] = moved;
      }
      return copy;
    },
  };
}
