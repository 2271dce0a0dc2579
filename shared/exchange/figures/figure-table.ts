import { tidy } from '#shared/kernel/text.ts';
import { type Cell, cellText, type Grid, type GridRow, isBlankCell } from '../grid.ts';
import { baseField, type FigureName } from '../recognise/kinds.ts';
import { type Column, deepestHeader, type Recognised } from '../recognise/recognise.ts';
import { isMissing, plainText } from '../recognise/text-values.ts';
import { standsBehind } from './held-figures.ts';
import { columnCalled, type FigureHeader, figureHeader, figureNamedIn, isFigure, isReference, longestHeader, unitTitle } from './figure-header.ts';
import { keyOf, timeIn } from './periods.ts';
import { inTitledYear, withYear, yearAmong } from './title-year.ts';

/**
 * What a grid is, by its columns (`recognised`) and by its figures. A list of another kind that merely has figures beside its own columns
 * stays what it is; a list of partners that has both is read as both, with the figures of a period left to the list of figures. `isOnlyList`:
 * nothing else says who the partners are.
 */
export function withFigures(recognised: Recognised | null, grid: Grid, file: string, fiscalStart: number | null, isOnlyList = false): Recognised[] {
  const isPartners = recognised?.kind === 'partners';
  if (recognised !== null && !isPartners && recognised.confidence >= surelyAnother) return [recognised];
  const figures = figuresIn(grid, file, fiscalStart, isPartners ? recognised.headerLine : null);
  if (figures === null) return recognised === null ? [] : [recognised];
  if (!isPartners) return [figures];
  const dated = new Set(figures.columns.filter(({ field }) => field?.includes(' ') === true).map(({ index }) => index));
  // With a row for each period, a partner stands in many rows.
  if (dated.size === 0) return [figures];
  const partners = recognised.columns.map((column) => (dated.has(column.index) ? { ...column, field: null } : column));
  const enough = isOnlyList ? fewestOfAnyPartners : Math.max(fewestFacts, dated.size);
  return partners.filter(({ field }) => field !== null).length < enough ? [figures] : [{ ...recognised, columns: partners }, figures];
}

const surelyAnother = 0.8;
/** Id, name, tier and one more: a report of figures seldom says as much of its partners. */
const fewestFacts = 4;
/** A name and one more: enough where no other list says who the partners are. */
const fewestOfAnyPartners = 2;

/**
 * A list of partners' figures, or null where the grid is none: a column says whose they are, and the periods stand at the heads of columns
 * or in a column; the figures likewise, or all are the one that a title, the sheet or the file is called by.
 */
function figuresIn(grid: Grid, file: string, fiscalStart: number | null, onlyLine: number | null): Recognised | null {
  let best: Candidate | null = null;
  for (const [position, row] of grid.rows.slice(0, deepestHeader).entries()) {
    if (onlyLine !== null && row.line !== onlyLine) continue;
    // Asked first, since it is cheap and hardly a record passes: whether anything is called as whose figures they are.
    const [own, above] = [textsOf(row), textsOf(grid.rows[position - 1])];
    if (!(own.some(isReference) || above.some(isReference)) || row.cells.some(isAmount)) continue;
    const titles = titlesOf(grid, position, file);
    const written = [own, ...groupedBy(own, above)];
    for (const headers of [...written, ...written.flatMap((line) => inTitledYear(line, titles))]) {
      const columns = columnsOf(headers, () => titleFigure(grid, position, file), fiscalStart);
      const count = figureColumns(columns);
      // The lower line of a header in two says more of each column: which of a quarter's is the target.
      const least = best === null ? 1 : headers !== own && best.position === position - 1 ? best.count : best.count + 1;
      if (count < least) continue;
      const rows = grid.rows.slice(position + 1);
      const isDated = isList(columns, rows);
      // Periods of rows may be of a year that only a title says.
      const year = isDated ? null : yearAmong(titles);
      if (isDated || (year !== null && isList(columns, rows, year))) best = { line: row.line, position, columns, count, year };
    }
  }
  if (best === null) return null;
  const [unit] = titlesAbove(grid, best.position).map(unitTitle).filter((said) => said !== '');
  return { kind: 'metrics', headerLine: best.line, columns: best.columns, rows: grid.rows.slice(best.position + 1), confidence: 1, ...(unit === undefined ? {} : { unit }), ...(best.year === null ? {} : { year: best.year }) };
}

type Candidate = { readonly line: number; readonly position: number; readonly columns: readonly Column[]; readonly count: number; readonly year: string | null };

