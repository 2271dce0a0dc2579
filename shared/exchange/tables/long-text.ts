import type { Cell, Grid } from '../grid.ts';
import type { SheetTable } from '../spreadsheet/write.ts';

/** A cell of a workbook holds 32,767 characters, and a spreadsheet program cuts a longer one of a CSV file; some are kept for the mark. */
const mostInCell = 32_000;

/**
 * The rows with no text longer than a cell holds. What is longer ends in a mark, `⟨more: 3 of 81234⟩` (text 3 of the list of long texts,
 * so many characters in all), and goes on there.
 */
export function divided(tables: readonly SheetTable[]): { readonly rows: readonly (readonly (readonly Cell[])[])[]; readonly overflow: readonly (readonly Cell[])[] } {
  const overflow: Cell[][] = [];
  let count = 0;
  const fitting = (cell: Cell): Cell => {
    if (typeof cell !== 'string' || cell.length <= mostInCell) return cell;
    const [first = '', ...rest] = parts(cell);
    count++;
    rest.forEach((part, index) => overflow.push([String(count), index + 1, part]));
    return `${first}⟨more: ${count} of ${cell.length}⟩`;
  };
  return { rows: tables.map(({ rows }) => rows.map((row) => row.map(fitting))), overflow };
}

/** Where texts go on, by their number. */
export type Continuations = ReadonlyMap<string, string>;

export function continuations(grids: readonly Grid[]): Continuations {
  const found = new Map<string, [place: number, text: string][]>();
  for (const { rows } of grids) {
    for (const { cells: [id, place, text] } of rows.slice(1)) {
      const key = String(id ?? '');
      found.set(key, [...(found.get(key) ?? []), [Number(place), String(text ?? '')]]);
    }
  }
  return new Map([...found].map(([id, texts]) => [id, texts.sort(([a], [b]) => a - b).map(([, text]) => text).join('')]));
}

/** The whole text of a cell; null: it goes on somewhere that is not there, or was cut. */
export function rejoined(text: string, more: Continuations): string | null {
  const [mark, id = '', length] = /⟨more: (\d{1,9}) of (\d{1,9})⟩$/.exec(text) ?? [];
  if (mark === undefined) return text;
  const whole = text.slice(0, -mark.length) + (more.get(id) ?? '');
  return whole.length === Number(length) ? whole : null;
}

/** Never cut within a pair of surrogates, nor so that a part begins or ends with a blank, which programs like to trim. */
function parts(text: string): string[] {
  const cut: string[] = [];
  let from = 0;
  while (text.length - from > mostInCell) {
    let to = from + mostInCell;
    while (to > from + 1 && /[\s\ud800-\udbff]/.test(text.charAt(to - 1) + text.charAt(to).replace(/\S/, ''))) to--;
    if (to === from + 1) to = from + mostInCell;
    cut.push(text.slice(from, to));
    from = to;
  }
  return [...cut, text.slice(from)];
}
