import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inVisualOrder } from '#shared/print/direction.ts';

const drawn = (text: string, lineLetters = 60) => inVisualOrder([{ text, look: 0 }], lineLetters).map((piece) => piece.text);

test('text without right-to-left letters is left as it is', () => {
  expect(drawn('Ana Lindqvist (host) 佐藤')).toEqual(['Ana Lindqvist (host) 佐藤']);
});

test('the words of an Arabic name stand from right to left, each word whole for the shaper', () => {
  expect(drawn('محمد العلي')).toEqual(['العلي', '\u00A0', 'محمد']);
});

test('figures inside a Hebrew name keep their order, and brackets face the right way', () => {
  expect(drawn('אור (2003) מערכות')).toEqual(['מערכות', '\u00A0', '(', '2003', ')', '\u00A0', 'אור']);
});

test('Persian figures read from left to right, one by one, since the shaper would turn them round', () => {
  expect(drawn('شرکت ۱۲۳')).toEqual(['۱', '۲', '۳', '\u00A0', 'شرکت']);
});

test('an Arabic name within an English sentence turns only itself round', () => {
  expect(drawn('We meet محمد العلي at noon')).toEqual(['We meet ', 'العلي', '\u00A0', 'محمد', ' at noon']);
});

test('a line that begins with an English day keeps the day before an Arabic name', () => {
  expect(drawn('Tue 11 May سحاب الخليج للتقنية')[0]).toBe('Tue 11 May ');
});

test('a long right-to-left title is broken into lines that read from top to bottom', () => {
  expect(drawn('אחת שתיים שלוש', 8)).toEqual(['שתיים', '\u00A0', 'אחת', '\n', 'שלוש']);
});

test('no letter is lost or added, whatever is mixed', () => {
  const letters = fc.constantFrom('a', 'Z', ' ', '1', '7', '(', ')', '-', 'א', 'ב', 'م', 'ح', '٣', '۴', '佐', '.', ',');
  const bracketless = (text: string) => [...text.replace(/\u00A0/g, ' ')].map((letter) => (letter === ')' ? '(' : letter)).sort().join('');
  fc.assert(fc.property(fc.array(letters, { maxLength: 30 }).map((all) => all.join('')), (text) => bracketless(drawn(text, 999).join('')) === bracketless(text)));
});
