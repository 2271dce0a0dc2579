import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { counted, folded, nextCode, tidy } from '#shared/kernel/text.ts';

describe('text', () => {
  test('as it is compared has no case, no accents and single blanks', () => {
    expect(['Ångström  AB', 'Straße', 'ŁÓDŹ', 'Æro Ørsted', ' Đà\tNẵng '].map(folded)).toEqual(['angstrom ab', 'strasse', 'lodz', 'aero orsted', 'da nang']);
  });

  test('folded or tidied twice is as once', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void expect([folded(folded(text)), tidy(tidy(text))]).toEqual([folded(text), tidy(text)])));
  });

  test('tidied loses what nobody meant to write', () => {
    expect(tidy(' A\u200Bna\u00A0 e\u0301va\uFEFF\n')).toBe('Ana éva');
  });

  test('counts as people say it', () => {
    expect([counted(1, 'partner'), counted(0, 'partner'), counted(2, 'entry', 'entries'), counted(12_500, 'partner')]).toEqual(['1 partner', '0 partners', '2 entries', '12,500 partners']);
  });

  test('the next free number follows the last, as wide as the widest', () => {
    expect([nextCode('N', []), nextCode('N', ['N0206', 'N0003', 'x']), nextCode('R', ['R99999'])]).toEqual(['N0001', 'N0207', 'R100000']);
  });
});
