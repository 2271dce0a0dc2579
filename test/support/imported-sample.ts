import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import { toChange } from '#shared/exchange/intake/to-change.ts';
import type { Invitation } from '#shared/invitations/invitation.ts';
import { apply } from '#shared/kernel/change.ts';
import { type InvitationId, mintFrom, type SummitId } from '#shared/kernel/ids.ts';
import { seeded } from '#shared/kernel/random.ts';
import { newSnapshot, type Snapshot } from '#shared/workspace/snapshot.ts';

/** The exports of the product's own sample, as a planner gets them from other programs. */
export const sampleExports = new URL('../../build/sample/exports', import.meta.url).pathname;

/** A summit into which those exports were imported, and for which as many of the partners who ask for meetings have accepted. */
export async function importedSample(name: string, accepted: number): Promise<Snapshot> {
  const files = readdirSync(sampleExports).sort().map((file) => ({ name: file, bytes: new Uint8Array(readFileSync(join(sampleExports, file))) }));
  const empty = newSnapshot('summit' as SummitId, name);
  const chance = seeded(1);
  const { change } = toChange(await readFolder(files), empty, mintFrom(() => chance.below(256)));
  const imported = apply(empty, change.edits);
  const asking = [...new Set([...imported.requests.values()].map(({ partner }) => partner))].slice(0, accepted);
  const invitations = asking.map((partner, index): Invitation => ({ id: `invitation-${index}` as InvitationId, partner, stage: 'accepted', wave: 'A', seats: 2, grounds: [], approver: '', steps: [] }));
  return { ...imported, invitations: new Map(invitations.map((invitation) => [invitation.id, invitation])) };
}
