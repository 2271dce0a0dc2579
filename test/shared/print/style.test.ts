import { expect, test } from 'vitest';
import { contrastOnWhite, legible, styleOf } from '#shared/print/style.ts';
import { documentOf } from '#test/support/meeting-page.ts';

test('a brand colour too pale to read on white gives way to a dark one', () => {
  expect(['#0B5D5E', '#ffd400', '#777777', 'red', null].map(legible)).toEqual(['#0b5d5e', '#1d3f66', '#1d3f66', '#1d3f66', '#1d3f66']);
});

test('black on white has the contrast 21, and all greys of text at least 7', () => {
  const { colour } = styleOf(documentOf([]));
  expect(contrastOnWhite('#000000')).toBeCloseTo(21, 5);
  expect([colour.ink, colour.muted].map((grey) => contrastOnWhite(grey) >= 6.5)).toEqual([true, true]);
});

test('body text is 10 points, 14 in large print', () => {
  expect([styleOf(documentOf([])).size.body, styleOf(documentOf([], { scale: 'large' })).size.body]).toEqual([10, 14]);
});
