import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { readSummitFile } from '#shared/exchange/archive/summit-file.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';

/** What the next deed downloads. */
export async function downloaded(page: Page, deed: () => Promise<unknown>): Promise<{ readonly name: string; readonly path: string; readonly bytes: Uint8Array }> {
  const waiting: Promise<Download> = page.waitForEvent('download', { timeout: 120_000 });
  await deed();
  const file = await waiting;
  const path = await file.path();
  return { name: file.suggestedFilename(), path, bytes: new Uint8Array(readFileSync(path)) };
}

/** The summit as Mod+S writes it into a file: what the planner would hand to a colleague. */
export async function savedSummit(page: Page): Promise<{ readonly path: string; readonly snapshot: Snapshot }> {
  const { path, bytes } = await downloaded(page, () => page.keyboard.press('Control+s'));
  const read = readSummitFile(bytes);
  if (!read.ok) throw new Error(read.problem.code);
  return { path, snapshot: read.value.snapshot };
}

/** Waits until the window says that everything is kept. */
export async function untilSaved(page: Page): Promise<void> {
  await page.locator('.sp-save[data-state="saved"]').waitFor();
}
