import { groupBy } from '../kernel/group.ts';
import type { PartnerId } from '../kernel/ids.ts';
import type { PartnerTable } from '../partners/partner.ts';
import type { Commitment, CommitmentTable, CommitmentType } from './commitment.ts';

/** What a partner's set of promises has that a planner should not let stand. */
export type Imbalance =
  /** the vendor invests and the partner promises nothing */
  | { readonly kind: 'vendor-only'; readonly partner: PartnerId; readonly vendor: readonly Commitment[] }
  /** the partner promises and the vendor nothing */
  | { readonly kind: 'partner-only'; readonly partner: PartnerId; readonly partnerSide: readonly Commitment[] }
  /** a strategic partner with benefits that any partner has: no exclusivity, no joint solution, no custom terms */
  | { readonly kind: 'only-incremental'; readonly partner: PartnerId; readonly all: readonly Commitment[] }
  /** revenue promised far above what the partner ever sold */
  | { readonly kind: 'above-trend'; readonly commitment: Commitment; readonly growth: number; readonly trend: number };

/** One-sided, weak and unrealistic sets of promises made at this summit (lint of the strategic-partner article). Waived and renegotiated promises are out. */
export function imbalances(tables: CommitmentTable & PartnerTable): Imbalance[] {
  const standing = [...tables.commitments.values()].filter(({ madeAt, status }) => madeAt === 'this-summit' && status !== 'waived' && status !== 'renegotiated');
  return [...groupBy(standing, ({ partner }) => partner)].flatMap(([partner, all]) => [...oneSided(partner, all), ...incremental(tables, partner, all), ...all.flatMap((each) => aboveTrend(tables, each))]);
}

const investments: readonly CommitmentType[] = ['marketing_investment', 'mdf_allocation', 'presales_allocation', 'executive_time', 'roadmap_access', 'incentive_terms', 'market_access', 'joint_solution'];
const structural: readonly CommitmentType[] = ['market_access', 'joint_solution', 'incentive_terms', 'customer_success'];

function oneSided(partner: PartnerId, all: readonly Commitment[]): Imbalance[] {
  const vendor = all.filter(({ side, type }) => side === 'vendor' && type !== null && investments.includes(type));
  const partnerSide = all.filter(({ side }) => side === 'partner');
  const joint = all.some(({ side }) => side === 'both');
  if (vendor.length > 0 && partnerSide.length === 0 && !joint) return [{ kind: 'vendor-only', partner, vendor }];
  if (partnerSide.length > 0 && !joint && !all.some(({ side }) => side === 'vendor')) return [{ kind: 'partner-only', partner, partnerSide }];
  return [];
}

function incremental({ partners }: PartnerTable, partner: PartnerId, all: readonly Commitment[]): Imbalance[] {
  if (partners.get(partner)?.strategic !== true) return [];
  return all.some(({ type }) => type !== null && structural.includes(type)) ? [] : [{ kind: 'only-incremental', partner, all }];
}

/** Above trend by more than 30 percentage points of growth, or 50 % where no trend is known: our thresholds, advice only. */
function aboveTrend({ partners }: PartnerTable, commitment: Commitment): Imbalance[] {
  const performance = partners.get(commitment.partner)?.performance;
  const { money } = commitment;
  const revenue = performance?.revenue;
  if (commitment.type !== 'revenue_target' || !money || !revenue || revenue.currency !== money.currency || revenue.hundredths <= 0) return [];
  const prior = performance.revenuePrior;
  const trend = prior && prior.currency === revenue.currency && prior.hundredths > 0 ? revenue.hundredths / prior.hundredths - 1 : null;
  const growth = money.hundredths / revenue.hundredths - 1;
  const limit = trend === null ? 0.5 : Math.max(trend, 0) + 0.3;
  return growth > limit ? [{ kind: 'above-trend', commitment, growth, trend: trend ?? 0 }] : [];
}
