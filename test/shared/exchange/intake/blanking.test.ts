import { expect, test } from 'vitest';
import { csvBytes } from '#shared/exchange/csv/write.ts';
import { emptyCellText } from '#shared/exchange/intake/empty-cell-text.ts';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import { readOptionsFor, toChange } from '#shared/exchange/intake/to-change.ts';
import { sheetRows } from '#shared/exchange/outgoing/table-sheets.ts';
import { wholeTables } from '#shared/exchange/tables/whole-tables.ts';
import { apply, inverse } from '#shared/kernel/change.ts';
import { counter } from '#test/support/small-awards.ts';
import { smallSummit } from '#test/support/small-summit.ts';

const summit = smallSummit();

async function proposed(files: Readonly<Record<string, string>>, blank: boolean) {
  const reading = await readFolder(Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })), readOptionsFor(summit));
  return toChange(reading, summit, counter(), { blank });
}

const partners = 'Account ID,Account Name,Partner Tier,Country,Account Owner,TTM Revenue\nA1,Acme,Elite,,,\nB2,Bolt,,PT,Ada Cam,\nN9,New one,,,,\n';

test('an empty cell keeps what the summit has and is told, with its place', async () => {
  const { change, empty } = await proposed({ 'partners.csv': partners }, false);
  expect(empty.map((cell) => [cell.line, cell.column, ...Object.values(emptyCellText(summit, cell))])).toEqual([[2, 'Account Owner', 'Acme', 'Ada Cam'], [2, 'Country', 'Acme', 'PT'], [2, 'TTM Revenue', 'Acme', '1200000.00 EUR'], [3, 'Partner Tier', 'Bolt', 'Gold']]);
  const after = apply(summit, change.edits);
  expect([after.partners.get('acme' as never)?.country, after.partners.get('bolt' as never)?.tier]).toEqual(['PT', 'Gold']);
});

test('where it is asked for, an empty cell blanks what the summit has; columns that the file lacks and new rows are not touched, and one undo brings all of it back', async () => {
  const { change, empty } = await proposed({ 'partners.csv': partners }, true);
  const after = apply(summit, change.edits);
  expect(empty).toHaveLength(4);
  const [acme, bolt] = [summit.partners.get('acme' as never), summit.partners.get('bolt' as never)];
  expect(after.partners.get('acme' as never)).toEqual({ ...acme, camName: '', country: null, performance: { ...acme?.performance, revenue: null } });
  expect(after.partners.get('bolt' as never)).toEqual({ ...bolt, tier: null, country: 'PT', camName: 'Ada Cam' });
  expect(apply(after, inverse(change).edits)).toEqual(summit);
});

test('a cell that could not be read, or waits for an answer, is not empty', async () => {
  const requests = 'Ref,Company,Committed by,Type,What,Amount,Currency,Due date,Our owner,Status\nK0001,Acme,Vendor,MDF,,lots,EUR,3/4/2027,,Agreed\n';
  const { empty } = await proposed({ 'tracker.csv': requests }, true);
  expect(empty.map(({ column }) => column)).toEqual(['What', 'Our owner']);
});

test('our own export blanks the cells that were emptied in it, and nothing else', async () => {
  const tables = wholeTables(summit).map((table) => [`${table.name}.csv`, sheetRows(table)] as const);
  const emptied = tables.map(([name, rows]): readonly [string, string] => [name, new TextDecoder().decode(csvBytes(rows)).replace('nda-acme,N0001,acme,Acme,Acme Lda', 'nda-acme,N0001,,,')]);
  expect((await proposed(Object.fromEntries(tables.map(([name, rows]) => [name, new TextDecoder().decode(csvBytes(rows))])), true)).change.edits).toEqual([]);
  const { empty } = await proposed(Object.fromEntries(emptied), true);
  expect(empty.map(({ table, now }) => [table, now])).toEqual([['agreements', 'acme'], ['agreements', 'Acme Lda']]);
});
