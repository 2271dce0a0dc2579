import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { fewPartners, goTo, openSummit, rowsInDatabase, rowsOnDisk, saved, typeAndSave, typeInCell } from '#test/support/desk.ts';
import { type Desktop, startDesktop } from '#test/support/electron-stand-in/desktop.ts';

const folder = mkdtempSync(join(tmpdir(), 'summit-durable-'));
const tiny = join(folder, 'full/journal');
mkdirSync(tiny, { recursive: true });
const isMounted = process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', tiny], { stdio: 'ignore' }).status === 0;

let desktop: Desktop;
afterEach(() => desktop?.kill().catch(() => undefined));
afterAll(() => {
  if (isMounted) spawnSync('umount', [tiny]);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

describe('what Saved stands on', () => {
  test('every transaction that writes asks Chromium to flush before it reports the commit', async () => {
    desktop = await startDesktop(join(folder, 'strict'));
    const { page } = desktop;
    await page.addInitScript(() => {
      const asked: string[] = [];
      const begin = IDBDatabase.prototype.transaction;
      IDBDatabase.prototype.transaction = function (this: IDBDatabase, stores, mode, options) {
        const made = begin.call(this, stores, mode, options);
        if (mode === 'readwrite') asked.push(`${options?.durability ?? 'not said'}, ${made.durability}`);
        return made;
      };
      Object.assign(globalThis, { durabilityAsked: asked });
    });
    await page.reload();
    await openSummit(desktop, join(folder, 'strict'), fewPartners(2));
    await goTo(page, 'Partners');
    await typeAndSave(page, 'partner-0', 'city', 'Ghent');
    await page.keyboard.press('Control+z');
    await page.locator('[id$="-partner-0-city"]', { hasNotText: 'Ghent' }).waitFor();
    await saved(page);
    const asked = await page.evaluate(() => (globalThis as unknown as { durabilityAsked: readonly string[] }).durabilityAsked);
    // The device's id, the summit as it came, the edit and its undo: each a transaction of its own.
    expect(asked.length).toBeGreaterThanOrEqual(3);
    expect([...new Set(asked)]).toEqual(['strict, strict']);
  });
});

if (!isMounted) {
  console.log('No tiny file system can be mounted here (that needs root on Linux): the full disk is not tried in the window.');
  test('tiny file system absent', () => expect(isMounted).toBe(false));
}

describe.runIf(isMounted)('a disk that fills up, then turns read-only, under an open summit', () => {
  test('a lasting banner says so, every edit is kept, and all of it is saved once the disk takes it again', async () => {
    const data = join(folder, 'full');
    desktop = await startDesktop(data);
    const { page } = desktop;
    await openSummit(desktop, folder, fewPartners(4));
    await goTo(page, 'Partners');

    const { bavail, bsize } = await statfs(tiny);
    await writeFile(join(tiny, 'ballast'), Buffer.alloc(bavail * bsize));
    const alert = page.locator('.sp-save[role="alert"]');
    let edits = 0;
    // The journal's own last block may still have room for a few lines.
    while ((await alert.count()) === 0) {
      await typeInCell(page, 'partner-0', 'camName', `${++edits} ${'long '.repeat(40)}`);
      await page.locator('[id$="-partner-0-camName"]', { hasText: `${edits} long` }).waitFor();
      await page.locator('.sp-save:not([data-state="saving"])').waitFor();
    }
    expect(await alert.textContent()).toMatch(/^Not saved \(1\)\. The disk is full\. Your work is kept in this window; free some space and press Save again\./);
    await typeInCell(page, 'partner-1', 'city', 'Ghent');
    await page.getByText('Not saved (2)').waitFor();

    await rm(join(tiny, 'ballast'));
    await page.getByRole('button', { name: 'Save again' }).click();
    await saved(page);
    expect(rowsOnDisk(data).rows).toEqual(await rowsInDatabase(page));

    spawnSync('mount', ['-o', 'remount,ro', tiny]);
    await typeInCell(page, 'partner-2', 'city', 'Oslo');
    await page.getByText('The disk cannot be written to.').waitFor();
    await goTo(page, 'People');
    expect(await alert.count()).toBe(1);
    spawnSync('mount', ['-o', 'remount,rw,size=256k', tiny]);
    await page.getByRole('button', { name: 'Save again' }).click();
    await saved(page);
    const stored = await rowsInDatabase(page);
    expect([rowsOnDisk(data).rows, Object.values(stored['partners'] ?? {}).map((row) => (row as { city?: string }).city)]).toEqual([stored, ['', 'Ghent', 'Oslo', '']]);
  });
});
