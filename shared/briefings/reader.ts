import type { ExecutiveId, PartnerId } from '../kernel/ids.ts';
import type { Audience } from '../partners/disclosure.ts';

export const bookKinds = ['executive', 'partner', 'cam', 'master', 'stage'] as const;
export type BookKind = (typeof bookKinds)[number];

/** Whom a book is for. */
export type Reader =
  | { readonly kind: 'executive'; readonly executive: ExecutiveId }
  /** Every person of the partner reads it, so it says only what all of them may know. */
  | { readonly kind: 'partner'; readonly partner: PartnerId }
  | { readonly kind: 'cam'; readonly cam: string }
  | { readonly kind: 'master' }
  | { readonly kind: 'stage' };

/** The column of the disclosure tables that a book falls under. An account manager belongs to the vendor's team that keeps the notes. */
export const audienceOfKind: Readonly<Record<BookKind, Audience>> = { executive: 'host', partner: 'partner', cam: 'staff', master: 'staff', stage: 'host' };
