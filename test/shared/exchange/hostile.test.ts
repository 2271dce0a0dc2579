import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import { fileProblemText, limits } from '#shared/exchange/problem.ts';
import { workbookBytes } from '#shared/exchange/spreadsheet/write.ts';
import type { Instant } from '#shared/kernel/time.ts';

const csv = (text: string) => [{ name: 'rooms.csv', bytes: new TextEncoder().encode(text) }];
const problemsOf = async (files: { name: string; bytes: Uint8Array }[]) => (await readFolder(files)).unread;
const workbook = (parts: Record<string, string>) => [{ name: 'list.xlsx', bytes: zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))) }];

describe('a hostile file is refused with its name and place', () => {
  test('when it is larger than any export', async () => {
    const [problem] = await problemsOf([{ name: 'big.csv', bytes: new Uint8Array(limits.fileBytes + 1).fill(65) }]);
    expect(problem).toEqual({ code: 'file-too-big', file: 'big.csv', sheet: null, line: null, column: null, found: limits.fileBytes + 1, limit: limits.fileBytes, detail: null });
    expect(fileProblemText(problem as never)).toBe('big.csv: the file is larger than an export of a summit can be (65 MB, the limit is 64 MB). Split it or export fewer columns.');
  });

  test('when a NUL character stands in the text', async () => {
    const [problem] = await problemsOf(csv('Room,Capacity\nSuite 1,4\nSu\0ite,4\n'));
    expect(problem).toMatchObject({ code: 'nul-byte', file: 'rooms.csv', line: 3, column: 3 });
  });

  test('when a quotation mark is never closed, naming the line and column where it opens', async () => {
    const [problem] = await problemsOf(csv('Room,Capacity\n"Suite 1",4\n"Suite 2","4\nSuite 3,4\n'));
    expect(problem).toMatchObject({ code: 'unbalanced-quote', line: 3, column: 2 });
    expect(fileProblemText(problem as never)).toBe('rooms.csv, line 3, column 2: a quotation mark opens here and is never closed. Close or double it.');
  });

  test('when a cell holds more characters than any field', async () => {
    const [problem] = await problemsOf(csv(`Room,Capacity\nSuite 1,${'9'.repeat(limits.cellCharacters + 1)}\n`));
    expect(problem).toMatchObject({ code: 'cell-too-long', line: 2, column: 2, found: limits.cellCharacters + 1 });
  });

  test('when it has more columns than any export', async () => {
    const [problem] = await problemsOf(csv(`Room,Capacity\n${'x,'.repeat(limits.columns)}\n`));
    expect(problem).toMatchObject({ code: 'too-many-columns', line: 2 });
  });

  test('when a workbook unpacks to more than its limit', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(5_000_000) }, { level: 9 });
    expect(await problemsOf([{ name: 'bomb.xlsx', bytes: declaring(bomb, limits.unpackedBytes + 1) }])).toMatchObject([{ code: 'unpacks-too-big', file: 'bomb.xlsx' }]);
  });

  test('or when it hides that it does', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(5_000_000) }, { level: 9 });
    expect(await problemsOf([{ name: 'bomb.xlsx', bytes: declaring(bomb, 10) }])).toMatchObject([{ code: 'not-a-workbook', file: 'bomb.xlsx' }]);
  });

  test('when a workbook declares entities, which is how small files grow without end', async () => {
    const doctype = '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><workbook/>';
    expect(await problemsOf(workbook({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': doctype }))).toMatchObject([{ code: 'declares-entities', file: 'list.xlsx' }]);
  });

  test('when a workbook is cut, is an old XLS, is text by another name, or is no workbook at all', async () => {
    const whole = await workbookBytes([{ name: 'rooms', columns: [{ header: 'room', kind: 'text' }], rows: [['Suite 1']] }], { title: 'Rooms', readMe: [], asOf: '2027-01-01T00:00:00.000Z' as Instant });
    for (const [bytes, code] of [[whole.subarray(0, whole.length - 200), 'workbook-cut'], [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]), 'old-workbook'], [new TextEncoder().encode('Room,Capacity\n'), 'text-not-workbook'], [new Uint8Array([1, 2, 3, 4]), 'not-a-workbook'], [new Uint8Array(), 'empty-file']] as const) {
      expect(await problemsOf([{ name: 'list.xlsx', bytes }])).toMatchObject([{ code }]);
    }
  });

  test('when it is a picture or a print that is called CSV', async () => {
    for (const mark of [[0x89, 0x50, 0x4e, 0x47], [0x25, 0x50, 0x44, 0x46, 0x2d]]) expect(await problemsOf([{ name: 'scan.csv', bytes: new Uint8Array([...mark, 1, 2]) }])).toMatchObject([{ code: 'not-text', file: 'scan.csv' }]);
  });

  test('when no line of it looks like the header of a list, saying which line came nearest and what it lacks', async () => {
    const [letter] = await problemsOf(csv('Dear all,\nplease find attached\n'));
    expect(fileProblemText(letter as never)).toBe('rooms.csv, line 1: no column is called as in a list this planner knows. Check that this is an export of partners, people, rooms, sessions, NDAs, requests, awards, commitments, figures by period or registrations, and that the line with its column headers is in the file.');
    const [lacking] = await problemsOf(csv('Rooms of the hotel\nRoom,Colour,Smell,View,Price\nSuite 1,red,none,sea,400\n'));
    expect(fileProblemText(lacking as never)).toBe('rooms.csv, line 2: the columns come nearest to rooms, but none is called capacity. Add or rename the column, then import the file again.');
    for (const bytes of [new Uint8Array(), new TextEncoder().encode(' \r\n\r\n')]) expect(await problemsOf([{ name: 'empty.csv', bytes }])).toMatchObject([{ code: 'empty-file', file: 'empty.csv', line: null }]);
  });

  test('and the other files of the folder are read all the same', async () => {
    const reading = await readFolder([...csv('Room,Capacity\nSuite 1,4\n'), { name: 'bad.csv', bytes: new TextEncoder().encode('Room\0') }]);
    expect({ read: reading.files.map(({ kind, counts }) => [kind, counts.accept]), unread: reading.unread.map(({ file }) => file) }).toEqual({ read: [['rooms', 1]], unread: ['bad.csv'] });
  });
});

