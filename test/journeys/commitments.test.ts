import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Visit } from '#test/support/browser.ts';
import { barriers } from '#test/support/barriers.ts';
import { addPartner, beginSummit, choose, dismiss, downloaded, find, goTo, undo } from '#test/support/new-summit.ts';

const place = 'Plans & commitments';

describe('capturing commitments and following them', () => {
  let visiting: Visit;
  let page: Page;
  const row = (words: string) => page.getByRole('row').filter({ hasText: words });
  const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
  const sheet = () => page.getByRole('complementary', { name: 'Capture commitments' });

  beforeAll(async () => {
    visiting = await beginSummit('Promises 2027');
    page = visiting.page;
  });
  afterAll(() => visiting.close());

  test('before there are partners, the place says what comes first', async () => {
    await goTo(page, place);
    await says('No partners yet');
    expect(await barriers(page, '.sp-frame')).toEqual([]);
  });

  test('two promises of one partner are captured by the keyboard alone, the second with the partner kept', async () => {
    await addPartner(page, 'Acme');
    await addPartner(page, 'Bolt');
    await goTo(page, place);
    await says('No commitments yet');
    await page.keyboard.press('ControlOrMeta+Alt+n');
    await sheet().waitFor();
    await page.keyboard.type('acm');
    await page.keyboard.press('Enter');
    for (const text of ['', 'Fund the spring campaign', 'Mark', '20000', '']) {
      await page.keyboard.press('Tab');
      if (text) await page.keyboard.type(text);
    }
    await sheet().getByRole('textbox', { name: 'Due' }).fill('2027-06-30');
    await sheet().getByRole('combobox', { name: 'Vendor owner' }).fill('Ada Cam');
    await page.keyboard.press('ControlOrMeta+Enter');
    await says('Captured now: 1 commitment');
    for (const key of ['Shift+Tab', 'ArrowRight', 'Tab']) await page.keyboard.press(key);
    await page.keyboard.type('Certify six engineers');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Certify six engineers' }).waitFor();
    await says('2 commitments, 2 open');
    expect(await row('Fund the spring campaign').textContent()).toMatch(/^AcmeK0001VendorMarketing investment planFund the spring campaignEUR\s20,000Wed,? 30 Jun 2027CapturedAda CamMarketing$/);
    expect(await row('Certify six engineers').textContent()).toContain('Acme');
  });

  test('a promise without words is refused beside the form, and nothing is captured', async () => {
    await page.getByRole('button', { name: 'Capture another' }).click();
    await sheet().getByRole('button', { name: 'Capture', exact: true }).click();
    await says('Nothing was changed: say what is promised.');
    await says('2 commitments, 2 open');
    expect(await barriers(page, '.sp-frame')).toEqual([]);
    await sheet().getByRole('button', { name: 'Close the inspector' }).click();
  });

  test('a cell is edited where it stands, refused with words, and the change is undone', async () => {
    const amount = row('Fund the spring campaign').getByRole('gridcell').nth(6);
    await amount.dblclick();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('a lot');
    await page.keyboard.press('Enter');
    await says('Write a number, for example 1,250.');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('1500 USD');
    await page.keyboard.press('Enter');
    await expect.poll(() => amount.textContent()).toMatch(/^USD\s1,500$/);
    await undo(page);
    await expect.poll(() => amount.textContent()).toMatch(/^EUR\s20,000$/);
  });

  test('a wish is not agreed until it has an owner, a type and a date', async () => {
    await row('Certify six engineers').getByRole('gridcell').nth(5).click();
    await page.getByRole('button', { name: 'Agreed by both' }).click();
    await says(/a promise without .* is a wish/);
    await dismiss(page, 'is a wish');
    await row('Fund the spring campaign').getByRole('gridcell').nth(5).click();
    await page.getByRole('heading', { level: 2, name: 'Fund the spring campaign' }).waitFor();
    await page.getByRole('button', { name: 'Agreed by both' }).click();
    await expect.poll(() => row('Fund the spring campaign').getByText('Agreed').count()).toBe(1);
  });

  test('one promise is tied to the other that it is given in return for', async () => {
    await page.getByRole('button', { name: /In return for/ }).click();
    await page.getByRole('combobox', { name: 'In return for' }).click();
    await page.getByRole('option', { name: /Certify six engineers/ }).click();
    await page.getByRole('button', { name: /In return for.*Certify six engineers/ }).waitFor();
    expect(await barriers(page, '.sp-frame')).toEqual([]);
  });

  test('a promise is waived with its reason, by the steps that lead there', async () => {
    await page.getByRole('button', { name: 'Waive…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Waived: K0001' });
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('The budget was frozen');
    await dialog.getByRole('button', { name: 'Mark waived' }).click();
    await says('2 commitments, 1 open');
    await undo(page);
    await says('2 commitments, 2 open');
  });

  test('totals keep currencies apart, and the list is grouped by partner', async () => {
    await find(page, 'Capture', /^Capture a commitment/);
    await choose(page, sheet(), 'Partner', 'Bolt');
    await sheet().getByRole('textbox', { name: 'What is promised' }).fill('Buy demo units');
    await sheet().getByRole('textbox', { name: 'Amount' }).fill('500');
    await sheet().getByRole('combobox', { name: 'Currency' }).selectOption('USD');
    await sheet().getByRole('button', { name: 'Capture', exact: true }).click();
    await says('EUR 20,000 + USD 500');
    await page.getByText('By partner', { exact: true }).click();
    await page.getByRole('treegrid', { name: 'Commitments' }).waitFor();
    expect(await page.locator('.sp-group-title').allTextContents()).toEqual(['Acme2', 'Bolt1']);
    expect(await barriers(page, '.sp-frame')).toEqual([]);
    await page.getByText('One list', { exact: true }).click();
  });

  test('readers get one spreadsheet with a sheet each, and a route its file as CSV', async () => {
    const workbook = await downloaded(page, async () => {
      await page.getByRole('button', { name: 'Export…' }).click();
      await page.getByRole('dialog', { name: 'Export for readers' }).getByRole('button', { name: 'Export' }).click();
    });
    expect([workbook.name, workbook.bytes.subarray(0, 2).toString()]).toEqual(['Commitments – No account manager.xlsx', 'PK']);
    const csv = await downloaded(page, async () => {
      await page.getByRole('button', { name: 'Export…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Export for readers' });
      await choose(page, dialog, 'One sheet for each', 'Route, in its own columns');
      await choose(page, dialog, 'As', 'A CSV file each');
      await dialog.getByRole('button', { name: 'Export' }).click();
    });
    expect([csv.name, csv.bytes.toString().split('\r\n')[1]]).toEqual(['Hand-off – Marketing.csv', 'K0001,,Acme,Fund the spring campaign,20000.00 EUR,EUR,2027-06-30,vendor,Ada Cam,,Agreed,']);
  });

  test('a promise is found by a part of its words, removed and brought back', async () => {
    await find(page, 'demo', /Buy demo units/);
    await page.getByRole('heading', { level: 2, name: 'Buy demo units' }).waitFor();
    await page.getByRole('button', { name: 'Remove commitment' }).click();
    await says('2 commitments, 2 open');
    await undo(page);
    await says('3 commitments, 3 open');
  });

  test('nothing complained on the way', () => {
    expect(visiting.complaints).toEqual([]);
  });
});
