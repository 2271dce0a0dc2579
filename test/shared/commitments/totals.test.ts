import { describe, expect, test } from 'vitest';
import { commitmentsByStatus, commitmentTotals } from '#shared/commitments/totals.ts';
import { plainAmount } from '#shared/kernel/money.ts';
import { commitmentTable } from '#test/support/commitment-truth.ts';
import { inputSets, truthOf } from '#test/support/input-set.ts';

// The truth of the larger set holds a sample of its commitments; that set is checked through the importer.
const sets = inputSets.filter((set) => set === 'autumn-americas');

describe.each(sets.length > 0 ? sets : ['data set absent'])('the commitments of %s', (set) => {
  test('total and count as the truth file says', () => {
    if (sets.length === 0) return;
    const truth = truthOf(set);
    const tables = commitmentTable(set, truth);
    const aggregates = truth.aggregates as unknown as { commitment_totals: object; commitments_by_status: object };
    expect(commitmentTotals(tables).map(({ hundredths, ...rest }) => ({ ...rest, amount: plainAmount(hundredths) }))).toEqual(aggregates.commitment_totals);
    expect(Object.fromEntries([...commitmentsByStatus(tables)].map(([status, count]) => [status ?? 'None', count]))).toEqual(aggregates.commitments_by_status);
  });
});
