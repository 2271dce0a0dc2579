import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from '#test/support/barriers.ts';
import { visit, type Visit } from '#test/support/browser.ts';
import { openSummit } from '#test/support/open-summit.ts';
import { anyId, changesBetween, type Hand, handOf } from '#test/support/places.ts';
import { smallSummit } from '#test/support/small-summit.ts';

const list = 'Account ID,Account Name,Country,City,Account Owner,Tier\nZ9,ACME Lda,PT,Porto,Ada Cam,Gold\nD4,Delta,SE,Umeå,Ada Cam,Gold\n';

describe('records that are there twice', () => {
  let visiting: Visit;
  let hand: Hand;

  beforeAll(async () => {
    visiting = await visit({ width: 1280, height: 800 });
    visiting.page.setDefaultTimeout(15_000);
    await openSummit(visiting.page, smallSummit());
    hand = handOf(visiting.page);
  });
  afterAll(() => visiting.close());

  async function read(text: string): Promise<void> {
    await hand.goTo('Partners');
    const chooser = visiting.page.waitForEvent('filechooser');
    await hand.press('Import…');
    await (await chooser).setFiles({ name: 'partners.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await visiting.page.getByRole('heading', { level: 1, name: 'Import: dry run' }).waitFor();
  }

  test('are proposed before an import is taken, merged field by field together with it, and one undo takes back both', async () => {
    const before = await hand.snapshot();
    await read(list);
    await hand.view('Duplicates 1');
    await visiting.page.getByRole('heading', { level: 2, name: 'Are these one partner?' }).waitFor();
    expect(await visiting.page.getByRole('list', { name: 'Why they are proposed' }).getByRole('listitem').allTextContents()).toEqual(['+ For: name differs by legal form only', '+ For: same CAM']);
    expect(await hand.snapshot()).toEqual(before);
    expect(await barriers(visiting.page)).toEqual([]);
    await visiting.page.getByRole('radio', { name: 'Tier: Gold' }).check();
    await visiting.page.getByRole('listbox', { name: 'Proposed pairs' }).focus();
    await visiting.page.keyboard.press('m');
    await visiting.page.getByRole('heading', { level: 2, name: 'Every pair is decided' }).waitFor();
    expect(await hand.snapshot()).toEqual(before);
    await hand.takeDryRun(2);
    const after = await hand.snapshot();
    const acme = before.partners.get('acme' as never);
    expect(changesBetween(before, after)).toEqual({
      partners: { added: [expect.objectContaining({ accountId: 'D4', name: 'Delta' })], changed: [{ ...acme, tier: 'Gold', city: 'Porto' }] },
      lookAlikes: { added: [{ id: anyId, of: 'partners', decision: 'merged', one: 'acme', other: anyId, code: 'Z9', name: 'ACME Lda', email: null }] },
    });
    await hand.undo();
    expect(changesBetween(before, await hand.snapshot())).toEqual({});
  });

  test('that were merged are found by the old id at the next import, and updated', async () => {
    await read(list);
    await hand.view('Duplicates 1');
    await hand.press('Merge');
    await hand.takeDryRun(2);
    const before = await hand.snapshot();
    await read('Account ID,Account Name,Country,City,Account Owner,Tier\nZ9,ACME Lda,PT,Lisboa,Ada Cam,Platinum\n');
    await hand.takeDryRun(1);
    expect(changesBetween(before, await hand.snapshot())).toEqual({ partners: { changed: [{ ...before.partners.get('acme' as never), city: 'Lisboa', tier: 'Platinum' }] } });
    await hand.undo();
    await hand.undo();
  });

  test('are found in the summit at any time, kept apart for good or merged, each with its undo', async () => {
    await hand.goTo('Partners');
    await hand.press('Find duplicates…');
    await visiting.page.getByRole('heading', { level: 2, name: 'No duplicates were found' }).waitFor();
    await hand.press('Done');
    await visiting.page.getByRole('heading', { level: 1, name: 'Partners' }).waitFor();
    await read(list);
    await hand.takeDryRun(2);
    const before = await hand.snapshot();
    await hand.press('Find duplicates…');
    await visiting.page.getByRole('heading', { level: 2, name: 'Are these one partner?' }).waitFor();
    expect(await barriers(visiting.page)).toEqual([]);
    await visiting.page.getByRole('listbox', { name: 'Proposed pairs' }).focus();
    await visiting.page.keyboard.press('k');
    await visiting.page.getByRole('heading', { level: 2, name: 'Every pair is decided' }).waitFor();
    await hand.press('Look again');
    await visiting.page.getByRole('heading', { level: 2, name: 'No duplicates were found' }).waitFor();
    await hand.undo();
    expect(changesBetween(before, await hand.snapshot())).toEqual({});
    await hand.press('Look again');
    await hand.press('Merge');
    const merged = await hand.snapshot();
    expect([...merged.partners.values()].map(({ name }) => name).sort()).toEqual(['Acme', 'Bolt', 'Core', 'Delta']);
    await hand.undo();
    expect(changesBetween(before, await hand.snapshot())).toEqual({});
    await visiting.page.getByRole('heading', { level: 2, name: 'Are these one partner?' }).waitFor();
    expect(visiting.complaints).toEqual([]);
  });
});
