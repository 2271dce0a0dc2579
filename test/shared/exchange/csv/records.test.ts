import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { splitRecords } from '#shared/exchange/csv/records.ts';

test('text is cut into the cells that papaparse finds, whatever signs stand next to each other', () => {
  const text = fc.array(fc.constantFrom('a', 'é', ' ', ';', ';', '\n', '\n', '"', '""', '"x"', '"x;y"', '"x\ny"', '1,5'), { maxLength: 40 }).map((parts) => parts.join(''));
  let compared = 0;
  fc.assert(fc.property(text, (given) => {
    const ours = splitRecords(given, ';');
    const { data, errors } = Papa.parse<string[]>(given, { delimiter: ';', newline: '\n' });
    // Where marks stand wrongly the two differ in what they save; that both see them is enough.
    if (errors.some(({ type }) => type === 'Quotes') || /[^;\n"]"|"[^;\n"]/.test(given.replace(/(^|[;\n])"(?:[^"]|"")*"(?=[;\n]|$)/g, '$1'))) return;
    compared++;
    const theirs = given.endsWith('\n') || given === '' ? data.slice(0, -1) : data;
    expect(ours.records.map(({ cells }) => cells)).toEqual(theirs);
  }), { numRuns: 5000 });
  console.log(`${compared} of 5000 texts are well formed and cut alike`);
  expect(compared).toBeGreaterThan(1000);
});

test('lines are counted through breaks inside quotation marks', () => {
  expect(splitRecords('a,"b\nc"\n\nd,e\n"f"', ',')).toEqual({ records: [{ line: 1, cells: ['a', 'b\nc'] }, { line: 3, cells: [''] }, { line: 4, cells: ['d', 'e'] }, { line: 5, cells: ['f'] }], openQuote: null, longestCell: 5 });
});

test('a separator at the end of a line begins an empty cell, and two quotation marks stand for one', () => {
  expect(splitRecords('"say ""x""",\na,', ',').records.map(({ cells }) => cells)).toEqual([['say "x"', ''], ['a', '']]);
});

test('a quotation mark that is never closed is told with its line and column; the records before it stay', () => {
  expect(splitRecords('a,b\nc,"d\ne', ',')).toEqual({ records: [{ line: 1, cells: ['a', 'b'] }], openQuote: { line: 2, column: 2 }, longestCell: 1 });
});

test('a stray mark ends its cell and swallows nothing; papaparse would look on for one that closes well', () => {
  const text = '"Acme" Ltd,Porto\nBolt,Umeå\n"Core",Nice\n';
  expect(splitRecords(text, ',').records.map(({ line, cells }) => [line, ...cells])).toEqual([[1, 'Acme Ltd', 'Porto'], [2, 'Bolt', 'Umeå'], [3, 'Core', 'Nice']]);
  expect(Papa.parse<string[]>(text.trim(), { delimiter: ',' }).data.length).toBeLessThan(3);
});

test('texts that begin, end and measure alike stay apart, and those that repeat are read as they stand, column by column', () => {
  const word = fc.tuple(fc.constantFrom('ab', 'ba', 'é'), fc.constantFrom('c', 'd', 'x', 'y'), fc.constantFrom('ef', 'fe')).map((parts) => parts.join(''));
  fc.assert(fc.property(fc.array(fc.array(word, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 400 }), (rows) => {
    const text = rows.map((row) => row.join(',')).join('\n');
    expect(splitRecords(text, ',').records.map(({ cells }) => cells)).toEqual(rows);
  }), { numRuns: 50 });
});
