import type { Content, TableCell } from '../library.ts';
import type { Facts, List, ListItem, Paragraph } from '../../documents/block.ts';
import { type Composer, grid, small, within, words } from '../composer.ts';

export function paragraph({ text, tone }: Paragraph, composer: Composer): Content {
  const { size, colour } = composer.style;
  if (tone === 'lead') return words(composer, text, { fontSize: size.lead, bold: true, lineHeight: 0.92, margin: [0, 0, 0, 1] });
  if (tone === 'small') return words(composer, text, { fontSize: size.small, color: colour.muted, margin: [0, 0, 0, 3] });
  return words(composer, text, { margin: [0, 0, 0, 3] });
}

export function facts({ items, columns = 2 }: Facts, composer: Composer): Content {
  if (items.length === 0) return { text: '' };
  const gap = composer.style.gutter;
  const width = (composer.width - gap * (columns - 1)) / columns;
  const inside = within(composer, width);
  const cells: TableCell[] = items.map(({ label, value }) => ({ stack: [small(inside, label), words(inside, value)], margin: [0, 0, 0, 4] }));
  while (cells.length % columns !== 0) cells.push({ text: '' });
  const body = Array.from({ length: cells.length / columns }, (_, row) => cells.slice(row * columns, (row + 1) * columns));
  return { layout: { ...grid, paddingRight: (at) => (at < columns - 1 ? gap : 0) }, table: { widths: Array.from({ length: columns }, () => width), body, dontBreakRows: true } };
}

/** Marks hang in a column of their own, so that every line of an item begins at one edge. */
export function list({ form, items }: List, composer: Composer): Content {
  if (items.length === 0) return { text: '' };
  const { size, colour } = composer.style;
  const hang = form === 'number' ? size.body * 1.25 : size.body * 1.1;
  const inside = within(composer, composer.width - hang);
  return {
    margin: [0, 0, 0, 2],
    layout: { ...grid, paddingBottom: () => 0.5 },
    table: {
      widths: [hang, '*'],
      body: items.map((item, at) => [
        { text: markOf(form, item, at), color: form === 'bullet' ? colour.muted : colour.brand, bold: form === 'number' },
        { stack: [words(inside, item.text), ...(item.detail === undefined ? [] : [small(inside, item.detail)])] },
      ]),
    },
  };
}

function markOf(form: List['form'], { done }: ListItem, at: number): string {
  if (form === 'bullet') return '•';
  return form === 'number' ? String(at + 1) : done ? '✓' : '☐';
}
