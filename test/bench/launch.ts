import { closeSync, fsyncSync, mkdtempSync, openSync, readdirSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { visit } from '#test/support/browser.ts';
import { exportsToRead, line, median } from './measure.ts';

/** Launch to usable with a summit loaded, and one edit to *Saved*, in a real Chromium. */
export async function bench(): Promise<string[]> {
  const { name, folder } = exportsToRead();
  const { page, address, close } = await visit();
  await page.getByLabel('Name of the summit').fill('Bench');
  await page.getByRole('button', { name: 'Begin a new summit' }).click();
  await page.getByRole('link', { name: 'Exchange' }).click();
  await page.locator('input[type=file]').first().setInputFiles(readdirSync(folder).map((file) => join(folder, file)));
  await page.getByRole('button', { name: /^Import [\d,]+ rows/ }).click({ timeout: 120_000 });
  await page.getByText(/^Saved/).waitFor({ timeout: 120_000 });

  const paints: number[] = [];
  const blank = await median(3, () => page.goto(`${address}icon-that-is-not-there`).catch(() => null));
  const usable = await median(5, async () => {
    await page.goto(`${address}#/partners`);
    await page.reload();
    await page.getByRole('grid', { name: 'Partners' }).waitFor();
    paints.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0));
  });
  const firstPaint = paints.sort((a, b) => a - b)[Math.floor(paints.length / 2)] ?? 0;

  const saves: number[] = [];
  for (let edit = 0; edit < 6; edit++) {
    await page.getByRole('grid', { name: 'Partners' }).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.type(String(edit));
    const watch = await page.evaluateHandle(watchSaving);
    await page.keyboard.press('Enter');
    saves.push(await watch.evaluate(({ saved }) => saved));
    await page.keyboard.press('ArrowUp');
  }
  await close();
  const toSaved = saves.sort((a, b) => a - b)[3] ?? 0;
  return [
    line(`first paint with ${name} loaded`, firstPaint, { name: 'an answer of the bare server', milliseconds: blank }, '500 ms'),
    line(`launch to usable with ${name} loaded`, usable, { name: 'an answer of the bare server', milliseconds: blank }, '1000 ms'),
    line('edit to Saved', toSaved, { name: 'a bare append and fsync', milliseconds: await median(9, flushed) }, '100 ms'),
  ];
}

/** Runs in the page: milliseconds from the next key to *Saved* of what that key did, not of the edit before. */
function watchSaving(): { readonly saved: Promise<number> } {
  const saved = new Promise<number>((resolve) => {
    let [began, wasSaving] = [0, false];
    addEventListener('keydown', () => { began = performance.now(); }, { capture: true, once: true });
    new MutationObserver((_, observer) => {
      const state = document.querySelector('.sp-save')?.getAttribute('data-state');
      wasSaving ||= state === 'saving';
      if (!wasSaving || state !== 'saved') return;
      observer.disconnect();
      resolve(performance.now() - began);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  return { saved };
}

function flushed(): void {
  const file = openSync(join(mkdtempSync(join(tmpdir(), 'summit-bench-')), 'line'), 'a');
  writeSync(file, 'x'.repeat(600));
  fsyncSync(file);
  closeSync(file);
}
