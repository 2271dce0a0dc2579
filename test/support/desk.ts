import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { parseJournal } from '#electron/journal.ts';
import { writeSummitFile } from '#shared/exchange/archive/summit-file.ts';
import type { PartnerId, SummitId } from '#shared/kernel/ids.ts';
import { valueOf } from '#shared/kernel/result.ts';
import type { Row } from '#shared/kernel/table.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { blankPartner } from '#shared/partners/partner.ts';
import { replay } from '#shared/workspace/replay.ts';
import { newSnapshot, type Snapshot, tableNames } from '#shared/workspace/snapshot.ts';
import type { Desktop } from './electron-stand-in/desktop.ts';

/** Every row of every table, as both homes can be asked for it. */
export type StoredRows = Readonly<Record<string, Readonly<Record<string, Row>>>>;

/** A summit of a few partners whose rows all fit on one screen. */
export function fewPartners(count: number): Snapshot {
  const partners = Array.from({ length: count }, (_, index) => blankPartner(`partner-${index}` as PartnerId, `Partner ${index}`));
  return { ...newSnapshot('summit' as SummitId, 'Spring'), partners: new Map(partners.map((partner) => [partner.id, partner])) };
}

/** Begins on the welcome screen of a new desktop with a summit file of this snapshot. */
export async function openSummit(desktop: Desktop, folder: string, snapshot: Snapshot): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'beginning.summit');
  writeFileSync(path, writeSummitFile(snapshot, 'Spring', '2027-03-01T08:00:00.000Z' as Instant));
  await desktop.answerDialog('open', [path]);
  await desktop.page.getByRole('button', { name: 'Open a summit file…' }).click();
  await desktop.page.locator('.sp-save[data-state="saved"]').waitFor();
}

export async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: new RegExp(`^${place}`) }).click();
}

/** Types into one cell of the partner table as a planner does: a click, the letters, Enter. */
export async function typeInCell(page: Page, row: string, column: string, text: string): Promise<void> {
  await page.locator(`[role="gridcell"][id$="-${row}-${column}"]`).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Types into a cell and waits until it reads so under a save line that says Saved. */
export async function typeAndSave(page: Page, row: string, column: string, text: string): Promise<void> {
  await typeInCell(page, row, column, text);
  await page.locator(`[role="gridcell"][id$="-${row}-${column}"]`, { hasText: text }).waitFor();
  await saved(page);
}

export function saved(page: Page): Promise<void> {
  return page.locator('.sp-save[data-state="saved"]').waitFor();
}

/** What the window's own database holds, read in the page with nothing of the product in between. */
export function rowsInDatabase(page: Page): Promise<StoredRows> {
  return page.evaluate(async (tables) => {
    const opening = indexedDB.open('summit-planner');
    const database = await new Promise<IDBDatabase>((resolve, reject) => { opening.onsuccess = () => { resolve(opening.result); }; opening.onerror = () => { reject(new Error('the database does not open')); }; });
    const found: Record<string, Record<string, { id: string }>> = {};
    for (const table of tables) {
      const asking = database.transaction(`rows_${table}`).objectStore(`rows_${table}`).getAll() as IDBRequest<{ id: string; row: { id: string } }[]>;
      await new Promise((resolve) => { asking.onsuccess = resolve; });
      found[table] = Object.fromEntries(asking.result.map(({ id, row }) => [id, row]));
    }
    database.close();
    return found;
  }, tableNames);
}

export function journalFiles(dataFolder: string): string[] {
  return readdirSync(join(dataFolder, 'journal')).filter((name) => name.endsWith('.journal')).map((name) => join(dataFolder, 'journal', name));
}

/** What the journal on disk holds when its lines are replayed, read from the file itself. */
export function rowsOnDisk(dataFolder: string): { readonly rows: StoredRows; readonly lines: number } {
  const [path] = journalFiles(dataFolder);
  if (path === undefined) throw new Error('no journal on disk');
  const { lines } = parseJournal(readFileSync(path));
  return { rows: rowsOf(valueOf(replay(lines)).snapshot), lines: lines.length };
}

export function rowsOf(snapshot: Snapshot): StoredRows {
  return Object.fromEntries(tableNames.map((table) => [table, Object.fromEntries(snapshot[table] as ReadonlyMap<string, Row>)]));
}
