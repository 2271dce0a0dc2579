import type { CanvasElement, Content } from '../library.ts';
import type { Chart, Series } from '../../documents/block.ts';
import { type Composer, grid, small, within, words } from '../composer.ts';

/** A chart as vectors with its values in words beside it: it is read without colour, and its text is found by a search. */
export function chart(block: Chart, composer: Composer): Content {
  return {
    unbreakable: true,
    margin: [0, 0, 0, 8],
    stack: [
      words(composer, block.title, { bold: true, margin: [0, 0, 0, 3] }),
      ...(block.form === 'bar' ? [bars(block, composer)] : [lines(block, composer), ...(block.series.length > 1 ? [legend(block.series, composer)] : [])]),
      small(composer, block.source, { fontSize: composer.style.size.tiny, margin: [0, 2, 0, 0] }),
    ],
  };
}

/** Tone and frame tell series apart: filled, hollow, tinted. */
function barLook(at: number, { brand, tint, muted }: Composer['style']['colour']): object {
  return [{ color: brand }, { color: '#ffffff', lineColor: brand, lineWidth: 0.8 }, { color: tint, lineColor: muted, lineWidth: 0.6 }][at % 3] as object;
}

function bars({ labels, series }: Chart, composer: Composer): Content {
  const { colour, size } = composer.style;
  const names = composer.width * 0.28;
  const values = composer.width * 0.2;
  const room = composer.width - names - values - 12;
  const largest = Math.max(0, ...series.flatMap((one) => one.values.map((value) => value ?? 0)));
  const thick = size.body * 0.75;
  const body = labels.flatMap((name, row) => series.map((one, at) => {
    const value = one.values[row] ?? null;
    const wide = value === null || largest === 0 ? 0 : Math.max(0.5, (Math.max(0, value) / largest) * room);
    return [
      at === 0 ? words(within(composer, names), name, { fontSize: size.small }) : { text: '' },
      { canvas: [{ type: 'rect' as const, x: 0, y: 2.5, w: wide, h: thick, ...barLook(at, colour) }] },
      words(within(composer, values), `${one.texts[row] ?? 'not known'}${series.length > 1 ? `  ${one.name}` : ''}`, { fontSize: size.small, alignment: series.length > 1 ? 'left' : 'right' }),
    ];
  }));
  if (body.length === 0) return { text: '' };
  return { layout: { ...grid, paddingBottom: () => 1, paddingRight: (at) => (at < 2 ? 6 : 0) }, table: { widths: [names, room, values], body, dontBreakRows: true } };
}

const dashes = [undefined, { length: 4, space: 2 }, { length: 1.5, space: 1.5 }] as const;

function lines({ labels, series }: Chart, composer: Composer): Content {
  const { colour, size } = composer.style;
  const values = series.flatMap((one) => one.values.filter((value) => value !== null));
  if (values.length === 0 || labels.length === 0) return small(composer, 'No values yet');
  const top = Math.max(...values, 0);
  const bottom = Math.min(...values, 0);
  const high = 90;
  const across = composer.width / labels.length;
  const x = (at: number) => across * (at + 0.5);
  const y = (value: number) => (top === bottom ? high : high - ((value - bottom) / (top - bottom)) * high);
  const axis: CanvasElement = { type: 'line', x1: 0, y1: y(0), x2: composer.width, y2: y(0), lineWidth: 0.6, lineColor: colour.muted };
  const drawn = series.flatMap((one, at): CanvasElement[] => [
    ...stretches(one).map((stretch): CanvasElement => ({
      type: 'polyline', lineWidth: 1.4, lineColor: at === 0 ? colour.brand : colour.ink, ...(dashes[at % 3] === undefined ? {} : { dash: dashes[at % 3] as { length: number } }),
      points: stretch.map((place) => ({ x: x(place), y: y(one.values[place] as number) })),
    })),
    ...one.values.flatMap((value, place): CanvasElement[] => (value === null ? [] : [{ type: 'ellipse', x: x(place), y: y(value), r1: 2, r2: 2, color: at === 0 ? colour.brand : colour.ink }])),
  ]);
  const legends = labels.map((name, at) => ({
    stack: [words(within(composer, across), name, { fontSize: size.tiny, alignment: 'center', color: colour.muted }), ...series.map((one) => words(composer, one.texts[at] ?? '–', { fontSize: size.small, alignment: 'center' }))],
  }));
  return { stack: [{ canvas: [axis, ...drawn], margin: [0, 4, 0, 4] }, { layout: grid, table: { widths: labels.map(() => across), body: [legends] } }] };
}

/** A missing value breaks the line rather than being drawn as nought. Stretches of two places and more. */
function stretches({ values }: Series): number[][] {
  const found: number[][] = [[]];
  values.forEach((value, at) => {
    if (value === null) found.push([]);
    else found.at(-1)?.push(at);
  });
  return found.filter((stretch) => stretch.length > 1);
}

function legend(series: readonly Series[], composer: Composer): Content {
  return {
    columnGap: 14,
    columns: series.map((one, at) => ({
      width: 'auto',
      columnGap: 4,
      columns: [
        { width: 22, canvas: [{ type: 'line' as const, x1: 0, y1: 6, x2: 20, y2: 6, lineWidth: 1.4, lineColor: at === 0 ? composer.style.colour.brand : composer.style.colour.ink, ...(dashes[at % 3] === undefined ? {} : { dash: dashes[at % 3] as { length: number } }) }] },
        { ...small(composer, one.name), width: 'auto' },
      ],
    })),
  };
}
