import { expect, test } from 'vitest';
import { choicesOf } from '#renderer/app/record.ts';

test('rows are chosen from by name, numbers by their size', () => {
  const rows = ['Host 10', 'Ana', 'Host 2'].map((name, index) => ({ id: `row-${index}`, name }));
  expect(choicesOf(rows)).toEqual([{ value: 'row-1', label: 'Ana' }, { value: 'row-2', label: 'Host 2' }, { value: 'row-0', label: 'Host 10' }]);
});
