import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeSummitFile } from '#shared/exchange/archive/summit-file.ts';
import { workbookBytes } from '#shared/exchange/spreadsheet/write.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { schemaVersion } from '#shared/workspace/migrations.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { visit, type Visit } from '#test/support/browser.ts';
import { openSummit } from '#test/support/open-summit.ts';
import { type Hand, handOf } from '#test/support/places.ts';
import { smallSummit } from '#test/support/small-summit.ts';

type Handed = { readonly name: string; readonly bytes: Uint8Array };

const now = '2027-03-01T08:00:00.000Z' as Instant;
const text = (name: string, content: string): Handed => ({ name, bytes: strToU8(content) });
const workbook = async (): Promise<Uint8Array> => workbookBytes([{ name: 'rooms', columns: [{ header: 'room', kind: 'text' }, { header: 'capacity', kind: 'number' }], rows: [['Library', 12]] }], { title: 'Rooms', readMe: [], asOf: now });
const summit = (): Uint8Array => writeSummitFile(smallSummit(), 'Spring', now);

/** Files of which nothing can be read, and the whole of what the window says of each. */
const unreadable: readonly { readonly is: string; readonly file: () => Handed | Promise<Handed>; readonly says: string }[] = [
  { is: 'a workbook whose end is missing', file: async () => ({ name: 'rooms.xlsx', bytes: (await workbook()).subarray(0, 900) }), says: 'rooms.xlsx: the end of the workbook is missing, as when a download or a copy broke off. Download or copy it again.' },
  { is: 'text that is called XLSX', file: () => text('rooms.xlsx', 'Room,Capacity\nLibrary,12\n'), says: 'rooms.xlsx: the name says XLSX but the content is text. Rename it to end in .csv, or save it as XLSX from the spreadsheet program.' },
  { is: 'a workbook that unpacks to far more than it is', file: () => ({ name: 'bomb.xlsx', bytes: zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(270 * 1024 * 1024) }, { level: 1 }) }), says: 'bomb.xlsx: the workbook unpacks to more than its size allows (270 MB, the limit is 256 MB). If you trust it, save it again from the spreadsheet program.' },
  { is: 'a workbook with entities that multiply', file: () => ({ name: 'laughs.xlsx', bytes: zipSync({ 'xl/workbook.xml': strToU8('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aa">]><workbook/>') }) }), says: 'laughs.xlsx: the workbook contains a document type declaration, which no spreadsheet program writes. Do not trust it; ask its sender for a new export.' },
  { is: 'an archive without a sheet', file: () => ({ name: 'letters.xlsx', bytes: zipSync({ 'word/document.xml': strToU8('<a/>') }) }), says: 'letters.xlsx: this is not a readable XLSX workbook. Open it in the spreadsheet program and save it as XLSX or CSV.' },
  { is: 'a quotation mark that is never closed', file: () => text('accounts.csv', 'Account ID,Account Name,Partner Tier\nG7,Golf,Gold\nH8,"Hotel,Silver\nI9,India,Gold\n'), says: 'accounts.csv, line 3, column 2: a quotation mark opens here and is never closed. Close or double it.' },
  { is: 'columns of no list', file: () => text('prices.csv', 'Article,Colour,Price\nChair,red,40\n'), says: 'prices.csv, line 1: no column is called as in a list this planner knows. Check that this is an export of partners, people, rooms, sessions, NDAs, requests, awards, commitments, figures by period or registrations, and that the line with its column headers is in the file.' },
  { is: 'a list that lacks a column it needs', file: () => text('rooms.csv', 'Room,Colour,Smell,View,Price\nLibrary,red,none,sea,40\n'), says: 'rooms.csv, line 1: the columns come nearest to rooms, but none is called capacity. Add or rename the column, then import the file again.' },
  { is: 'a picture that is called CSV', file: () => ({ name: 'scan.csv', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]) }), says: 'scan.csv: this is neither text nor a workbook. Choose the CSV or XLSX export itself, not a picture or print of it.' },
  { is: 'a NUL character in the text', file: () => text('rooms.csv', 'Room,Capacity\nLib\0rary,12\n'), says: 'rooms.csv, line 2, column 4: a NUL character stands in the text. Export the file again.' },
  { is: 'nothing at all', file: () => text('partners.csv', ''), says: 'partners.csv: the file is empty. Export it again.' },
];

