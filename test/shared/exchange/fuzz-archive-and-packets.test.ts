import { expect, test } from 'vitest';
import { readSummitFile, writeSummitFile } from '#shared/exchange/archive/summit-file.ts';
import type { SourceFile } from '#shared/exchange/grid.ts';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import { readOptionsFor, toChange } from '#shared/exchange/intake/to-change.ts';
import { sheetRows } from '#shared/exchange/outgoing/table-sheets.ts';
import { packetsOf } from '#shared/exchange/packets/forms.ts';
import { mergePackets } from '#shared/exchange/packets/merge.ts';
import { packetKinds } from '#shared/exchange/packets/packet.ts';
import { packetBytes } from '#shared/exchange/spreadsheet/write-packet.ts';
import { csvBytes } from '#shared/exchange/csv/write.ts';
import { wholeTables } from '#shared/exchange/tables/whole-tables.ts';
import { apply } from '#shared/kernel/change.ts';
import { type Random, seeded } from '#shared/kernel/random.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { damageOf } from '#shared/workspace/integrity.ts';
import { filledIn } from '#test/support/filled-in.ts';
import { mutated } from '#test/support/mutated.ts';
import { counter } from '#test/support/small-awards.ts';
import { smallSummit } from '#test/support/small-summit.ts';

const asOf = '2027-03-01T08:00:00.000Z' as Instant;
const snapshot = smallSummit();
const before = JSON.stringify(Object.values(snapshot).map((rows) => [...rows]));
const untouched = () => { expect(JSON.stringify(Object.values(snapshot).map((rows) => [...rows]))).toBe(before); };

function each(count: number, base: readonly Uint8Array[], run: (bytes: Uint8Array, random: Random) => void): void {
  const random = seeded(count);
  for (let turn = 0; turn < count; turn++) run(mutated(random.pick(base), random), random);
}

test('summit files that were cut, flipped or filled with anything are refused or read whole, and never throw', () => {
  const file = writeSummitFile(snapshot, 'Spring', asOf);
  const outcomes = new Map<string, number>();
  each(12_000, [file], (bytes) => {
    const read = readSummitFile(bytes);
    const outcome = read.ok ? 'opened' : read.problem.code;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    if (read.ok) expect(damageOf(read.value.snapshot)).toEqual([]);
  });
  untouched();
  console.log(`12000 mutated summit files: ${[...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`);
});

/** What people and programs leave in a cell that asks for a number, a day or a word of a list. */
const wild = [null, 0, -1, 7, 9.5, 1e300, 46_000, 'no', 'n/a', 'must', '7,5', '=1+1', '2027-02-30', '2027-06-30', 'Max Chief', 'Fulfilled', '<b>', '\u202Eabc', 'x'.repeat(40_000)] as const;

test('whole exports and sheets to fill in with anything in their cells bring rows that are whole, or nothing', async () => {
  const tables = wholeTables(snapshot).map((table): SourceFile => ({ name: `${table.name}.csv`, bytes: csvBytes(sheetRows(table)) }));
  const random = seeded(7);
  const counts = { files: 0, refused: 0, edits: 0 };
  for (let turn = 0; turn < 1000; turn++) {
    const file = random.pick(tables);
    const reading = await readFolder([{ ...file, bytes: mutated(file.bytes, random) }], readOptionsFor(snapshot));
    const { change } = toChange(reading, snapshot, counter());
    expect(damageOf(apply(snapshot, change.edits)), `turn ${turn}, ${file.name}`).toEqual([]);
    counts.files++;
    counts.refused += reading.unread.length;
    counts.edits += change.edits.length;
  }
  const packets = await Promise.all(packetKinds.flatMap((kind) => packetsOf(snapshot, kind)).map((packet) => packetBytes(packet, 'summit', asOf)));
  const brought = { files: 0, refused: 0, edits: 0 };
  for (let turn = 0; turn < 400; turn++) {
    const reading = await readFolder([{ name: 'sheet.xlsx', bytes: mutated(random.pick(packets), random) }]);
    const { change } = mergePackets(snapshot, reading.packets, {}, counter());
    expect(damageOf(apply(snapshot, change.edits)), `sheet of turn ${turn}`).toEqual([]);
    brought.files++;
    brought.refused += reading.unread.length;
    brought.edits += change.edits.length;
  }
  const filled = { files: 0, entries: 0, conflicts: 0, problems: 0 };
  for (let turn = 0; turn < 400; turn++) {
    const reading = await readFolder([{ name: 'sheet.xlsx', bytes: filledIn(random.pick(packets), Object.fromEntries(['C', 'D', 'E', 'H', 'I', 'J', 'L', 'M'].map((column) => [`${column}2`, random.pick(wild)]))) }]);
    const { change, entries, conflicts, problems } = mergePackets(snapshot, reading.packets, {}, counter());
    expect(damageOf(apply(snapshot, change.edits)), `filled-in sheet of turn ${turn}`).toEqual([]);
    filled.files++;
    filled.entries += entries.length;
    filled.conflicts += conflicts.length;
    filled.problems += problems.length;
  }
  expect(Math.min(...Object.values(filled))).toBeGreaterThan(0);
  untouched();
  console.log(`${filled.files} sheets filled in with anything: ${filled.entries} entries, ${filled.conflicts} conflicts, ${filled.problems} not entered`);
  console.log(`${counts.files} mutated whole exports: ${counts.refused} refused, ${counts.edits} edits of whole rows; ${brought.files} mutated sheets: ${brought.refused} refused, ${brought.edits} edits`);
}, 120_000);
