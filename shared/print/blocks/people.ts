import type { Column, Content, TableCell } from '../library.ts';
import type { People, Person } from '../../documents/block.ts';
import { bold, type Text, runsOf } from '../../documents/text.ts';
import { type Composer, grid, small, type TextLook, within, words } from '../composer.ts';

export function people({ people: all, form }: People, composer: Composer): Content {
  if (all.length === 0) return { text: '' };
  return form === 'lines' ? { stack: all.map((person) => line(person, composer)) } : cards(all, composer);
}

function line(person: Person, composer: Composer): Content {
  return {
    stack: [
      nameLine(person, composer, {}),
      ...(composer.style.large && person.pronunciation !== undefined ? [said(person.pronunciation, composer)] : []),
      small(composer, joined([person.title, person.organisation])),
      ...(person.note === undefined ? [] : [small(composer, person.note)]),
    ],
    margin: [0, 0, 0, 2],
    unbreakable: true,
  };
}

/** Name, the mark of a new face, and how to say it. */
function nameLine({ name, mark: word, pronunciation }: Person, composer: Composer, look: TextLook): Content {
  const beside = pronunciation === undefined || composer.style.large ? [] : [{ ...(said(pronunciation, composer) as object), margin: [0, 1.5, 0, 0], width: '*' } as Column];
  const marked = word === undefined ? [] : [{ ...(mark(word, composer) as object), width: 'auto' } as Column];
  if (marked.length + beside.length === 0) return words(composer, strong(name), look);
  return { columns: [{ ...words(composer, strong(name), { ...look, noWrap: isShort(name) }), width: 'auto' }, ...marked, ...beside], columnGap: 5 };
}

/** In a column as wide as its text, rounding can cost a hyphenated name its last letter; a name that fits anyway is kept whole. */
function isShort(name: Text): boolean {
  return runsOf(name).reduce((letters, { text }) => letters + text.length, 0) <= 32;
}

function said(pronunciation: string, composer: Composer): Content {
  return small(composer, { text: pronunciation, italic: true });
}

function cards(all: readonly Person[], composer: Composer): Content {
  const { style } = composer;
  const across = style.large ? 2 : 3;
  const gap = style.gutter;
  const width = (composer.width - gap * (across - 1)) / across;
  const inside = within(composer, width);
  const cells: TableCell[] = all.map((person) => ({
    stack: [
      nameLine({ name: person.name, title: '', ...(person.mark === undefined ? {} : { mark: person.mark }) }, inside, { fontSize: style.size.h3 }),
      ...(person.pronunciation === undefined ? [] : [said(person.pronunciation, inside)]),
      words(inside, person.title, { margin: [0, 2, 0, 0] }),
      ...(person.organisation === undefined ? [] : [words(inside, person.organisation, { color: style.colour.muted })]),
      ...(person.note === undefined ? [] : [small(inside, person.note, { margin: [0, 3, 0, 0] })]),
    ],
  }));
  while (cells.length % across !== 0) cells.push({ text: '' });
  const body = Array.from({ length: cells.length / across }, (_, row) => cells.slice(row * across, (row + 1) * across));
  return {
    layout: {
      ...grid, hLineWidth: (at) => (at < body.length ? 0.5 : 0), hLineColor: () => style.colour.rule,
      paddingRight: (at) => (at < across - 1 ? gap : 0), paddingTop: () => 7, paddingBottom: () => 9,
    },
    table: { widths: Array.from({ length: across }, () => width), body, dontBreakRows: true },
  };
}

/** A word in a thin frame: seen without colour. */
function mark(word: string, composer: Composer): Content {
  const { size, colour } = composer.style;
  return {
    margin: [0, 1.5, 0, 0],
    layout: { ...grid, hLineWidth: () => 0.6, vLineWidth: () => 0.6, hLineColor: () => colour.brand, vLineColor: () => colour.brand, paddingLeft: () => 3, paddingRight: () => 3 },
    table: { widths: ['auto'], body: [[words(composer, word, { fontSize: size.tiny, bold: true, color: colour.brand, lineHeight: 0.9 })]] },
  };
}

function strong(name: Text): Text {
  return runsOf(name).map((run) => ({ ...run, ...bold(run.text) }));
}

function joined(parts: readonly (Text | undefined)[]): Text {
  return parts.filter((part): part is Text => part !== undefined && part !== '').flatMap((part, at) => [...(at === 0 ? [] : [{ text: ', ' }]), ...runsOf(part)]);
}
