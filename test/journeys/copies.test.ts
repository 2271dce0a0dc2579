import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSummitFile } from '#shared/exchange/archive/summit-file.ts';
import { valueOf } from '#shared/kernel/result.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { fewPartners, goTo, openSummit, saved, typeAndSave } from '#test/support/desk.ts';
import { type Desktop, startDesktop } from '#test/support/electron-stand-in/desktop.ts';

describe('whole copies beside the journal', () => {
  let folder: string;
  let desktop: Desktop;
  let page: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'summit-copies-'));
    desktop = await startDesktop(join(folder, 'data'));
    page = desktop.page;
    // From here on the test moves the window's clock: ten minutes of work would take ten minutes.
    await page.clock.install();
    await openSummit(desktop, folder, fewPartners(24));
    await goTo(page, 'Partners');
  });
  afterAll(async () => {
    await desktop.kill().catch(() => undefined);
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  /** Why each copy on disk was made, oldest first. */
  function reasons(): string[] {
    return filesOnDisk().map((path) => path.replace(/^.*Z-([a-z-]+)-[0-9a-f]{16}\.summit$/, '$1'));
  }

  function filesOnDisk(): string[] {
    const home = join(folder, 'data/snapshots');
    return readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.summit')).sort().map((name) => join(home, name));
  }

  async function cityOfFirst(city: string): Promise<void> {
    await typeAndSave(page, 'partner-0', 'city', city);
  }

  /** The summit on the screen, as its file. */
  async function onScreen(name: string): Promise<Snapshot> {
    const path = join(folder, name);
    await desktop.answerDialog('save', path);
    await desktop.chooseMenu('file.save-summit');
    await page.getByText(`Saved ${name}`).waitFor();
    return valueOf(readSummitFile(new Uint8Array(readFileSync(path)))).snapshot;
  }

  function cities({ partners }: Snapshot): string[] {
    return [...partners.values()].flatMap(({ city }) => (city === null || city === '' ? [] : [city]));
  }

  test('one is kept soon after work begins, then every ten minutes while there are changes, and the save line says when', async () => {
    await cityOfFirst('Ghent');
    await page.clock.fastForward('01:01');
    await page.locator('.sp-save', { hasText: 'backed up' }).waitFor();
    expect(reasons()).toEqual(['work']);

    await cityOfFirst('Oslo');
    await page.clock.fastForward('08:00');
    await saved(page);
    expect(reasons()).toEqual(['work']);
    await page.clock.fastForward('03:00');
    await expect.poll(reasons).toEqual(['work', 'work']);

    await page.clock.fastForward('30:00');
    await saved(page);
    expect(reasons()).toEqual(['work', 'work']);
  });

  test('one is kept before many records are removed at once', async () => {
    await cityOfFirst('Turin');
    await page.getByLabel('Select all rows shown').check();
    await page.getByRole('button', { name: /^Remove/ }).first().click();
    await page.getByText('0 organisations').waitFor();
    await saved(page);
    await expect.poll(reasons).toEqual(['work', 'work', 'bulk-edit']);
    expect((await onScreen('after.summit')).partners.size).toBe(0);
  });

  test('the list is opened from the palette and names each copy, newest first', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Find or do anything' }).fill('copy kept on disk');
    await page.getByRole('option', { name: /Open a copy kept on disk/ }).waitFor();
    await page.keyboard.press('Enter');
    const rows = page.getByRole('dialog', { name: 'Copies kept on disk' }).getByRole('row');
    await expect.poll(() => rows.count()).toBe(4);
    expect((await rows.allTextContents()).map((text) => text.replace(/[\d-]{10} \d\d:\d\d/, ' … '))).toEqual([
      'SummitMade (UTC)WhySize',
      ...filesOnDisk().reverse().map((path, index) => `Spring … ${index === 0 ? 'Before a bulk edit' : 'While you worked'}${Math.ceil(statSync(path).size / 1024)} KBOpen`),
    ]);
  });

  test('a copy opens beside the summit with everything that was there, and the summit stays as it is', async () => {
    await page.getByRole('dialog', { name: 'Copies kept on disk' }).getByRole('button', { name: /before a bulk edit$/ }).click();
    await page.getByText('24 organisations').waitFor();
    await saved(page);
    const copy = await onScreen('copy.summit');
    const kept = valueOf(readSummitFile(new Uint8Array(readFileSync(filesOnDisk().at(-1) ?? '')))).snapshot;
    const { summits, ...rest } = copy;
    const { summits: keptSummits, ...keptRest } = kept;
    expect(rest).toEqual(keptRest);
    expect([[...summits.values()].map(({ name }) => name), [...keptSummits.values()].map(({ name }) => name)]).toEqual([[expect.stringMatching(/^Spring \(copy of [\d-]{10} \d\d:\d\d\)$/)], ['Spring']]);
    expect([copy.partners.size, cities(copy)]).toEqual([24, ['Turin']]);

    await page.getByTitle('Switch to another summit').click();
    await page.getByRole('menuitem', { name: 'Spring', exact: true }).click();
    await page.getByText('0 organisations').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('24 organisations').waitFor();
    await saved(page);
    expect(cities(await onScreen('undone.summit'))).toEqual(['Turin']);
  });

  test('an earlier copy opens as it was then', async () => {
    await desktop.chooseMenu('file.open-copy');
    await page.getByRole('dialog', { name: 'Copies kept on disk' }).getByRole('button', { name: /while you worked$/ }).last().click();
    await page.getByRole('dialog', { name: 'Copies kept on disk' }).waitFor({ state: 'hidden' });
    await page.getByTitle('Switch to another summit').getByText(/^Spring \(copy of /).waitFor();
    await saved(page);
    expect(cities(await onScreen('first.summit'))).toEqual(['Ghent']);
  });
});
