import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSummitFile, writeSummitFile } from '#shared/exchange/archive/summit-file.ts';
import { valueOf } from '#shared/kernel/result.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { filledIn } from '#test/support/filled-in.ts';
import { smallSummit } from '#test/support/small-summit.ts';
import { scratch, summit } from './support.ts';

test('score sheets go out, come back filled in, and what two copies say differently is told and left as it was', async () => {
  const folder = scratch();
  const file = join(folder, 'spring.summit');
  writeFileSync(file, writeSummitFile(smallSummit(), 'Spring', '2027-03-01T08:00:00.000Z' as Instant));
  expect(await summit('packets', file, '--out', join(folder, 'out'), '--kind', 'score-sheet')).toMatchObject({ status: 0 });
  expect(readdirSync(join(folder, 'out')).sort()).toEqual(['Score sheet – Ben Judge.xlsx', 'Score sheet – Cleo Judge.xlsx']);
  mkdirSync(join(folder, 'back'));
  const sheet = readFileSync(join(folder, 'out', 'Score sheet – Ben Judge.xlsx'));
  writeFileSync(join(folder, 'back', 'one.xlsx'), filledIn(sheet, { H2: 5, H3: 7 }));
  writeFileSync(join(folder, 'back', 'two.xlsx'), filledIn(sheet, { H2: 6 }));
  const { status, document } = await summit('import', join(folder, 'back'), '--into', file, '--out', join(folder, 'after.summit'), '--json');
  expect([status, document]).toMatchObject([0, { packets: { entries: [{ header: 'Score (1 to 10)', before: '', after: '7' }], conflicts: [{ why: 'two-sheets', here: '8', sheets: [{ file: 'one.xlsx', value: '5' }, { file: 'two.xlsx', value: '6' }] }], problems: [] } }]);
  const { snapshot } = valueOf(readSummitFile(readFileSync(join(folder, 'after.summit'))));
  expect([...snapshot.scores.values()].map(({ criterion, value }) => [criterion, value]).sort()).toEqual([['Depth', 7], ['Reach', 8]]);
});

test('what only one sheet says otherwise than the summit is taken where the call says so, and told', async () => {
  const folder = scratch();
  const file = join(folder, 'spring.summit');
  const small = smallSummit();
  writeFileSync(file, writeSummitFile(small, 'Spring', '2027-03-01T08:00:00.000Z' as Instant));
  await summit('packets', file, '--out', join(folder, 'out'), '--kind', 'score-sheet');
  mkdirSync(join(folder, 'back'));
  writeFileSync(join(folder, 'back', 'one.xlsx'), filledIn(readFileSync(join(folder, 'out', 'Score sheet – Ben Judge.xlsx')), { H2: 5 }));
  const meanwhile = { ...small, scores: new Map([...small.scores].map(([id, score]) => [id, { ...score, value: 9 }])) };
  writeFileSync(file, writeSummitFile(meanwhile, 'Spring', '2027-03-01T09:00:00.000Z' as Instant));
  const scored = async (...more: string[]) => {
    const { document } = await summit('import', join(folder, 'back'), '--into', file, '--out', join(folder, 'after.summit'), '--json', ...more);
    const { snapshot } = valueOf(readSummitFile(readFileSync(join(folder, 'after.summit'))));
    return [(document as { packets: { conflicts: { why: string; taken: string }[] } }).packets.conflicts.map(({ why, taken }) => [why, taken]), [...snapshot.scores.values()].map(({ value }) => value)];
  };
  expect(await scored()).toEqual([[['changed-here', '9']], [9]]);
  expect(await scored('--conflicts', 'sheets')).toEqual([[['changed-here', '5']], [5]]);
  expect(await summit('import', join(folder, 'back'), '--into', file, '--dry-run', '--conflicts', 'mine')).toMatchObject({ status: 2, err: expect.stringContaining('--conflicts must be here, sheets') as string });
});

test('lists by account manager go out as TSV, under names', async () => {
  const folder = scratch();
  const file = join(folder, 'spring.summit');
  writeFileSync(file, writeSummitFile(smallSummit(), 'Spring', '2027-03-01T08:00:00.000Z' as Instant));
  expect(await summit('export', file, '--out', join(folder, 'out'), '--format', 'tsv', '--lists-by', 'cam')).toMatchObject({ status: 0 });
  expect(readdirSync(join(folder, 'out')).filter((name) => name.includes('Ada Cam')).sort()).toEqual(['commitments', 'contacts', 'meeting_requests', 'ndas', 'partners'].map((list) => `Lists – Ada Cam – ${list}.tsv`));
  expect(readFileSync(join(folder, 'out', 'Lists – Ada Cam – contacts.tsv'), 'utf8').split('\r\n')[1]?.split('\t').slice(0, 3)).toEqual(['ana', 'Ana', 'Lima']);
});
