import { describe, expect, test } from 'vitest';
import { apply, change, type Change, set } from '#shared/kernel/change.ts';
import type { DeviceId, LineId, PartnerId, SummitId } from '#shared/kernel/ids.ts';
import { nextOrder } from '#shared/kernel/order.ts';
import { err, valueOf } from '#shared/kernel/result.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { blankPartner } from '#shared/partners/partner.ts';
import { addedRows } from '#shared/workspace/birth.ts';
import { type JournalLine, type Patch, patchOf, writeLine } from '#shared/workspace/journal-line.ts';
import { replay } from '#shared/workspace/replay.ts';
import { newSnapshot, type Snapshot } from '#shared/workspace/snapshot.ts';

const at = '2027-03-23T08:00:00.000Z' as Instant;
const acme = blankPartner('acme' as PartnerId, 'Acme');
const beginning: Snapshot = { ...newSnapshot('summit' as SummitId, 'Spring'), partners: new Map([[acme.id, acme]]) };

const renames: readonly Change[] = ['One', 'Two', 'Three'].map((name, index, all) => change(`Rename to ${name}`, [set('partners', { ...acme, name: all[index - 1] ?? 'Acme' }, { name })]));
const texts = [line(1, addedRows(beginning)), ...renames.map(({ edits }, index) => line(index + 2, edits.map(patchOf)))].map(writeLine);

function line(number: number, edits: readonly Patch[]): JournalLine {
  const parent = number === 1 ? null : (`line${number - 1}` as LineId);
  return { format: 1, id: `line${number}` as LineId, parent, device: 'laptop' as DeviceId, actor: 'Ana', at, order: nextOrder(at, 'laptop' as DeviceId, null), label: `Step ${number}`, edits };
}

function after(steps: number): Snapshot {
  return renames.slice(0, steps).reduce((snapshot, { edits }) => apply(snapshot, edits), beginning);
}

describe('replaying a journal', () => {
  test('gives the summit as it was after the last line', () => {
    const replayed = valueOf(replay(texts));
    expect([replayed.snapshot, replayed.lines.map(({ text }) => text), replayed.stoppedAt]).toEqual([after(3), texts, null]);
  });

  test.each([2, 3, 4])('a line %i that is damaged ends the readable part, and everything before it is whole', (damaged) => {
    const torn = texts.map((text, index) => (index === damaged - 1 ? text.slice(0, -9) : text));
    const replayed = valueOf(replay(torn));
    expect([replayed.snapshot, replayed.lines.length, replayed.stoppedAt]).toEqual([after(damaged - 2), damaged - 1, { line: damaged, reason: 'no checksum' }]);
  });

  test('a line that does not follow the one before it ends the readable part', () => {
    const replayed = valueOf(replay(texts.filter((_, index) => index !== 2)));
    expect([replayed.snapshot, replayed.stoppedAt]).toEqual([after(1), { line: 3, reason: 'it does not follow the line before it' }]);
  });

  test('a journal without its beginning is refused', () => {
    expect([replay([]), replay(texts.slice(1)), replay(['x', ...texts])]).toEqual(Array.from({ length: 3 }, () => err({ code: 'journal-without-beginning' })));
  });
});
