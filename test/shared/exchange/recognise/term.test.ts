import { expect, test } from 'vitest';
import { endOfTerm, termIn } from '#shared/exchange/recognise/term.ts';
import type { LocalDate } from '#shared/kernel/time.ts';

test('a term is whole months from when it was signed or takes effect, in words of many languages', () => {
  const said = (text: string) => { const term = termIn(text); return term === null || term === 'perpetual' ? term : `${term.months} ${term.from ?? 'either'}`; };
  expect(['3 years from signature', 'three (3) years from the Effective Date', '36 Monate', '5 Jahre ab Unterzeichnung', '5 ans à compter de l’entrée en vigueur', '2 años', '1 anno dalla firma', '24 mesi', '3-year', '18 mois', '3 jaar', 'Perpetual', 'unbefristet', 'durée indéterminée'].map(said)).toEqual([
    '36 signature', '36 effective', '36 either', '60 signature', '60 effective', '24 either', '12 signature', '24 either', '36 either', '18 either', '36 either', 'perpetual', 'perpetual', 'perpetual',
  ]);
  expect(['3 lata', '12 miesięcy', '2 roky', '3 yıl', '6 ay', '3 år', '24 månader', '3 года', '3年間', '6か月', 'na czas nieokreślony', '無期限', 'süresiz'].map(said)).toEqual(['36 either', '12 either', '24 either', '36 either', '6 either', '36 either', '24 either', '36 either', '36 either', '6 either', 'perpetual', 'perpetual', 'perpetual']);
  expect(['', 'see clause 7', '2 years, 5 years for trade secrets', '0 years', '2.5 years', '3', '2027', '900 years', '30 days'].map(said)).toEqual(Array.from({ length: 9 }, () => null));
});

test('a term ends the day before the same day of its last month, or with a shorter one', () => {
  const ends = (begins: string, months: number) => endOfTerm(begins as LocalDate, months);
  expect([ends('2025-01-01', 36), ends('2025-03-15', 12), ends('2024-02-29', 12), ends('2025-01-31', 1), ends('2025-01-30', 1), ends('2024-12-31', 2), ends('2025-10-31', 6)]).toEqual(['2027-12-31', '2026-03-14', '2025-02-28', '2025-02-28', '2025-02-28', '2025-02-28', '2026-04-30']);
});
