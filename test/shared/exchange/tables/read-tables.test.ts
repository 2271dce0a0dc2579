import { describe, expect, test } from 'vitest';
import { csvBytes } from '#shared/exchange/csv/write.ts';
import type { Cell, SourceFile } from '#shared/exchange/grid.ts';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import { readOptionsFor, toChange } from '#shared/exchange/intake/to-change.ts';
import { workbookBytes } from '#shared/exchange/spreadsheet/write.ts';
import { readWorkbook } from '#shared/exchange/spreadsheet/read.ts';
import { storedLists } from '#shared/exchange/tables/columns.ts';
import { wholeTables } from '#shared/exchange/tables/whole-tables.ts';
import { valueOf } from '#shared/kernel/result.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { tableNames } from '#shared/workspace/snapshot.ts';
import { counter } from '#test/support/small-awards.ts';
import { smallSummit } from '#test/support/small-summit.ts';

const csv = (name: string, ...rows: readonly (readonly Cell[])[]): SourceFile => ({ name: `${name}.csv`, bytes: csvBytes(rows) });
const id = (list: string, version = 4) => `id (Summit Planner ${version}: ${list})`;

async function read(...files: readonly SourceFile[]) {
  const snapshot = smallSummit();
  const reading = await readFolder(files, readOptionsFor(snapshot));
  const { change } = toChange(reading, snapshot, counter());
  return {
    issues: reading.files.flatMap((file) => file.issues.map(({ line, disposition, code, field, value }) => [line, disposition, code, field, value])), unread: reading.unread.map(({ code }) => code),
    edits: change.edits.map(({ table, id: row, before, after }) => ({ table, id: row, fields: Object.fromEntries(Object.entries(after ?? {}).filter(([field, value]) => before === null || JSON.stringify(value) !== JSON.stringify((before as unknown as Record<string, unknown>)[field]))) })),
  };
}

describe('a whole export', () => {
  test('has a list for every table, and no two columns of a list are called alike', () => {
    expect(storedLists.filter(({ field }) => field === null).map(({ table }) => table)).toEqual(tableNames);
    for (const { name, leaves } of storedLists) expect(new Set(leaves.map(({ header }) => header)).size, name).toBe(leaves.length);
  });

  test('says beside each id whom it means, and passes that over when it comes back', () => {
    const requests = wholeTables(smallSummit()).find(({ name }) => name === 'requests');
    const at = (header: string) => requests?.columns.findIndex((column) => column.header === header) ?? -1;
    expect(['host', 'host (name)', 'attendees', 'attendees (name)'].map((header) => requests?.rows[0]?.[at(header)])).toEqual(['eve', 'Eve Host', 'ana', 'Ana Lima']);
  });
});

describe('rows that were edited in a whole export', () => {
  test('update what has their id, leave what is blank or left out as it was, and are added where the id is blank', async () => {
    expect(await read(csv('rooms', ['name', id('rooms'), 'seats', 'floor', 'confidential', 'parallel meetings', 'reserved'], ['Grand hall', 'hall', null, 'L2', null, null, null], ['Cellar', null, 12, '', false, 1, true]))).toEqual({
      issues: [], unread: [],
      edits: [
        { table: 'rooms', id: 'hall', fields: { name: 'Grand hall', floor: 'L2' } },
        { table: 'rooms', id: 'new-1', fields: { id: 'new-1', name: 'Cellar', seats: 12, floor: '', equipment: [], confidential: false, parallelMeetings: 1, reserved: true, closed: [] } },
      ],
    });
  });

  test('that lack what a new row needs, or refer to rows that are nowhere, are refused with their reason', async () => {
    expect(await read(csv('placements', [id('placements'), 'request', 'room', 'starts at', 'pinned'], ['p1', 'nobody', 'hall', '2027-03-23T10:00', true], ['p2', 'acme-max', 'hall', null, true], ['p3', 'acme-max', 'suite', '2027-03-23T11:00', 'perhaps']))).toEqual({
      issues: [[2, 'reject', 'UNKNOWN_REFERENCE', 'request', 'nobody'], [3, 'reject', 'VALUE_MISSING', 'starts at', ''], [4, 'reject', 'VALUE_MISSING', 'pinned', '']], unread: [], edits: [],
    });
  });

  test('take the records within a row in the order of their places, and keep them where one is unusable', async () => {
    const head = [id('categories criteria'), 'place', 'name', 'weight', 'description'];
    expect((await read(csv('criteria', head, ['growth', 2, 'Depth', 30, ''], ['growth', 1, 'Reach', 70, '']))).edits).toEqual([{ table: 'categories', id: 'growth', fields: { criteria: [{ name: 'Reach', weight: 70, description: '' }, { name: 'Depth', weight: 30, description: '' }] } }]);
    expect(await read(csv('criteria', head, ['growth', 1, 'Reach', 'much', ''], ['growth', 2, 'Depth', 30, '']))).toEqual({ issues: [[2, 'reject', 'VALUE_MISSING', 'weight', '']], unread: [], edits: [] });
  });

  test('from an older version lack the columns that came later, and get what that version’s rows have', async () => {
    const { edits } = await read(csv('rooms', [id('rooms', 1), 'name', 'seats', 'floor', 'equipment', 'confidential', 'parallel meetings'], ['new', 'Cellar', 12, '', null, false, 1]));
    expect(edits).toEqual([{ table: 'rooms', id: 'new', fields: { id: 'new', name: 'Cellar', seats: 12, floor: '', equipment: [], confidential: false, parallelMeetings: 1, reserved: false, closed: [] } }]);
  });

  test('whose long text goes on in a list that is not there are refused, never cut', async () => {
    const tables = wholeTables({ ...smallSummit(), partners: new Map([...smallSummit().partners].map(([key, row]) => [key, key === 'acme' ? { ...row, riskNote: 'long '.repeat(20_000) } : row])) });
    expect(tables.at(-1)?.rows.length).toBe(3);
    const partners = tables.find(({ name }) => name === 'partners');
    const { issues, edits } = await read(csv('partners', (partners?.columns ?? []).map(({ header }) => header), ...(partners?.rows ?? [])));
    expect([issues.map(([line, disposition, code, field]) => [line, disposition, code, field]), edits]).toEqual([[[2, 'reject', 'TEXT_CUT', 'risk note']], []]);
  });
});

test('a workbook for reading elsewhere puts the rest of a text that no cell holds on a sheet of its own', async () => {
  const text = 'word '.repeat(10_000);
  const bytes = await workbookBytes([{ name: 'Notes', columns: [{ header: 'note', kind: 'text' }], rows: [[text]] }], { title: 'Notes', readMe: [], asOf: '2027-03-01T08:00:00.000Z' as Instant });
  const { grids } = valueOf(await readWorkbook({ name: 'notes.xlsx', bytes }));
  const [first, rest] = [String(grids[0]?.rows[1]?.cells[0]), String(grids[1]?.rows[0]?.cells[1])];
  const mark = ' … (goes on in the sheet “Long texts”, line 1)';
  expect([grids.map(({ sheet }) => sheet), first.endsWith(mark)]).toEqual([['Notes', 'Long texts', 'Read me'], true]);
  expect(first.slice(0, -mark.length) + rest === text).toBe(true);
});
