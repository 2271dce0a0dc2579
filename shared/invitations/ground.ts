import type { PartnerId } from '../kernel/ids.ts';
import type { Partner, PartnerTable } from '../partners/partner.ts';
import { type SummitTable, theSummit } from '../summit/summit.ts';
import type { groundKinds, Invitation } from './invitation.ts';

export type GroundKind = (typeof groundKinds)[number];
export type Ground = Invitation['grounds'][number];

/** How wide the doors are: which tiers count as top, and how many of the highest by revenue. */
export type GroundLimits = { readonly topTiers: number; readonly topByRevenue: number };

/** The two highest tiers, and the highest tenth by revenue. */
export function usualLimits({ partners }: PartnerTable): GroundLimits {
  return { topTiers: 2, topByRevenue: Math.ceil(partners.size / 10) };
}

/**
 * The grounds on which each partner could be invited, with the facts behind them: top tier, council seat, highest revenue, strategic.
 * A partner may have several. Revenue counts within the summit's currency only; partners level with the last place are in.
 */
export function groundsFound(tables: SummitTable & PartnerTable, limits: GroundLimits): ReadonlyMap<PartnerId, readonly Ground[]> {
  const { tiers, currency } = theSummit(tables);
  const top = tiers.slice(0, limits.topTiers);
  const placeOf = revenuePlaces(tables, currency);
  return new Map([...tables.partners.values()].map((partner) => [partner.id, groundsOf(partner, top, placeOf.get(partner.id) ?? null, limits)]));
}

/** Whether the only ground is revenue, which is not enough to be invited. */
export function onlyRevenue(grounds: readonly Ground[]): boolean {
  return grounds.length > 0 && grounds.every(({ kind }) => kind === 'revenue');
}

export const groundLabels: Readonly<Record<GroundKind, string>> = { tier: 'Top tier', pac: 'Council member', revenue: 'Highest revenue', strategic: 'Strategic', other: 'Other' };

/** Place by revenue, 1 is the highest; equal amounts share a place. Partners without revenue in the currency have none. */
export function revenuePlaces({ partners }: PartnerTable, currency: string): ReadonlyMap<PartnerId, number> {
  const known = [...partners.values()].flatMap(({ id, performance: { revenue } }) => (revenue?.currency === currency ? [{ id, revenue: revenue.hundredths }] : []));
  known.sort((a, b) => b.revenue - a.revenue || (a.id < b.id ? -1 : 1));
  const places = new Map<PartnerId, number>();
  let place = 0;
  known.forEach(({ id, revenue }, index) => {
    if (index === 0 || known[index - 1]?.revenue !== revenue) place = index + 1;
    places.set(id, place);
  });
  return places;
}

function groundsOf({ tier, pacMember, strategic, performance }: Partner, top: readonly string[], place: number | null, limits: GroundLimits): Ground[] {
  const found: Ground[] = [];
  if (strategic) found.push({ kind: 'strategic', reason: 'Designated strategic' });
  if (pacMember) found.push({ kind: 'pac', reason: 'Member of the partner advisory council' });
  if (tier !== null && top.includes(tier)) found.push({ kind: 'tier', reason: `${tier} tier` });
  if (place !== null && place <= limits.topByRevenue && performance.revenue !== null && performance.revenue.hundredths > 0) {
    found.push({ kind: 'revenue', reason: `Place ${place} by revenue` });
  }
  return found;
}
