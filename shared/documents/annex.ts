import type { Block, Page, Section } from './block.ts';
import type { Document } from './document.ts';
import { link } from './text.ts';

/**
 * The document with the last movable section of each named page moved to an annex at the end, a link left in its place;
 * null when none of those pages has anything left to move. What overflows goes to an annex, never to smaller type.
 */
export function movedToAnnex(document: Document, pageKeys: readonly string[]): Document | null {
  const moved = new Map<string, { readonly page: Page; readonly section: Section }>();
  const blocks = document.blocks.map((block) => {
    if (block.kind !== 'page' || !pageKeys.includes(block.key)) return block;
    const at = block.blocks.findLastIndex((inner) => inner.kind === 'section' && inner.mayMove === true);
    const section = block.blocks[at];
    if (section?.kind !== 'section') return block;
    moved.set(block.key, { page: block, section });
    return { ...block, blocks: block.blocks.with(at, pointer(block, section)) };
  });
  if (moved.size === 0) return null;
  return { ...document, blocks: [...moved.values()].reduce(withAnnex, blocks) };
}

export function annexKey(pageKey: string): string {
  return `annex:${pageKey}`;
}

function pointer(page: Page, { label }: Section): Section {
  return { kind: 'section', label, blocks: [{ kind: 'paragraph', tone: 'small', text: [link('In the annex to this page', annexKey(page.key))] }] };
}

function withAnnex(blocks: readonly Block[], { page, section }: { readonly page: Page; readonly section: Section }): readonly Block[] {
  const kept: Section = { kind: 'section', label: section.label, blocks: section.blocks, ...(section.changed ? { changed: true } : {}) };
  const key = annexKey(page.key);
  const at = blocks.findIndex((block) => block.kind === 'page' && block.key === key);
  const annex = blocks[at];
  if (annex?.kind !== 'page') {
    const heading: Block = { kind: 'heading', level: 1, key: `${key}:title`, text: `Annex: ${page.title}` };
    const back: Block = { kind: 'paragraph', tone: 'small', text: [link('Back to the page', page.key)] };
    return [...blocks, { kind: 'page', key, title: `Annex: ${page.title}`, blocks: [heading, back, kept] }];
  }
  const [heading, back, ...sections] = annex.blocks;
  const joined = [heading, back, kept, ...sections].filter((block) => block !== undefined);
  return (blocks as Block[]).with(at, { ...annex, blocks: joined });
}
