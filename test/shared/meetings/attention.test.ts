import { describe, expect, test } from 'vitest';
import type { PartnerId } from '#shared/kernel/ids.ts';
import { money } from '#shared/kernel/money.ts';
import { attention, figureOf } from '#shared/meetings/attention.ts';
import { clashesAt } from '#shared/meetings/clashes.ts';
import { mayHearBy } from '#shared/meetings/may-hear.ts';
import { whereabouts } from '#shared/meetings/whereabouts.ts';
import { blankPartner, unknownPerformance } from '#shared/partners/partner.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { bigSummit } from '#test/support/big-summit.ts';
import { aSummit, on } from '#test/support/meeting-builders.ts';

const whereOf = (tables: Snapshot) => whereabouts(tables, mayHearBy(tables));
const names = ['Acme', 'Bolt', 'Cedar', 'Delta', 'Echo', 'Fjord', 'Gamma', 'Helix'];
const partners = names.map((name, index) => ({ name, performance: { ...unknownPerformance, health: 10 * (index + 1), revenue: money(1000 * (index + 1), index === 7 ? 'USD' : 'EUR') } }));
const requests = [{ partner: 'partner-1' as PartnerId, durationMinutes: 60 as const }, { partner: 'partner-2' as PartnerId, durationMinutes: 20 as const }, { partner: 'partner-8' as PartnerId }];

describe('executive time against performance', () => {
  const where = whereOf(aSummit({ partners, requests, placements: [{ startsAt: on('13:30') }, { startsAt: on('14:45') }] }));

  test('minutes are those of placed meetings, beside the requests still asked for', () => {
    expect(attention(where, 'health').rows.map(({ asked, placed, minutes, hosts }) => [asked, placed, minutes, hosts])).toEqual([
      [1, 1, 60, ['exec-1']], [1, 1, 20, ['exec-1']], ...Array.from({ length: 5 }, () => [0, 0, 0, []]), [1, 0, 0, []],
    ]);
  });

  test('much time at the lowest quarter and none at the highest quarter are marked', () => {
    expect(attention(where, 'health').rows.map(({ flag }) => flag)).toEqual(['much-time-low-performance', null, null, null, null, 'no-time-high-performance', 'no-time-high-performance', 'no-time-high-performance']);
  });

  test('amounts in another currency are left out and counted, never converted, and too few figures mark nobody', () => {
    const { rows, unknown, otherCurrency, quarters } = attention(where, 'revenue');
    expect([rows.map(({ figure }) => figure), unknown, otherCurrency, quarters]).toEqual([[1000, 2000, 3000, 4000, 5000, 6000, 7000, null], 1, 1, null]);
  });

  test('growth needs two amounts in one currency', () => {
    const of = (revenue: ReturnType<typeof money> | null, revenuePrior: ReturnType<typeof money> | null) => figureOf({ ...blankPartner('p' as PartnerId, 'P'), performance: { ...unknownPerformance, revenue, revenuePrior } }, 'growth', 'EUR');
    expect([of(money(110, 'USD'), money(100, 'USD')), of(money(110, 'USD'), money(100, 'EUR')), of(money(110, 'EUR'), null), of(money(110, 'EUR'), money(0, 'EUR'))].map((growth) => growth && Number(growth.toFixed(4)))).toEqual([0.1, null, null, null]);
  });
});

test('the big summit is the same each time, and nothing in it clashes', () => {
  const [one, other] = [bigSummit(), bigSummit()];
  expect([...one.placements.values()]).toEqual([...other.placements.values()]);
  const where = whereOf(one);
  expect([one.executives.size, one.partners.size, one.rooms.size, one.requests.size, one.placements.size]).toEqual([40, 120, 30, 600, 486]);
  expect(where.meetings.flatMap(({ request, placement }) => clashesAt(where, request, placement)).filter(({ weight }) => weight === 'clash')).toEqual([]);
});
