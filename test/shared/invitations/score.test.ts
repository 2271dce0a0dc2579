import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { points, scores, weightSplit } from '#shared/invitations/score.ts';
import type { PartnerId } from '#shared/kernel/ids.ts';
import { money } from '#shared/kernel/money.ts';
import { criterion, partner, tablesWith } from '#test/support/selection.ts';

const eur = (units: number) => money(units, 'EUR');
const three = [
  partner('big', { tier: 'Elite', performance: { revenue: eur(900), revenuePrior: eur(1000), health: 40 } }),
  partner('mid', { tier: 'Gold', strategic: true, performance: { revenue: eur(500), revenuePrior: eur(250), health: 90 } }),
  partner('new', { tier: null, strategic: true, performance: { health: 70 } }),
];
const criteria = [
  criterion('revenue', { weight: 40 }), criterion('tier', { field: 'tier', weight: 20 }), criterion('growth', { field: 'growth', weight: 10, horizon: 'forward-looking' }),
  criterion('strategic', { field: 'strategic', weight: 20, horizon: 'forward-looking' }), criterion('health', { field: 'health', weight: 10, horizon: 'forward-looking' }),
];

describe('the score of a candidate', () => {
  test('explains itself to the digit: value, how it was normalised, weight and contribution', () => {
    const score = scores(tablesWith({ partners: three, criteria })).get('mid' as PartnerId);
    expect(score?.terms.map(({ name, value, normalised, how, weightShare, tenths }) => [name, value, normalised, how, weightShare, points(tenths)])).toEqual([
      ['revenue', '500.00 EUR', 0, 'above 0 of 1 others', 0.4, '0.0'],
      ['strategic', 'yes', 1, 'yes counts in full', 0.2, '20.0'],
      ['tier', 'Gold', 0.5, 'tier 3 of 5', 0.2, '10.0'],
      ['growth', '100 %', 1, 'above 1 of 1 others', 0.1, '10.0'],
      ['health', '90 of 100', 0.9, 'on its own scale', 0.1, '9.0'],
    ]);
    expect([points(score?.tenths ?? null), points(score?.historicTenths ?? null), points(score?.forwardTenths ?? null), score?.knownShare]).toEqual(['49.0', '10.0', '39.0', 1]);
  });

  test('leaves out what is not known and shares its weight, so that a partner without revenue can be scored', () => {
    const score = scores(tablesWith({ partners: three, criteria })).get('new' as PartnerId);
    expect(score?.terms.map(({ name, value, how, weightShare, tenths }) => [name, value, how, Math.round(weightShare * 1000) / 1000, points(tenths)])).toEqual([
      ['revenue', null, 'not known', 0, '0.0'], ['strategic', 'yes', 'yes counts in full', 0.667, '66.7'], ['tier', null, 'not known', 0, '0.0'],
      ['growth', null, 'not known', 0, '0.0'], ['health', '70 of 100', 'on its own scale', 0.333, '23.3'],
    ]);
    expect([points(score?.tenths ?? null), score?.knownShare]).toEqual(['90.0', 0.3]);
  });

  test('is none, not zero, when nothing is known', () => {
    const score = scores(tablesWith({ partners: [partner('blank', { tier: null })], criteria: [criterion('revenue'), criterion('tier', { field: 'tier' })] })).get('blank' as PartnerId);
    expect([score?.tenths, score?.knownShare]).toEqual([null, 0]);
  });

  test('does not compare amounts in another currency', () => {
    const score = scores(tablesWith({ partners: [...three, partner('usd', { performance: { revenue: money(10_000, 'USD') } })], criteria: [criterion('revenue')] }));
    expect([score.get('usd' as PartnerId)?.terms[0]?.how, score.get('big' as PartnerId)?.tenths]).toEqual(['other currency than the summit’s', 1000]);
  });

  test('shares the middle among equals', () => {
    const level = ['a', 'b', 'c'].map((id) => partner(id, { performance: { revenue: eur(5) } }));
    expect([...scores(tablesWith({ partners: level, criteria: [criterion('revenue')] })).values()].map(({ tenths, terms }) => [tenths, terms[0]?.how])).toEqual(Array(3).fill([500, 'above 0 of 2 others, level with 2']));
  });

  test('shows how much of the weight looks back and how much ahead', () => {
    expect(weightSplit(tablesWith({ criteria }))).toEqual({ historic: 0.6, forwardLooking: 0.4 });
  });

  const anyPartner = fc.record({
    revenue: fc.option(fc.integer({ min: 0, max: 1000 })), health: fc.option(fc.integer({ min: 0, max: 100 })), strategic: fc.boolean(), tier: fc.constantFrom(null, 'Elite', 'Silver'),
  }).map(({ revenue, health, ...fields }) => ({ ...fields, performance: { revenue: revenue === null ? null : eur(revenue), health } }));
  const anyCriteria = fc.array(fc.record({ field: fc.constantFrom('revenue', 'health', 'strategic', 'tier'), weight: fc.integer({ min: 0, max: 100 }), horizon: fc.constantFrom('historic', 'forward-looking') }), { maxLength: 6 });
  const anySet = fc.tuple(fc.array(anyPartner, { minLength: 1, maxLength: 12 }), anyCriteria);

  test('is the sum of its terms to the digit, and between 0 and 100', () => {
    fc.assert(fc.property(anySet, ([fields, rules]) => {
      const tables = tablesWith({ partners: fields.map((one, index) => partner(`p${index}`, one)), criteria: rules.map((rule, index) => criterion(`c${index}`, rule as never)) });
      for (const { tenths, terms, historicTenths, forwardTenths } of scores(tables).values()) {
        const sum = terms.reduce((all, term) => all + term.tenths, 0);
        expect([tenths ?? 0, historicTenths + forwardTenths]).toEqual([sum, sum]);
        expect(sum >= 0 && sum <= 1000).toBe(true);
      }
    }));
  });

  test('does not depend on the unit of money, since amounts count by rank', () => {
    fc.assert(fc.property(fc.array(anyPartner, { minLength: 1, maxLength: 12 }), fc.integer({ min: 2, max: 50 }), (fields, factor) => {
      const scored = (times: number) => [...scores(tablesWith({
        criteria, partners: fields.map((one, index) => partner(`p${index}`, { ...one, performance: { ...one.performance, revenue: one.performance.revenue && { ...one.performance.revenue, hundredths: one.performance.revenue.hundredths * times } } })),
      })).values()].map(({ tenths }) => tenths);
      expect(scored(factor)).toEqual(scored(1));
    }));
  });
});
