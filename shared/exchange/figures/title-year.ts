import { tidy } from '#shared/kernel/text.ts';
import { cellText, type Grid } from '../grid.ts';
import { deepestHeader } from '../recognise/recognise.ts';
import { columnCalled, figureCalled, isReference } from './figure-header.ts';
import { timeIn } from './periods.ts';

/**
 * Headers such as `Q1`, `Jan` or `Revenue Q1` with the year that the first of some titles says; none where no title does. A title is
 * about a year when it says nothing else but which figure: `2026`, `Umsatz FY26 (TEUR)`. The year in `Partner Summit 2027` is of something else.
 */
export function inTitledYear(headers: readonly string[], titles: readonly string[]): string[][] {
  // Titles are asked first: hardly one says a year, and whether a header is a month is asked of every language the host knows.
  const year = titles.flatMap((title) => yearOf(title) ?? [])[0];
  if (year === undefined || !headers.some((header) => isPart(header, '2000'))) return [];
  return [headers.map((header) => (isPart(header, year) ? `${header} ${year}` : header))];
}

/** The line of a grid whose headers are months, quarters or halves of no year in particular, with a column that says whose; null where there is none. */
export function lineWithoutYear({ rows }: Grid): number | null {
  const isLine = (headers: readonly string[]) => headers.filter((header) => isPart(header, '2000')).length > 1 && headers.some(isReference);
  return rows.slice(0, deepestHeader).find(({ cells }) => isLine(cells.map((cell) => tidy(cellText(cell)))))?.line ?? null;
}

/** Whether a header that names no period names a part of a year once the year stands behind it. */
function isPart(header: string, year: string): boolean {
  if (header === '' || header.length > longestPart || timeIn(header).period !== null || columnCalled(header) !== null) return false;
  const { period } = timeIn(`${header} ${year}`);
  return period !== null && period !== 'trailing' && period.months < 12;
}

function yearOf(title: string): string | null {
  const { period, rest } = timeIn(title);
  if (period === null || period === 'trailing' || period.months !== 12 || (rest !== '' && figureCalled(rest) === null)) return null;
  return `${period.fiscal ? 'FY' : ''}${period.year}`;
}

const longestPart = 40;
