import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import type { Instant } from '#shared/kernel/time.ts';
import { workbookBytes } from '#shared/exchange/spreadsheet/write.ts';

test('a second, independent reader finds in our workbook what was put there: text as text, numbers as numbers, dates as dates', async () => {
  const bytes = await workbookBytes(
    [{
      name: 'Promises',
      columns: [{ header: 'What', kind: 'text' }, { header: 'Count', kind: 'number' }, { header: 'Due', kind: 'date' }],
      rows: [['=1+1', 12, { moment: '2027-03-23' }], ['نص', -0.5, null]],
    }],
    { title: 'Promises', asOf: '2027-03-01T08:00:00.000Z' as Instant, readMe: [] },
  );
  const sheets = await readXlsxFile(Buffer.from(bytes));
  expect(sheets.find(({ sheet }) => sheet === 'Promises')?.data).toEqual([['What', 'Count', 'Due'], ['=1+1', 12, new Date('2027-03-23T00:00:00.000Z')], ['نص', -0.5, null]]);
});
