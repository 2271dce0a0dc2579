import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { Table, TableColumn, TableRow } from '../../documents/block.ts';
import { plain } from '../../documents/text.ts';
import { type Composer, grid, small, within, words } from '../composer.ts';

/** The head is repeated on every sheet, a row is never torn. Figures of the main face are tabular by themselves. */
export function table({ columns, rows, zebra, empty }: Table, composer: Composer): Content {
  if (rows.length === 0) return small(composer, empty, { margin: [0, 0, 0, 4] });
  const { colour, size } = composer.style;
  const heads = columns.map((column) => cell(composer, column, column.title, { bold: true, color: colour.muted, fontSize: size.small }));
  const titled = columns.some(({ title }) => title !== '');
  const body = [...(titled ? [heads] : []), ...rows.map((row) => cellsOf(row, columns, composer))];
  const first = titled ? 1 : 0;
  const striped = (at: number) => zebra === true && at >= first && (at - first) % 2 === 1;
  return {
    margin: [0, 0, 0, 3],
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
    table: { headerRows: first, keepWithHeaderRows: first, dontBreakRows: true, widths: widthsOf(columns, composer), body },
  };
}

/** Shares of what the fitted columns leave, as the printing library understands them. */
function widthsOf(columns: readonly TableColumn[], composer: Composer): (number | string)[] {
  const shares = columns.reduce((sum, { width }) => sum + (width === 'fit' ? 0 : width), 0);
  const anyFitted = columns.some(({ width }) => width === 'fit');
  // Padding: 8 points between neighbours, see the layout above.
  const room = composer.width - 8 * (columns.length - 1) - 0.5;
  return columns.map(({ width }) => (width === 'fit' ? 'auto' : anyFitted ? (shares === width ? '*' : (room * 0.8 * width) / shares) : (room * width) / shares));
}

function cellsOf(row: TableRow, columns: readonly TableColumn[], composer: Composer): TableCell[] {
  const { colour, size } = composer.style;
  if (row.tone === 'group') {
    const [title] = row.cells;
    return [{ ...words(composer, title ?? '', { bold: true, fontSize: size.small }), colSpan: columns.length }, ...columns.slice(1).map(() => ({ text: '' }))];
  }
  const look = row.tone === 'total' ? { bold: true } : row.tone === 'muted' ? { color: colour.muted } : {};
  return columns.map((column, at) => {
    const made = cell(composer, column, row.cells[at] ?? '', { fontSize: size.small + 0.25, ...look });
    return at === 0 && row.changed ? { columns: [{ text: '◆', width: 6 }, made] } : made;
  });
}

function cell(composer: Composer, { align, width }: TableColumn, text: TableRow['cells'][number], look: object): Content {
  const room = width === 'fit' ? composer.width / 3 : composer.width * 0.3;
  // A short word or date in a fitted column is never broken; a long one may be, or it would push the table off the sheet.
  const whole = width === 'fit' && plain(text).length <= 24;
  return words(within(composer, room), text, { ...look, ...(whole ? { noWrap: true } : {}), ...(align === undefined || align === 'left' ? {} : { alignment: align === 'centre' ? 'center' : 'right' }) });
}
