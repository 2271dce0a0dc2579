import { tidy } from '#shared/kernel/text.ts';
import { cellText, type Grid } from '../grid.ts';
import { deepestHeader } from '../recognise/recognise.ts';
import { columnCalled, figureCalled, isReference, saysReached } from './figure-header.ts';
import { timeIn } from './periods.ts';

/**
 * Headers such as `Q1`, `Jan` or `Revenue Q1` with the year that the first of some titles says; none where no title does. A title is
 * about a year when it says nothing else but which figure: `2026`, `Umsatz FY26 (TEUR)`. The year in `Partner Summit 2027` is of something else.
 */
export function inTitledYear(headers: readonly string[], titles: readonly string[]): string[][] {
  // Titles are asked first: hardly one says a year, and whether a header is a month is asked of every language the host knows.
  const year = yearAmong(titles);
  if (year === null) return [];
  const hasParts = headers.some((header) => inYear(header, year) !== null);
  // What was reached is of the whole year where no column is of a part of it, nor says of when its rows are.
  const isWhole = !hasParts && headers.some(saysReached) && !headers.some((header) => { const field = columnCalled(header); return field === 'period' || field === 'year'; });
  return hasParts || isWhole ? [headers.map((header) => (isWhole && saysReached(header) ? `${header} ${year}` : (inYear(header, year) ?? header)))] : [];
}

/** The year that the first of some titles is about; null where none is about one. */
export function yearAmong(titles: readonly string[]): string | null {
  return titles.flatMap((title) => yearOf(title) ?? [])[0] ?? null;
}

/** A period of a row with the year that a title says, where it names none itself. */
export function withYear(text: string, year: string | undefined): string {
  return year === undefined ? text : (inYear(text, year) ?? text);
}

/** Where a grid has figures and lacks a year, or also says of no figure what was reached: a column says whose they are. Null where there are none. */
export function undatedFigures({ rows }: Grid): { readonly line: number; readonly lacks: 'year' | 'figure' } | null {
  let reached: number | null = null;
  for (const { line, cells } of rows.slice(0, deepestHeader)) {
    const headers = cells.map((cell) => tidy(cellText(cell)));
    if (!headers.some(isReference)) continue;
    if (headers.filter((header) => inYear(header, '2000') !== null).length > 1) return { line, lacks: 'year' };
    if (headers.some((header) => header.length <= longestPart && saysReached(header))) reached ??= line;
  }
  return reached === null ? null : { line: reached, lacks: 'figure' };
}

/** A header that names a part of a year, with the year behind that part: `Q1 Actual` → `Q1 2026 Actual`; null where it names none, or a year itself. */
function inYear(header: string, year: string): string | null {
  if (header === '' || header.length > longestPart || columnCalled(header) !== null || timeIn(header).period !== null) return null;
  const words = header.split(' ');
  for (let until = words.length; until > 0; until--) {
    const said = [...words.slice(0, until), year, ...words.slice(until)].join(' ');
    const { period } = timeIn(said);
    if (period !== null && period !== 'trailing' && period.months < 12) return said;
  }
  return null;
}

function yearOf(title: string): string | null {
  const { period, rest } = timeIn(title);
  const figure = withoutReportWords(rest);
  if (period === null || period === 'trailing' || period.months !== 12 || (figure !== '' && figureCalled(figure) === null)) return null;
  return `${period.fiscal ? 'FY' : ''}${period.year}`;
}

/** `quarterly revenue report` → `revenue`. */
function withoutReportWords(words: string): string {
  return words.split(' ').filter((word) => !ofReports.has(word)).join(' ');
}

const ofReports: ReadonlySet<string> = new Set('quarterly monthly yearly annual half quarter quarters month months year report reports reporting overview summary results figures numbers performance data list partner partners by per and vs target targets quota kpi kpis scorecard quartalsweise monatlich jahrlich bericht ubersicht zahlen ergebnisse trimestriel mensuel annuel rapport resultats trimestral mensual anual informe resultados trimestrale mensile annuale'.split(' '));

const longestPart = 40;
