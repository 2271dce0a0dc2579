import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formulaUnsafe } from '#shared/exchange/csv/formula-safe.ts';
import { readCsv } from '#shared/exchange/csv/read.ts';
import { csvBytes } from '#shared/exchange/csv/write.ts';
import { valueOf } from '#shared/kernel/result.ts';

const opened = (bytes: Uint8Array) => valueOf(readCsv({ name: 'a.csv', bytes }));
const utf8 = (text: string) => new TextEncoder().encode(text);
const rowsOf = (bytes: Uint8Array) => opened(bytes).grids[0]?.rows.map(({ line, cells }) => [line, ...cells]);

describe('a CSV file', () => {
  test('counts physical lines: breaks inside quotes, whatever their kind, and the line that names the separator', () => {
    expect(rowsOf(utf8('sep=;\r\na;b\r\n"x\r\ny\n";1\r\n\r\nz;2\r\n'))).toEqual([[2, 'a', 'b'], [3, 'x\ny\n', '1'], [6, ''], [7, 'z', '2']]);
  });

  test('is read in the encoding it has', () => {
    const utf16 = (big: boolean) => Uint8Array.from([...'Zoë;ü\n1;2\n'].flatMap((sign) => { const code = sign.charCodeAt(0); return big ? [code >> 8, code & 255] : [code & 255, code >> 8]; }));
    const cases: readonly (readonly [string, Uint8Array])[] = [
      ['utf-8', utf8('Zoë;ü\n1;2\n')], ['utf-8-sig', utf8('\uFEFFZoë;ü\n1;2\n')], ['cp1252', Uint8Array.from([...'Zoë;ü\n1;2\n'].map((sign) => sign.charCodeAt(0)))],
      ['utf-16le', Uint8Array.from([0xff, 0xfe, ...utf16(false)])], ['utf-16be', Uint8Array.from([0xfe, 0xff, ...utf16(true)])], ['utf-16le', utf16(false)], ['utf-16be', utf16(true)],
    ];
    for (const [encoding, bytes] of cases) expect({ encoding: opened(bytes).encoding, rows: rowsOf(bytes) }).toEqual({ encoding, rows: [[1, 'Zoë', 'ü'], [2, '1', '2']] });
  });

  test('shows its separator by what cuts its lines evenly, not by what its texts hold', () => {
    const delimiterOf = (text: string) => opened(utf8(text)).delimiter;
    expect([delimiterOf('a;b;c\n1,5;2,5;x, y, z\n3,5;4,5;x\n'), delimiterOf('a,b\n"x;y;z",1\n"p;q",2\n'), delimiterOf('a\tb\n1,2\t3\n'), delimiterOf('Title, with comma\na|b|c\n1|2|3\n'), delimiterOf('a\n')]).toEqual([';', ',', '\t', '|', ',']);
  });

  test('of ours gives back every text exactly', () => {
    const texts = fc.array(fc.array(fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\r\n?/g, '\n').replace(/\0/g, '')), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(fc.property(texts, (rows) => {
      const back = opened(csvBytes([['separator,', 'a;', 'b', 'c', 'd', 'e'], ...rows])).grids[0]?.rows.slice(1).map(({ cells }) => cells.map((cell) => formulaUnsafe(cell as string)));
      expect(back).toEqual(rows);
    }), { numRuns: 200 });
  });

  test('of ours runs nothing as a formula and leaves phone numbers alone', () => {
    expect(new TextDecoder().decode(csvBytes([['=1+1', '+44 555 0101 999', '@x', -5, { amount: -1.5, currency: 'EUR' }, true, null]]))).toBe("'=1+1,+44 555 0101 999,'@x,-5,-1.50 EUR,TRUE,\r\n");
  });
});
