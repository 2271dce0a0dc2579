import type { Content, TableCell } from '../library.ts';
import type { Figure, Figures } from '../../documents/block.ts';
import { type Composer, grid, small, within, words } from '../composer.ts';

/** Figures side by side, at most five: value, trend, target, and where the figure comes from and when. */
export function figures({ figures: all }: Figures, composer: Composer): Content {
  if (all.length === 0) return { text: '' };
  const across = Math.min(composer.style.large ? 3 : 5, all.length);
  const gap = 8;
  const width = (composer.width - gap * (across - 1)) / across;
  const cells: TableCell[] = all.map((figure) => ({ stack: card(figure, within(composer, width)) }));
  while (cells.length % across !== 0) cells.push({ text: '' });
  const body = Array.from({ length: cells.length / across }, (_, row) => cells.slice(row * across, (row + 1) * across));
  return {
    layout: { ...grid, paddingRight: (at) => (at < across - 1 ? gap : 0), paddingBottom: (at) => (at < body.length - 1 ? 8 : 2) },
    table: { widths: Array.from({ length: across }, () => width), body, dontBreakRows: true },
  };
}

const arrows = { up: '▲', down: '▼', level: '●' } as const;
/** A sign and a word: the standing is read without colour. */
const standings = { met: '✓ On target', close: '○ Close to target', missed: '✗ Below target' } as const;

function card({ label, value, trend, target, asOf, source }: Figure, composer: Composer): Content[] {
  const { size, colour } = composer.style;
  const tiny = { fontSize: size.tiny, color: colour.muted, lineHeight: 0.95 };
  return [
    small(composer, label, { lineHeight: 0.9 }),
    value === null
      ? words(composer, 'Not known', { fontSize: size.body, italics: true, color: colour.muted, margin: [0, 4, 0, 4] })
      : words(composer, value, { fontSize: size.figure, bold: true, lineHeight: 0.9 }),
    ...(trend === undefined ? [] : [words(composer, `${arrows[trend.direction]} ${trend.text}`, { fontSize: size.small, lineHeight: 0.92 })]),
    ...(target === undefined ? [] : [words(composer, standings[target.standing], { fontSize: size.small, bold: target.standing === 'missed', lineHeight: 0.92 }), words(composer, target.text, tiny)]),
    words(composer, [asOf ?? 'Date not known', source ?? 'Source not known'].join(', '), tiny),
  ];
}
