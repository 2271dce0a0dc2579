import { expect, test } from 'vitest';
import { csvBytes } from '#shared/exchange/csv/write.ts';
import { failedRows } from '#shared/exchange/intake/failed-rows.ts';
import { cellKey, listKey } from '#shared/exchange/intake/mend.ts';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import { sheetRows } from '#shared/exchange/outgoing/table-sheets.ts';

const tracker = { name: 'tracker.csv', bytes: new TextEncoder().encode('Ref,Company,Committed by,Type,What,Amount,Currency,Due date,Status\nT1,Acme,Partner,Co-sell,Visits,900,EUR,31.02.2027,Agreed\nT2,Nobody,Partner,Co-sell,More,5,EUR,2027-05-31,Agreed\nT3,Acme,Partner,Co-sell,Fine,7,EUR,2027-05-30,Agreed\n') };
const known = { partners: [{ id: 'A1', name: 'Acme' }] };
const say = { row: ({ disposition }: { disposition: string }) => disposition, reason: ({ code }: { code: string }) => code };

test('a cell written anew is judged as if the file held it: a flagged and a rejected row become good', async () => {
  const before = await readFolder([tracker], { known });
  expect(before.files[0]?.issues.map(({ line, disposition, code }) => [line, disposition, code])).toEqual([[2, 'flag', 'IMPOSSIBLE_DATE'], [3, 'reject', 'UNKNOWN_PARTNER']]);
  const after = await readFolder([tracker], { known, mends: { [listKey('tracker.csv', null)]: { [cellKey(2, 7)]: '28.02.2027', [cellKey(3, 1)]: 'ACME Inc.' } } });
  expect({ issues: after.files[0]?.issues, due: after.files[0]?.records[0]?.values['due'], counts: after.files[0]?.counts.accept }).toEqual({ issues: [], due: '2027-02-28', counts: 3 });
});

test('rows that are not taken as they stand come back under their own headers with line and reason, and those notes are passed over when the file is imported again', async () => {
  const [table] = failedRows(await readFolder([tracker], { known }), say);
  expect(table && sheetRows(table)).toEqual([
    ['Ref', 'Company', 'Committed by', 'Type', 'What', 'Amount', 'Currency', 'Due date', 'Status', 'Import: line', 'Import: row', 'Import: reason'],
    ['T1', 'Acme', 'Partner', 'Co-sell', 'Visits', '900', 'EUR', '31.02.2027', 'Agreed', 2, 'flag', 'IMPOSSIBLE_DATE'],
    ['T2', 'Nobody', 'Partner', 'Co-sell', 'More', '5', 'EUR', '2027-05-31', 'Agreed', 3, 'reject', 'UNKNOWN_PARTNER'],
  ]);
  const again = await readFolder([{ name: 'mended.csv', bytes: csvBytes(table ? sheetRows(table) : []) }], { known });
  expect([again.files[0]?.kind, again.files[0]?.columns.filter(({ header }) => header.startsWith('Import:')).map(({ field }) => field), again.files[0]?.issues.map(({ code }) => code)]).toEqual(['commitments', [null, null, null], ['IMPOSSIBLE_DATE', 'UNKNOWN_PARTNER']]);
});
