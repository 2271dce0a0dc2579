import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '#shared/exchange/spreadsheet/read.ts';
import { valueOf } from '#shared/kernel/result.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { visit, type Visit } from '#test/support/browser.ts';
import { openSummit } from '#test/support/open-summit.ts';
import { changesBetween, type Hand, handOf } from '#test/support/places.ts';
import { downloaded } from '#test/support/planner-hand.ts';
import { smallSummit } from '#test/support/small-summit.ts';

/** A folder as somebody sends it: dates that could be either, an amount that could be either, two rows that need a hand, and a report in words of its own. */
const folder = [
  { name: 'tracker.csv', text: 'Ref,Company,Committed by,Type,What,Amount,Currency,Due date,Our owner,Their owner,Status\nT1,Acme,Partner,Co-sell,Visits,"1,500",EUR,3/4/2027,Ada,Bo,Agreed\nT2,Nobody,Partner,Co-sell,More visits,"2,500",EUR,5/6/2027,Ada,Bo,Agreed\nT3,Bolt,Partner,Co-sell,Even more,lots,EUR,7/8/2027,Ada,Bo,Agreed\n' },
  { name: 'rooms.csv', text: 'Room,Capacity\nLibrary,12\n' },
  { name: 'places.csv', text: 'Wo,Wieviele Leute,Bild\nKeller,8,a.png\nDach,20,b.png\n' },
] as const;

