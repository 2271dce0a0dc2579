import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Block, Page } from './block.ts';

export type PageHash = { readonly key: string; readonly title: string; readonly hash: string };

/** The stable pages of a document, each with a hash of what it says: stamps, numbers and marks of change are left out. */
export function pageHashes(blocks: readonly Block[]): PageHash[] {
  return blocks.flatMap((block) => (block.kind === 'page' ? [{ key: block.key, title: block.title, hash: hashOf(block) }] : []));
}

function hashOf({ key, title, blocks }: Page): string {
  return bytesToHex(sha256(new TextEncoder().encode(canonical({ key, title, blocks })))).slice(0, 32);
}

/** JSON with sorted keys and without the marks that say only how this copy differs from another. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (name, inner: unknown) => {
    if (name === 'changed' || name === 'number') return undefined;
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
