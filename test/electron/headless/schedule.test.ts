import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSummitFile } from '#shared/exchange/archive/summit-file.ts';
import { valueOf } from '#shared/kernel/result.ts';
import { folderOf, inputSets } from '#test/support/input-set.ts';
import { scheduleFaults } from '#test/support/placement-checker.ts';
import { scratch, summit } from './support.ts';

type Plan = { readonly meetings: object[]; readonly unplaced: readonly { readonly reasons: readonly object[] }[]; readonly weight: number; readonly bound: number };

if (inputSets.length === 0) test('data set absent: no real-life set is scheduled; set SUMMIT_DATA', () => { expect(inputSets).toEqual([]); });

describe.each(inputSets)('the meetings of %s, with every partner approved', (set) => {
  test('are placed without a clash, for at least nine tenths of what is possible, and every request left over has its reason', async () => {
    const folder = scratch();
    const [file, out] = [join(folder, 'imported.summit'), join(folder, 'scheduled.summit')];
    expect((await summit('import', folderOf(set), '--out', file)).status).toBe(0);
    const { document } = await summit('schedule', file, '--out', out, '--budget', '400000', '--json');
    const { meetings, unplaced, weight, bound } = document as Plan;
    console.log(`${set}: ${meetings.length} placed, ${unplaced.length} not; weight ${weight} of at most ${bound}, ${Math.round((weight / bound) * 100)} %`);
    const { snapshot } = valueOf(readSummitFile(new Uint8Array(readFileSync(out))));
    expect(scheduleFaults(snapshot)).toEqual([]);
    expect({ placed: snapshot.placements.size, all: meetings.length + unplaced.length, withoutReason: unplaced.filter(({ reasons }) => reasons.length === 0) }).toEqual({ placed: meetings.length, all: snapshot.requests.size, withoutReason: [] });
    expect(weight).toBeGreaterThanOrEqual(0.9 * bound);
  }, 240_000);
});
