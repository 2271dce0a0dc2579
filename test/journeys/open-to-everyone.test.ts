import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from '#test/support/barriers.ts';
import { visit, type Visit } from '#test/support/browser.ts';
import { find } from '#test/support/keyboard-hand.ts';

const placeNames = ['Overview', 'Set-up', 'Partners', 'People', 'Invitees', 'NDAs', 'Agenda', 'Meetings', 'Awards', 'Plans & commitments', 'Follow-through', 'Books & print', 'Exchange', 'History'];

/** The whole window in every place of the sample summit, judged by axe: nothing is silenced. */
describe('every place is open to everyone', () => {
  let visiting: Visit;

  beforeAll(async () => {
    visiting = await visit({ width: 1440, height: 900 });
    await visiting.page.getByRole('button', { name: 'Look at the sample summit' }).press('Enter');
    await visiting.page.getByRole('navigation', { name: 'Places' }).waitFor();
  });
  afterAll(() => visiting.close());

  test.each(placeNames)('%s, frame and all, in light and in dark', async (title) => {
    const { page } = visiting;
    await find(page, `go to ${title}`, new RegExp(`^Go to ${title}`));
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  test('the palette and the sheet of shortcuts', async () => {
    const { page } = visiting;
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Find or do anything' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Shortcuts' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(visiting.complaints).toEqual([]);
  });
});
