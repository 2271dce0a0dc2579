import { createStore } from 'zustand/vanilla';
import { type BookEntry, bookEntries, commitmentEntries, doorListEntries } from '#shared/briefings/books.ts';
import type { BookOptions } from '#shared/briefings/frame.ts';
import type { Document } from '#shared/documents/document.ts';
import { pageHashes } from '#shared/documents/pages.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';

export type Look = { readonly paper: 'a4' | 'letter'; readonly scale: 'normal' | 'large' };

/** What was printed in this window: how many sheets, and of what, so that a copy overtaken by changes is told. */
export type Copy = { readonly sheets: number; readonly fingerprint: string };

type Shelf = { readonly look: Look; readonly copies: ReadonlyMap<string, Copy> };

export const shelf = createStore<Shelf>()(() => ({ look: { paper: 'a4', scale: 'normal' }, copies: new Map() }));

export function chooseLook(change: Partial<Look>): void {
  shelf.setState(({ look }) => ({ look: { ...look, ...change } }));
}

export function noteCopy(summit: string, key: string, copy: Copy): void {
  shelf.setState(({ copies }) => ({ copies: new Map(copies).set(copyKey(summit, key), copy) }));
}

/** Two summits may number their people alike. */
export function copyKey(summit: string, key: string): string {
  return `${summit}/${key}`;
}

const known = new WeakMap<Snapshot, readonly BookEntry[]>();

/** Every book and sheet of a snapshot; looked up once for each. */
export function entriesOf(snapshot: Snapshot): readonly BookEntry[] {
  const entries = known.get(snapshot) ?? [...bookEntries(snapshot), ...commitmentEntries(snapshot), ...doorListEntries(snapshot)];
  known.set(snapshot, entries);
  return entries;
}

export function madeWith(entry: BookEntry, look: Look, madeAt: BookOptions['madeAt']): Document {
  return entry.make({ ...look, madeAt });
}

/** What a document says on its pages, stamps left out: equal for two copies that a reader could not tell apart. */
export function fingerprintOf(document: Document): string {
  return JSON.stringify([document.paper, document.scale, document.reader, pageHashes(document.blocks).map(({ key, hash }) => [key, hash])]);
}
