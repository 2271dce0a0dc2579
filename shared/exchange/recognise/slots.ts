import { folded, tidy } from '#shared/kernel/text.ts';
import { type Cell, cellText, type Grid, type GridRow, type Origin } from '../grid.ts';
import { type DateOrder, dateIn, dateStyleOf, isOpenDate, namesSummitDay } from './dates.ts';
import { intervalsIn, minutesOf, timeIn } from './hours.ts';
import { headerKey, isHeader } from './header-match.ts';
import { tableOf } from './matrix.ts';
import { deepestHeader, type Recognised } from './recognise.ts';
import { isMissing, plainText } from './text-values.ts';

/** A time at the head of a column, and a span of it: of a day of the calendar, of the summit (`Day 2`), or one that only the summit tells (`Tue`, `23 March`). */
type Slot = { readonly day: string; readonly from: string; readonly to: string };

/**
 * A table of people and slots, either way round, as lists: when each person is not available, and whom each is to meet where a cell names
 * somebody. Empty where the grid is no such table. A cell says busy or free in a word; anything else is a name, without its note in brackets.
 */
export function slotsIn(grid: Grid): Recognised[] {
  const said = dayAmong([...grid.rows.slice(0, 4).flatMap(({ cells }) => cells.filter((cell) => typeof cell === 'string')), grid.sheet ?? '']);
  const found = slotTable(grid.rows, said) ?? (grid.rows.length > mostSlots ? null : slotTable(turned(grid.rows), said));
  if (found === null) return [];
  const { header, slots, people } = found;
  const title = folded(grid.rows.slice(0, 3).flatMap(({ cells }) => cells.map(cellText)).filter((text) => !freeWords.has(folded(text)) && !busyWords.has(folded(text))).concat(grid.sheet ?? '').join(' '));
  const legend = /(?:^|[\s(,;:])[x✓✔●]\s*(?:=|:|–|-|means|heisst|bedeutet)\s*([^,;)]+)/u.exec(title)?.[1];
  const crossIsFree = legend !== undefined ? freeWords.has(legend.trim()) || /^(?:is )?(?:free|available|verfugbar|frei|libre|disponi)/.test(legend) : /\bavailab|\bfree\b|verfugbar|disponib/.test(title) && !/\b(un|not |non |in|nicht |no )\w*(availab|verfugbar|disponib)/.test(title);
  const busy: GridRow[] = [];
  const wishes: GridRow[] = [];
  for (const { name, at, row } of people) {
    const taken: Slot[] = [];
    for (const { index, slot } of slots) {
      const text = plainText(cellText(row.cells[index])).replace(/\s*\([^)]*\)\s*$/, '');
      if (isMissing(text) || freeWords.has(folded(text)) || (crossIsFree && crosses.has(folded(text)))) continue;
      if (busyWords.has(folded(text)) || crosses.has(folded(text))) taken.push(slot);
      else wishes.push({ line: originOf(row, index).line, cells: [text, name, slot.day, slot.from < '12:00' ? 'morning' : 'afternoon'], origins: [originOf(row, index), at, originOf(header, index), originOf(header, index)] });
    }
    const columns = summitDays.map((day) => joined(taken.filter((slot) => slot.day === day)).map(({ from, to }) => `${from}-${to}`).join('; '));
    const dated = joined(taken.filter(({ day }) => !summitDays.includes(day))).map(({ day, from, to }) => (/^\d{4}/.test(day) ? `${day} ${from} to ${day} ${to}` : `${day} ${from}-${to}`)).join('; ');
    const first = slots.find(({ slot }) => !summitDays.includes(slot.day))?.index;
    // Whoever is free all along adds nothing.
    if (taken.length > 0) busy.push({ line: at.line, cells: [name, ...columns, dated], origins: [at, ...columns.map(() => null), first === undefined ? null : originOf(header, first)] });
  }
  const lists: Recognised[] = [];
  if (busy.length > 0 || wishes.length === 0) lists.push(tableOf('executives', header.line, ['name', ...summitDays.map((_, day) => `unavailable_${day + 1}`), 'not_available'], busy));
  if (wishes.length > 0) lists.push(tableOf('meeting_requests', header.line, ['account_name', 'host', 'preferred_day', 'part_of_day'], wishes));
  return lists;
}

