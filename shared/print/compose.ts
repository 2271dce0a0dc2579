import type { Content } from './library.ts';
import type { Block } from '../documents/block.ts';
import { callout, capture, gap } from './blocks/boxes.ts';
import { chart } from './blocks/chart.ts';
import { figures } from './blocks/figures.ts';
import { banner, contents, cover, heading } from './blocks/headings.ts';
import { facts, list, paragraph } from './blocks/prose.ts';
import { people } from './blocks/people.ts';
import { columns, page, section, together } from './blocks/structure.ts';
import { table } from './blocks/table.ts';
import { timeline } from './blocks/timeline.ts';
import type { Composer } from './composer.ts';

/** Lays blocks out one under the other. A heading is kept on one sheet with what follows it. */
export function compose(blocks: readonly Block[], composer: Composer): Content[] {
  const made: Content[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as Block;
    const next = blocks[at + 1];
    if (block.kind === 'heading' && next !== undefined && isShort(next)) {
      made.push({ stack: [one(block, composer), one(next, composer)], unbreakable: true });
      at++;
    } else made.push(one(block, composer));
  }
  closeUp(made.at(-1));
  return made;
}

/** Takes away the space below the last thing: where a sheet is just full, the library would begin an empty one for it. */
function closeUp(last: Content | undefined): void {
  if (typeof last !== 'object' || last === null) return;
  if (Array.isArray(last)) return closeUp(last.at(-1));
  const node = last as { margin?: unknown; stack?: Content[] };
  if (Array.isArray(node.margin) && node.margin.length === 4) node.margin = [node.margin[0], node.margin[1], node.margin[2], 0];
  closeUp(node.stack?.at(-1));
}

/** Whether a block surely fits what is left of a sheet together with its heading. */
function isShort(block: Block): boolean {
  switch (block.kind) {
    case 'paragraph': case 'facts': case 'figures': case 'callout': case 'gap': case 'chart': return true;
    case 'table': return block.rows.length <= 6;
    case 'list': return block.items.length <= 5;
    case 'people': return block.people.length <= 6;
    default: return false;
  }
}

function one(block: Block, composer: Composer): Content {
  switch (block.kind) {
    case 'cover': return cover(block, composer);
    case 'contents': return contents(block, composer);
    case 'page': return page(block, composer);
    case 'page-break': return { text: '', pageBreak: 'after' };
    case 'heading': return heading(block, composer);
    case 'banner': return banner(block, composer);
    case 'section': return section(block, composer);
    case 'columns': return columns(block, composer);
    case 'together': return together(block, composer);
    case 'paragraph': return paragraph(block, composer);
    case 'facts': return facts(block, composer);
    case 'table': return table(block, composer);
    case 'people': return people(block, composer);
    case 'timeline': return timeline(block, composer);
    case 'figures': return figures(block, composer);
    case 'list': return list(block, composer);
    case 'callout': return callout(block, composer);
    case 'capture': return capture(block, composer);
    case 'gap': return gap(block, composer);
    case 'chart': return chart(block, composer);
  }
}
