import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { visit } from '#test/support/browser.ts';
import { fewPartners, goTo, journalFiles, openSummit, rowsInDatabase, rowsOnDisk, saved, typeAndSave } from '#test/support/desk.ts';
import { type Desktop, startDesktop } from '#test/support/electron-stand-in/desktop.ts';

let folder: string;
let data: string;
let desktop: Desktop;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'summit-wipe-'));
  data = join(folder, 'data');
});

afterEach(async () => {
  await desktop?.kill().catch(() => undefined);
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

/** A summit with three edits, killed, and its browser store gone as after a reset, or treated as told. */
async function wipedAfterWork(treat: (store: string) => void = (store) => { rmSync(store, { recursive: true }); }, beforeTheKill: (page: Page) => Promise<void> = () => Promise.resolve()): Promise<void> {
  desktop = await startDesktop(data);
  await desktop.page.clock.install();
  await openSummit(desktop, folder, fewPartners(3));
  await goTo(desktop.page, 'Partners');
  for (const [row, city] of [['partner-0', 'Ghent'], ['partner-1', 'Oslo'], ['partner-2', 'Turin']] as const) {
    await typeAndSave(desktop.page, row, 'city', city);
  }
  await beforeTheKill(desktop.page);
  await desktop.kill();
  treat(join(data, 'chromium/Default/IndexedDB'));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function citiesIn(page: Page): Promise<(string | undefined)[]> {
  return Object.values((await rowsInDatabase(page))['partners'] ?? {}).map((row) => (row as { city?: string }).city);
}

describe('the window’s database is deleted between two launches', () => {
  test('the application says so, restores everything from disk, and both homes agree', async () => {
    await wipedAfterWork();
    const before = rowsOnDisk(data);
    desktop = await startDesktop(data);
    const { page } = desktop;
    const told = page.getByRole('alertdialog', { name: 'This window\'s database has been emptied' });
    await told.waitFor();
    await told.getByText('Nothing saved is lost: the journal on disk holds all of it.').waitFor();
    expect(await page.getByText('Begin a new summit').count()).toBe(0);
    expect(await told.getByRole('listitem').allTextContents()).toEqual([expect.stringMatching(/^Spring3 partners, 0 people\. 4 saved changes, the last on [\d-]{10} at \d\d:\d\d: City of Partner 2\.$/)]);
    await page.getByRole('button', { name: 'Restore everything from disk' }).click();
    await saved(page);
    expect(await rowsInDatabase(page)).toEqual(before.rows);
    expect(await citiesIn(page)).toEqual(['Ghent', 'Oslo', 'Turin']);

    await goTo(page, 'Partners');
    await typeAndSave(page, 'partner-0', 'city', 'Bruges');
    expect(rowsOnDisk(data).rows).toEqual(await rowsInDatabase(page));
  });

  test('with the tail of the journal torn as well: everything before the torn line is back, and the torn end is kept beside', async () => {
    await wipedAfterWork();
    const [path = ''] = journalFiles(data);
    const bytes = await readFile(path);
    await writeFile(path, bytes.subarray(0, bytes.length - 40));
    const readable = rowsOnDisk(data);
    expect(readable.lines).toBe(3);
    desktop = await startDesktop(data);
    const { page } = desktop;
    await page.getByRole('alertdialog').waitFor();
    expect(await page.getByRole('listitem').allTextContents()).toEqual([expect.stringMatching(/^Spring3 partners, 0 people\. 3 saved changes, .*: City of Partner 1\. The end of the journal is damaged; everything before is whole\.$/)]);
    await page.getByRole('button', { name: 'Restore everything from disk' }).click();
    await saved(page);
    expect(await rowsInDatabase(page)).toEqual(readable.rows);

    await goTo(page, 'Partners');
    await typeAndSave(page, 'partner-2', 'city', 'Turin');
    const after = rowsOnDisk(data);
    expect([after.lines, after.rows]).toEqual([4, await rowsInDatabase(page)]);
  });

  test('with the store overwritten by noise instead: nothing of it is trusted, everything is back from disk', async () => {
    await wipedAfterWork((store) => { for (const path of filesIn(store)) writeFileSync(path, Buffer.alloc(statSync(path).size + 16, 0x5a)); });
    desktop = await startDesktop(data);
    const { page } = desktop;
    await page.getByRole('button', { name: 'Restore everything from disk' }).click();
    await saved(page);
    expect(await rowsInDatabase(page)).toEqual(rowsOnDisk(data).rows);
    expect(await citiesIn(page)).toEqual(['Ghent', 'Oslo', 'Turin']);
  });

  test('with one table emptied instead: the summit is not shown without it, and is rebuilt from the journal', async () => {
    await wipedAfterWork(() => undefined, async (page) => {
      await page.evaluate(async () => {
        const opening = indexedDB.open('summit-planner');
        const database = await new Promise<IDBDatabase>((resolve) => { opening.onsuccess = () => { resolve(opening.result); }; });
        const emptying = database.transaction('rows_partners', 'readwrite', { durability: 'strict' });
        emptying.objectStore('rows_partners').clear();
        await new Promise((resolve) => { emptying.oncomplete = resolve; });
      });
    });
    desktop = await startDesktop(data);
    const { page } = desktop;
    await page.getByRole('alertdialog', { name: 'Spring cannot be read here' }).getByText('The database holds 0 of its 3 rows of partners. Nothing was changed.').waitFor();
    await page.getByRole('button', { name: 'Rebuild it from the journal on disk' }).click();
    await saved(page);
    expect([await rowsInDatabase(page), await citiesIn(page)]).toEqual([rowsOnDisk(data).rows, ['Ghent', 'Oslo', 'Turin']]);
  });

  test('with nothing readable left of the journal either: it says so, still no welcome, and a summit file opens', async () => {
    await wipedAfterWork();
    const [path = ''] = journalFiles(data);
    await writeFile(path, 'not a journal any more');
    desktop = await startDesktop(data);
    const { page } = desktop;
    await page.getByText('What lies on disk of it cannot be read, neither its journal nor a copy. Open your newest summit file of it.').waitFor();
    expect([await page.getByText('Begin a new summit').count(), await page.getByRole('button', { name: 'Restore everything from disk' }).count()]).toEqual([0, 0]);
    await desktop.answerDialog('open', [join(folder, 'beginning.summit')]);
    await page.getByRole('button', { name: 'Open a summit file…' }).click();
    await saved(page);
    expect(Object.keys((await rowsInDatabase(page))['partners'] ?? {})).toEqual(['partner-0', 'partner-1', 'partner-2']);
    expect(readdirSync(join(data, 'journal')).filter((name) => name.includes('.kept-'))).toHaveLength(1);
  });

  test('with the journal and every note gone as well, and only copies left: still no welcome, and the newest copy comes back by its name', async () => {
    await wipedAfterWork(() => undefined, async (page) => {
      await page.clock.fastForward('01:01');
      await page.locator('.sp-save', { hasText: 'backed up' }).waitFor();
    });
    const before = rowsOnDisk(data);
    await rm(join(data, 'journal'), { recursive: true });
    await rm(join(data, 'chromium'), { recursive: true });
    desktop = await startDesktop(data);
    const { page } = desktop;
    const told = page.getByRole('alertdialog', { name: 'This window\'s database has been emptied' });
    await told.waitFor();
    expect(await page.getByText('Begin a new summit').count()).toBe(0);
    expect(await told.getByRole('listitem').allTextContents()).toEqual([
      expect.stringMatching(/^Spring3 partners, 0 people\. From the newest whole copy, made on [\d-]{10} at \d\d:\d\d; the journal is gone or damaged before that\. What was changed later is not in it\.$/),
    ]);
    expect(await told.getByRole('table', { name: 'Copies kept on disk' }).getByRole('row').nth(1).textContent()).toMatch(/^Spring.*While you worked/);
    await page.getByRole('button', { name: 'Restore everything from disk' }).click();
    await saved(page);
    expect([await rowsInDatabase(page), rowsOnDisk(data).rows]).toEqual([before.rows, before.rows]);
  });

  test('in the browser edition, which has no disk, the note says what was there', async () => {
    const first = await visit();
    await first.page.getByLabel('Name of the summit').fill('Autumn');
    await first.page.getByRole('button', { name: 'Begin a new summit' }).click();
    await saved(first.page);
    const port = Number(new URL(first.address).port);
    await first.close();
    await rm(join(first.profile, 'Default/IndexedDB'), { recursive: true });

    const second = await visit({ profile: first.profile, port });
    await second.page.getByRole('alertdialog', { name: 'This window\'s database has been emptied' }).waitFor();
    expect(await second.page.getByRole('listitem').allTextContents()).toEqual(['AutumnLast saved here on 2027-03-01. Open your newest summit file of it.']);
    expect(await second.page.getByText('Begin a new summit').count()).toBe(0);
    await second.page.getByRole('button', { name: 'Go on without it' }).click();
    await second.page.getByText('Begin a new summit').waitFor();
    expect(second.complaints).toEqual([]);
    await second.close();
    await rm(first.profile, { recursive: true, force: true });
  });
});