/** A week of quarters of an hour with its headings; a longer sheet is no table of slots. */
const mostSlots = 800;

const summitDays = [1, 2, 3, 4, 5, 6, 7].map((day) => `Day ${day}`);
const crosses: ReadonlySet<string> = new Set(['x', '✓', '✔', '●', '1', 'true']);
const busyWords: ReadonlySet<string> = new Set('busy|blocked|block|unavailable|not available|n a|out|out of office|no|n|off|travel|travelling|flight|lunch|break|belegt|besetzt|blockiert|nicht verfugbar|gesperrt|abwesend|indisponible|occupe|absent|ocupado|no disponible|occupato|non disponibile|bezet|0|false|✗|✘|❌'.split('|'));
const freeWords: ReadonlySet<string> = new Set('free|available|yes|y|ok|open|frei|verfugbar|ja|libre|disponible|oui|si|libero|disponibile|vrij|✅|☐'.split('|'));

type Table = { readonly header: GridRow; readonly slots: readonly { readonly index: number; readonly slot: Slot }[]; readonly people: readonly { readonly name: string; readonly at: Origin; readonly row: GridRow }[] };

/** People down, slots across: the first line with at least two slots, below a line of days or not. */
function slotTable(rows: readonly GridRow[], said: string | null): Table | null {
  for (const [position, header] of rows.slice(0, deepestHeader).entries()) {
    const slots = slotsOf(header, rows[position - 1], said);
    if (slots.length < 2) continue;
    const first = Math.min(...slots.map(({ index }) => index));
    const people = rows.slice(position + 1).flatMap((row) => {
      const column = row.cells.findIndex((cell, index) => index < first && typeof cell === 'string' && /\p{L}{2}/u.test(cell));
      return column < 0 ? [] : [{ name: tidy(cellText(row.cells[column])), at: originOf(row, column), row }];
    });
    if (people.length > 0 && !isList(people) && new Set(slots.map(({ slot }) => `${slot.day} ${slot.from}`)).size > 1) return { header, slots, people };
  }
  return null;
}

/** The people are the columns of some list, which has dates or times in it: its header stands where names would. */
function isList(people: Table['people']): boolean {
  return people.filter(({ name }) => isHeader(headerKey(name))).length * 2 >= people.length;
}

/** The only day that titles speak of, for times that stand without one: `Availability, 23 March 2027`, a sheet called `Day 1`. A day that could be two is none. */
function dayAmong(titles: readonly string[]): string | null {
  const found = new Set<string>();
  for (const title of titles.filter((text) => text.length <= longestTitle)) {
    const words = title.split(/[\s,;:|–—]+/).filter((word) => word !== '');
    const windows = words.flatMap((_, from) => [4, 3, 2, 1].map((count) => words.slice(from, from + count).join(' ')));
    for (const text of windows) {
      const day = isOpenDate(text) || /^\d{5}$/.test(text) ? null : dayIn(text, 'dmy', false);
      if (day !== null) found.add(day);
    }
  }
  const [only, another] = found;
  if (only !== undefined) return another === undefined ? only : null;
  // A weekday alone, such as the name of a sheet: within a title it may be any word.
  const [weekday, other] = new Set(titles.map(tidy).filter((title) => /\p{L}{3}/u.test(title) && namesSummitDay(title)));
  return other === undefined ? (weekday ?? null) : null;
}

const longestTitle = 120;

