import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { visit } from '#test/support/browser.ts';
import { fewPartners, goTo, journalFiles, openSummit, rowsInDatabase, rowsOnDisk, saved, typeInCell } from '#test/support/desk.ts';
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
  await rm(folder, { recursive: true, force: true });
});

/** A summit with three edits, killed, and its browser store gone as after a reset. */
async function wipedAfterWork(): Promise<void> {
  desktop = await startDesktop(data);
  await openSummit(desktop, folder, fewPartners(3));
  await goTo(desktop.page, 'Partners');
  for (const [row, city] of [['partner-0', 'Ghent'], ['partner-1', 'Oslo'], ['partner-2', 'Turin']] as const) {
    await typeInCell(desktop.page, row, 'city', city);
    await desktop.page.waitForTimeout(50);
    await saved(desktop.page);
  }
  await desktop.kill();
  await rm(join(data, 'chromium/Default/IndexedDB'), { recursive: true });
}

describe('the window’s database is deleted between two launches', () => {
  test('the application says so, restores everything from disk, and both homes agree', async () => {
    await wipedAfterWork();
    const before = rowsOnDisk(data);
    desktop = await startDesktop(data);
    const { page } = desktop;
    const told = page.getByRole('alertdialog', { name: 'This window\'s database has been emptied' });
    await told.waitFor();
    expect(await page.getByText('Begin a new summit').count()).toBe(0);
    expect(await told.getByRole('listitem').allTextContents()).toEqual([expect.stringMatching(/^Spring4 saved changes, the last on .* UTC: Edit Partner 2$/)]);
    await page.getByRole('button', { name: 'Restore everything from disk' }).click();
    await saved(page);
    expect(await rowsInDatabase(page)).toEqual(before.rows);
    expect(Object.values(before.rows['partners'] ?? {}).map((row) => (row as { city?: string }).city)).toEqual(['Ghent', 'Oslo', 'Turin']);

    await goTo(page, 'Partners');
    await typeInCell(page, 'partner-0', 'city', 'Bruges');
    await page.waitForTimeout(50);
    await saved(page);
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
    expect(await page.getByRole('listitem').allTextContents()).toEqual([expect.stringMatching(/^Spring3 saved changes, .*Its end is damaged; everything before is whole$/)]);
    await page.getByRole('button', { name: 'Restore everything from disk' }).click();
    await saved(page);
    expect(await rowsInDatabase(page)).toEqual(readable.rows);

    await goTo(page, 'Partners');
    await typeInCell(page, 'partner-2', 'city', 'Turin');
    await page.waitForTimeout(50);
    await saved(page);
    const after = rowsOnDisk(data);
    expect([after.lines, after.rows]).toEqual([4, await rowsInDatabase(page)]);
  });

  test('with nothing readable left of the journal either: still no welcome, and a copy kept on disk opens', async () => {
    await wipedAfterWork();
    const [path = ''] = journalFiles(data);
    await writeFile(path, 'not a journal any more');
    desktop = await startDesktop(data);
    const { page } = desktop;
    await page.getByRole('button', { name: 'Restore everything from disk' }).click();
    await page.getByText('The journal on disk has no readable beginning. Nothing was changed. Open a copy or a summit file.').waitFor();
    await desktop.answerDialog('open', [join(folder, 'beginning.summit')]);
    await page.getByRole('button', { name: 'Open a summit file…' }).click();
    await saved(page);
    expect(Object.keys((await rowsInDatabase(page))['partners'] ?? {})).toEqual(['partner-0', 'partner-1', 'partner-2']);
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
    expect(await second.page.getByRole('listitem').allTextContents()).toEqual(['Autumnlast saved here on 2027-03-01; open your newest summit file of it']);
    expect(await second.page.getByText('Begin a new summit').count()).toBe(0);
    await second.page.getByRole('button', { name: 'Go on without it' }).click();
    await second.page.getByText('Begin a new summit').waitFor();
    expect(second.complaints).toEqual([]);
    await second.close();
    await rm(first.profile, { recursive: true, force: true });
  });
});
