import type { Money } from '#shared/kernel/money.ts';
import type { CellValue, Column } from './column.ts';

/** The words of a cell, as shown, copied and searched. */
export function cellText<Row>(column: Column<Row>, row: Row): string {
  if (column.text) return column.text(row);
  return wordsOf(column, column.value(row));
}

export function wordsOf(column: Pick<Column<never>, 'kind' | 'choices'>, value: CellValue): string {
  if (value === null) return '';
  switch (column.kind) {
    case 'number': return typeof value === 'number' ? numberWords(value) : String(value);
    case 'money': return typeof value === 'object' ? moneyWords(value) : String(value);
    case 'date': return typeof value === 'string' ? dateWords(value) : String(value);
    case 'flag': return value === true ? 'Yes' : 'No';
    case 'choice': return column.choices?.find((choice) => choice.value === value)?.label ?? plainWords(value);
    case 'text': return plainWords(value);
  }
}

/** A value as a spreadsheet takes it: numbers without grouping, dates ISO. */
export function plainText<Row>(column: Column<Row>, row: Row): string {
  const value = column.value(row);
  if (column.kind === 'number') return typeof value === 'number' ? String(value) : '';
  if (column.kind === 'date' && typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null) return `${value.hundredths / 100} ${value.currency}`;
  return cellText(column, row);
}

const numbers = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });
const dates = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const currencies = new Map<string, Intl.NumberFormat>();

export function numberWords(value: number): string {
  return numbers.format(value);
}

/** Whole amounts without decimals, others with two; the currency always by its code, so that dollars of two countries differ. */
export function moneyWords({ hundredths, currency }: Money): string {
  const fractionDigits = hundredths % 100 === 0 ? 0 : 2;
  const key = `${currency}${fractionDigits}`;
  let format = currencies.get(key);
  if (!format) {
    format = new Intl.NumberFormat(undefined, { style: 'currency', currency, currencyDisplay: 'code', minimumFractionDigits: fractionDigits, maximumFractionDigits: fractionDigits });
    currencies.set(key, format);
  }
  return format.format(hundredths / 100);
}

/** `Tue, 12 May 2026` in the reader's locale; text that is no date stays as it is. */
export function dateWords(date: string): string {
  const at = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(at) ? date : dates.format(at);
}

function plainWords(value: CellValue): string {
  return typeof value === 'object' && value !== null ? moneyWords(value) : String(value ?? '');
}
