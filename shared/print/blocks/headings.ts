import type { Content } from '../library.ts';
import type { Banner, Contents, Cover, Heading } from '../../documents/block.ts';
import { plain } from '../../documents/text.ts';
import { anchored, type Composer, grid, label, rule, small, within, words } from '../composer.ts';

export function cover({ kicker, title, subtitle, facts, note }: Cover, composer: Composer): Content {
  const { size, colour, paper } = composer.style;
  return [
    rule(composer, 3, colour.brand, [0, paper.height * 0.16, 0, 18]),
    words(composer, kicker, { fontSize: size.lead, bold: true, color: colour.brand, margin: [0, 0, 0, 6] }),
    words(composer, title, { fontSize: size.display, bold: true, lineHeight: 0.88 }),
    ...(subtitle === undefined ? [] : [words(composer, subtitle, { fontSize: size.h2, color: colour.muted, margin: [0, 4, 0, 0] })]),
    {
      margin: [0, 36, 0, 0],
      layout: { ...grid, hLineWidth: () => 0.5, hLineColor: () => colour.rule, paddingTop: () => 6, paddingBottom: () => 6 },
      table: {
        widths: [composer.style.labelColumn * 1.5, '*'],
        body: facts.map((fact) => [label(composer, fact.label, { margin: [0, 2, 0, 0] }), words(within(composer, composer.width * 0.7), fact.value, { fontSize: size.h3 })]),
      },
    },
    ...(note === undefined ? [] : [words(composer, note, { margin: [0, 28, composer.width * 0.2, 0], color: colour.muted })]),
  ];
}

/** The headings with their page numbers, each line a link. */
export function contents({ title, depth }: Contents, composer: Composer): Content {
  const { size, colour } = composer.style;
  const marks = composer.marks.filter((mark) => mark.level <= depth);
  if (marks.length === 0) return { text: '' };
  return [
    words(composer, title, { fontSize: size.h1, bold: true, margin: [0, 0, 0, 12] }),
    {
      layout: { ...grid, hLineWidth: (at) => (at === 0 ? 0 : 0.5), hLineColor: () => colour.rule, paddingTop: () => 4, paddingBottom: () => 4 },
      table: {
        dontBreakRows: true,
        widths: ['*', 40],
        body: marks.map(({ key, level, text }) => [
          words(composer, text, { linkToDestination: key, bold: level === 1, margin: [(level - 1) * 14, 0, 0, 0] }),
          { text: '', pageReference: key, alignment: 'right' } as unknown as Content,
        ]),
      },
    },
  ];
}

export function heading({ level, key, text }: Heading, composer: Composer): Content {
  const { size, colour } = composer.style;
  const look = {
    1: { fontSize: size.h1, lineHeight: 0.95, margin: [0, 0, 0, 8] },
    2: { fontSize: size.h2, margin: [0, 12, 0, 4] },
    3: { fontSize: size.h3, color: colour.brand, margin: [0, 8, 0, 3] },
  } as const;
  const { margin, ...rest } = look[level];
  const node = words(composer, text, { ...rest, bold: true, margin: [...margin] });
  return anchored(composer, key, node, { parent: composer.parentOf(key), text: plain(text) });
}

/** When on the left, whom in the middle, where on the right, under a rule in the brand colour. */
export function banner(block: Banner, composer: Composer): Content {
  const { size, colour, gutter, large, labelColumn } = composer.style;
  // The title stands on the same edge as what the sections below it say.
  const when = labelColumn + gutter;
  const where = large ? 120 : 104;
  const title = words(within(composer, composer.width - when - where), block.title, { fontSize: size.h1 - 2, bold: true, lineHeight: 0.8 });
  const mark = composer.marks.find(({ key }) => key === block.key);
  return {
    margin: [0, 0, 0, 2],
    layout: { ...grid, hLineWidth: (at) => (at === 0 ? 2.5 : 0), hLineColor: () => colour.brand, paddingTop: () => 6, paddingBottom: () => 6 },
    table: {
      widths: [when, '*', where],
      body: [[
        { stack: [words(composer, block.when, { fontSize: size.h2, bold: true, color: colour.brand, noWrap: true, margin: [0, 4, 0, 0] }), small(within(composer, when), block.whenNote)], margin: [0, 0, 6, 0] },
        {
          stack: [
            anchored(composer, block.key, title, { parent: composer.parentOf(block.key), text: mark?.text ?? '' }),
            ...(block.subtitle === undefined ? [] : [small(composer, block.subtitle, { margin: [0, 1, 0, 0] })]),
          ],
          margin: [0, 0, gutter, 0],
        },
        {
          stack: [
            words(within(composer, where), block.where, { fontSize: size.h2, bold: true, alignment: 'right', margin: [0, 4, 0, 0] }),
            ...(block.whereNote === undefined ? [] : [small(within(composer, where), block.whereNote, { alignment: 'right' })]),
          ],
        },
      ]],
    },
  };
}
