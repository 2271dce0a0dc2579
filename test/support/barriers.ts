import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What keeps people out of a part of the page (axe), in one colour scheme. Colours fade from one scheme to the other, so they are judged once settled. */
export async function barriersIn(page: Page, scheme: 'light' | 'dark', root = 'html'): Promise<string[]> {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor();
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.allSettled(document.getAnimations().filter((animation) => animation.effect?.getTiming().iterations !== Infinity).map((animation) => animation.finished));
    await new Promise((done) => { setTimeout(done, 200); });
  });
  await page.evaluate(axe);
  const found = await page.evaluate(async (inside) => {
    const { axe: judge } = window as unknown as { axe: { run(root: Element | null, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    return (await judge.run(document.querySelector(inside), { resultTypes: ['violations'] })).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200) ?? ''}`);
  }, root);
  return found.map((text) => `${scheme} ${text}`);
}

/** The same in both schemes; the page is left in light. */
export async function barriers(page: Page, root = 'html'): Promise<string[]> {
  return [...(await barriersIn(page, 'dark', root)), ...(await barriersIn(page, 'light', root))];
}
