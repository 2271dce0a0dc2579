import { expect, test } from 'vitest';
import { columnMoved, filteredBy, plainView, sortedBy } from '#renderer/ui/data-table/table-view.ts';

test('a click sorts up, then down, then not at all; with shift the other keys stay', () => {
  const up = sortedBy(plainView, 'name', false);
  const both = sortedBy(up, 'tier', true);
  expect(both.sort).toEqual([{ column: 'name', descending: false }, { column: 'tier', descending: false }]);
  expect(sortedBy(sortedBy(up, 'name', false), 'name', false).sort).toEqual([]);
  expect(sortedBy(sortedBy(both, 'tier', true), 'tier', true).sort).toEqual(up.sort);
});

test('an emptied filter leaves no trace in the view', () => {
  expect(filteredBy(filteredBy(plainView, 'name', { kind: 'contains', text: 'a' }), 'name', { kind: 'contains', text: '' })).toEqual(plainView);
});

test('a column moves among those shown and stops at the ends', () => {
  expect(columnMoved(plainView, ['a', 'b', 'c'], 'a', 1).order).toEqual(['b', 'a', 'c']);
  expect(columnMoved(plainView, ['a', 'b', 'c'], 'c', 1)).toBe(plainView);
});
