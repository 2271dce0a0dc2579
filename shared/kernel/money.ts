import { z } from 'zod';

/** An amount in one currency. `hundredths` is a whole number of hundredths of its unit whatever the currency, so sums are exact. */
export const Money = z.object({ hundredths: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) }).readonly();
export type Money = z.infer<typeof Money>;

export function money(units: number, currency: string): Money {
  return { hundredths: Math.round(units * 100), currency };
}

/** Sums by currency: different currencies are never added without a rate. Sorted by currency code. */
export function totals(amounts: Iterable<Money>): Money[] {
  const sums = new Map<string, number>();
  for (const { hundredths, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + hundredths);
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, hundredths]) => ({ hundredths, currency }));
}

/** `1234567.89 EUR`: exact and plain, for files and tests. What people read goes through the locale. */
export function plainMoney({ hundredths, currency }: Money): string {
  return `${plainAmount(hundredths)} ${currency}`;
}

export function plainAmount(hundredths: number): string {
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
