import { describe, expect, test } from 'vitest';
import { overlapWithTop, revenueConcentration, revenueShareOf } from '#shared/invitations/concentration.ts';
import type { PartnerId } from '#shared/kernel/ids.ts';
import { money } from '#shared/kernel/money.ts';
import { importedSet, inputsFolder } from '#test/support/imported-set.ts';
import { partner, tablesWith } from '#test/support/selection.ts';

const folder = inputsFolder();
const tables = tablesWith({ partners: [50, 30, 20, 0].map((units, index) => partner(`p${index}`, { performance: { revenue: money(units, 'EUR') } })) });

describe('concentration of revenue', () => {
  test('says what share the top and the chosen hold', () => {
    expect([revenueConcentration(tables, 2), revenueShareOf(tables, new Set(['p2', 'p3'] as PartnerId[]))]).toEqual([
      { partners: 2, shareOfPartners: 0.5, shareOfRevenue: 0.8 }, { partners: 2, shareOfPartners: 0.5, shareOfRevenue: 0.2 },
    ]);
  });

  test('names those chosen who are simply the largest', () => {
    expect(overlapWithTop(tables, new Set(['p0', 'p3'] as PartnerId[]))).toEqual(['p0']);
  });
});

if (folder !== null) describe('concentration of the input sets', () => {
  test.each(['autumn-americas', 'spring-emea'])('of %s, imported, is what the truth file says', async (set) => {
    const { truth, snapshot } = await importedSet(folder, set);
    const { top_partners: top, share_of_partners, share_of_revenue } = truth.aggregates.revenue_concentration;
    const found = revenueConcentration(snapshot, top);
    expect({ ...found, shareOfPartners: Math.round(found.shareOfPartners * 1e4) / 1e4, shareOfRevenue: Math.round(found.shareOfRevenue * 1e4) / 1e4 }).toEqual({ partners: top, shareOfPartners: share_of_partners, shareOfRevenue: share_of_revenue });
  });
});
else test('data set absent: set SUMMIT_DATA to compare concentration with the truth files', () => {
  console.log('The input sets are not on this machine; concentration was not compared with their truth files.');
});
