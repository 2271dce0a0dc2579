import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '#electron/headless/main.ts';
import { readSummitFile, writeSummitFile } from '#shared/exchange/archive/summit-file.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { smallSummit } from '#test/support/small-summit.ts';

const now = '2027-03-01T08:00:00.000Z';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'summit-calendars-'));
  await writeFile(join(folder, 'spring.summit'), writeSummitFile(smallSummit(), 'Spring', now as Instant));
});

afterAll(() => rm(folder, { recursive: true }));

async function exported(...options: readonly string[]) {
  const said: string[] = [];
  const status = await run(['export', join(folder, 'spring.summit'), '--out', join(folder, 'out'), '--now', now, ...options], { out: (text) => said.push(text), err: (text) => said.push(text), isTerminal: false });
  return { status, said: said.join('') };
}

test('hosts each get a calendar file, and the summit named by --remember knows what they were sent', async () => {
  const { status } = await exported('--format', 'ics', '--by', 'host', '--remember', join(folder, 'later.summit'));
  expect([status, (await readdir(join(folder, 'out'))).sort()]).toEqual([0, ['Spring – Eve Host.ics', 'Spring – Max Chief.ics']]);
  const later = readSummitFile(new Uint8Array(await readFile(join(folder, 'later.summit'))));
  expect(later.ok && [...later.value.snapshot.sentCalendars.values()].map(({ readerKind, readerOf }) => [readerKind, readerOf])).toEqual([['host', 'eve'], ['host', 'max']]);
});

test('without --remember the planner is told that later files cannot raise or cancel', async () => {
  expect((await exported('--format', 'ics')).said).toContain('not remembered');
});