describe('what is strange but harmless', () => {
  test('headers called like parts of JavaScript objects are just unknown columns', async () => {
    const { files } = await readFolder(csv('Room,Capacity,__proto__,constructor,toString\nSuite 1,4,x,y,z\n'));
    expect(files[0]?.records.map(({ values }) => values)).toEqual([{ room: 'Suite 1', capacity: 4 }]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test('markup, formulas and right-to-left marks in names stay text; half a character becomes a replacement sign', async () => {
    const utf16 = Uint8Array.from([0xff, 0xfe, ...[...'Room\tCapacity\n<b>Suite</b>\t4\n=2+1\t5\n\u202eSuite\t6\nSu\ud800ite\t7\n'].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8])]);
    const { files } = await readFolder([{ name: 'rooms.txt', bytes: utf16 }]);
    expect(files[0]).toMatchObject({ encoding: 'utf-16le', delimiter: '\t' });
    expect(files[0]?.records.map(({ values }) => values['room'])).toEqual(['<b>Suite</b>', '=2+1', '\u202eSuite', 'Su\ufffdite']);
  });
});

/** The archive with another unpacked size in the directory at its end (APPNOTE 4.3.12: 24 bytes behind the mark of an entry). */
function declaring(archive: Uint8Array, unpackedBytes: number): Uint8Array {
  const bytes = archive.slice();
  const entry = bytes.findIndex((_, at) => bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2);
  new DataView(bytes.buffer).setUint32(entry + 24, unpackedBytes, true);
  return bytes;
}
