import { apply } from '../kernel/change.ts';
import type { MintId, SummitId } from '../kernel/ids.ts';
import { addDefaultCriteria } from '../invitations/default-criteria.ts';
import { newSnapshot, type Snapshot } from './snapshot.ts';

/** A summit as *New summit* begins it: blank, with the usual criteria for choosing invitees. */
export function newSummit(name: string, mint: MintId): Snapshot {
  const blank = newSnapshot(mint<SummitId>(), name);
  return apply(blank, addDefaultCriteria(mint).edits);
}
