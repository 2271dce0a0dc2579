import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { visit, type Visit } from './browser.ts';


/** A visit that has begun a new, empty summit. */
export async function beginSummit(name: string): Promise<Visit> {
  const visiting = await visit();
  const { page } = visiting;
  page.setDefaultTimeout(15_000);
  await page.getByRole('textbox', { name: 'Name of the summit' }).fill(name);
  await page.getByRole('button', { name: 'Begin a new summit' }).click();
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
  return visiting;
}

export async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: new RegExp(`^${place}`) }).click();
  await page.getByRole('heading', { level: 1, name: place }).waitFor();
}

export async function addPartner(page: Page, name: string): Promise<void> {
  await goTo(page, 'Partners');
  await page.getByRole('toolbar', { name: 'Partners: actions' }).getByRole('button', { name: 'Add partner' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add partner' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('button', { name: 'Add partner' }).click();
  await page.getByRole('heading', { level: 2, name }).waitFor();
}

/** Chooses in a combobox of a form by the words shown. */
export async function choose(page: Page, scope: ReturnType<Page['getByRole']>, field: string, option: string): Promise<void> {
  await scope.getByRole('combobox', { name: field, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Goes to a record by any part of its name. */
export async function find(page: Page, words: string, name: RegExp): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Find or do anything' }).fill(words);
  await page.getByRole('option', { name }).first().click();
}

/** Closes a message once it is read. */
export async function dismiss(page: Page, words: string): Promise<void> {
  await page.getByRole('alert').filter({ hasText: words }).getByRole('button', { name: 'Dismiss' }).click();
}

/** Takes the last change back by the keyboard. */
export async function undo(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('ControlOrMeta+z');
}

/** The file that a step lets the browser save, by name and bytes. */
export async function downloaded(page: Page, step: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const coming: Promise<Download> = page.waitForEvent('download');
  await step();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}
