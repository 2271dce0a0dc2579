import type { Content } from '../library.ts';
import type { Columns, Page, Section, Together } from '../../documents/block.ts';
import { anchored, type Composer, grid, label, ruleAbove, small, within } from '../composer.ts';

/** A new sheet. The anchor is a line without height, so that the page has a place even when it opens with a table. */
export function page({ key, blocks }: Page, composer: Composer): Content {
  const anchor = anchored(composer, key, { text: '\u00A0', fontSize: 1, lineHeight: 0.1, ...(composer.opening === key ? {} : { pageBreak: 'before' }) });
  return { stack: [anchor, ...composer.compose(blocks, composer)] };
}

export function section({ label: name, blocks, changed }: Section, composer: Composer): Content {
  const { labelColumn, gutter, colour } = composer.style;
  const beside = within(composer, composer.width - labelColumn - gutter);
  return {
    layout: { ...ruleAbove(composer), paddingTop: () => 4, paddingBottom: () => 3.5 },
    table: {
      widths: [labelColumn + gutter, '*'],
      body: [[
        {
          stack: [
            label(within(composer, labelColumn), name, { lineHeight: 0.9 }),
            ...(changed ? [small(composer, '◆ Changed', { bold: true, color: colour.ink })] : []),
          ],
          margin: [0, 1, gutter, 0],
        },
        { stack: composer.compose(blocks, beside) },
      ]],
    },
  };
}

export function columns({ columns: parts }: Columns, composer: Composer): Content {
  const gap = composer.style.gutter * 1.5;
  const shares = parts.reduce((sum, { share }) => sum + share, 0);
  const room = composer.width - gap * (parts.length - 1);
  const widths = parts.map(({ share }) => (room * share) / shares);
  return {
    layout: { ...grid, paddingRight: (at) => (at < parts.length - 1 ? gap : 0) },
    table: {
      widths,
      body: [parts.map((part, at) => {
        const inside = within(composer, widths[at] as number);
        return { stack: [...(part.label === undefined ? [] : [small(inside, part.label, { bold: true, margin: [0, 0, 0, 1] })]), ...composer.compose(part.blocks, inside)] };
      })],
    },
  };
}

export function together({ blocks }: Together, composer: Composer): Content {
  return { stack: composer.compose(blocks, composer), unbreakable: true };
}