describe('a folder of exports, from the drop to the undo', () => {
  let visiting: Visit;
  let page: Page;
  let hand: Hand;
  let before: Snapshot;
  let named: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

  beforeAll(async () => {
    visiting = await visit({ width: 1280, height: 800 });
    page = visiting.page;
    page.setDefaultTimeout(15_000);
    await openSummit(page, smallSummit());
    hand = handOf(page);
    before = await hand.snapshot();
  });
  afterAll(() => visiting.close());

  const asked = () => page.getByRole('list', { name: 'Before importing' }).locator('.sp-finding-words').allTextContents();

  test('dropped, it asks what only the planner can know, with the cells that raise the question', async () => {
    await hand.goTo('Exchange');
    await page.locator('.sp-drop input[type="file"]').setInputFiles(folder.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })));
    await page.getByRole('heading', { level: 1, name: 'Import: dry run' }).waitFor();
    expect(await asked()).toEqual([
      'tracker.csv: is 3/4/2027 3 April or 4 March? No date in Due date decides it.Likewise 5/6/2027 and 7/8/2027.',
      'tracker.csv: does the comma in 1,500 part the thousands or the decimals? No number in Amount decides it.Likewise 2,500.',
      'places.csv, line 1: no column is called as in a list this planner knows. Check that this is an export of partners, people, rooms, sessions, NDAs, requests, awards, commitments, figures by period or registrations, and that the line with its column headers is in the file.',
    ]);
    expect(await page.getByRole('button', { name: /^Import \d/ }).isDisabled()).toBe(true);
    await picture(page, 'questions');
  });

  test('answered, the questions are gone and the rows can be taken', async () => {
    await hand.press('Day first');
    await expect.poll(async () => (await asked()).length).toBe(2);
    await hand.press('Thousands: 1500');
    await expect.poll(async () => (await asked()).length).toBe(1);
    expect(await page.getByRole('button', { name: 'Import 3 rows' }).isEnabled()).toBe(true);
  });

  test('the columns of a report in words of its own are named once, and remembered for the next file with these headers', async () => {
    await hand.press('Name its columns…');
    await hand.choose(hand.dialog(), 'One row is', 'a room');
    await hand.dialog().getByRole('button', { name: 'Next' }).click();
    await hand.dialog().getByText('For example Keller · Dach').waitFor();
    await picture(page, 'columns');
    await hand.choose(hand.dialog(), 'Wo', 'Room');
    await hand.choose(hand.dialog(), 'Wieviele Leute', 'Capacity');
    await hand.dialog().getByRole('button', { name: 'Use these columns' }).click();
    await page.getByRole('button', { name: 'Import 5 rows' }).waitFor();
    expect(await asked()).toEqual([]);
    expect(await page.locator('#place [role="gridcell"][id$="-columns"]').allTextContents()).toEqual(['11 of 11', '2 of 2', '2 of 3, as you named them']);
    await picture(page, 'files');
  });

  test('rows with a reason go out as a file under their own headers', async () => {
    await hand.view('Rows with a reason 2');
    const saved = (shape: string) => downloaded(page, async () => {
      await hand.press('Rows with reasons…');
      await hand.fill({ As: shape }, 'Save');
    });
    const { name, bytes } = await saved('A spreadsheet');
    const [sheet] = valueOf(await readWorkbook({ name, bytes })).grids;
    expect([name, sheet?.sheet, sheet?.rows.map(({ cells }) => [cells[1], ...cells.slice(-3)])]).toEqual(['Rows with a reason – tracker.xlsx', 'tracker', [
      ['Company', 'Import: line', 'Import: row', 'Import: reason'], ['Nobody', 3, 'reject', 'The partner is not known (Nobody)'], ['Bolt', 4, 'flag', 'Text where a number belongs (lots)'],
    ]]);
    const csv = await saved('CSV');
    expect([csv.name, new TextDecoder().decode(csv.bytes).split('\r\n').map((line) => line.split(',').at(-1))]).toEqual(['Rows with a reason – tracker.csv', ['Import: reason', 'The partner is not known (Nobody)', 'Text where a number belongs (lots)', '']]);
  });

  test('two cells are written anew where they stand, and their rows are good', async () => {
    const rows = () => page.locator('#place [role="gridcell"][id$="-value"]').allTextContents();
    expect(await rows()).toEqual(['Nobody', 'lots']);
    await mend('Nobody', 'Core');
    await expect.poll(rows).toEqual(['lots']);
    await mend('lots', '9,000');
    await expect.poll(rows).toEqual([]);
    await page.getByRole('button', { name: 'Import 6 rows' }).waitFor();
    await picture(page, 'mended');
  });

  test('taken, every row is in the summit; one undo brings everything back', async () => {
    await hand.press('Import 6 rows');
    await page.getByRole('heading', { level: 1, name: 'Exchange' }).waitFor();
    const after = await hand.snapshot();
    const { commitments, rooms, ...others } = changesBetween(before, after);
    expect(others).toEqual({});
    expect([...after.commitments.values()].filter(({ id }) => !before.commitments.has(id)).sort((a, b) => (a.code < b.code ? -1 : 1)).map(({ code, partner, money, dueOn }) => [code, partner, money?.hundredths, dueOn])).toEqual([['T1', 'acme', 150_000, '2027-04-03'], ['T2', 'core', 250_000, '2027-06-05'], ['T3', 'bolt', 900_000, '2027-08-07']]);
    expect([commitments?.added?.length, rooms?.added?.length]).toEqual([3, 3]);
    await hand.undo();
    expect(changesBetween(before, await hand.snapshot())).toEqual({});
  });

  const springPlaces = { name: 'spring places.csv', mimeType: 'text/csv', buffer: Buffer.from('Bild,Wieviele Leute,Wo\nc.png,5,Turm\n') };

  test('named columns go out as the file that the command line takes', async () => {
    const saved = await downloaded(page, () => hand.press('Save named columns…'));
    named = { name: saved.name, mimeType: 'application/json', buffer: Buffer.from(saved.bytes) };
    expect([named.name, JSON.parse(named.buffer.toString())]).toEqual(['Named columns.json', { lists: [{ list: 'rooms', columns: { wo: 'room', 'wieviele leute': 'capacity', bild: null } }] }]);
  });

  test('the same headers in another file are read as they were named, and can be forgotten', async () => {
    await page.locator('.sp-drop input[type="file"]').setInputFiles([springPlaces]);
    await page.getByRole('button', { name: 'Import 1 row' }).waitFor();
    await hand.press('Columns…');
    await hand.dialog().getByText('Forget what I said of these headers').click();
    await hand.dialog().getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { level: 2, name: 'Nothing was read, and nothing was changed' }).waitFor();
    await hand.press('Back');
    expect(changesBetween(before, await hand.snapshot())).toEqual({});
  });

  test('forgotten, they are known again from the file that was saved', async () => {
    await page.getByText('None on this device.').waitFor();
    const chooser = page.waitForEvent('filechooser');
    await hand.press('Read named columns…');
    await (await chooser).setFiles(named);
    await page.getByText('1 list of columns on this device.').waitFor();
    await picture(page, 'named');
    await page.locator('.sp-drop input[type="file"]').setInputFiles([springPlaces]);
    await page.getByRole('button', { name: 'Import 1 row' }).waitFor();
    await hand.press('Discard');
  });

  test('a pair that was decided stays decided when a question is answered afterwards', async () => {
    await page.locator('.sp-drop input[type="file"]').setInputFiles([{ name: 'partners.csv', mimeType: 'text/csv', buffer: Buffer.from('Account ID,Account Name,Country,City,Account Owner,Tier,Last QBR Date\nZ9,ACME Lda,PT,Porto,Ada Cam,Gold,3/4/2027\nD4,Delta,SE,Umeå,Ada Cam,Gold,5/6/2027\n') }]);
    await hand.view('Duplicates 1');
    await hand.press('Merge');
    await page.getByRole('heading', { level: 2, name: 'Every pair is decided' }).waitFor();
    await expect.poll(asked).toEqual(['partners.csv: is 3/4/2027 3 April or 4 March? No date in Last QBR Date decides it.Likewise 5/6/2027.']);
    await hand.press('Day first');
    await expect.poll(asked).toEqual([]);
    await page.getByRole('heading', { level: 2, name: 'Every pair is decided' }).waitFor();
    await hand.takeDryRun(2);
    const after = await hand.snapshot();
    expect([...after.partners.values()].filter(({ id }) => !before.partners.has(id)).map(({ name, lastReviewedOn }) => [name, lastReviewedOn])).toEqual([['Delta', '2027-06-05']]);
    expect([...after.lookAlikes.values()].map(({ decision, one, name }) => [decision, one, name])).toEqual([['merged', 'acme', 'ACME Lda']]);
    await hand.undo();
    expect(changesBetween(before, await hand.snapshot())).toEqual({});
  });

  test('empty cells keep what the summit has, unless the planner says that they blank it; one undo brings it back', async () => {
    await page.locator('.sp-drop input[type="file"]').setInputFiles([{ name: 'accounts.csv', mimeType: 'text/csv', buffer: Buffer.from('Account ID,Account Name,Partner Tier,Country\nA1,Acme,Elite,\n') }]);
    await page.getByRole('button', { name: 'Import 1 row' }).waitFor();
    await expect.poll(asked).toEqual(['1 cell is empty where the summit has a value. What is there stays. See Empty cells.']);
    await hand.press('Blank them in the summit');
    await expect.poll(asked).toEqual(['1 value of the summit will be blanked, because its cell is empty in these files. See Empty cells.']);
    await hand.view('Empty cells 1');
    expect(await page.locator('#place [role="row"][aria-rowindex="2"] [role="gridcell"]').allTextContents()).toEqual(['accounts.csv', '2', 'Country', 'Acme', 'PT', 'It is blanked']);
    await picture(page, 'empty');
    await hand.press('Import 1 row');
    await page.getByRole('heading', { level: 1, name: 'Exchange' }).waitFor();
    expect((await hand.snapshot()).partners.get('acme' as never)).toEqual({ ...before.partners.get('acme' as never), country: null });
    await hand.undo();
    expect(changesBetween(before, await hand.snapshot())).toEqual({});
  });

  test('nothing complained on the way', () => {
    expect(visiting.complaints).toEqual([]);
  });

  /** Writes the value that stands in a row with a reason anew. */
  async function mend(was: string, text: string): Promise<void> {
    await page.locator('#place [role="gridcell"][id$="-value"]').filter({ hasText: was }).click();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
});

/** For the eye, where a folder is named; no step waits for it. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SUMMIT_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/import-${name}.png` });
}
