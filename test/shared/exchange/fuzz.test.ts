import { readdirSync, readFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readCsv } from '#shared/exchange/csv/read.ts';
import type { SourceFile } from '#shared/exchange/grid.ts';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import { knownRecords, toChange } from '#shared/exchange/intake/to-change.ts';
import { fileProblemText } from '#shared/exchange/problem.ts';
import { readWorkbook } from '#shared/exchange/spreadsheet/read.ts';
import { workbookBytes } from '#shared/exchange/spreadsheet/write.ts';
import { apply } from '#shared/kernel/change.ts';
import { mintFrom } from '#shared/kernel/ids.ts';
import { type Random, seeded } from '#shared/kernel/random.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { tableNames } from '#shared/workspace/snapshot.ts';
import { smallSummit } from '#test/support/small-summit.ts';

const folder = new URL('../../../build/sample/exports/', import.meta.url);
/** The head of every export of the sample: enough for a header and a few records of each kind. */
const heads = readdirSync(folder).filter((name) => name.endsWith('.csv')).map((name) => new Uint8Array(readFileSync(new URL(name, folder))).subarray(0, 700));
const tables = [
  'Nomination ID,Criterion,J1,J2\nN1,Reach,7,8\n', 'Executive,2027-03-23 09:00-09:30,2027-03-23 09:30-10:00\nAna Li,x,Acme\n', 'Revenue,,MDF,\nTTM (kEUR),Prior,Used,Allocated\n1.234,5,6,7\n',
  'Revenue (kEUR)\nPartner,Q1 FY25,Q2 FY25,2025-Q3,Oct-25\nAcme,1,2,3,4\n', 'Partner,Period,Metric,Value,Currency\nAcme,2025,Revenue,"1,000",EUR\nBolt,Q1 2025,Win rate,45%,\n', 'order_id,first_name,last_name,email,company,order_status,created\n1,Ana,Li,ana@acme.example,Acme,completed,2027-01-02\n2,Guest of,A. Li,,Acme,refunded,2027-01-02\n',
].map((text) => new TextEncoder().encode(text));

/** What breaks readers: marks of every kind of file, signs that end things, names of parts of JavaScript, numbers without end. */
const tokens = [
  '"', '""', ',', ';', '\t', '|', '\n', '\r', '\r\n', '\0', '\uFEFF', '\u202e', '\u200b', '\ud800', '\udc00', '=cmd|', '+', '@', '\'', 'sep=;\n', '__proto__', 'constructor', 'toString', '<script>', '&amp;', '&#0;', '<!DOCTYPE a>', ']]>', '1e999', '-0', 'NaN', '9'.repeat(400), '3/4/2027', '31.02.2027', '2027-13-45',
  '1,234', '(1.2.3)', '24:61', '23.03.2027 25:00', 'a@@b', 'Total', 'Day 99', 'PK\u0003\u0004', '\u0660\u0661', '٪', 'x'.repeat(3000), '../..', 'null', 'undefined', '年', '́',
].map((text) => new TextEncoder().encode(text));

function mutated(seed: Uint8Array, others: readonly Uint8Array[], random: Random): Uint8Array {
  let bytes = seed;
  for (let times = 1 + random.below(4); times > 0; times--) {
    const at = random.below(bytes.length + 1);
    const to = Math.min(bytes.length, at + 1 + random.below(40));
    const token = tokens[random.below(tokens.length)] ?? bytes;
    const other = others[random.below(others.length)] ?? seed;
    bytes = [
      () => joined(bytes.subarray(0, at), token, bytes.subarray(at)),
      () => joined(bytes.subarray(0, at), token, bytes.subarray(to)),
      () => joined(bytes.subarray(0, at), bytes.subarray(to)),
      () => joined(bytes.subarray(0, to), bytes.subarray(at)),
      () => bytes.subarray(0, at),
      () => joined(bytes.subarray(0, at), other.subarray(random.below(other.length))),
      () => bytes.map((byte, index) => (index === at ? byte ^ (1 << random.below(8)) : byte)),
      () => bytes.map((byte, index) => (index === at ? random.below(256) : byte)),
    ][random.below(8)]?.() ?? bytes;
  }
  return bytes.slice();
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) { all.set(part, at); at += part.length; }
  return all;
}

const summit = smallSummit();
const known = knownRecords(summit);
const before = JSON.stringify(tableNames.map((name) => [...summit[name].values()]));
type Met = { read: number; refused: number; records: number; taken: number };

