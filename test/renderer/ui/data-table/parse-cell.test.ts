import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCell } from '#renderer/ui/data-table/parse-cell.ts';
import { fromTsv, toTsv } from '#renderer/ui/data-table/tsv.ts';

test('numbers are read in the ways people write them', () => {
  const typed = ['1,250', '1.250,5', '1 250', "1'250.5", '-3', '2,5'];
  expect(typed.map((text) => parseCell('number', text, ''))).toEqual([1250, 1250.5, 1250, 1250.5, -3, 2.5].map((value) => ({ value })));
});

test('an amount keeps the currency written with it', () => {
  expect(parseCell('money', '12,500 USD', 'EUR')).toEqual({ value: { hundredths: 1_250_000, currency: 'USD' } });
});

test('words where a number belongs are refused with an example', () => {
  expect(parseCell('number', 'many', '')).toEqual({ refusal: 'Write a number, for example 1,250.' });
});

test('cells copied as a table come back as they were', () => {
  const cell = fc.string().map((text) => text.replaceAll('\r', ''));
  fc.assert(fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (lines) => {
    fc.pre(lines.every(([first]) => first !== '' ));
    expect(fromTsv(toTsv(lines))).toEqual(lines);
  }));
});
