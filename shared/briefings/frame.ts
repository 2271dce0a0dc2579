import type { Block, Fact } from '../documents/block.ts';
import { type Document, madeAtText } from '../documents/document.ts';
import type { Instant } from '../kernel/time.ts';
import type { Summit } from '../summit/summit.ts';
import { rangeText } from './words.ts';

/** How books are printed. The same options and the same snapshot give the same document. */
export type BookOptions = {
  readonly madeAt: Instant;
  readonly paper?: 'a4' | 'letter';
  readonly scale?: 'normal' | 'large';
  /** `none` for reading on a tablet. */
  readonly binding?: 'left' | 'none';
  /** `v1` when absent. */
  readonly version?: string;
  /** BCP 47; what the books say themselves is in English. */
  readonly language?: string;
};

export type Frame = { readonly title: string; readonly reader: string; readonly blocks: readonly Block[]; readonly confidentiality?: string };

/** A document with every stamp that is printed on each page. */
export function framed(summit: Summit, options: BookOptions, { title, reader, blocks, confidentiality }: Frame): Document {
  return {
    title, reader, blocks,
    summit: summitName(summit),
    version: options.version ?? 'v1', madeAt: options.madeAt, zone: summit.zone,
    author: summit.plannerName || summit.vendor || summitName(summit),
    language: options.language ?? 'en-GB',
    confidentiality: confidentiality ?? (summit.confidentialityWording || 'Confidential. For the named reader only.'),
    paper: options.paper ?? 'a4', scale: options.scale ?? 'normal', binding: options.binding ?? 'left',
    brandColour: summit.brandColour,
  };
}

/** The front sheet and the contents: the beginning of every book. */
export function opening(summit: Summit, options: BookOptions, cover: { readonly kicker: string; readonly title: string; readonly facts?: readonly Fact[] }, depth: 1 | 2 = 2): Block[] {
  const days = rangeText(summit.days.map(({ date }) => date));
  const made = madeAtText({ madeAt: options.madeAt, zone: summit.zone });
  return [
    {
      kind: 'cover', kicker: cover.kicker, title: cover.title, subtitle: summitName(summit),
      facts: [
        { label: 'Dates', value: days || 'Not set yet' },
        { label: 'Venue', value: summit.venue || 'Not named yet' },
        ...(cover.facts ?? []),
        { label: 'Version', value: `${options.version ?? 'v1'}, made ${made}` },
      ],
      note: `${summit.confidentialityWording || 'Confidential. For the named reader only.'} If you find this book, please hand it to the summit desk.`,
    },
    { kind: 'page', key: 'contents', title: 'Contents', blocks: [{ kind: 'contents', title: 'Contents', depth }] },
  ];
}

export function summitName({ name, edition }: Pick<Summit, 'name' | 'edition'>): string {
  return [name, edition].filter(Boolean).join(' ') || 'Partner summit';
}
