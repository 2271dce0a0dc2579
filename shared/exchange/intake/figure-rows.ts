import { groupBy } from '#shared/kernel/group.ts';
import { cellText, type GridRow } from '../grid.ts';
import { figureHeader, isFigure, outOfPart, unitHeader } from '../figures/figure-header.ts';
import { standsBehind } from '../figures/held-figures.ts';
import { keyOf, timeIn } from '../figures/periods.ts';
import { withYear } from '../figures/title-year.ts';
import { baseField } from '../recognise/kinds.ts';
import { type DecimalMark, decimalMarkOf } from '../recognise/numbers.ts';
import type { Column, Recognised } from '../recognise/recognise.ts';
import { plainText } from '../recognise/text-values.ts';
import { asideRows } from './aside-rows.ts';
import type { Context } from './context.ts';
import { addReason, rawOf } from './draft.ts';
import type { ReadOptions } from './reading.ts';
import { type Drafted, draftRows, type List } from './read-list.ts';

/**
 * The rows of a list of figures. Where a column says which figure a row is, every figure has its own style: the same column holds amounts,
 * counts and percentages. Periods of rows become months, as those of headers are already.
 */
export function draftFigures(list: List, context: Context, options: ReadOptions, folderMark: () => DecimalMark | null): Drafted {
  const { recognised } = list;
  const aside = asideRows(recognised);
  const rows = recognised.rows.filter((row) => !aside.has(row));
  const fiscalStart = options.fiscalStart ?? null;
  const mark = () => decimalMarkOf(recognised.columns.filter(({ field }) => field !== null && baseField(field) === 'value').flatMap(({ index }) => rows.flatMap(({ cells }) => { const cell = cells[index]; return typeof cell === 'string' ? [cell] : []; }))) ?? folderMark();
  const parts = partsOf(recognised, rows).map((part) => ({ ...part, ...draftRows(list, part.columns, part.rows, context, options, mark) }));
  for (const { drafts, refused } of parts) {
    for (const draft of drafts) {
      if (refused !== null) addReason(draft, refused === 'FIGURE_UNKNOWN' ? 'reject' : 'skip', refused, 'metric');
      const written = [rawOf(draft, 'period'), rawOf(draft, 'year')].filter((text) => text !== undefined);
      if (written.length === 0) continue;
      const { period, rest } = timeIn(withYear(written.join(' '), recognised.year));
      draft.values['period'] = period === null || rest !== '' ? null : keyOf(period, fiscalStart);
      if (draft.values['period'] === null) addReason(draft, 'reject', 'PERIOD_UNKNOWN', rawOf(draft, 'period') === undefined ? 'year' : 'period');
    }
  }
  const [first] = parts;
  return {
    list, aside, drafts: parts.flatMap(({ drafts }) => drafts).sort((a, b) => a.line - b.line), fiscal: fiscalIn(recognised, rows, fiscalStart),
    currencies: Object.assign({}, ...parts.map(({ currencies }) => currencies)) as Record<string, string>, samples: Object.assign({}, ...parts.map(({ samples }) => samples)) as Record<string, string[]>,
    askDateOrder: [], askDecimalMark: [...new Set(parts.flatMap(({ askDecimalMark }) => askDecimalMark))],
    written: { dateOrder: null, decimalMark: first?.written.decimalMark ?? null },
  };
}

type Part = { readonly columns: readonly Column[]; readonly rows: readonly GridRow[]; readonly refused: 'FIGURE_UNKNOWN' | 'FIGURE_NOT_KEPT' | null };

/** The rows that hold one figure, with the column of values called by it. */
function partsOf({ columns, unit: said = '' }: Recognised, rows: readonly GridRow[]): Part[] {
  const metric = columns.find(({ field }) => field === 'metric')?.index;
  const styled = columns.map((column) => ({ ...column, header: isValue(column) ? unitHeader(column.header) || outOfPart(column.header) || said : column.header }));
  if (metric === undefined) return [{ columns: styled, rows, refused: null }];
  const byText = groupBy(rows, ({ cells }) => plainText(cellText(cells[metric])));
  const named = new Map([...byText.keys()].map((text) => [text, figureHeader(text)?.figure ?? null]));
  const present = [...named.values()].filter((figure) => figure !== null);
  return [...byText].map(([text, ofText]): Part => {
    const figure = named.get(text) ?? null;
    const refused = figure === null ? (notKept.test(text) ? 'FIGURE_NOT_KEPT' : 'FIGURE_UNKNOWN') : standsBehind(figure, present) ? 'FIGURE_NOT_KEPT' : null;
    const unit = unitHeader(text);
    return { rows: ofText, refused, columns: styled.map((column) => (column.field !== null && baseField(column.field) === 'value' ? { ...column, header: unit === '' ? column.header : unit, field: figure === null || refused !== null ? null : column.field.replace('value', figure) } : column)) };
  });
}

function isValue({ field }: Column): boolean {
  return field !== null && (baseField(field) === 'value' || isFigure(baseField(field)));
}

/** Headers say of when their numbers are: a column of days beside them is of something else. */
function hasPeriods(columns: readonly Column[]): boolean {
  return columns.some(({ field }) => field?.includes(' ') === true);
}

/** What reports say of partners and no field of a partner holds. */
const notKept = /target|quota|goal|attainment|forecast|budget|\bplan\b|deal size|retention|churn|\bnps\b|promoter|growth|margin|headcount|rank|ziel|soll|quote|objecti|objetiv|obiettiv|meta\b|crecimiento|croissance|wachstum/i;

/** A few periods of fiscal years, and the months they are taken for. */
function fiscalIn({ columns, year }: Recognised, rows: readonly GridRow[], fiscalStart: number | null): Drafted['fiscal'] {
  const index = (name: string) => columns.find(({ field }) => field === name)?.index;
  const [periods, years] = [index('period'), index('year')];
  const texts = hasPeriods(columns) ? columns.filter(isValue).map(({ header }) => header) : rows.map(({ cells }) => [periods, years].map((at) => (at === undefined ? '' : plainText(cellText(cells[at])))).join(' ').trim());
  const found = new Map<string, Drafted['fiscal'][number]>();
  for (const text of new Set(texts)) {
    const { period: written } = timeIn(withYear(text, year));
    if (written === null || written === 'trailing' || !written.fiscal) continue;
    found.set(text, { text, months: fiscalStart === null ? null : keyOf(written, fiscalStart) });
  }
  return [...found.values()].slice(-1);
}
