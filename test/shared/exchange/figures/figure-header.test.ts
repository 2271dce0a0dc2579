import { describe, expect, test } from 'vitest';
import { figureHeader, figureNamedIn, unitHeader, unitTitle } from '#shared/exchange/figures/figure-header.ts';

describe('a header of figures', () => {
  test.each([
    ['Revenue Q1 FY25', 'revenue'], ['Revenue (kEUR) Q1 FY25', 'revenue'], ['Actual revenue Q1 2025', 'revenue'], ['Total FY25', null], ['Q1 2025', null], ['Revenue USD 2024', 'revenue'], ['Revenue', 'revenue'], ['Win rate % 2025', 'win_rate'],
    ['Weigthed pipeline 2025', 'weighted_pipeline'], ['Chiffre d’affaires T1 2025', 'revenue'], ['Zertifizierte Mitarbeiter 2025', 'certified_people'], ['Deal Regs Jan-25', 'deal_regs'],
  ])('“%s” says which figure, or leaves that to a title', (text, figure) => {
    expect(figureHeader(text)?.figure).toBe(figure);
  });

  test('is none where other words change what it means', () => {
    expect(['Revenue target Q1 2025', 'Revenue YTD', 'Attainment % 2025', 'Forecast revenue 2025', 'Revenue growth 2025', 'Avg deal size Q1 2025', 'Region', 'NPS 2025'].map(figureHeader)).toEqual(Array.from({ length: 8 }, () => null));
  });

  test('says its unit wherever it stands; a title says it in brackets or after “in”', () => {
    expect(['Revenue (in kEUR) Q1', 'Revenue USD 2024', 'Umsatz (TEUR) 1. Halbjahr 2025', 'Revenue Q1 FY25'].map(unitHeader)).toEqual(['x (kEUR)', 'x (USD)', 'x (TEUR)', '']);
    expect(['Partner revenue (in kEUR)', 'All amounts in thousands USD', 'TOP PARTNERS 2025', 'Report in EMEA'].map(unitTitle)).toEqual(['x (kEUR)', 'x (thousands USD)', '', '']);
  });
});

test('a title names a figure if it names one, and what was reached', () => {
  expect(['Partner revenue by quarter', 'Weighted pipeline', 'revenue-2025', 'Revenue and pipeline', 'Revenue targets FY25', 'Report'].map(figureNamedIn)).toEqual(['revenue', 'weighted_pipeline', 'revenue', null, null, null]);
});
