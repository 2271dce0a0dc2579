import { expect, test } from 'vitest';
import { columnLetters } from '#shared/exchange/spreadsheet/column-letters.ts';

test('columns are called as in spreadsheet programs', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
