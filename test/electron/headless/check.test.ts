import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, inputSets, truthOf } from '#test/support/input-set.ts';
import { scratch, summit } from './support.ts';

describe.each(inputSets.length > 0 ? inputSets : ['data set absent'])('%s imported and checked', (set) => {
  test('has the aggregates of its truth file', async () => {
    if (inputSets.length === 0) return;
    const file = join(scratch(), 'set.summit');
    expect(await summit('import', folderOf(set), '--out', file)).toMatchObject({ status: 0 });
    const { document } = await summit('check', file, '--json');
    const found = (document as { aggregates: Record<string, unknown> }).aggregates;
    const { aggregates, files } = truthOf(set);
    const truth = aggregates as unknown as { awards: Record<string, unknown>; total_revenue: Record<string, unknown>; host_emails: string[] };
    expect(found).toEqual({
      ...truth,
      // A comparison of methods and what the second of two conflicting rows said are not figures of a summit.
      awards: without(truth.awards, 'same_order_if_judge_totals_are_averaged'),
      total_revenue: without(truth.total_revenue, 'last_row_wins'),
      // The truth knows the address behind one that is written wrongly in the file; an importer cannot.
      host_emails: truth.host_emails.filter((email) => files['executives']?.expected.some(({ values }) => values['email'] === email)),
    });
  });
});

function without(figures: Record<string, unknown>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(figures).filter(([key]) => key !== name));
}
