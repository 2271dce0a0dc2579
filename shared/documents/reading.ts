import type { Block, Level, Section } from './block.ts';
import type { Document } from './document.ts';
import { plain, type Run, runsOf, type Text } from './text.ts';

export type Mark = { readonly key: string; readonly level: Level; readonly text: string };

/** Everything the document says, block by block in reading order, running head and foot included: what leak tests search. */
export function textOf(document: Document): string {
  const { title, reader, summit, version, author, confidentiality, blocks } = document;
  return [title, reader, summit, version, author, confidentiality, ...textsOf(blocks).map(plain)].join('\n');
}

/** Every piece of text of some blocks, in reading order, the words of marks and labels included. */
export function textsOf(blocks: readonly Block[]): Text[] {
  return blocks.flatMap(ownTexts);
}

/** Headings and banners in order: the bookmarks and the contents. */
export function marksOf(blocks: readonly Block[]): Mark[] {
  return everyBlock(blocks).flatMap((block) => {
    if (block.kind === 'heading') return [{ key: block.key, level: block.level, text: plain(block.text) }];
    if (block.kind === 'banner') return [{ key: block.key, level: block.level, text: block.mark ?? `${block.when}  ${plain(block.title)}`.trim() }];
    return [];
  });
}

/** Blocks with the blocks inside them, in reading order. */
export function everyBlock(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => [block, ...everyBlock(innerBlocks(block))]);
}

/** Keys that two places share, and links that lead nowhere: both are mistakes of a builder. */
export function brokenKeys(blocks: readonly Block[]): { readonly doubled: string[]; readonly dangling: string[] } {
  const keys = [...marksOf(blocks).map(({ key }) => key), ...pageKeys(blocks)];
  const known = new Set(keys);
  const doubled = [...new Set(keys.filter((key, at) => keys.indexOf(key) !== at))];
  const links = textsOf(blocks).flatMap(runsOf).flatMap(({ link }: Run) => (link === undefined ? [] : [link]));
  return { doubled, dangling: [...new Set(links.filter((key) => !known.has(key)))] };
}

function pageKeys(blocks: readonly Block[]): string[] {
  return everyBlock(blocks).flatMap((block) => (block.kind === 'page' ? [block.key] : []));
}

function innerBlocks(block: Block): readonly Block[] {
  if (block.kind === 'page' || block.kind === 'section' || block.kind === 'together') return block.blocks;
  return block.kind === 'columns' ? block.columns.flatMap((column) => column.blocks) : [];
}

function ownTexts(block: Block): Text[] {
  switch (block.kind) {
    case 'cover': return given([block.kicker, block.title, block.subtitle, ...facts(block.facts), block.note]);
    case 'contents': return [block.title];
    case 'page': return [block.title, ...textsOf(block.blocks)];
    case 'page-break': return [];
    case 'heading': return [block.text];
    case 'banner': return given([block.when, block.whenNote, block.title, block.subtitle, block.where, block.whereNote]);
    case 'section': return sectionTexts(block);
    case 'columns': return block.columns.flatMap((column) => [...given([column.label]), ...textsOf(column.blocks)]);
    case 'together': return textsOf(block.blocks);
    case 'paragraph': return [block.text];
    case 'facts': return facts(block.items);
    case 'table': return [...block.columns.map(({ title }) => title), ...block.rows.flatMap(({ cells }) => cells), ...(block.rows.length === 0 ? [block.empty] : [])];
    case 'people': return block.people.flatMap((person) => given([person.name, person.mark, person.pronunciation, person.title, person.organisation, person.note]));
    case 'timeline': return block.days.flatMap((day) => [day.title, ...day.entries.flatMap((entry) => given([entry.from, entry.to, entry.title, entry.place, entry.detail]))]);
    case 'figures': return block.figures.flatMap(({ label, value, trend, target, asOf, source }) => given([label, value ?? undefined, trend?.text, target?.text, asOf ?? undefined, source ?? undefined]));
    case 'list': return block.items.flatMap((item) => given([item.text, item.detail]));
    case 'callout': return given([block.title, block.text]);
    case 'capture': return [block.id, block.label, ...(block.fields ?? [])];
    case 'gap': return given([block.missing, block.askOf]);
    case 'chart': return [block.title, ...block.labels, ...block.series.flatMap(({ name, texts }) => [name, ...texts]), block.source];
  }
}

function sectionTexts({ label, blocks }: Section): Text[] {
  return [label, ...textsOf(blocks)];
}

function facts(items: readonly { readonly label: string; readonly value: Text }[]): Text[] {
  return items.flatMap(({ label, value }) => [label, value]);
}

function given(texts: readonly (Text | undefined)[]): Text[] {
  return texts.filter((text): text is Text => text !== undefined);
}
