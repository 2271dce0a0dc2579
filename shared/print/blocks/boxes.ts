import type { Content } from '../library.ts';
import type { Callout, Capture, Gap } from '../../documents/block.ts';
import { bold, runsOf } from '../../documents/text.ts';
import { type Composer, grid, label, small, within, words } from '../composer.ts';

const callouts = {
  internal: { word: 'Internal only', left: 4, dash: null },
  nda: { word: 'NDA', left: 1, dash: null },
  warning: { word: '▲ Take care', left: 1, dash: { length: 3, space: 2 } },
  note: { word: 'Note', left: 0, dash: null },
} as const;

/** Frame and word differ from tone to tone: thick left edge, full frame, dashed frame, tint alone. */
export function callout({ tone, title, text }: Callout, composer: Composer): Content {
  const { colour, size } = composer.style;
  const { word, left, dash } = callouts[tone];
  const framed = tone === 'nda' || tone === 'warning';
  const inside = within(composer, composer.width - 24);
  return {
    margin: [0, 1, 0, 3],
    layout: {
      ...grid,
      hLineWidth: () => (framed ? 0.9 : 0), vLineWidth: (at) => (at === 0 ? left : framed ? 0.9 : 0),
      hLineColor: () => colour.ink, vLineColor: () => colour.ink,
      ...(dash === null ? {} : { hLineStyle: () => ({ dash }), vLineStyle: () => ({ dash }) }),
      paddingLeft: () => 8, paddingRight: () => 8, paddingTop: () => 3, paddingBottom: () => 4,
      fillColor: () => (framed ? null : colour.tint),
    },
    table: {
      widths: ['*'],
      body: [[{ stack: [words(inside, [bold(title === undefined ? word : `${word}: ${title}`)], { fontSize: size.small }), words(inside, text)] }]],
    },
  };
}

/** Ruled lines 18 points apart (24 in large print): room for a hand. The id ties what is written to the record. */
export function capture({ id, label: name, lines, fields }: Capture, composer: Composer): Content {
  const { colour, size, large } = composer.style;
  const step = large ? 24 : 18;
  const inner = composer.width - 18;
  const ruled = Array.from({ length: lines }, (_, at) => ({ type: 'line' as const, x1: 0, y1: (at + 1) * step, x2: inner, y2: (at + 1) * step, lineWidth: 0.5, lineColor: colour.rule }));
  return {
    unbreakable: true,
    margin: [0, 2, 0, 4],
    layout: { ...grid, hLineWidth: () => 0.8, vLineWidth: () => 0.8, hLineColor: () => colour.muted, vLineColor: () => colour.muted, paddingLeft: () => 8, paddingRight: () => 8, paddingTop: () => 4, paddingBottom: () => 7 },
    table: {
      widths: ['*'],
      body: [[{
        stack: [
          { columns: [label(composer, name), { ...words(composer, id, { fontSize: size.small, alignment: 'right', characterSpacing: 0.6 }), width: 'auto' }] },
          ...(lines > 0 ? [{ canvas: ruled }] : []),
          ...(fields === undefined || fields.length === 0 ? [] : [fieldRow(fields, within(composer, inner), step)]),
        ],
      }]],
    },
  };
}

/** Named blanks side by side under the lines, such as owner and due date. */
function fieldRow(fields: readonly string[], composer: Composer, step: number): Content {
  const gap = composer.style.gutter;
  const width = (composer.width - gap * (fields.length - 1)) / fields.length;
  return {
    margin: [0, step - 8, 0, 0],
    columnGap: gap,
    columns: fields.map((name) => ({
      width,
      stack: [{ canvas: [{ type: 'line' as const, x1: 0, y1: 8, x2: width, y2: 8, lineWidth: 0.5, lineColor: composer.style.colour.muted }] }, small(within(composer, width), name)],
    })),
  };
}

/** Said aloud instead of guessed: what is missing, who can say it, and a blank to write it in. */
export function gap({ missing, askOf }: Gap, composer: Composer): Content {
  const { colour, size } = composer.style;
  const dash = { dash: { length: 2, space: 2 } };
  return {
    margin: [0, 2, 0, 4],
    layout: { ...grid, hLineWidth: (at) => (at === 1 ? 0.8 : 0), hLineColor: () => colour.muted, hLineStyle: () => dash, paddingBottom: () => 3 },
    table: {
      widths: ['*'],
      body: [[words(composer, [{ text: `Not known: ${missing}`, bold: true, italic: true }, ...(askOf === undefined ? [] : [{ text: '  Ask ', muted: true as const }, ...runsOf(askOf)])], { fontSize: size.small })]],
    },
  };
}
