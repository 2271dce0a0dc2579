import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSummitFile, writeSummitFile } from '#shared/exchange/archive/summit-file.ts';
import { err, ok, valueOf } from '#shared/kernel/result.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { tableNames } from '#shared/workspace/snapshot.ts';
import { anySnapshot } from '#test/support/any-snapshot.ts';

const madeAt = '2027-03-23T08:00:00.000Z' as Instant;
const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`../../../fixtures/${name}`, import.meta.url)));
const codeOf = (file: Uint8Array) => {
  const read = readSummitFile(file);
  return read.ok ? 'opened' : read.problem.code;
};

describe('a summit file', () => {
  test('reads back as the snapshot it was made from, whatever is in it', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.string(), (seed, name) => {
      const snapshot = anySnapshot(seed);
      expect(readSummitFile(writeSummitFile(snapshot, name, madeAt))).toEqual(ok({ name, madeAt, snapshot }));
    }), { numRuns: 60 });
  });

  test('is the same bytes for the same snapshot and clock, in whatever order its rows came', () => {
    const snapshot = anySnapshot(4);
    const shuffled = { ...snapshot, partners: new Map([...snapshot.partners].reverse()) };
    expect(writeSummitFile(shuffled, 'Spring', madeAt)).toEqual(writeSummitFile(snapshot, 'Spring', madeAt));
  });

  test('that ends anywhere before its end is refused', () => {
    const file = writeSummitFile(anySnapshot(2), 'Spring', madeAt);
    const headerEnd = file.indexOf(10) + 1;
    const cuts = Array.from({ length: Math.ceil(file.length / 97) }, (_, index) => index * 97);
    expect(cuts.map((at) => codeOf(file.subarray(0, at)))).toEqual(cuts.map((at) => (at < headerEnd ? 'not-a-summit-file' : 'summit-file-damaged')));
  });

  test('with one bit flipped among its rows is refused, wherever the bit is', () => {
    const file = writeSummitFile(anySnapshot(2), 'Spring', madeAt);
    const headerEnd = file.indexOf(10) + 1;
    fc.assert(fc.property(fc.integer({ min: headerEnd, max: file.length - 1 }), fc.integer({ min: 0, max: 7 }), (at, bit) => {
      const flipped = Uint8Array.from(file);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
      expect(readSummitFile(flipped)).toEqual(err({ code: 'summit-file-damaged', reason: 'its checksum differs' }));
    }), { numRuns: 300 });
  });

  test('with one bit flipped in its header is refused, wherever the bit is', () => {
    const file = writeSummitFile(anySnapshot(2), 'Spring', madeAt);
    const outcomes = Array.from({ length: file.indexOf(10) * 8 }, (_, index) => {
      const flipped = Uint8Array.from(file);
      flipped[index >> 3] = (flipped[index >> 3] ?? 0) ^ (1 << (index & 7));
      return codeOf(flipped);
    });
    expect(outcomes.filter((code) => code === 'opened')).toEqual([]);
  });

  test('from a newer version is refused as such', () => {
    const [head, ...rest] = new TextDecoder('latin1').decode(writeSummitFile(anySnapshot(2), 'Spring', madeAt)).split('\n');
    const newer = [JSON.stringify({ ...(JSON.parse(head ?? '') as object), schema: 999 }), ...rest].join('\n');
    expect(readSummitFile(Uint8Array.from(newer, (letter) => letter.charCodeAt(0)))).toEqual(err({ code: 'summit-file-from-newer-version' }));
    const header = (format: string) => readSummitFile(new TextEncoder().encode(`${JSON.stringify({ format, parts: 3 })}\nwhatever`));
    expect([header('summit-file/2'), header('summit-file/1'), header('summit-file/0'), header('other-file/2')]).toEqual(['summit-file-from-newer-version', 'not-a-summit-file', 'not-a-summit-file', 'not-a-summit-file'].map((code) => err({ code })));
  });
});

describe('summit files kept from every version', () => {
  test('version 1 opens for ever, every row of every table as it was, with nothing said of what later versions added', () => {
    const { name, madeAt: made, snapshot } = valueOf(readSummitFile(fixture('v1.summit')));
    expect([name, made]).toEqual(['Version 1', madeAt]);
    const rows = Object.fromEntries(tableNames.map((table) => [table, [...snapshot[table].values()]]));
    const then = JSON.parse(new TextDecoder().decode(fixture('v1.json'))) as Record<string, readonly object[]>;
    expect(rows).toEqual(Object.fromEntries(tableNames.map((table) => [table, (then[table] ?? []).map((row) => expect.objectContaining(row) as unknown)])));
    // What later versions brought has no row in a file of this one.
    expect(tableNames.filter((table) => rows[table]?.length === 0)).toEqual(['runs', 'sentCalendars', 'lookAlikes']);
  });
});