function slotsOf(header: GridRow, above: GridRow | undefined, said: string | null): Table['slots'] {
  let band = '';
  const texts = header.cells.map((cell, index) => {
    const over = tidy(cellText(above?.cells[index]));
    if (over !== '') band = over;
    return { own: tidy(cellText(cell)), band, index };
  });
  const order = dateStyleOf(texts.flatMap(({ own, band: over }) => [own, over]), null);
  if (order.undecided) return [];
  const read = texts.flatMap(({ own, band: over, index }) => { const time = timesIn(own); const day = time === null ? null : (dayIn(own.replace(time.said, ' '), order.order) ?? dayIn(over, order.order) ?? said); return time === null || day === null ? [] : [{ index, day, ...time }]; });
  // A slot without an end lasts until the next one of its day begins, the last as long as the one before.
  return read.map(({ index, day, from, to }, at) => {
    const next = read[at + 1];
    return { index, slot: { day, from, to: to ?? (next?.day === day ? next.from : later(from, lengthOf(read[at - 1], from))) } };
  });
}

function lengthOf(before: { readonly from: string } | undefined, from: string): number {
  const length = before === undefined ? 0 : minutesOf(from) - minutesOf(before.from);
  return length > 0 && length <= 120 ? length : 30;
}

function later(time: string, by: number): string {
  const sum = Math.min(minutesOf(time) + by, 1440);
  return `${String(Math.floor(sum / 60)).padStart(2, '0')}:${String(sum % 60).padStart(2, '0')}`;
}

const clock = String.raw`\d{1,2}(?:[:.h]\d{2})?\s*(?:[ap]\.?m\.?)?`;
const range = new RegExp(String.raw`(?<![\d./-])${clock}\s*(?:-|–|—|to|bis|until)\s*${clock}(?![\d./-])`, 'i');
const single = /(?<![\d./-])(?:\d{1,2}[:h]\d{2}(?::00)?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)(?![\d./-])/i;

function timesIn(text: string): { readonly from: string; readonly to: string | null; readonly said: string } | null {
  const said = range.exec(text)?.[0];
  if (said !== undefined && /[:.h]\d\d|[ap]\.?m/i.test(said)) {
    const spans = intervalsIn(said);
    const [from, to] = 'spans' in spans ? (spans.spans[0]?.split('-') ?? []) : [];
    if (from !== undefined && to !== undefined) return { from, to, said };
  }
  // A typed time of a workbook carries the day on which its calendar begins.
  const start = single.exec(text.replace(/^(?:1899|1900|1904)-\d\d-\d\dT/, ''))?.[0] ?? /T(\d\d:\d\d)$/.exec(text)?.[1];
  const from = start === undefined ? null : timeIn(start);
  return from === null || start === undefined ? null : { from, to: null, said: start };
}

/** `withoutYear`: also what only the summit tells. */
function dayIn(text: string, order: DateOrder, withoutYear = true): string | null {
  const plain = text.replace(/[|,;]+/g, ' ').replace(/T\s*$/, '').trim();
  const count = /\bday\s*(\d)\b/i.exec(plain)?.[1] ?? /^(?:tag|jour|dia|día|d)\s*(\d)$/i.exec(plain)?.[1];
  const date = /^(?:1899|1900|1904)/.test(plain) ? null : dateIn(plain, order);
  return date ?? (count === undefined || count === '0' || count > '7' ? (withoutYear && count === undefined && namesSummitDay(plain) ? plain : null) : `Day ${count}`);
}

/** Spans that meet become one. */
function joined(slots: readonly Slot[]): Slot[] {
  const sorted = [...slots].sort((a, b) => (a.day + a.from < b.day + b.from ? -1 : 1));
  const spans: Slot[] = [];
  for (const slot of sorted) {
    const last = spans.at(-1);
    if (last?.day === slot.day && last.to >= slot.from) spans[spans.length - 1] = { ...last, to: slot.to > last.to ? slot.to : last.to };
    else spans.push(slot);
  }
  return spans;
}

/** Columns for lines, each cell remembering where it stood; days that stand once over many lines are said on each. */
function turned(rows: readonly GridRow[]): GridRow[] {
  const width = Math.min(400, Math.max(0, ...rows.map(({ cells }) => cells.length)));
  return Array.from({ length: width }, (_, column): GridRow => ({ line: rows[0]?.line ?? 1, cells: rows.map(({ cells }): Cell => cells[column] ?? null), origins: rows.map((row) => originOf(row, column)) }));
}

function originOf(row: GridRow, column: number): Origin {
  return row.origins?.[column] ?? { line: row.line, column };
}
