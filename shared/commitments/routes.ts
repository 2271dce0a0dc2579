import type { Commitment, CommitmentType } from './commitment.ts';

/** A team that fulfils promises of certain types (routes of the source articles). */
export const routes = ['mdf', 'co-sell', 'enablement', 'contracts', 'marketing', 'incentives', 'product', 'executive'] as const;
export type Route = (typeof routes)[number];

export const routeTitles: Readonly<Record<Route, string>> = {
  mdf: 'MDF management', 'co-sell': 'Co-sell and deal registration', enablement: 'Training and certification', contracts: 'Contracts and plans', marketing: 'Marketing',
  incentives: 'Incentives', product: 'Product', executive: 'Executive office',
};

/**
 * Which route a type takes. Pre-sales work and named-account protection are registered and fulfilled beside deals; a customer-success target is
 * kept by the joint account team, which is the co-sell route's; a revenue target belongs to the plan that contracts keep.
 */
const routeByType: Readonly<Record<CommitmentType, Route>> = {
  mdf_allocation: 'mdf', co_sell: 'co-sell', presales_allocation: 'co-sell', market_access: 'co-sell', customer_success: 'co-sell', enablement: 'enablement',
  revenue_target: 'contracts', marketing_investment: 'marketing', incentive_terms: 'incentives', roadmap_access: 'product', joint_solution: 'product', executive_time: 'executive',
};

/** The route of a commitment; null while its type is not known. */
export function routeOf({ type }: Pick<Commitment, 'type'>): Route | null {
  return type === null ? null : routeByType[type];
}

export const typeTitles: Readonly<Record<CommitmentType, string>> = {
  revenue_target: 'Annual revenue target', marketing_investment: 'Marketing investment plan', co_sell: 'Co-sell engagement', mdf_allocation: 'MDF allocation',
  enablement: 'Training / certification', presales_allocation: 'Technical pre-sales allocation', executive_time: 'Executive sponsorship time', roadmap_access: 'Roadmap access',
  joint_solution: 'Joint-solution milestone', market_access: 'Market access', incentive_terms: 'Incentive terms', customer_success: 'Customer-success target',
};
