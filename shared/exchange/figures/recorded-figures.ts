import { baseField } from '../recognise/kinds.ts';
import { isFigure } from './figure-header.ts';
import { held } from './held-figures.ts';
import { periodOfKey } from './periods.ts';
import type { Figure } from './twelve-months.ts';

/** One figure of a row, with the field it stands in. */
export type RecordedFigure = Figure & { readonly field: string };

/** The figures a row holds. One of a fiscal year that nobody has placed yet is left out. */
export function recordedFigures(values: Readonly<Record<string, unknown>>, currencies: Readonly<Record<string, string>>): RecordedFigure[] {
  return Object.entries(values).flatMap(([field, value]): RecordedFigure[] => {
    const name = baseField(field);
    if (!isFigure(name) || (typeof value !== 'number' && typeof value !== 'string')) return [];
    const key = field.slice(name.length + 1) || (typeof values['period'] === 'string' ? values['period'] : '');
    const period = periodOfKey(key);
    if (period === null && key !== '' && key !== 'trailing') return [];
    return [{ field, name, period, trailing: key === 'trailing', value: held[name].money ? Number(String(value).replace('.', '')) : Number(value), currency: currencies[field] ?? null }];
  });
}
