import { add, type Change, change } from '../kernel/change.ts';
import type { CriterionId, MintId } from '../kernel/ids.ts';
import type { Criterion } from './criterion.ts';

/** What a new summit starts with: half the weight looks back, half ahead, because selecting on history alone is reactive. */
export const defaultCriteria: readonly Omit<Criterion, 'id'>[] = [
  { name: 'Revenue, trailing twelve months', field: 'revenue', weight: 20, horizon: 'historic' },
  { name: 'Programme tier', field: 'tier', weight: 15, horizon: 'historic' },
  { name: 'Growth on the year before', field: 'growth', weight: 10, horizon: 'historic' },
  { name: 'Satisfaction', field: 'satisfaction', weight: 5, horizon: 'historic' },
  { name: 'Open pipeline', field: 'pipeline', weight: 20, horizon: 'forward-looking' },
  { name: 'Strategic designation', field: 'strategic', weight: 15, horizon: 'forward-looking' },
  { name: 'Certified people', field: 'certification', weight: 10, horizon: 'forward-looking' },
  { name: 'Council seat', field: 'pacMember', weight: 5, horizon: 'forward-looking' },
];

/** Adds the default criteria. The caller decides whether there are any already. */
export function addDefaultCriteria(mint: MintId): Change {
  return change('Add the usual criteria', defaultCriteria.map((criterion) => add('criteria', { id: mint<CriterionId>(), ...criterion } satisfies Criterion)));
}
