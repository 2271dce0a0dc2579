import { tidy } from '#shared/kernel/text.ts';
import { type Cell, cellText, type Grid, type GridRow, isBlankCell } from '../grid.ts';
import { baseField, type FigureName } from '../recognise/kinds.ts';
import type { Column, Recognised } from '../recognise/recognise.ts';
import { isMissing, plainText } from '../recognise/text-values.ts';
import { standsBehind } from './held-figures.ts';
import { columnCalled, type FigureHeader, figureHeader, figureNamedIn, isFigure } from './figure-header.ts';
import { keyOf, timeIn } from './periods.ts';

/**
 * A list of partners' figures, or null where the grid is none: a column says whose they are, and the periods stand at the heads of columns
 * or in a column; the figures likewise, or all are the one that a title, the sheet or the file is called by.
 */
export function figuresIn(grid: Grid, file: string, fiscalStart: number | null): Recognised | null {
  let best: { readonly line: number; readonly position: number; readonly columns: readonly Column[]; readonly count: number } | null = null;
  for (const [position, row] of grid.rows.slice(0, deepestHeader).entries()) {
    if (row.cells.some(isAmount)) continue;
    for (const headers of headersOf(grid.rows, position)) {
      const columns = columnsOf(headers, titleFigure(grid, position, file), fiscalStart);
      const count = figureColumns(columns);
      if (count > (best?.count ?? 0) && isList(columns, grid.rows.slice(position + 1))) best = { line: row.line, position, columns, count };
    }
  }
  return best === null ? null : { kind: 'metrics', headerLine: best.line, columns: best.columns, rows: grid.rows.slice(best.position + 1), confidence: 1 };
}

/**
 * What a grid is, by its columns and by its figures. A list of another kind that merely has figures beside its own columns stays what it is;
 * a list of partners that has both is read as both, with the figures of a period left to the list of figures.
 */
export function withFigures(recognised: Recognised | null, figures: Recognised | null): Recognised[] {
  if (figures === null || recognised === null) return recognised === null ? (figures === null ? [] : [figures]) : [recognised];
  if (recognised.kind !== 'partners' || recognised.headerLine !== figures.headerLine) return recognised.confidence >= surelyAnother ? [recognised] : [figures];
  const dated = new Set(figures.columns.filter(({ field }) => field?.includes(' ') === true).map(({ index }) => index));
  // With a row for each period, a partner stands in many rows.
  if (dated.size === 0) return [figures];
  const partners = recognised.columns.map((column) => (dated.has(column.index) ? { ...column, field: null } : column));
  return partners.filter(({ field }) => field !== null).length < Math.max(fewestFacts, dated.size) ? [figures] : [{ ...recognised, columns: partners }, figures];
}

const surelyAnother = 0.8;
/** Id, name, tier and one more: a report of figures seldom says as much of its partners. */
const fewestFacts = 4;

/** A list that a planner has named the columns of: their headers still say of when. */
export function withPeriods(list: Recognised, fiscalStart: number | null): Recognised {
  return { ...list, columns: settled(list.columns.map((column) => {
    const period = column.field !== null && (isFigure(column.field) || column.field === 'value') ? timeIn(column.header).period : null;
    return period === null ? column : { ...column, field: `${column.field ?? ''} ${keyOf(period, fiscalStart)}` };
  })) };
}

const deepestHeader = 40;

