import type { Content, TableCell } from '../library.ts';
import type { Table, TableColumn, TableRow } from '../../documents/block.ts';
import { plain, type Text } from '../../documents/text.ts';
import { type Composer, grid, small, within, words } from '../composer.ts';

/** The head is repeated on every sheet, a row is never torn. Figures of the main face are tabular by themselves. */
export function table(block: Table, composer: Composer): Content {
  const { columns, rows, zebra, empty } = block;
  if (rows.length === 0) return small(composer, empty, { margin: [0, 0, 0, 4] });
  const { colour, size } = composer.style;
  const rooms = roomsOf(block, composer);
  const heads = columns.map((column, at) => cell(within(composer, rooms[at] as number), column, column.title, { bold: true, color: colour.muted, fontSize: size.small }));
  const titled = columns.some(({ title }) => title !== '');
  const body = [...(titled ? [heads] : []), ...rows.map((row) => cellsOf(row, columns, rooms, composer))];
  const first = titled ? 1 : 0;
  const striped = (at: number) => zebra === true && at >= first && (at - first) % 2 === 1;
  return {
    margin: [0, 0, 0, 4],
    layout: {
      ...grid,
      hLineWidth: (at) => (titled && at === 1 ? 0.9 : at > first && at < body.length && !zebra ? 0.4 : at === body.length ? 0.4 : 0),
      hLineColor: (at) => (titled && at === 1 ? colour.muted : colour.rule),
      paddingLeft: (at) => (at === 0 && !zebra ? 0 : 4),
      paddingRight: (at) => (at === columns.length - 1 && !zebra ? 0 : 4),
      paddingTop: (at) => (titled && at === 0 ? 0 : 2),
      paddingBottom: (at) => (titled && at === 0 ? 1.5 : 2),
      fillColor: (at) => (rows[at - first]?.tone === 'group' || striped(at) ? colour.tint : null),
    },
    table: { headerRows: first, keepWithHeaderRows: first, dontBreakRows: true, widths: widthsOf(columns, rooms), body },
  };
}

/**
 * The printing library shares what is left among its open columns equally. With one open column it may size the fitted
 * ones by itself; with several, their reckoned widths are taken so that unequal shares fill the room exactly.
 */
function widthsOf(columns: readonly TableColumn[], rooms: readonly number[]): (number | string)[] {
  const isAlone = columns.filter(({ width }) => width !== 'fit').length === 1;
  return isAlone ? columns.map(({ width }) => (width === 'fit' ? 'auto' : '*')) : [...rooms];
}

/** The width of each column in points, as far as it can be told before setting. */
function roomsOf({ columns, rows, zebra }: Table, composer: Composer): number[] {
  const fitted = columns.map(({ width, title }, at) => (width === 'fit' ? Math.max(...[title, ...rows.map((row) => (row.tone === 'group' ? '' : row.cells[at] ?? ''))].map((text) => reckoned(text, composer))) : 0));
  const padding = 8 * columns.length - (zebra ? 0 : 8);
  const left = Math.max(0, composer.width - padding - fitted.reduce((sum, width) => sum + width, 0));
  const shares = columns.reduce((sum, { width }) => sum + (width === 'fit' ? 0 : width), 0);
  return columns.map(({ width }, at) => (width === 'fit' ? (fitted[at] as number) : (left * width) / shares));
}

/** About how wide a text is, rather too much than too little: mean widths of the main face, in parts of the type size. */
function reckoned(text: Text, composer: Composer): number {
  const ems = Array.from(plain(text)).slice(0, 24).reduce((sum, letter) => sum + (/[ .,:;'’|il]/u.test(letter) ? 0.28 : /[\p{Ll}\p{N}]/u.test(letter) ? 0.54 : letter > '\u2E7F' ? 1 : 0.66), 0);
  return ems * (composer.style.size.small + 0.25) + 2;
}

function cellsOf(row: TableRow, columns: readonly TableColumn[], rooms: readonly number[], composer: Composer): TableCell[] {
  const { colour, size } = composer.style;
  if (row.tone === 'group') {
    const [title] = row.cells;
    return [{ ...words(composer, title ?? '', { bold: true, fontSize: size.small }), colSpan: columns.length }, ...columns.slice(1).map(() => ({ text: '' }))];
  }
  const look = row.tone === 'total' ? { bold: true } : row.tone === 'muted' ? { color: colour.muted } : {};
  return columns.map((column, at) => {
    const made = cell(within(composer, rooms[at] as number), column, row.cells[at] ?? '', { fontSize: size.small + 0.25, ...look });
    return at === 0 && row.changed ? { columns: [{ text: '◆', width: 9 }, made] } : made;
  });
}

function cell(composer: Composer, { align, width }: TableColumn, text: TableRow['cells'][number], look: object): Content {
  // A short word or date in a fitted column is never broken; a long one may be, or it would push the table off the sheet.
  const whole = width === 'fit' && plain(text).length <= 24;
  return words(composer, text, { ...look, ...(whole ? { noWrap: true } : {}), ...(align === undefined || align === 'left' ? {} : { alignment: align === 'centre' ? 'center' : 'right' }) });
}