describe('bad files through the window', () => {
  let visiting: Visit;
  let page: Page;
  let hand: Hand;
  let before: { readonly snapshot: Snapshot; readonly stored: unknown };

  beforeAll(async () => {
    visiting = await visit({ width: 1280, height: 800 });
    page = visiting.page;
    page.setDefaultTimeout(15_000);
    await openSummit(page, smallSummit());
    hand = handOf(page);
    before = { snapshot: await hand.snapshot(), stored: await stored(page) };
  });
  afterAll(() => visiting.close());

  /** The summit, every row and line in the database, and what could be undone are as they were. */
  async function untouched(): Promise<void> {
    expect(await hand.snapshot()).toEqual(before.snapshot);
    expect(await stored(page)).toEqual(before.stored);
    expect(await page.getByRole('button', { name: 'Undo', exact: true }).isDisabled()).toBe(true);
  }

  async function give({ name, bytes }: Handed): Promise<void> {
    await hand.goTo('Partners');
    const chooser = page.waitForEvent('filechooser');
    await hand.press('Import…');
    await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  }

  for (const { is, file, says } of unreadable) {
    test(`${is}: said with file, place and cure; nothing is changed`, async () => {
      await give(await file());
      await page.getByRole('heading', { level: 1, name: 'Import: dry run' }).waitFor();
      expect(await page.getByRole('list', { name: 'Before importing' }).locator('.sp-finding-words').allTextContents()).toEqual([says]);
      await page.getByRole('heading', { level: 2, name: 'Nothing was read, and nothing was changed' }).waitFor();
      expect(await page.getByRole('button', { name: /^Import \d/ }).count()).toBe(0);
      await picture(page, is);
      await untouched();
      await hand.press('Back');
      await page.getByRole('heading', { level: 1, name: 'Partners' }).waitFor();
      await untouched();
    });
  }

  test('a bad date, a bad amount and an unknown word in rows: each said with line, column and value, and what becomes of the row', async () => {
    await give(text('tracker.csv', 'Ref,Company,Committed by,Type,What,Amount,Currency,Due date,Our owner,Their owner,Status\nT1,Acme,Partner,Co-sell,Visits,900,EUR,31.02.2027,Ada,Bo,Agreed\nT2,Acme,Partner,Co-sell,More visits,a lot,EUR,2027-05-31,Ada,Bo,Agreed\nT3,Nobody,Partner,Co-sell,Even more,5,EUR,2027-05-31,Ada,Bo,Agreed\n'));
    await hand.view('Rows with a reason 3');
    const cells = (column: string) => page.locator(`#place [role="gridcell"][id$="-${column}"]`).allTextContents();
    const shown = async () => { const columns = await Promise.all(['file', 'line', 'disposition', 'field', 'value', 'reason', 'outcome'].map(cells)); return (columns[0] ?? []).map((_, row) => columns.map((column) => column[row])); };
    expect(await shown()).toEqual([
      ['tracker.csv', '2', 'flagged', 'Due date', '31.02.2027', 'There is no such day', 'Taken, this value left empty'],
      ['tracker.csv', '3', 'flagged', 'Amount', 'a lot', 'Text where a number belongs', 'Taken, this value left empty'],
      ['tracker.csv', '4', 'rejected', 'Company', 'Nobody', 'The partner is not known', 'Not taken: mend the value here'],
    ]);
    await picture(page, 'rows');
    await untouched();
    await hand.press('Discard');
    await page.getByRole('heading', { level: 1, name: 'Partners' }).waitFor();
    await untouched();
  });

  test('a good file beside a bad one: the bad one is named, the good one can be taken', async () => {
    await hand.goTo('Exchange');
    await page.locator('.sp-drop input[type="file"]').setInputFiles([{ name: 'rooms.csv', mimeType: 'text/csv', buffer: Buffer.from('Room,Capacity\nLibrary,12\n') }, { name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.from('') }]);
    await page.getByRole('heading', { level: 1, name: 'Import: dry run' }).waitFor();
    expect(await page.getByRole('list', { name: 'Before importing' }).locator('.sp-finding-words').allTextContents()).toEqual(['empty.csv: the file is empty. Export it again.']);
    expect(await page.getByRole('button', { name: 'Import 1 row' }).isEnabled()).toBe(true);
    await hand.press('Discard');
    await untouched();
  });

  test('a kind of file that holds no list is refused where it is let go', async () => {
    await hand.goTo('Partners');
    await hand.drop('photo.png', 'x');
    await problem('Not read: photo.png. Save it as CSV or XLSX and drop it again. Nothing was changed.');
    await untouched();
  });

  const summits: readonly { readonly is: string; readonly bytes: () => Uint8Array; readonly says: string }[] = [
    { is: 'cut short', bytes: () => summit().subarray(0, -40), says: 'is damaged' },
    { is: 'with one byte changed', bytes: () => { const bytes = summit().slice(); const last = bytes.length - 30; bytes[last] = (bytes[last] ?? 0) ^ 1; return bytes; }, says: 'is damaged: its checksum differs' },
    { is: 'of a newer version', bytes: () => newer(summit()), says: 'was written by a newer Summit Planner. Nothing was changed. Update this one, then open it.' },
    { is: 'that is none', bytes: () => strToU8('Dear all,\nplease find attached'), says: 'This is not a summit file. Nothing was changed. Choose a file that ends in .summit.' },
  ];
  for (const { is, bytes, says } of summits) {
    test(`a summit file ${is} is refused by name, and the open summit stays`, async () => {
      await page.locator('.sp-switcher').click();
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('menuitem', { name: 'Open a summit file…' }).click();
      await (await chooser).setFiles({ name: 'autumn.summit', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes()) });
      await page.getByRole('alert').filter({ hasText: says }).waitFor();
      expect(await page.getByRole('alert').filter({ hasText: says }).textContent()).toMatch(/^autumn\.summit: .*Nothing was changed\./);
      await picture(page, `summit ${is}`);
      await problem(says);
      await untouched();
    });
  }

  test('nothing complained on the way', () => {
    expect(visiting.complaints).toEqual([]);
  });

  /** A problem that stays until it is read, and is read. */
  async function problem(words: string): Promise<void> {
    const alert = page.getByRole('alert').filter({ hasText: words });
    await alert.waitFor();
    await alert.getByRole('button', { name: 'Dismiss' }).click();
    await alert.waitFor({ state: 'detached' });
  }
});

/** Every record of every store, read in the page with nothing of the product in between. */
function stored(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('summit-planner');
    const database = await new Promise<IDBDatabase>((resolve, reject) => { opening.onsuccess = () => { resolve(opening.result); }; opening.onerror = () => { reject(new Error('the database does not open')); }; });
    const found: Record<string, unknown> = {};
    for (const name of database.objectStoreNames) {
      const asking = database.transaction(name).objectStore(name).getAll();
      await new Promise((resolve) => { asking.onsuccess = resolve; });
      found[name] = asking.result;
    }
    database.close();
    return found;
  });
}

/** The same file as a later version would write it: a higher schema in its header. */
function newer(file: Uint8Array): Uint8Array {
  const end = file.indexOf(10);
  const header = new TextDecoder().decode(file.subarray(0, end)).replace(`"schema":${schemaVersion}`, `"schema":${schemaVersion + 1}`);
  return new Uint8Array([...strToU8(header), ...file.subarray(end)]);
}

/** For the eye, where a folder is named; no step waits for it. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SUMMIT_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name.replaceAll(' ', '-')}.png` });
}
