import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { writeSummitFile } from '#shared/exchange/archive/summit-file.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { journeyNow } from './browser.ts';
import { untilSaved } from './planner-hand.ts';

/** Begins on the welcome screen with a summit file of this snapshot, as a planner who was handed one, and goes to a place. */
export async function openSummit(page: Page, snapshot: Snapshot, name = 'Spring', place: string | null = null): Promise<void> {
  const file = join(mkdtempSync(join(tmpdir(), 'summit-file-')), 'beginning.summit');
  writeFileSync(file, writeSummitFile(snapshot, name, journeyNow as Instant));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a summit file…' }).click();
  await (await chooser).setFiles(file);
  const places = page.getByRole('navigation', { name: 'Places' });
  await places.waitFor();
  await untilSaved(page);
  if (place !== null) await places.getByRole('link', { name: new RegExp(`^${place}`) }).click();
}
