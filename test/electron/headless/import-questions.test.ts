import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSummitFile } from '#shared/exchange/archive/summit-file.ts';
import { valueOf } from '#shared/kernel/result.ts';
import { scratch, summit } from './support.ts';

test('what only a planner can tell is asked by refusing, with a cell of the file, and an answer in the call is taken', async () => {
  const folder = scratch();
  const out = join(scratch(), 'asked.summit');
  writeFileSync(join(folder, 'partners.csv'), 'Account ID,Account Name,Tier,City\nA1,Acme,Gold,Porto\n');
  writeFileSync(join(folder, 'tracker.csv'), 'Ref,Partner,Type,Amount,Currency,Due Date\nK1,Acme,MDF,"1,500",EUR,3/4/2027\n');
  const call = (...more: string[]) => summit('import', folder, '--out', out, ...more);
  const refused = async (...more: string[]) => { const { status, err } = await call(...more); return [status, err.trimEnd().split('\n').at(-1), existsSync(out)]; };
  expect(await refused()).toEqual([2, expect.stringContaining('tracker.csv: day and month cannot be told apart; say --date-order dmy or --date-order mdy'), false]);
  expect(await refused('--date-order', 'dmy')).toEqual([2, expect.stringContaining('tracker.csv: whether 1,500 is a thousand or one and a bit cannot be told; say --decimal-mark point or --decimal-mark comma'), false]);
  expect((await call('--date-order', 'dmy', '--decimal-mark', 'point')).status).toBe(0);
  const [commitment] = [...valueOf(readSummitFile(new Uint8Array(readFileSync(out)))).snapshot.commitments.values()];
  expect([commitment?.money?.hundredths, commitment?.dueOn]).toEqual([150_000, '2027-04-03']);
});
