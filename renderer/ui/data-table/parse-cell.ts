import type { CellKind, CellValue } from './column.ts';

/** What a person typed, as a value of the kind; an error in words when it is none. */
export function parseCell(kind: CellKind, typed: string, currency: string): { readonly value: CellValue } | { readonly refusal: string } {
  const text = typed.trim();
  if (kind === 'text' || kind === 'choice') return { value: text === '' ? null : text };
  if (text === '') return { value: null };
  switch (kind) {
    case 'number': return withNumber(text, (value) => value);
    case 'money': {
      const code = /^[A-Z]{3}|[A-Z]{3}$/.exec(text)?.[0] ?? currency;
      if (code === '') return { refusal: 'Write the amount with its currency, for example 12,500 EUR.' };
      return withNumber(text.replace(/^[A-Z]{3}|[A-Z]{3}$/, ''), (value) => ({ hundredths: Math.round(value * 100), currency: code }));
    }
    case 'date': return /^\d{4}-\d{2}-\d{2}$/.test(text) ? { value: text } : { refusal: 'Write the date as year-month-day, for example 2026-05-12.' };
    case 'flag': return { value: /^(yes|y|true|1|x)$/i.test(text) };
  }
}

/** Reads `1,234.5`, `1.234,5`, `1 234.5` and `1'234.5`: the last of comma and point is the decimal mark unless three digits follow a lone one. */
function withNumber(text: string, make: (value: number) => CellValue) {
  let plain = text.replace(/[\s\u00a0\u202f'’]/g, '');
  const comma = plain.lastIndexOf(',');
  const point = plain.lastIndexOf('.');
  if (comma >= 0 && point >= 0) plain = comma > point ? plain.replaceAll('.', '').replace(',', '.') : plain.replaceAll(',', '');
  else if (comma >= 0) plain = /^-?\d{1,3}(,\d{3})+$/.test(plain) ? plain.replaceAll(',', '') : plain.replace(',', '.');
  return /^[-+]?\d+(\.\d+)?$|^[-+]?\.\d+$/.test(plain) ? { value: make(Number(plain)) } : { refusal: 'Write a number, for example 1,250.' };
}
