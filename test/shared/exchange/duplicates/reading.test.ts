import { expect, test } from 'vitest';
import { bonesOf, readingOf } from '#shared/exchange/duplicates/reading.ts';

test.each([
  ['ソフトバンク', 'sofutobanku', '213152'], ['サッポロ', 'saporo', '214'], ['محمد', 'mhmd', '553'], ['בע"מ', 'vm', '15'], ['삼성', 'samseong', '25252'], ['टाटा', 'tata', '33'],
])('%s is read %s', (name, letters, bones) => {
  expect(readingOf(name)).toEqual({ letters, bones, isByCharacter: false });
});

test('Chinese characters are read whole, never by consonants', () => {
  expect(readingOf('華為')).toEqual({ letters: 'huawei', bones: '', isByCharacter: true });
});

test.each(['Müller & Søn', 'Ромашка', 'Δίκτυα', '', '42 – №'])('%s is compared letter by letter', (name) => {
  expect(readingOf(name)).toBeNull();
});

test('words that belong to no name are left out', () => {
  expect(readingOf('شركة المراعي', (word) => word === 'شركة')?.letters).toBe(readingOf('المراعي')?.letters);
});

test.each([['mohammed', '553'], ['panasonic', '15252'], ['xerox', '22422'], ['jackson', '2225'], ['aeiou', '']])('the consonants of %s are %s', (word, bones) => {
  expect(bonesOf(word)).toBe(bones);
});
