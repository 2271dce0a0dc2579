import type { Content, TableCell } from '../library.ts';
import type { Figure, Figures } from '../../documents/block.ts';
import { type Composer, grid, small, within, words } from '../composer.ts';

/** Figures side by side, at most five: value, trend, target, and where the figure comes from and when, said once where it is one for all. */
export function figures({ figures: all }: Figures, composer: Composer): Content {
  if (all.length === 0) return { text: '' };
  const across = Math.min(composer.style.large ? 3 : 5, all.length);
  const gap = 8;
  const width = (composer.width - gap * (across - 1)) / across;
  const origins = new Set(all.map(originOf));
  const cells: TableCell[] = all.map((figure) => ({ stack: card(figure, within(composer, width), origins.size > 1) }));
  while (cells.length % across !== 0) cells.push({ text: '' });
  const body = Array.from({ length: cells.length / across }, (_, row) => cells.slice(row * across, (row + 1) * across));
  const cards: Content = {
    layout: { ...grid, paddingRight: (at) => (at < across - 1 ? gap : 0), paddingBottom: (at) => (at < body.length - 1 ? 8 : 2) },
    table: { widths: Array.from({ length: across }, () => width), body, dontBreakRows: true },
  };
  const [origin] = origins;
  return origins.size > 1 ? cards : { stack: [cards, words(composer, `All figures: ${origin}`, { ...tiny(composer), margin: [0, 1, 0, 0] })] };
}

function originOf({ asOf, source }: Figure): string {
  return `${source ?? 'source not known'}, ${asOf ?? 'date not known'}`;
}

function tiny({ style: { size, colour } }: Composer): { fontSize: number; color: string; lineHeight: number } {
  return { fontSize: size.tiny, color: colour.muted, lineHeight: 0.95 };
}

const arrows = { up: '▲', down: '▼', level: '●' } as const;
/** A sign and a word: the standing is read without colour. */
const standings = { met: '✓ On target', close: '○ Close to target', missed: '✗ Below target' } as const;

function card(figure: Figure, composer: Composer, withOrigin: boolean): Content[] {
  const { label, value, trend, target } = figure;
  const { size, colour } = composer.style;
  return [
    small(composer, label, { lineHeight: 0.9 }),
    value === null
      ? words(composer, 'Not known', { fontSize: size.body, italics: true, color: colour.muted, margin: [0, 4, 0, 4] })
      : words(composer, value, { fontSize: size.figure, bold: true, lineHeight: 0.9 }),
    ...(trend === undefined ? [] : [words(composer, `${arrows[trend.direction]} ${trend.text}`, { fontSize: size.small, lineHeight: 0.92 })]),
    ...(target === undefined ? [] : [words(composer, standings[target.standing], { fontSize: size.small, bold: target.standing === 'missed', lineHeight: 0.92 }), words(composer, target.text, tiny(composer))]),
    ...(withOrigin ? [words(composer, originOf(figure), tiny(composer))] : []),
  ];
}