/** Reads one file and looks at everything that is promised of what comes out. Every 20th is also brought into a summit. */
async function judge(file: SourceFile, count: number, met: Met): Promise<void> {
  const handed = file.bytes.slice();
  const reading = await readFolder([file], { known });
  // Compared as bytes: comparing them member by member took ten times as long as reading the workbook.
  if (Buffer.compare(file.bytes, handed) !== 0) throw new Error('a reader wrote into the bytes it was handed');
  // A file is read, or refused with its name and a cure; never both ways nor silently dropped.
  expect(reading.files.length > 0 ? reading.unread.length : reading.unread.length - 1).toBe(0);
  for (const problem of reading.unread) if (!fileProblemText(problem).startsWith(file.name)) throw new Error(fileProblemText(problem));
  for (const { records, issues, counts } of reading.files) {
    met.records += records.length;
    const rows = counts.accept + counts.flag + counts.duplicate + counts.reject;
    if (rows !== records.length) throw new Error(`${rows} rows counted, ${records.length} read`);
    if (issues.some(({ disposition }) => disposition === ('accept' as string))) throw new Error('an accepted row has a reason');
    if (JSON.stringify(records).includes('\\ud')) throw new Error('half a character');
  }
  met[reading.files.length > 0 ? 'read' : 'refused']++;
  if (count % 20 > 0) return;
  let next = 0;
  apply(summit, toChange(reading, summit, mintFrom(() => next++ % 256)).change.edits);
  met.taken++;
}

function judgeCells(opened: Awaited<ReturnType<typeof readWorkbook>>, met: Met): void {
  met[opened.ok ? 'read' : 'refused']++;
  if (!opened.ok) { if (!fileProblemText(opened.problem).startsWith('export.xlsx')) throw new Error(opened.problem.code); return; }
  const rows = opened.value.grids.flatMap((grid) => grid.rows);
  met.records += rows.length;
  if (rows.some(({ line }, index) => line < 1 || (index > 0 && line === rows[index - 1]?.line && opened.value.grids.length === 1))) throw new Error('a row without its line');
}

function told(what: string, inputs: number, met: Met, began: NodeJS.CpuUsage): void {
  const { user, system } = process.cpuUsage(began);
  console.log(`${what}: ${inputs} mutated inputs, ${met.read} read, ${met.refused} refused with a reason, ${met.records} records, ${met.taken} brought into a summit; ${((user + system) / 1e6).toFixed(1)} s CPU`);
}

describe('whatever bytes come', () => {
  test('20,000 spoilt texts are cut into records whose cells are all there, or refused with the place', () => {
    const random = seeded(4180);
    const seeds = [...heads, ...tables];
    const met: Met = { read: 0, refused: 0, records: 0, taken: 0 };
    const began = process.cpuUsage();
    for (let count = 0; count < 20_000; count++) {
      const opened = readCsv({ name: 'export.csv', bytes: mutated(seeds[count % seeds.length] ?? new Uint8Array(), seeds, random) });
      met[opened.ok ? 'read' : 'refused']++;
      if (!opened.ok) { if (!fileProblemText(opened.problem).startsWith('export.csv')) throw new Error(opened.problem.code); continue; }
      const rows = opened.value.grids.flatMap((grid) => grid.rows);
      met.records += rows.length;
      if (rows.some(({ line, cells }, index) => line <= (rows[index - 1]?.line ?? 0) || cells.length === 0 || cells.some((cell) => typeof cell !== 'string'))) throw new Error('a record without its line or its cells');
    }
    told('texts', 20_000, met, began);
  }, 120_000);

  test('1,500 spoilt text files are read or refused with a reason; none changes the summit or what objects are', async () => {
    const random = seeded(20270323);
    const seeds = [...heads, ...tables];
    const met: Met = { read: 0, refused: 0, records: 0, taken: 0 };
    const began = process.cpuUsage();
    for (let count = 0; count < 1500; count++) await judge({ name: 'export.csv', bytes: mutated(seeds[count % seeds.length] ?? new Uint8Array(), seeds, random) }, count, met);
    told('text files', 1500, met, began);
    expect([JSON.stringify(tableNames.map((name) => [...summit[name].values()])) === before, Object.keys(Object.prototype), ({} as Record<string, unknown>)['x']]).toEqual([true, [], undefined]);
  }, 120_000);

  test('20,000 spoilt workbooks too: in their packed bytes, and in the parts they unpack to', async () => {
    const random = seeded(19040101);
    const workbook = await workbookBytes([{ name: 'rooms', columns: [{ header: 'room', kind: 'text' }, { header: 'capacity', kind: 'number' }, { header: 'opened', kind: 'date' }], rows: [['Suite 1', 4, { moment: '2027-03-23' }], ['Suite 2', 6, null]] }], { title: 'Rooms', readMe: [], asOf: '2027-01-01T08:00:00.000Z' as Instant });
    const parts = unzipSync(workbook);
    const names = Object.keys(parts);
    const met: Met = { read: 0, refused: 0, records: 0, taken: 0 };
    const began = process.cpuUsage();
    for (let count = 0; count < 20_000; count++) {
      const name = names[random.below(names.length)] ?? '';
      const bytes = count % 2 === 0 ? mutated(workbook, [workbook], random) : zipSync({ ...parts, [name]: mutated(parts[name] ?? new Uint8Array(), Object.values(parts), random) }, { level: 0 });
      // One in twenty goes through a whole import, the others as far as their cells.
      if (count % 20 === 0) await judge({ name: 'export.xlsx', bytes }, count, met);
      else judgeCells(await readWorkbook({ name: 'export.xlsx', bytes }), met);
    }
    told('workbooks', 20_000, met, began);
    expect(JSON.stringify(tableNames.map((name) => [...summit[name].values()]))).toBe(before);
  }, 120_000);
});
