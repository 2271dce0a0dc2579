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
    // What the second of two conflicting rows said and what nobody asks of a summit are not in it.
    const { aggregates, files } = truthOf(set);
    const { awards, total_revenue: revenue, host_emails: emails, ...truth } = aggregates as unknown as { awards: Record<string, unknown>; total_revenue: Record<string, unknown>; host_emails: string[] };
    // The list of hosts knows the address behind one that is written wrongly in the file; an importer cannot.
    const readable = emails.filter((email) => files['executives']?.expected.some(({ values }) => values['email'] === email));
    const { same_order_if_judge_totals_are_averaged: _, ...standings } = awards;
    const { last_row_wins: __, ...total } = revenue;
    expect(found).toEqual({ ...truth, host_emails: readable, awards: standings, total_revenue: total });
  });
});
