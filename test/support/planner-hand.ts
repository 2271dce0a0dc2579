import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Download, Page } from 'playwright-core';
import { expect } from 'vitest';
import { readSummitFile } from '#shared/exchange/archive/summit-file.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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

/** What axe finds on the whole window, by rule and first element; colours have come to rest. */
export async function barriers(page: Page, scheme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter((animation) => animation.effect?.getTiming().iterations !== Infinity).map((animation) => animation.finished)).then(() => null));
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: judge } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    return (await judge.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200) ?? ''}`);
  });
}

/** A person without a mouse must always be somewhere: on an element, and one that shows it. */
export async function expectFocus(page: Page, after: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body), { message: `focus after: ${after}` }).toBe(true);
}
