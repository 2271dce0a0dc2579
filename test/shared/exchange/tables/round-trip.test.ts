import { describe, expect, test } from 'vitest';
import { csvBytes } from '#shared/exchange/csv/write.ts';
import type { SourceFile } from '#shared/exchange/grid.ts';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import { readOptionsFor, toChange } from '#shared/exchange/intake/to-change.ts';
import { sheetRows } from '#shared/exchange/outgoing/table-sheets.ts';
import { workbookBytes } from '#shared/exchange/spreadsheet/write.ts';
import { summitIn } from '#shared/exchange/tables/change-tables.ts';
import { wholeTables } from '#shared/exchange/tables/whole-tables.ts';
import { apply } from '#shared/kernel/change.ts';
import { mintFrom, type SummitId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { newSnapshot, type Snapshot } from '#shared/workspace/snapshot.ts';
import { exportableSnapshot } from '#test/support/exportable-snapshot.ts';

const asOf = '2027-03-01T08:00:00.000Z' as Instant;
const mint = () => mintFrom(() => 7);

const ways: Readonly<Record<string, (snapshot: Snapshot) => Promise<SourceFile[]>>> = {
  CSV: (snapshot) => Promise.resolve(wholeTables(snapshot).map((table) => ({ name: `${table.name}.csv`, bytes: csvBytes(sheetRows(table)) }))),
  TSV: (snapshot) => Promise.resolve(wholeTables(snapshot).map((table) => ({ name: `${table.name}.tsv`, bytes: csvBytes(sheetRows(table), '\t') }))),
  XLSX: async (snapshot) => [{ name: 'all.xlsx', bytes: await workbookBytes(wholeTables(snapshot), { title: 'All', asOf, readMe: [] }) }],
};

async function broughtBack(files: readonly SourceFile[]): Promise<Snapshot> {
  const reading = await readFolder(files);
  expect([...reading.unread, ...reading.files.flatMap(({ name, issues }) => issues.map((issue) => ({ name, ...issue })))]).toEqual([]);
  const blank = newSnapshot(summitIn(reading) as SummitId, 'Somewhere else');
  return apply(blank, toChange(reading, blank, mint()).change.edits);
}

describe('everything that is stored goes out and comes back', () => {
  test.each([['CSV', 800], ['TSV', 60], ['XLSX', 140]] as const)('as %s with the same tables: ids, order, empty and missing, whatever is in them', async (way, runs) => {
    const before = process.cpuUsage();
    for (let seed = 1; seed <= runs; seed++) {
      const snapshot = exportableSnapshot(seed);
      const again = await broughtBack(await (ways[way] as (typeof ways)[string])(snapshot));
      expect(again, `${way}, seed ${seed}`).toEqual(snapshot);
      expect(Object.values(again).map((rows) => [...rows.keys()]), `${way}, seed ${seed}`).toEqual(Object.values(snapshot).map((rows) => [...rows.keys()]));
    }
    const { user, system } = process.cpuUsage(before);
    console.log(`${runs} generated snapshots went out as ${way} and came back the same (${((user + system) / 1e6).toFixed(1)} s of CPU)`);
  });

  test('and brought in over itself changes nothing', async () => {
    for (const [way, made] of Object.entries(ways)) {
      const snapshot = exportableSnapshot(11);
      const reading = await readFolder(await made(snapshot), readOptionsFor(snapshot));
      expect(toChange(reading, snapshot, mint()).change.edits, way).toEqual([]);
    }
  });
});
