import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Visit } from '#test/support/browser.ts';
import { barriers } from '#test/support/barriers.ts';
import { addPartner, beginSummit, choose, downloaded, find, goTo, undo } from '#test/support/new-summit.ts';

describe('awards from their criteria to the announcement', () => {
  let visiting: Visit;
  let page: Page;
  const row = (words: string) => page.getByRole('row').filter({ hasText: words });
  const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
  const main = (name: string) => page.getByRole('toolbar', { name: 'Awards: actions' }).getByRole('button', { name });

  beforeAll(async () => {
    visiting = await beginSummit('Honours 2027');
    page = visiting.page;
  });
  afterAll(() => visiting.close());

  async function view(name: string): Promise<void> {
    await page.getByRole('radiogroup', { name: 'View' }).getByText(name, { exact: true }).click();
  }
  async function addCriterion(name: string, weight: string): Promise<void> {
    await page.getByRole('button', { name: 'Add criterion' }).click();
    const dialog = page.getByRole('dialog', { name: /Add a criterion/ });
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    await dialog.getByRole('textbox', { name: 'Weight' }).fill(weight);
    await dialog.getByRole('button', { name: 'Add criterion' }).click();
    await page.getByRole('rowheader', { name }).waitFor();
  }
  async function nominate(partner: string): Promise<void> {
    await main('Nominate a partner').click();
    const dialog = page.getByRole('dialog', { name: 'Nominate a partner' });
    await choose(page, dialog, 'Partner', partner);
    await dialog.getByRole('textbox', { name: 'Citation' }).fill(`${partner} grew fast`);
    await dialog.getByRole('button', { name: 'Nominate' }).click();
    await page.getByRole('heading', { level: 2, name: partner }).waitFor();
  }
  async function addJudge(name: string, employer: string | null): Promise<void> {
    await main('Add judge').click();
    const dialog = page.getByRole('dialog', { name: 'Add judge' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    if (employer !== null) await choose(page, dialog, 'Employer is this partner', employer);
    await dialog.getByRole('button', { name: 'Add judge' }).click();
    await page.getByRole('heading', { level: 2, name }).waitFor();
  }
  async function enterScores(judge: string, given: Readonly<Record<string, readonly [string, string]>>): Promise<void> {
    await page.getByRole('combobox', { name: 'Judge' }).click();
    await page.getByRole('option', { name: judge }).click();
    await page.getByRole('grid', { name: `Scores of ${judge} for Rising Star` }).waitFor();
    for (const [partner, [growth, craft]] of Object.entries(given)) {
      await row(partner).getByRole('gridcell').nth(1).dblclick();
      await page.keyboard.type(growth);
      await page.keyboard.press('Tab');
      await page.keyboard.type(craft);
      await page.keyboard.press('Enter');
    }
  }

  test('an award is added with its criteria, and its weights are said until they make 100 %', async () => {
    await goTo(page, 'Awards');
    await says('No awards yet');
    expect(await barriers(page, '.sp-frame')).toEqual([]);
    await main('Add award').click();
    const dialog = page.getByRole('dialog', { name: 'Add award' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Rising Star');
    await dialog.getByRole('button', { name: 'Add award' }).click();
    await page.getByRole('heading', { level: 2, name: 'Rising Star' }).waitFor();
    await addCriterion('Growth', '60');
    await says('not 100 %');
    await addCriterion('Craft', '40');
    await row('Rising Star').filter({ hasText: 'Growth 60 %, Craft 40 %100 %' }).waitFor();
    await says('Under embargo, no end set');
    expect(await barriers(page, '.sp-frame')).toEqual([]);
  });

  test('a second criterion of the same name is refused', async () => {
    await page.getByRole('button', { name: 'Edit Craft' }).click();
    const dialog = page.getByRole('dialog', { name: 'Criterion of Rising Star' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('growth');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await says('Nothing was changed: there is a criterion called growth already.');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  test('partners are nominated, a double is refused, one is screened out and taken back by undo', async () => {
    for (const partner of ['Acme', 'Bolt']) await addPartner(page, partner);
    await goTo(page, 'Awards');
    await view('Nominations');
    for (const partner of ['Acme', 'Bolt']) await nominate(partner);
    await main('Nominate a partner').click();
    const dialog = page.getByRole('dialog', { name: 'Nominate a partner' });
    await choose(page, dialog, 'Partner', 'Acme');
    await dialog.getByRole('button', { name: 'Nominate' }).click();
    await says('This partner is nominated for this award already. Nothing was changed.');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await says('1 award, 2 nominations in the running');
    await page.getByRole('button', { name: 'Screen out' }).click();
    await says('1 award, 1 nomination in the running');
    await undo(page);
    await says('1 award, 2 nominations in the running');
    expect(await barriers(page, '.sp-frame')).toEqual([]);
  });

  test('a citation is changed in the inspector', async () => {
    await row('Acme').getByRole('gridcell').nth(1).click();
    await page.getByRole('button', { name: /Edit Citation/ }).click();
    await page.getByRole('textbox', { name: 'Citation' }).fill('Acme doubled its customers');
    await page.keyboard.press('ControlOrMeta+Enter');
    await row('Acme').filter({ hasText: 'Acme doubled its customers' }).waitFor();
  });

  test('judges score criterion by criterion; a score above 10 is refused beside its cell', async () => {
    await view('Judges');
    await says('No judges yet');
    await addJudge('Cleo', 'Acme');
    await addJudge('Ben', null);
    await addJudge('Dora', null);
    expect(await barriers(page, '.sp-frame')).toEqual([]);
    await view('Scores');
    await enterScores('Ben', { Acme: ['9', '8'], Bolt: ['7', '7'] });
    await enterScores('Dora', { Acme: ['6', '6'], Bolt: ['8', '7.5'] });
    await row('Bolt').filter({ hasText: '7.80Counts' }).waitFor();
    await row('Bolt').getByRole('gridcell').nth(1).dblclick();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('11');
    await page.keyboard.press('Enter');
    await says('A score is a number from 1 to 10.');
    await page.keyboard.press('Escape');
  });

  test('a judge who works for the nominee cannot score it, and the sheet says why', async () => {
    await enterScores('Cleo', { Bolt: ['10', '10'] });
    await row('Acme').filter({ hasText: 'Works for the nominee' }).waitFor();
    await row('Acme').getByRole('gridcell').nth(1).dblclick();
    await page.keyboard.type('10');
    await page.keyboard.press('Enter');
    await says('Nothing was changed: this judge works for the nominee, so the score would not count.');
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'Judge' }).click();
    await page.getByRole('option', { name: 'The whole panel' }).click();
    expect(await row('Acme').last().textContent()).toBe('Acme7.30Employer8.606.00');
    expect(await barriers(page, '.sp-frame')).toEqual([]);
  });

  test('the ranking shows mean and z-score side by side and says that it is under embargo', async () => {
    await view('Ranking');
    await says('Under embargo, no end set.');
    await says('It is in no search, export, book or badge.');
    expect(await page.locator('.sp-line').allTextContents()).toEqual([expect.stringMatching(/^Bolt18\.27/), expect.stringMatching(/^Acme27\.30/)]);
    expect(await page.getByRole('button', { name: 'Export what is shown' }).count()).toBe(0);
    expect(await barriers(page, '.sp-frame')).toEqual([]);
  });

  test('a judge is recused in place with a reason, which changes the ranking at once, and is reinstated', async () => {
    await row('Bolt').getByRole('gridcell').first().click();
    await page.getByRole('button', { name: 'Recuse Cleo' }).click();
    const dialog = page.getByRole('dialog', { name: 'Recuse Cleo from Bolt' });
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Works for a competitor');
    await dialog.getByRole('button', { name: 'Recuse' }).click();
    await row('Bolt').filter({ hasText: 'Cleo: recused (2 scores)' }).waitFor();
    expect(await row('Bolt').first().textContent()).toMatch(/^Bolt17\.40/);
    await page.getByRole('button', { name: 'Reinstate Cleo' }).click();
    await expect.poll(() => row('Bolt').first().textContent()).toMatch(/^Bolt18\.27/);
  });

  test('the winner is announced after a question, its scores are locked, and the announcement is taken back', async () => {
    await page.getByRole('button', { name: 'Announce now…' }).click();
    await page.getByRole('dialog', { name: 'Announce Rising Star?' }).getByRole('button', { name: 'Announce' }).click();
    await says('The winner of Rising Star may be named everywhere.');
    expect(await barriers(page, '.sp-frame')).toEqual([]);
    await page.getByRole('button', { name: 'Put back under embargo' }).click();
    await says('Under embargo, no end set.');
  });

  test('search finds the award and its nominations, and never who leads', async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: 'Find or do anything' }).fill('rising');
    expect((await page.getByRole('option').allTextContents()).sort()).toEqual(['AcmeNominated for Rising Star', 'BoltNominated for Rising Star', 'Rising StarAward category']);
    await page.getByRole('option', { name: 'Rising Star Award category' }).click();
    await page.getByRole('heading', { level: 2, name: 'Rising Star' }).waitFor();
  });

  test('nominations are exported without a standing', async () => {
    await view('Nominations');
    const csv = await downloaded(page, () => page.getByRole('button', { name: 'Export what is shown' }).click());
    expect([csv.name, csv.bytes.toString().replace('\uFEFF', '').split('\r\n')[0]]).toEqual(['Nominations.csv', 'Partner,Award,Status,Citation,Nominated by,Who that is,Submitted,Id']);
  });

  test('an award is removed with its nominations and scores after saying so, and comes back whole', async () => {
    await find(page, 'rising star', /Award category/);
    await page.getByRole('button', { name: 'Remove award' }).click();
    const question = page.getByRole('dialog', { name: 'Remove Rising Star?' });
    expect(await question.textContent()).toContain('2 nominations');
    await question.getByRole('button', { name: 'Remove' }).click();
    await says('No awards yet');
    await undo(page);
    await says('1 award, 2 nominations in the running');
  });

  test('nothing complained on the way', () => {
    expect(visiting.complaints).toEqual([]);
  });
});
