import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers, expectFocus, savedSummit, untilSaved } from '#test/support/planner-hand.ts';
import { visit, type Visit } from '#test/support/browser.ts';

const exports = new URL('../../build/sample/exports', import.meta.url).pathname;
const placeNames = ['Overview', 'Set-up', 'Partners', 'People', 'Invitees', 'NDAs', 'Agenda', 'Meetings', 'Awards', 'Plans & commitments', 'Follow-through', 'Books', 'Exchange', 'History'];

/** No step here uses a mouse: keys only, and after each the planner still is somewhere. */
describe('the main job with the keyboard alone', () => {
  let visiting: Visit;
  let page: Visit['page'];

  beforeAll(async () => {
    visiting = await visit();
    page = visiting.page;
    page.setDefaultTimeout(15_000);
  });
  afterAll(() => visiting.close());

  const dialog = () => page.getByRole('dialog').last();
  const gone = () => page.getByRole('dialog').waitFor({ state: 'hidden' });

  /** Chooses in the palette what a planner would type there. */
  async function command(words: string): Promise<void> {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Find or do anything' }).waitFor();
    await page.keyboard.type(words);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Find or do anything' }).waitFor({ state: 'hidden' });
  }

  test('a summit is begun by typing its name', async () => {
    await page.getByLabel('Name of the summit').waitFor();
    await page.keyboard.type('Keys only');
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Places' }).waitFor();
    await untilSaved(page);
  });

  test('exports are imported from the file dialog', async () => {
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Control+i');
    await (await chooser).setFiles(readdirSync(exports).sort().map((name) => join(exports, name)));
    const importing = page.getByRole('button', { name: /^Import [\d,]+ rows/ });
    await importing.waitFor();
    await importing.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Drop exports here').waitFor();
    await untilSaved(page);
    await expectFocus(page, 'the import');
  });

  test.each(placeNames)('the palette leads to %s, and the keys stay there', async (title) => {
    await command(`go to ${title}`);
    await page.locator('[aria-current="page"]', { hasText: title }).waitFor();
    await expectFocus(page, title);
  });

  test.each(placeNames)('%s is open to everyone, frame and all, in light and in dark', async (title) => {
    await command(`go to ${title}`);
    await page.locator('[aria-current="page"]', { hasText: title }).waitFor();
    const found: string[] = [];
    for (const scheme of ['light', 'dark'] as const) found.push(...(await barriers(page, scheme)).map((text) => `${scheme} ${text}`));
    await page.emulateMedia({ colorScheme: 'light' });
    expect(found).toEqual([]);
  });

  test('a partner is added by shortcut and found again by a part of its name', async () => {
    await command('go to Partners');
    await page.keyboard.press('Control+Alt+n');
    await dialog().waitFor();
    await page.keyboard.type('Zephyr Works');
    await page.keyboard.press('Enter');
    await gone();
    await expectFocus(page, 'adding a partner');
    await command('zephyr wo');
    await page.getByRole('heading', { name: 'Zephyr Works' }).waitFor();
    await expectFocus(page, 'finding a partner');
  });

  test('waves are proposed and taken', async () => {
    await command('go to Invitees');
    await page.keyboard.press('Control+Alt+p');
    await dialog().getByLabel('Seats for partners').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('10');
    await page.keyboard.press('Enter');
    await dialog().getByRole('button', { name: /^Shortlist/ }).focus();
    await page.keyboard.press('Enter');
    await gone();
    await expectFocus(page, 'taking the waves');
    expect((await savedSummit(page)).snapshot.invitations.size).toBeGreaterThan(0);
  });

  test('a session is picked up on the board, moved an hour and put back', async () => {
    await command('go to Agenda');
    await page.keyboard.press('Control+Alt+n');
    await dialog().waitFor();
    await page.keyboard.type('Keys hour');
    await page.keyboard.press('Enter');
    await gone();
    const before = [...(await savedSummit(page)).snapshot.sessions.values()].find(({ title }) => title === 'Keys hour');
    await page.locator('.rbc-event', { has: page.locator(`[data-event-id="${before?.id}"]`) }).first().focus();
    await page.keyboard.press('m');
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const moved = (await savedSummit(page)).snapshot.sessions.get(before?.id as never);
    expect(moved?.startsAt).not.toBe(before?.startsAt);
    await expectFocus(page, 'dropping a session');
    await page.keyboard.press('Control+z');
    await untilSaved(page);
    expect((await savedSummit(page)).snapshot.sessions.get(before?.id as never)?.startsAt).toBe(before?.startsAt);
  });

  test('a commitment is captured', async () => {
    await command('go to Plans');
    await page.keyboard.press('Control+Alt+n');
    await page.getByRole('form', { name: 'Capture a commitment' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'What is promised' }).focus();
    await page.keyboard.type('Open a lab in Porto');
    await page.keyboard.press('Enter');
    await page.getByText('Open a lab in Porto').first().waitFor();
    await expectFocus(page, 'capturing');
  });

  test('every shortcut is on one sheet', async () => {
    await command('show all shortcuts');
    await page.getByRole('dialog', { name: 'Shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
    await gone();
    await expectFocus(page, 'the sheet');
  });

  test('nothing complained on the way', () => {
    expect(visiting.complaints).toEqual([]);
  });
});
