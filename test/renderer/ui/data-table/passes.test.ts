import { expect, test } from 'vitest';
import type { Column } from '#renderer/ui/data-table/column.ts';
import { compareCells, hasWords, passes, quickWords } from '#renderer/ui/data-table/passes.ts';

type Row = { name: string; people: number | null; since: string | null; tier: string | null };
const row: Row = { name: 'Ångström Data', people: 12, since: '2020-05-12', tier: null };
const name: Column<Row> = { id: 'name', title: 'Name', kind: 'text', value: (one) => one.name };
const people: Column<Row> = { id: 'people', title: 'People', kind: 'number', value: (one) => one.people };
const since: Column<Row> = { id: 'since', title: 'Since', kind: 'date', value: (one) => one.since };
const tier: Column<Row> = { id: 'tier', title: 'Tier', kind: 'choice', value: (one) => one.tier };

test('a text filter ignores accents and case', () => {
  expect(passes(name, row, { kind: 'contains', text: 'angSTROM' })).toBe(true);
});

test('a number filter includes both its ends and leaves empty cells out', () => {
  expect([[12, 12], [13, null], [null, 11]].map(([from = null, to = null]) => passes(people, row, { kind: 'between', from, to }))).toEqual([true, false, false]);
  expect(passes(people, { ...row, people: null }, { kind: 'between', from: 0, to: null })).toBe(false);
});

test('a date filter includes its last day', () => {
  expect(passes(since, row, { kind: 'dates', from: null, to: '2020-05-12' })).toBe(true);
});

test('empty cells can be asked for among choices', () => {
  expect([passes(tier, row, { kind: 'among', values: [''] }), passes(tier, row, { kind: 'among', values: ['global'] })]).toEqual([true, false]);
});

test('every word of the quick filter must occur, in any column', () => {
  expect([hasWords([name, people], row, quickWords('data 12')), hasWords([name, people], row, quickWords('data 13'))]).toEqual([true, false]);
});

test('text with numbers sorts as people count', () => {
  expect(['Table 10', 'Table 9'].sort((a, b) => compareCells('text', a, b))).toEqual(['Table 9', 'Table 10']);
});
