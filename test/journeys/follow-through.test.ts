import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Visit } from '#test/support/browser.ts';
import { barriers } from '#test/support/barriers.ts';
import { addPartner, beginSummit, choose, downloaded, find, goTo, undo } from '#test/support/new-summit.ts';

describe('handing promises over and getting receipts back', () => {
  let visiting: Visit;
  let page: Page;
  const row = (words: string) => page.getByRole('row').filter({ hasText: words });
  const says = (words: string | RegExp) => page.getByText(words).first().waitFor();

  beforeAll(async () => {
    visiting = await beginSummit('Momentum 2027');
    page = visiting.page;
  });
  afterAll(() => visiting.close());

  /** Captures a promise of the vendor to Acme with all it needs to be agreed. */
  async function capture(what: string, type: string, due: string): Promise<void> {
    const sheet = page.getByRole('complementary', { name: 'Capture commitments' });
    if (!(await sheet.isVisible())) await page.getByRole('toolbar').getByRole('button', { name: 'Capture', exact: true }).click();
    if ((await sheet.getByRole('combobox', { name: 'Partner', exact: true }).inputValue()) === '') await choose(page, sheet, 'Partner', 'Acme');
    await sheet.getByRole('textbox', { name: 'What is promised' }).fill(what);
    await sheet.getByRole('combobox', { name: 'Type' }).selectOption({ label: type });
    await sheet.getByRole('textbox', { name: 'Due' }).fill(due);
    await sheet.getByRole('combobox', { name: 'Vendor owner' }).fill('Ada Cam');
    await sheet.getByRole('button', { name: 'Capture and next' }).click();
    await sheet.getByText(what).waitFor();
  }

  test('without promises the place says where they come from', async () => {
    await goTo(page, 'Follow-through');
    await says('Nothing to follow through yet');
    expect(await barriers(page, '.sp-frame')).toEqual([]);
  });

  test('open promises stand under the team that fulfils them, the overdue first', async () => {
    await addPartner(page, 'Acme');
    await goTo(page, 'Plans & commitments');
    await capture('Fund three customer days', 'MDF allocation', '2027-05-01');
    await capture('Fund the autumn roadshow', 'MDF allocation', '2027-02-01');
    await capture('Quarterly review with the sponsor', 'Executive sponsorship time', '2027-04-01');
    await goTo(page, 'Follow-through');
    await says('3 open commitments, 1 overdue');
    expect(await page.locator('.sp-line').allTextContents()).toEqual([
      'MDF management2', expect.stringMatching(/^AcmeFund the autumn roadshow28 days overdueTo be agreed/), expect.stringMatching(/^AcmeFund three customer daysIn 61 days/), 'Executive office1', expect.stringMatching(/^AcmeQuarterly review with the sponsorIn 31 days/),
    ]);
    expect(await barriers(page, '.sp-frame')).toEqual([]);
  });

  test('a promise goes from the room to the team that fulfils it, step by step', async () => {
    await row('autumn roadshow').getByRole('gridcell').nth(2).click();
    await page.getByRole('heading', { level: 2, name: 'Fund the autumn roadshow' }).waitFor();
    await page.getByRole('button', { name: 'Agreed by both' }).click();
    await row('autumn roadshow').filter({ hasText: 'To be handed over' }).waitFor();
    await page.getByRole('button', { name: 'Hand over' }).click();
    await row('autumn roadshow').filter({ hasText: 'Receipt awaited' }).waitFor();
    expect(await page.getByRole('list', { name: 'Way of this promise' }).locator('[aria-current=step]').textContent()).toBe('Handed over→');
    expect(await barriers(page, '.sp-frame')).toEqual([]);
  });

  test('a receipt typed into its cell says that the hand-off arrived, and is undone', async () => {
    const cell = row('autumn roadshow').getByRole('gridcell').nth(5);
    await cell.dblclick();
    await page.keyboard.type('MDF-4711');
    await page.keyboard.press('Enter');
    await row('autumn roadshow').filter({ hasText: 'In progress' }).waitFor();
    await expect.poll(() => cell.textContent()).toBe('MDF-4711');
    await undo(page);
    await row('autumn roadshow').filter({ hasText: 'Receipt awaited' }).waitFor();
  });

  test('a promise that is not handed over has no receipt to type', async () => {
    await row('customer days').getByRole('gridcell').nth(5).dblclick();
    expect(await page.getByRole('textbox', { name: 'Receipt' }).count()).toBe(0);
  });

  test('each route gets its hand-off file in its own columns', async () => {
    await page.getByText('Routes', { exact: true }).click();
    await page.getByRole('grid', { name: 'Routes' }).waitFor();
    expect(await barriers(page, '.sp-frame')).toEqual([]);
    await row('MDF management').getByRole('gridcell').first().click();
    await page.getByRole('heading', { level: 2, name: 'MDF management' }).waitFor();
    const csv = await downloaded(page, () => page.getByRole('button', { name: 'Save as CSV' }).click());
    expect([csv.name, csv.bytes.toString().replace('\uFEFF', '').split('\r\n').slice(0, 3)]).toEqual(['Hand-off – MDF management.csv', [
      'Commitment ID,Account ID,Partner,Activity,Requested amount,Currency,Activity ends,Account manager,Vendor owner,Partner owner,Status,Receipt reference',
      'K0002,,Acme,Fund the autumn roadshow,,,2027-02-01,,Ada Cam,,Routed,',
      'K0001,,Acme,Fund three customer days,,,2027-05-01,,Ada Cam,,Captured,',
    ]]);
    const workbook = await downloaded(page, async () => {
      await page.keyboard.press('ControlOrMeta+Shift+e');
      await page.getByRole('dialog', { name: 'Save hand-off files' }).getByRole('button', { name: 'Save' }).click();
    });
    expect([workbook.name, workbook.bytes.subarray(0, 2).toString()]).toEqual(['Hand-off.xlsx', 'PK']);
  });

  test('a promise that was missed asks why, leaves the list, and can be brought back', async () => {
    await page.getByRole('link', { name: 'Fund the autumn roadshow' }).click();
    await page.getByRole('heading', { level: 2, name: 'Fund the autumn roadshow' }).waitFor();
    await page.getByRole('button', { name: 'Missed…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Missed: 1 commitment' });
    await dialog.getByRole('button', { name: 'Mark missed' }).click();
    await dialog.getByText('Reason: fill this in.').first().waitFor();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('The venue was cancelled');
    await dialog.getByRole('button', { name: 'Mark missed' }).click();
    await says('2 open commitments');
    await undo(page);
    await says('3 open commitments, 1 overdue');
  });

  test('the place is found by its name, and a promise by a part of its words', async () => {
    await find(page, 'quarterly review', /Quarterly review with the sponsor/);
    await page.getByRole('heading', { level: 1, name: 'Plans & commitments' }).waitFor();
    await find(page, 'follow', /Go to Follow-through/);
    await page.getByRole('heading', { level: 1, name: 'Follow-through' }).waitFor();
  });

  test('nothing complained on the way', () => {
    expect(visiting.complaints).toEqual([]);
  });
});
