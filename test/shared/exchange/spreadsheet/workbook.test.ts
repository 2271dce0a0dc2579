import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { sheetsNotRead } from '#shared/exchange/intake/unread-sheets.ts';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import { readWorkbook } from '#shared/exchange/spreadsheet/read.ts';
import { workbookBytes } from '#shared/exchange/spreadsheet/write.ts';
import { valueOf } from '#shared/kernel/result.ts';
import type { Instant } from '#shared/kernel/time.ts';

const facts = { title: 'Rooms', readMe: ['Only rooms on floor 2'], asOf: '2027-01-01T08:00:00.000Z' as Instant };
const rooms = { name: 'rooms', columns: [{ header: 'room', kind: 'text' }, { header: 'opened', kind: 'date' }, { header: 'rent', kind: 'money' }], rows: [['=2+1', { moment: '2027-03-23' }, { amount: 1234.5, currency: 'GBP' }], ['Suite 2', null, null]] } as const;

describe('a workbook', () => {
  test('of ours keeps its types, explains itself, and is the same bytes for the same input', async () => {
    const bytes = await workbookBytes([rooms], facts);
    const { grids } = valueOf(await readWorkbook({ name: 'a.xlsx', bytes }));
    expect(grids.map(({ sheet, rows }) => [sheet, rows.map(({ cells }) => cells)])).toEqual([
      ['rooms', [['room', 'opened', 'rent'], ['=2+1', { moment: '2027-03-23T00:00' }, { amount: 1234.5, currency: 'GBP' }], ['Suite 2', null, null]]],
      ['Read me', [['Rooms'], ['As of 2027-01-01T08:00:00.000Z'], ['Only rooms on floor 2']]],
    ]);
    expect(await workbookBytes([rooms], facts)).toEqual(bytes);
  });

  test('counts days from 1900 or from 1904, as it says', async () => {
    for (const dateSystem of ['1900', '1904'] as const) {
      const bytes = await writeXlsx({ dateSystem, sheets: [{ name: 'A', rows: [[new Date('2027-03-23T09:30:00Z')]] }] });
      expect(valueOf(await readWorkbook({ name: 'a.xlsx', bytes })).grids[0]?.rows[0]?.cells).toEqual([{ moment: '2027-03-23T09:30' }]);
    }
  });

  test('names its hidden sheets without reading them, and every list on its other sheets is read', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Rooms', rows: [['Venue'], ['Room', 'Capacity', 'Level'], ['Suite 1', 4, 'L2'], ['Suite 2', 6, null]], merges: [{ startRow: 2, endRow: 3, startCol: 2, endCol: 2 }] },
        { name: 'Panel', rows: [['Judge name', 'Judge email', 'Employer'], ['Ana Li', 'ana@x.example', 'Acme']] },
        { name: 'Old', rows: [['Room', 'Capacity'], ['Cellar', 1]], hidden: true },
      ],
    });
    const reading = await readFolder([{ name: 'all.xlsx', bytes }]);
    expect(sheetsNotRead(reading)).toEqual(['all.xlsx, hidden sheet Old. Show it in the spreadsheet program to have it read.']);
    expect(reading.files.map(({ sheet, kind, headerLine, hiddenSheets, records }) => ({ sheet, kind, headerLine, hiddenSheets, values: records.map(({ values }) => values) }))).toEqual([
      { sheet: 'Rooms', kind: 'rooms', headerLine: 2, hiddenSheets: ['Old'], values: [{ room: 'Suite 1', capacity: 4, floor: 'L2' }, { room: 'Suite 2', capacity: 6, floor: 'L2' }] },
      { sheet: 'Panel', kind: 'judges', headerLine: 1, hiddenSheets: ['Old'], values: [{ name: 'Ana Li', email: 'ana@x.example', affiliation: 'Acme' }] },
    ]);
  });
});
