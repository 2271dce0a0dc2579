import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idSchema, mintFrom } from '#shared/kernel/ids.ts';
import { seeded } from '#shared/kernel/random.ts';

describe('chance with a seed', () => {
  test('is the same for the same seed and another for another', () => {
    const drawn = (seed: number) => { const random = seeded(seed); return Array.from({ length: 20 }, () => random.next()); };
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(7)).not.toEqual(drawn(8));
  });

  test('stays within its limits and spreads evenly over them', () => {
    const random = seeded(1);
    const counts = Array.from({ length: 10 }, () => 0);
    for (let draw = 0; draw < 10_000; draw++) {
      const at = random.below(10);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    expect(counts.every((count) => count > 850 && count < 1150)).toBe(true);
  });

  test('shuffling loses nothing and leaves the given list alone', () => {
    fc.assert(fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
      const before = [...items];
      const shuffled = seeded(seed).shuffled(items);
      expect([[...shuffled].sort((a, b) => a - b), items]).toEqual([[...before].sort((a, b) => a - b), before]);
    }));
  });
});

describe('ids', () => {
  test('are 20 letters and digits that no file system, address or journal confuses, and do not repeat', () => {
    const random = seeded(3);
    const mint = mintFrom(() => random.below(256));
    const ids = Array.from({ length: 5000 }, () => mint());
    expect([new Set(ids).size, ids.every((id) => /^[a-z2-7]{20}$/.test(id))]).toEqual([5000, true]);
  });

  test('sort in the order in which they are minted, also after those of an earlier moment and of a clock that stands still or goes back', () => {
    const random = seeded(5);
    const moments = [1000, 1000, 900, 1_800_000_000_000, 1_800_000_000_000, 0];
    const mint = mintFrom(() => random.below(256), () => moments.shift() ?? 0);
    const ids: string[] = Array.from({ length: 50 }, () => mint());
    expect(ids).toEqual([...ids].sort());
    expect(mintFrom(() => 255, () => 1_800_000_001_000)() > (ids.at(-1) ?? '')).toBe(true);
  });

  test('of a foreign file survive unless they could be a path', () => {
    const schema = idSchema();
    expect(['SF-001', 'a.b:c_d', '', '../x', 'a/b', 'a b', 'x'.repeat(65)].map((id) => schema.safeParse(id).success)).toEqual([true, true, false, false, false, false, false]);
  });
});