/** A list that a planner has named the columns of: their headers still say of when. */
export function withPeriods(list: Recognised, fiscalStart: number | null): Recognised {
  return { ...list, columns: settled(list.columns.map((column) => {
    const period = column.field !== null && (isFigure(column.field) || column.field === 'value') ? timeIn(column.header).period : null;
    return period === null ? column : { ...column, field: `${column.field ?? ''} ${keyOf(period, fiscalStart)}` };
  })) };
}

/** A number that is no year stands below a header, never in it. */
function isAmount(cell: Cell): boolean {
  const text = typeof cell === 'string' ? plainText(cell) : '';
  const number = typeof cell === 'number' ? cell : /^\p{Sc}?[\d.,'’ ]*\d%?$/u.test(text) && !/\d[./]\d{4}$/.test(text) ? Number(text) : null;
  return (number !== null && !(number >= 1990 && number <= 2100)) || (typeof cell === 'object' && cell !== null && 'amount' in cell);
}

/** The line below a line of groups, such as `Revenue` over the quarters, or `FY25` over the figures; none where the line above is empty. */
function groupedBy(own: readonly string[], above: readonly string[]): string[][] {
  if (above.every((text) => text === '')) return [];
  let group = '';
  return [own.map((text, index) => {
    if ((above[index] ?? '') !== '') group = above[index] ?? '';
    const called = columnCalled(text);
    // A column without a name of its own is called by the line above.
    if (text === '') return above[index] ?? '';
    return called !== null && called !== 'value' ? text : `${group} ${text}`.trim();
  })];
}

function textsOf(row: GridRow | undefined): string[] {
  return row?.cells.map((cell) => tidy(cellText(cell))) ?? [];
}

function columnsOf(headers: readonly string[], titleSays: () => FigureName | null, fiscalStart: number | null): Column[] {
  const taken = new Set<string>();
  const named = headers.map((header, index): Column & { readonly said: FigureHeader | null } => {
    const field = header === '' || header.length > longestHeader ? null : columnCalled(header);
    if (field !== null && field !== 'value' && !taken.has(field)) {
      taken.add(field);
      return { index, header, field, said: null };
    }
    return { index, header, field: null, said: field === 'value' ? { figure: null, period: null } : header === '' || header.length > longestHeader ? null : figureHeader(header) };
  });
  const long = taken.has('metric');
  // Looked for only where a header leaves it open.
  let titled: FigureName | null | undefined;
  const columns = named.map(({ index, header, field, said }): Column => {
    if (field !== null || said === null) return { index, header, field };
    const figure = long ? 'value' : (said.figure ?? (titled === undefined ? (titled = titleSays()) : titled));
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
function isList(columns: readonly Column[], rows: readonly GridRow[], titled?: string): boolean {
  const has = (field: string) => columns.some((column) => column.field === field);
  const dated = columns.some(({ field }) => field !== null && /^\w+ (?!trailing)/.test(field));
  if (!has('account_id') && !has('account_name') && !has('domain')) return false;
  if (dated) return true;
  const [period, year] = ['period', 'year'].map((name) => columns.find(({ field }) => field === name)?.index);
  if (period === undefined && year === undefined) return false;
  const cells = rows.filter(({ cells: all }) => all.filter((cell) => !isBlankCell(cell)).length > 1).map(({ cells: all }) => [period, year].map((index) => (index === undefined ? '' : plainText(cellText(all[index])))).filter((text) => !isMissing(text)).join(' '));
  return cells.length > 0 && cells.filter((text) => { const { period: found, rest } = timeIn(withYear(text, titled)); return found !== null && rest === ''; }).length * 2 >= cells.length;
}

/** The figure that all numbers are, as a title line, the sheet or the file says, the nearest first. */
function titleFigure(grid: Grid, position: number, file: string): FigureName | null {
  for (const text of titlesOf(grid, position, file)) {
    const figure = figureNamedIn(text);
    if (figure !== null) return figure;
  }
  return null;
}

function titlesOf(grid: Grid, position: number, file: string): string[] {
  return [...titlesAbove(grid, position), grid.sheet ?? '', file.replace(/\.\w+$/, '')];
}

/** Lines above the header, the nearest first. A longer text is somebody's note. */
function titlesAbove({ rows }: Grid, position: number): string[] {
  return rows.slice(0, position).flatMap(({ cells }) => cells.map((cell) => tidy(cellText(cell)))).filter((text) => text !== '' && text.length <= longestHeader).reverse();
}