/** A number that is no year stands below a header, never in it. */
function isAmount(cell: Cell): boolean {
  const text = typeof cell === 'string' ? plainText(cell) : '';
  const number = typeof cell === 'number' ? cell : /^\p{Sc}?[\d.,'’ ]*\d%?$/u.test(text) && !/\d[./]\d{4}$/.test(text) ? Number(text) : null;
  return (number !== null && !(number >= 1990 && number <= 2100)) || (typeof cell === 'object' && cell !== null && 'amount' in cell);
}

/** The line alone, and below a line of groups such as `Revenue` over the quarters, or `FY25` over the figures. */
function headersOf(rows: readonly GridRow[], position: number): string[][] {
  const texts = (row: GridRow | undefined) => row?.cells.map((cell) => tidy(cellText(cell))) ?? [];
  const own = texts(rows[position]);
  const above = texts(rows[position - 1]);
  if (above.filter((text) => text !== '').length < 1) return [own];
  let group = '';
  const both = own.map((text, index) => {
    if ((above[index] ?? '') !== '') group = above[index] ?? '';
    const called = columnCalled(text);
    // A column without a name of its own is called by the line above.
    if (text === '') return above[index] ?? '';
    return called !== null && called !== 'value' ? text : `${group} ${text}`.trim();
  });
  return [own, both];
}

function columnsOf(headers: readonly string[], titled: FigureName | null, fiscalStart: number | null): Column[] {
  const taken = new Set<string>();
  const named = headers.map((header, index): Column & { readonly said: FigureHeader | null } => {
    const field = header === '' ? null : columnCalled(header);
    if (field !== null && field !== 'value' && !taken.has(field)) {
      taken.add(field);
      return { index, header, field, said: null };
    }
    return { index, header, field: null, said: field === 'value' ? { figure: null, period: null } : header === '' ? null : figureHeader(header) };
  });
  const long = taken.has('metric');
  const columns = named.map(({ index, header, field, said }): Column => {
    if (field !== null || said === null) return { index, header, field };
    const figure = long ? 'value' : (said.figure ?? titled);
    if (figure === null || (long && said.figure !== null)) return { index, header, field: null };
    return { index, header, field: said.period === null ? figure : `${figure} ${keyOf(said.period, fiscalStart)}` };
  });
  return settled(onlyFirstOfAKind(columns));
}

/** Of two figures that say one thing of a partner, such as revenue and bookings, one list is read for one. */
function onlyFirstOfAKind(columns: readonly Column[]): Column[] {
  const present = columns.flatMap(({ field }) => { const name = baseField(field ?? ''); return isFigure(name) ? [name] : []; });
  return columns.map((column) => { const name = baseField(column.field ?? ''); return isFigure(name) && standsBehind(name, present) ? { ...column, field: null } : column; });
}

/** Two columns of one figure and one period contradict each other, and neither is read. Where headers name periods, what names none beside them is of some other time. */
function settled(columns: readonly Column[]): Column[] {
  const counts = new Map<string, number>();
  for (const { field } of columns) if (field !== null) counts.set(field, (counts.get(field) ?? 0) + 1);
  const dated = new Set([...counts.keys()].filter((field) => field.includes(' ')).map(baseField));
  const isRead = (field: string) => counts.get(field) === 1 && !(dated.size > 0 && (field === 'period' || field === 'year')) && !dated.has(field);
  return columns.map((column) => (column.field !== null && !isRead(column.field) ? { ...column, field: null } : column));
}

function figureColumns(columns: readonly Column[]): number {
  return columns.filter(({ field }) => { const name = baseField(field ?? ''); return name === 'value' || isFigure(name); }).length;
}

/** Whose, of when and how much: one of them missing, and it is no list of figures. */
function isList(columns: readonly Column[], rows: readonly GridRow[]): boolean {
  const has = (field: string) => columns.some((column) => column.field === field);
  const dated = columns.some(({ field }) => field !== null && /^\w+ (?!trailing)/.test(field));
  if (!has('account_id') && !has('account_name') && !has('domain')) return false;
  if (dated) return true;
  const [period, year] = ['period', 'year'].map((name) => columns.find(({ field }) => field === name)?.index);
  if (period === undefined && year === undefined) return false;
  const cells = rows.filter(({ cells: all }) => all.filter((cell) => !isBlankCell(cell)).length > 1).map(({ cells: all }) => [period, year].map((index) => (index === undefined ? '' : plainText(cellText(all[index])))).filter((text) => !isMissing(text)).join(' '));
  return cells.length > 0 && cells.filter((text) => { const { period: found, rest } = timeIn(text); return found !== null && rest === ''; }).length * 2 >= cells.length;
}

/** The figure that all numbers are, as a title line, the sheet or the file says, the nearest first. */
function titleFigure(grid: Grid, position: number, file: string): FigureName | null {
  const titles = grid.rows.slice(0, position).flatMap(({ cells }) => cells.map(cellText)).filter((text) => text !== '').reverse();
  for (const text of [...titles, grid.sheet ?? '', file.replace(/\.\w+$/, '')]) {
    const figure = text.length > 120 ? null : figureNamedIn(text);
    if (figure !== null) return figure;
  }
  return null;
}
