import { type Change, change, set } from '../kernel/change.ts';
import type { CriterionId } from '../kernel/ids.ts';
import type { CriterionTable } from './criterion.ts';

/** The tables with other weights, 0 to 100, to see what they would do. Criteria not named keep theirs. */
export function weighed<T extends CriterionTable>(tables: T, weights: ReadonlyMap<CriterionId, number>): T {
  return { ...tables, criteria: new Map([...tables.criteria].map(([id, criterion]) => [id, { ...criterion, weight: weights.get(id) ?? criterion.weight }])) };
}

/** Takes other weights as one step. */
export function reweigh({ criteria }: CriterionTable, weights: ReadonlyMap<CriterionId, number>): Change {
  const changed = [...criteria.values()].filter(({ id, weight }) => (weights.get(id) ?? weight) !== weight);
  return change('Change the weights', changed.map((criterion) => set('criteria', criterion, { weight: weights.get(criterion.id) ?? criterion.weight })));
}
