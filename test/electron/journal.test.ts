import { createHash } from 'node:crypto';
import { appendFile, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fileStemOf, journalsIn, parseJournal } from '#electron/journal.ts';
import type { SummitId } from '#shared/kernel/ids.ts';
import { valueOf } from '#shared/kernel/result.ts';

const summit = 'summit1' as SummitId;
const line = (order: number) => JSON.stringify({ id: `c${order}`, parent: order === 1 ? null : `c${order - 1}`, order, checksum: 'x', label: `Invite Zoë ${order} 🎉` });
const linesTo = (last: number) => Array.from({ length: last }, (_, index) => line(index + 1));

let folder: string;
let stamps = 0;
const open = () => journalsIn(folder, () => `s${++stamps}`);
const path = () => join(folder, 'summit1.journal');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'summit-journal-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the journal on disk', () => {
  test('lines come back as they were given, in a later start too', async () => {
    const journals = open();
    expect(await journals.append(summit, linesTo(2))).toEqual({ ok: true, value: { lines: 2 } });
    expect(await journals.append(summit, [line(3)])).toEqual({ ok: true, value: { lines: 3 } });
    expect(valueOf(await open().read(summit, 1))).toEqual({ lines: [line(2), line(3)], next: null, damage: null });
    expect(valueOf(await open().list()).map(({ lines, lastLine, damage }) => ({ lines, lastLine, damage }))).toEqual([{ lines: 3, lastLine: line(3), damage: null }]);
  });

  test('a line that does not follow the last one is refused, and nothing is written', async () => {
    const journals = open();
    await journals.append(summit, linesTo(2));
    const before = await readFile(path());
    expect(await journals.append(summit, [line(4)])).toEqual({ ok: false, problem: { code: 'journal-out-of-step', line: 0, expectedParent: 'c2' } });
    expect(await journals.append(summit, [line(3), line(5)])).toEqual({ ok: false, problem: { code: 'journal-out-of-step', line: 1, expectedParent: 'c3' } });
    expect(await readFile(path())).toEqual(before);
  });

  test('a line sent again because its answer was lost is acknowledged once more and written once', async () => {
    const journals = open();
    await journals.append(summit, linesTo(2));
    expect(await journals.append(summit, [line(2)])).toEqual({ ok: true, value: { lines: 2 } });
    expect(valueOf(await journals.read(summit, 0)).lines).toEqual(linesTo(2));
  });

  test.each([['not JSON', '{'], ['two lines in one', `${line(1)}\n${line(2)}`], ['no id', '{"parent":null,"order":1,"checksum":"x"}'], ['no checksum', '{"id":"a","parent":null,"order":1}'], ['half a character', '{"id":"\ud800","parent":null,"order":1,"checksum":"x"}'], ['a list', '[]'], ['prototype keys only', '{"__proto__":{"id":"a","parent":null,"order":1,"checksum":"x"}}']])('a line that is %s is refused', async (_kind, text) => {
    expect(await open().append(summit, [text])).toEqual({ ok: false, problem: { code: 'journal-line-not-understood', line: 0 } });
  });

  test('appends that arrive together are written one after the other', async () => {
    const journals = open();
    const answers = await Promise.all(linesTo(40).map((text) => journals.append(summit, [text])));
    expect(answers.map(({ ok }) => ok)).toEqual(answers.map(() => true));
    expect(valueOf(await open().read(summit, 0)).lines).toEqual(linesTo(40));
  });

  test('a journal torn at any byte of its last two lines gives every line before the tear, and is whole again after the next append', async () => {
    await open().append(summit, linesTo(4));
    const whole = await readFile(path());
    const ends = [...whole.entries()].filter(([, byte]) => byte === 10).map(([at]) => at + 1);
    const from = ends.at(-3) as number;
    for (let cut = from; cut < whole.byteLength; cut += 1) {
      await writeFile(path(), whole.subarray(0, cut));
      // The first line end is the header's.
      const sound = ends.filter((end) => end <= cut).length - 1;
      const torn = valueOf(await open().read(summit, 0));
      expect(torn.lines).toEqual(linesTo(sound));
      expect(torn.damage === null).toBe(ends.includes(cut));
      expect(await open().append(summit, [line(sound + 1)])).toEqual({ ok: true, value: { lines: sound + 1 } });
      expect(valueOf(await open().read(summit, 0))).toEqual({ lines: linesTo(sound + 1), next: null, damage: null });
    }
  });

  test('a journal with any byte flipped in its last two lines is seen as damaged, and what follows is kept aside', async () => {
    await open().append(summit, linesTo(4));
    const whole = await readFile(path());
    const ends = [...whole.entries()].filter(([, byte]) => byte === 10).map(([at]) => at + 1);
    for (let at = ends.at(-3) as number; at < whole.byteLength; at += 1) {
      const flipped = Buffer.from(whole);
      flipped[at] = (flipped[at] as number) ^ 1;
      const { lines, damage } = parseJournal(flipped);
      expect(lines).toEqual(linesTo(ends.filter((end) => end <= at).length - 1));
      expect(damage).not.toBeNull();
    }
    const flipped = Buffer.from(whole);
    const inThirdLine = (ends[2] as number) + 30;
    flipped[inThirdLine] = (flipped[inThirdLine] as number) ^ 1;
    await writeFile(path(), flipped);
    expect(valueOf(await open().read(summit, 0)).damage).toEqual({ afterLine: 2, bytesSetAside: whole.byteLength - (ends[2] as number), soundLinesBeyond: 1 });
    await open().append(summit, [line(3)]);
    const aside = (await readdir(folder)).find((name) => name.includes('damaged')) as string;
    expect(await readFile(join(folder, aside))).toEqual(flipped.subarray(ends[2]));
  });

  test('any bytes at all are read without a throw, and only sound lines come out', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
        expect(parseJournal(Buffer.concat([Buffer.from('summit-journal 1\n'), noise])).lines).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('a file that is not a journal is set aside whole, never overwritten', async () => {
    await writeFile(path(), 'a letter of mine\n');
    expect(valueOf(await open().list())[0]).toMatchObject({ lines: 0, damage: { afterLine: 0, bytesSetAside: 17 } });
    await open().append(summit, [line(1)]);
    const aside = (await readdir(folder)).find((name) => name.includes('damaged')) as string;
    expect(await readFile(join(folder, aside), 'utf8')).toBe('a letter of mine\n');
  });

  test('a journal whose file was changed by someone else refuses to write over it', async () => {
    const journals = open();
    await journals.append(summit, [line(1)]);
    await appendFile(path(), 'intruder');
    expect(await journals.append(summit, [line(2)])).toEqual({ ok: false, problem: { code: 'disk-gone', file: 'summit1.journal' } });
    // The next attempt looks afresh, sets the stranger aside and goes on.
    expect(await journals.append(summit, [line(2)])).toEqual({ ok: true, value: { lines: 2 } });
  });

  test('replacing begins anew and keeps the old file beside', async () => {
    const journals = open();
    await journals.append(summit, linesTo(3));
    const old = await readFile(path());
    expect(await journals.replace(summit, [line(1)])).toEqual({ ok: true, value: { lines: 1 } });
    expect(valueOf(await journals.read(summit, 0)).lines).toEqual([line(1)]);
    const kept = (await readdir(folder)).find((name) => name.includes('kept')) as string;
    expect(await readFile(join(folder, kept))).toEqual(old);
  });

  test('a long journal is read page by page with nothing lost', async () => {
    const long = (order: number) => JSON.stringify({ id: `c${order}`, parent: order === 1 ? null : `c${order - 1}`, order, checksum: 'x', note: 'n'.repeat(3 * 1024 * 1024) });
    const lines = [1, 2, 3, 4, 5].map(long);
    const journals = open();
    await journals.append(summit, lines);
    const digests: string[] = [];
    let pages = 0;
    for (let next: number | null = 0; next !== null; pages += 1) {
      const page: { lines: string[]; next: number | null } = valueOf(await journals.read(summit, next));
      digests.push(...page.lines.map((text) => createHash('sha256').update(text).digest('hex')));
      next = page.next;
    }
    expect(pages).toBe(3);
    expect(digests).toEqual(lines.map((text) => createHash('sha256').update(text).digest('hex')));
  });

  test('names of summits that file systems would confuse get files of their own', () => {
    expect(['Spring', 'spring', 'a:b', '..', 'CON', 'a_b'].map((id) => fileStemOf(id as SummitId))).toEqual(['_53pring', 'spring', 'a_3ab', '_2e_2e', '_43_4f_4e', 'a_5fb']);
  });
});
