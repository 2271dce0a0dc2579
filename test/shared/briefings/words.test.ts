import { expect, test } from 'vitest';
import { paperCode } from '#shared/briefings/words.ts';
import { mintFrom, type PartnerId } from '#shared/kernel/ids.ts';
import { seeded } from '#shared/kernel/random.ts';

test('no two boxes of one import are typed in against the same code', () => {
  const random = seeded(7);
  const mint = mintFrom(() => random.below(256), () => 1_800_000_000_000);
  const codes = Array.from({ length: 300 }, () => paperCode('C', mint<PartnerId>()));
  expect([new Set(codes).size, codes.every((code) => /^C-[A-Z2-7]{6}$/.test(code))]).toEqual([300, true]);
});
