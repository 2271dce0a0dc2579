import type { Content, ContentText, CustomTableLayout } from './library.ts';
import type { Block } from '../documents/block.ts';
import type { Mark } from '../documents/reading.ts';
import type { Text } from '../documents/text.ts';
import { plain } from '../documents/text.ts';
import type { PrintStyle } from './style.ts';
import type { Typesetter } from './typesetting.ts';

/** What every block needs in order to be laid out; `width` is the room it has, in points. */
export type Composer = {
  readonly style: PrintStyle;
  readonly type: Typesetter;
  readonly width: number;
  /** The node at which a key begins: page numbers, links and bookmarks are read off it after the layout. */
  readonly anchors: Map<string, Content>;
  /** All headings of the document, for contents and bookmarks. */
  readonly marks: readonly Mark[];
  /** The heading that a heading stands under; null at the top. */
  readonly parentOf: (key: string) => string | null;
  /** The page that the document opens with, which needs no new sheet. */
  readonly opening: string | null;
  readonly compose: (blocks: readonly Block[], within: Composer) => Content[];
};

export type TextLook = Omit<Partial<ContentText>, 'text'> & { readonly linkToDestination?: string };

export function within(composer: Composer, width: number): Composer {
  return { ...composer, width };
}

/** A paragraph of text in the given look. */
export function words(composer: Composer, text: Text, look: TextLook = {}): ContentText {
  const size = typeof look.fontSize === 'number' ? look.fontSize : composer.style.size.body;
  // 0.5 em is the mean width of a letter in the faces in use.
  return { ...look, text: composer.type.inlines(text, Math.max(8, Math.floor(composer.width / (size * 0.5)))) as ContentText['text'] } as ContentText;
}

/** A small label above or beside a thing. Not in capitals: Han and Arabic have none, and capitals read slower. */
export function label(composer: Composer, text: Text, look: TextLook = {}): ContentText {
  return words(composer, text, { fontSize: composer.style.size.small, color: composer.style.colour.brand, bold: true, ...look });
}

export function small(composer: Composer, text: Text, look: TextLook = {}): ContentText {
  return words(composer, text, { fontSize: composer.style.size.small, color: composer.style.colour.muted, ...look });
}

/** Text that a key leads to, with a bookmark of its own where it is a heading. */
export function anchored(composer: Composer, key: string, node: ContentText, outline?: { readonly parent: string | null; readonly text: string }): ContentText {
  const made = { ...node, id: key } as ContentText & Record<string, unknown>;
  if (plain(typeof node.text === 'string' ? node.text : 'x') === '') made.text = '\u00A0';
  if (outline !== undefined) {
    Object.assign(made, { outline: true, outlineText: outline.text.trim() || '–', outlineExpanded: outline.parent === null });
    if (outline.parent !== null) made.outlineParentId = outline.parent;
  }
  composer.anchors.set(key, made);
  return made;
}

/** A table without lines of its own: a grid to hang things on. */
export const grid: CustomTableLayout = {
  hLineWidth: () => 0, vLineWidth: () => 0,
  paddingLeft: () => 0, paddingRight: () => 0, paddingTop: () => 0, paddingBottom: () => 0,
};

export function ruleAbove(composer: Composer, weight = 0.5, colour = composer.style.colour.rule): CustomTableLayout {
  return { ...grid, hLineWidth: (at) => (at === 0 ? weight : 0), hLineColor: () => colour };
}

/** A straight line across the room there is. */
export function rule(composer: Composer, weight: number, colour: string, margin: [number, number, number, number] = [0, 0, 0, 0]): Content {
  return { canvas: [{ type: 'line', x1: 0, y1: 0, x2: composer.width, y2: 0, lineWidth: weight, lineColor: colour }], margin };
}
