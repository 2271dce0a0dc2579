import { tidy } from '#shared/kernel/text.ts';
import { cellText, type GridRow, isBlankCell } from '../grid.ts';
import { headerKey, isHeader, isHumped, isPartOfHeader } from './header-match.ts';
import { isNoteHeader } from './notes.ts';

/** A line that may be a header, alone or below a line that names groups of its columns. */
export type HeaderLine = {
  readonly row: GridRow;
  readonly position: number;
  /** What each column may be called, as keys, surest first; none where nothing is written. */
  readonly names: readonly (readonly string[])[];
  readonly headers: readonly string[];
  /** The line completes the one above it: cells without a name of their own have one there, and every other is a known header with it. */
  readonly completes: boolean;
};

/** The ways to read a line as a header: by itself, and together with the line above where that one names groups (`MDF` above `Used`). */
export function headerLines(rows: readonly GridRow[], position: number, keysOf: (text: string) => readonly string[] = headerKeys): HeaderLine[] {
  const row = rows[position];
  if (row === undefined) return [];
  const own = row.cells.map(headerText);
  const alone: HeaderLine = { row, position, names: own.map(keysOf), headers: row.cells.map((cell) => tidy(cellText(cell))), completes: false };
  const above = rows[position - 1]?.cells.map(headerText) ?? [];
  if (row.cells.some(isAmount) || !announces(above, keysOf)) return [alone];
  let group = '';
  const groups = own.map((text, index) => {
    const written = above[index] ?? '';
    if (written !== '') group = written;
    // A column without a name of its own is called by the line above, and never by its neighbour's group.
    return text === '' ? written : group;
  });
  const both = own.map((text, index) => { const over = groups[index] ?? ''; return over === '' || over === text ? keysOf(text) : text === '' ? keysOf(over) : [headerKey(`${over} ${text}`), headerKey(`${text} ${over}`), ...keysOf(text)]; });
  const headers = own.map((text, index) => [groups[index] ?? '', text].filter((part, at, parts) => part !== '' && parts.indexOf(part) === at).join(': '));
  const completes = own.some((text, index) => text === '' && (above[index] ?? '') !== '') && own.every((text, index) => text === '' || (both[index] ?? []).some(isHeader));
  return [alone, { row, position, names: both, headers, completes }];
}

/** A number that is no year and none of a few days or quarters: it stands in a record, never in a header. */
function isAmount(cell: GridRow['cells'][number]): boolean {
  if (typeof cell === 'number') return true;
  const text = typeof cell === 'string' ? cell.trim() : '';
  if (!/^[\p{Sc}(-]?\s?\d[\d.,'’\s]*[\p{Sc}%)]?$/u.test(text)) return false;
  return !/^\d{1,2}$|^(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?$/.test(text) || (/^\d\d$/.test(text) && Number(text) > 31);
}

/** Whether a line names groups of columns: half of what stands in it is the beginning or the end of some header. */
function announces(above: readonly string[], keysOf: (text: string) => readonly string[]): boolean {
  const written = above.filter((text) => text !== '');
  return written.length >= 2 && written.filter((text) => keysOf(text).some(isPartOfHeader)).length * 2 >= written.length;
}

/** A line below a header that only says units: `USD`, `%`, `0-100`, `dd/mm/yyyy`. */
export function isUnitsLine(row: GridRow | undefined): boolean {
  const written = row?.cells.filter((cell) => !isBlankCell(cell)) ?? [];
  return written.length > 0 && written.every((cell) => typeof cell === 'string' && units.test(cell.trim()));
}

const units = /^(?:\(.*\)|\[.*\]|[%#€$£¥]|usd|eur|gbp|chf|k(?:usd|eur|€|\$)|(?:in )?(?:teur|tsd|thousands|millions)|text|number|count|min|minutes|days|hours|y\/n|yes\/no|true\/false|iso(?:-\d+)?|\d+\s?(?:-|–|to)\s?\d+|d{1,2}[./-]m{1,3}[./-]y{2,4}|m{1,2}[./-]d{1,2}[./-]y{2,4}|yyyy-mm-dd|hh:mm)$/i;

/** Registration forms use whole questions as headers; a longer text is somebody's note. */
const longestHeader = 120;

function headerText(cell: GridRow['cells'][number]): string {
  return typeof cell === 'string' && cell.length <= longestHeader && !isNoteHeader(cell) ? tidy(cell) : '';
}

/** The whole of it; without a remark in brackets (`Revenue (USD)` is `Revenue`, `Sponsor (Partner)` is not `Sponsor`); and with a capital inside a word taken for a slip of the shift key. */
export function headerKeys(text: string): string[] {
  const bare = text.replace(remark, '');
  // Asked of every cell in the first lines of every file: a way to read it that cannot differ is not tried.
  const keys = [headerKey(text), ...(bare === text ? [] : [headerKey(bare)]), ...(isHumped(text) ? [headerKey(text.toLowerCase())] : [])];
  return keys.filter((key, index) => key !== '' && keys.indexOf(key) === index);
}

const remark = /\s*[([{](?:[^)\]}]{1,4}|[^)\]}]*(?:\d|%|\/|required|optional|mandatory|local|currency|thousand|million|mio|tsd|if any|multiple|text)[^)\]}]*)[)\]}]\s*[*:]*$/i;
