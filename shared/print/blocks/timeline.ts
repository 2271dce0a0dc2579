import type { Content, TableCell } from '../library.ts';
import type { Day, Entry, Timeline } from '../../documents/block.ts';
import { type Composer, grid, small, within, words } from '../composer.ts';

/** Day by day: hours on the left, what in the middle, where on the right. What matters stands out by weight and a bar, not by colour. */
export function timeline({ days }: Timeline, composer: Composer): Content {
  return { stack: days.map((day) => dayTable(day, composer)) };
}

function dayTable({ title, entries }: Day, composer: Composer): Content {
  const { colour, size, large } = composer.style;
  const hours = large ? 100 : 74;
  const place = composer.width * 0.24;
  const body: TableCell[][] = [
    [{ ...words(composer, title, { bold: true, fontSize: size.h3, color: colour.brand }), colSpan: 4 }, { text: '' }, { text: '' }, { text: '' }],
    ...entries.map((entry) => row(entry, composer, place)),
  ];
  return {
    margin: [0, 0, 0, 12],
    layout: {
      ...grid,
      hLineWidth: (at) => (at === 1 ? 1 : at > 1 ? 0.4 : 0),
      hLineColor: (at) => (at === 1 ? colour.brand : colour.rule),
      paddingTop: () => 3.5, paddingBottom: () => 3.5,
    },
    table: { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths: [hours, 9, '*', place], body },
  };
}

function row({ from, to, title, place, detail, weight, changed }: Entry, composer: Composer, placeWidth: number): TableCell[] {
  const { colour, large } = composer.style;
  const quiet = weight === 'quiet' ? { color: colour.muted } : {};
  const strong = weight === 'strong';
  const middle = within(composer, composer.width - placeWidth - (large ? 109 : 83));
  return [
    words(composer, to === '' ? from : `${from}–${to}`, { ...quiet, bold: strong, noWrap: true }),
    strong ? { canvas: [{ type: 'rect', x: 0, y: 2, w: 3, h: composer.style.size.body, color: colour.brand }] } : { text: '' },
    {
      stack: [
        words(middle, title, { ...quiet, bold: strong }),
        ...(detail === undefined ? [] : [small(middle, detail)]),
        ...(changed ? [small(middle, '◆ Changed', { bold: true, color: colour.ink })] : []),
      ],
    },
    words(within(composer, placeWidth), place ?? '', { color: colour.muted, alignment: 'right' }),
  ];
}
