import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money, plainAmount, plainMoney, totals } from '#shared/kernel/money.ts';

const amount = fc.record({ hundredths: fc.integer({ min: -1e9, max: 1e9 }), currency: fc.constantFrom('EUR', 'USD', 'JPY') });

describe('money', () => {
  test('sums are exact, by currency, in whatever order', () => {
    expect(totals([money(0.1, 'EUR'), money(5, 'USD'), money(0.2, 'EUR')])).toEqual([{ hundredths: 30, currency: 'EUR' }, { hundredths: 500, currency: 'USD' }]);
    fc.assert(fc.property(fc.array(amount), (amounts) => void expect(totals([...amounts].reverse())).toEqual(totals(amounts))));
  });

  test('plain text says the exact amount', () => {
    expect([money(1234567.89, 'EUR'), money(-0.05, 'USD'), money(0, 'JPY')].map(plainMoney)).toEqual(['1234567.89 EUR', '-0.05 USD', '0.00 JPY']);
    fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), (hundredths) => void expect(Math.round(Number(plainAmount(hundredths)) * 100)).toBe(hundredths + 0)));
  });
});
