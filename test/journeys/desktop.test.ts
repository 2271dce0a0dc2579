import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSummitFile } from '#shared/exchange/archive/summit-file.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { damageOf } from '#shared/workspace/integrity.ts';
import { launchAgain, startDesktop, type Desktop } from '#test/support/electron-stand-in/desktop.ts';
import { untilSaved } from '#test/support/planner-hand.ts';

const exports = new URL('../../build/sample/exports', import.meta.url).pathname;

describe('the main job in the desktop edition, from dialogs to the disk', () => {
  let folder: string;
  let desktop: Desktop;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'summit-desktop-'));
    desktop = await startDesktop(join(folder, 'data'));
  });
  afterAll(async () => {
    await desktop.kill().catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  });

  /** Saves the summit through the menu and reads the file from the disk. */
  async function saved(name: string): Promise<Snapshot> {
    const path = join(folder, name);
    await desktop.answerDialog('save', path);
    await desktop.chooseMenu('file.save-summit');
    await desktop.page.getByText(`Saved ${name}`).waitFor();
    const read = readSummitFile(new Uint8Array(await readFile(path)));
    if (!read.ok) throw new Error(read.problem.code);
    return read.value.snapshot;
  }

  test('a summit is begun', async () => {
    await desktop.page.getByLabel('Name of the summit').fill('Desk summit');
    await desktop.page.getByRole('button', { name: 'Begin a new summit' }).click();
    await desktop.page.getByRole('navigation', { name: 'Places' }).waitFor();
    await untilSaved(desktop.page);
  });

  test('the menus are the actions', async () => {
    const labels = async () => ((await desktop.state()).menu ?? []).flatMap(({ label }) => (label === undefined ? [] : [label]));
    await expect.poll(labels).toContain('Partners');
    const menu = (await desktop.state()).menu ?? [];
    expect(menu.find(({ label }) => label === 'File')?.submenu?.[0]).toMatchObject({ label: 'Save a summit file', accelerator: 'CommandOrControl+S' });
    expect(menu.find(({ label }) => label === 'Partners')?.submenu?.[0]).toMatchObject({ label: 'Add partner', accelerator: 'CommandOrControl+Alt+N' });
  });

  test('a folder of exports is opened from the menu and imported', async () => {
    await desktop.answerDialog('open', [exports]);
    await desktop.chooseMenu('exchange.import-folder');
    await desktop.page.getByRole('heading', { name: 'Import: dry run' }).waitFor();
    await desktop.page.getByRole('button', { name: /^Import [\d,]+ rows/ }).click();
    await desktop.page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await untilSaved(desktop.page);
    const snapshot = await saved('imported.summit');
    expect(damageOf(snapshot)).toEqual([]);
    expect([snapshot.partners.size > 0, snapshot.contacts.size > 0, snapshot.requests.size > 0, snapshot.commitments.size > 0]).toEqual([true, true, true, true]);
  });

  test('a copy of the summit as it was before the import is on disk, and no second one of the same moment', async () => {
    const home = join(folder, 'data/snapshots');
    const copies = (await readdir(home, { recursive: true })).filter((name) => name.endsWith('.summit'));
    expect(copies.map((name) => name.replace(/^.*Z-([a-z-]+)-[0-9a-f]{16}\.summit$/, '$1'))).toEqual(['import']);
    const read = readSummitFile(new Uint8Array(await readFile(join(home, copies[0] ?? ''))));
    expect(read.ok && [read.value.name, read.value.snapshot.partners.size, read.value.snapshot.contacts.size]).toEqual(['Desk summit', 0, 0]);
  });

  test('a book is saved as a PDF where the dialog says', async () => {
    const path = join(folder, 'book.pdf');
    await desktop.chooseMenu('go.books');
    await desktop.page.getByRole('grid').getByRole('row').nth(1).click();
    await desktop.answerDialog('save', path);
    await desktop.page.keyboard.press('Control+Alt+p');
    await expect.poll(async () => (await readFile(path).catch(() => new Uint8Array())).length, { timeout: 60_000 }).toBeGreaterThan(1000);
    execFileSync('qpdf', ['--check', path], { stdio: 'ignore' });
  });

  test('a second launch is refused and leaves the data alone', async () => {
    expect(await launchAgain(join(folder, 'data'))).toBe(0);
  });

  test('a change made in the moment of closing is there on the next start', async () => {
    await desktop.chooseMenu('go.partners');
    await desktop.page.keyboard.press('Control+Alt+n');
    await desktop.page.getByRole('dialog').getByLabel('Name').fill('Last Minute Ltd');
    await desktop.page.getByRole('dialog').getByRole('button', { name: 'Add partner' }).click();
    await desktop.page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(desktop.complaints).toEqual([]);
    await desktop.closeWindow();
    expect(await desktop.ended).toBe(0);
    desktop = await startDesktop(join(folder, 'data'));
    await desktop.page.getByRole('navigation', { name: 'Places' }).waitFor();
    expect([...(await saved('again.summit')).partners.values()].some(({ name }) => name === 'Last Minute Ltd')).toBe(true);
  });

  test('the policy was never breached, and nothing complained', async () => {
    expect((await desktop.state()).violations).toEqual([]);
    expect(desktop.complaints).toEqual([]);
  });
});
