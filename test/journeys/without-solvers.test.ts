import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeSummitFile } from '#shared/exchange/archive/summit-file.ts';
import type { ExecutiveId, PartnerId, RoomId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { builtFolder, journeyNow, visit, type Visit } from '#test/support/browser.ts';
import { aSummit, on } from '#test/support/meeting-builders.ts';
import { scheduleFaults } from '#test/support/placement-checker.ts';
import { savedSummit } from '#test/support/planner-hand.ts';

const partners = ['Acme', 'Bolt', 'Cedar'].map((name) => ({ name }));
const [acme, bolt, cedar] = partners.map((_, index) => `partner-${index + 1}` as PartnerId);
const ben = 'exec-2' as ExecutiveId;

/** Ana has one half hour and two who ask for it; Ben is late, and one of his two meetings lies before he comes. */
const summit = aSummit({
  partners, contacts: partners.map(({ name }, index) => ({ givenName: 'Lea', familyName: name, role: 'Delegate' as const, partner: `partner-${index + 1}` as PartnerId })),
  executives: [{ name: 'Ana', unavailable: [{ startsAt: on('14:00'), endsAt: on('16:00') }] }, { name: 'Ben', unavailable: [{ startsAt: on('13:00'), endsAt: on('14:00') }] }],
  requests: [{ partner: acme, priority: 'could' }, { partner: bolt, priority: 'could' }, { partner: cedar, host: ben }, { partner: acme, host: ben }],
  placements: [{}, { request: 'request-3' as never, room: 'room-2' as RoomId }, { request: 'request-4' as never, room: 'room-1' as RoomId, startsAt: on('15:00') }],
} as Parameters<typeof aSummit>[0]);

/** The window as it is, only that no solver's WebAssembly compiles, as where a machine refuses it. */
function withoutSolvers(): string {
  const folder = mkdtempSync(join(tmpdir(), 'summit-refused-'));
  cpSync(join(builtFolder, 'renderer'), join(folder, 'renderer'), { recursive: true });
  const assets = join(folder, 'renderer/assets');
  const solvers = readdirSync(assets).filter((name) => name.endsWith('.wasm'));
  expect(solvers.length).toBe(2);
  for (const name of solvers) writeFileSync(join(assets, name), 'refused');
  return folder;
}

describe('where WebAssembly is refused', () => {
  let folder: string;
  let visiting: Visit;
  let page: Page;

  beforeAll(async () => {
    folder = withoutSolvers();
    const file = join(folder, 'one-day.summit');
    writeFileSync(file, writeSummitFile(summit, 'One day', journeyNow as Instant));
    visiting = await visit({ dist: folder });
    page = visiting.page;
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open a summit file…' }).click();
    await (await chooser).setFiles(file);
    await page.getByRole('link', { name: /^Meetings/ }).click();
    await page.getByText('4 requests: 3 placed, 1 waiting').first().waitFor();
  });

  afterAll(async () => {
    await visiting.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = async (mode: 'Everything' | 'Repair') => {
    await page.keyboard.press('Control+Alt+r');
    await page.getByRole('radio', { name: mode }).check();
    await page.getByLabel('Seconds to spend').fill('2');
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByRole('button', { name: 'Take this plan' }).waitFor({ timeout: 60_000 });
  };

  test('cures are found all the same', async () => {
    await page.getByRole('row', { name: /Bolt.*Ana/ }).first().getByText('Bolt').first().click();
    const cures = page.getByRole('region', { name: 'Cures' });
    await cures.getByText('Give up Acme with Ana (could)').waitFor({ timeout: 60_000 });
  });

  test('a repair moves the one meeting that a late flight hits', async () => {
    await run('Repair');
    await page.getByText('2 people are touched: 2 with a meeting moved or dropped.').first().waitFor();
    await page.getByRole('button', { name: 'Take this plan' }).click();
    await page.getByRole('button', { name: 'Take this plan' }).waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /Cedar.*Ben.*1[45]:\d\d/ }).first().waitFor();
    expect(scheduleFaults((await savedSummit(page)).snapshot)).toEqual([]);
  });

  test('a schedule is made, and nothing failed but the solvers', async () => {
    await run('Everything');
    await page.getByText(/^3 of 4 requests have a place/).first().waitFor();
    expect(visiting.complaints.filter((complaint) => !/wasm|WebAssembly|ArrayBuffer instantiation/i.test(complaint))).toEqual([]);
  });
});
