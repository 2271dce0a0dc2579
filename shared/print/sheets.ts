import type { Content } from './library.ts';
import type { Block, Page } from '../documents/block.ts';
import { everyBlock } from '../documents/reading.ts';

/** Where a page of the document came to lie: sheets counted from 1, `last` included. `label` is the number printed on its first sheet. */
export type PlacedPage = { readonly key: string; readonly first: number; readonly last: number; readonly label: string };

/** The sheet on which a laid-out node begins; null before the layout. */
export function sheetOf(node: Content | undefined): number | null {
  const { positions } = (node ?? {}) as { positions?: readonly { readonly pageNumber: number }[] };
  return positions?.[0]?.pageNumber ?? null;
}

export function placedPages(blocks: readonly Block[], anchors: ReadonlyMap<string, Content>, sheets: number): PlacedPage[] {
  const pages = pagesOf(blocks).flatMap(({ key, number }) => {
    const first = sheetOf(anchors.get(key));
    return first === null ? [] : [{ key, first, number }];
  });
  return pages.map(({ key, first, number }, at) => ({ key, first, last: Math.max(first, (pages[at + 1]?.first ?? sheets + 1) - 1), label: number ?? String(first) }));
}

/** The number printed on every sheet: the count, or the page's own number (`15a`), its further sheets as `15a (2)`. */
export function sheetLabels(blocks: readonly Block[], placed: readonly PlacedPage[], sheets: number): string[] {
  const numbers = new Map(pagesOf(blocks).flatMap(({ key, number }) => (number === undefined ? [] : [[key, number] as const])));
  return Array.from({ length: sheets }, (_, at) => {
    const sheet = at + 1;
    const page = placed.find(({ first, last }) => first <= sheet && sheet <= last);
    const number = page === undefined ? undefined : numbers.get(page.key);
    if (page === undefined || number === undefined) return String(sheet);
    return sheet === page.first ? number : `${number} (${sheet - page.first + 1})`;
  });
}

/** Keys of pages meant for one sheet that came to take more. */
export function overflowing(blocks: readonly Block[], placed: readonly PlacedPage[]): string[] {
  const single = new Set(pagesOf(blocks).filter(({ oneSheet }) => oneSheet === true).map(({ key }) => key));
  return placed.filter(({ key, first, last }) => single.has(key) && last > first).map(({ key }) => key);
}

function pagesOf(blocks: readonly Block[]): Page[] {
  return everyBlock(blocks).filter((block) => block.kind === 'page');
}
