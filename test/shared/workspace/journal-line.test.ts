import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, type Edit } from '#shared/kernel/change.ts';
import type { DeviceId, LineId } from '#shared/kernel/ids.ts';
import { nextOrder } from '#shared/kernel/order.ts';
import { seeded } from '#shared/kernel/random.ts';
import { err, ok, valueOf } from '#shared/kernel/result.ts';
import type { Row, Tables } from '#shared/kernel/table.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { changeOf, type JournalLine, patchOf, readLine, writeLine } from '#shared/workspace/journal-line.ts';
import { tableNames } from '#shared/workspace/snapshot.ts';
import { anyRow, anySnapshot } from '#test/support/any-snapshot.ts';

const at = '2027-03-23T08:00:00.000Z' as Instant;

function lineOf(edits: readonly Edit[], label = 'Edit'): JournalLine {
  return {
    format: 1, id: 'line2' as LineId, parent: 'line1' as LineId, device: 'laptop' as DeviceId, actor: 'Ana', at,
    order: nextOrder(at, 'laptop' as DeviceId, null), label, edits: edits.map(patchOf),
  };
}

/** Adds, sets and drops, at most one edit a row, as a command may make them. */
function anyEdits(seed: number): { tables: Tables; edits: Edit[] } {
  const random = seeded(seed);
  const tables: Tables = anySnapshot(seed);
  const edits = random.shuffled(tableNames).slice(0, 1 + random.below(5)).flatMap((table): Edit[] => [
    { table, id: `${table}-new`, before: null, after: anyRow(table, `${table}-new`, random) },
    ...[...(tables[table] ?? [])].slice(0, 3).map(([id, before]): Edit => ({ table, id, before, after: random.below(3) === 0 ? null : ({ ...before, ...someFields(anyRow(table, id, random), random.below(4)) } as Row) })),
  ]);
  return { tables, edits };
}

function someFields(row: Row, count: number): Partial<Row> {
  return Object.fromEntries(Object.entries(row).filter(([field]) => field !== 'id').slice(0, count));
}

const anySeed = fc.integer({ min: 1, max: 1_000_000 });

describe('a journal line', () => {
  test('reads back as it was written, whatever people typed', () => {
    fc.assert(fc.property(anySeed, fc.string({ unit: 'binary' }), (seed, label) => {
      const line = lineOf(anyEdits(seed).edits, label.replace(/\p{Surrogate}/gu, ''));
      const text = writeLine(line);
      expect(text.includes('\n')).toBe(false);
      expect(readLine(text)).toEqual(ok(line));
    }), { numRuns: 30 });
  });

  test('that was cut anywhere, or has one sign changed, is refused', () => {
    const text = writeLine(lineOf(anyEdits(3).edits.slice(0, 1)));
    const wrong = Array.from({ length: text.length }, (_, index) => [text.slice(0, index), `${text.slice(0, index)}${text[index] === 'x' ? 'y' : 'x'}${text.slice(index + 1)}`]).flat();
    expect(wrong.filter((one) => readLine(one).ok)).toEqual([]);
    expect(readLine(text.slice(0, -20))).toEqual(err({ code: 'line-damaged', reason: 'no checksum' }));
    expect(readLine(text.replace('"Ana"', '"Ann"'))).toEqual(err({ code: 'line-damaged', reason: 'checksum differs' }));
  });

  test('speaks only of the fields that changed', () => {
    expect(patchOf({ table: 'rooms', id: 'r', before: { id: 'r', name: 'A', seats: 4 } as Row, after: { id: 'r', name: 'B', seats: 4 } as Row })).toEqual({ table: 'rooms', id: 'r', was: { name: 'A' }, now: { name: 'B' } });
  });

  test('made forward from the file is the change itself, and made back leaves what was there', () => {
    fc.assert(fc.property(anySeed, (seed) => {
      const { tables, edits } = anyEdits(seed);
      const line = valueOf(readLine(writeLine(lineOf(edits))));
      const made = apply(tables, changeOf(line, tables, 'forward').edits);
      expect(made).toEqual(apply(tables, edits));
      expect(apply(made, changeOf(line, made, 'back').edits)).toEqual(tables);
    }), { numRuns: 30 });
  });

  test('taken back later leaves alone the fields that others changed meanwhile', () => {
    const room = { id: 'r', name: 'A', seats: 4 } as Row;
    const renamed = lineOf([{ table: 'rooms', id: 'r', before: room, after: { ...room, name: 'B' } as Row }]);
    const now: Tables = { rooms: new Map([['r', { ...room, name: 'B', seats: 12 } as Row]]) };
    expect(apply(now, changeOf(renamed, now, 'back').edits)).toEqual({ rooms: new Map([['r', { id: 'r', name: 'A', seats: 12 }]]) });
  });
});
