import type { PartnerId } from '#shared/kernel/ids.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { camSheets, partnerSheets } from './commitment-sheets.ts';
import type { Packet, PacketForm, PacketKind } from './packet.ts';
import { requestForms } from './request-forms.ts';
import { scoreSheets } from './score-sheets.ts';

export const packetForms: Readonly<Record<PacketKind, PacketForm>> = { 'score-sheet': scoreSheets, 'request-form': requestForms, 'cam-commitments': camSheets, 'partner-commitments': partnerSheets };

/** The packets of a kind as the summit would send them now. */
export function packetsOf(snapshot: Snapshot, kind: PacketKind, expected: ReadonlySet<PartnerId> = new Set(snapshot.partners.keys())): Packet[] {
  return packetForms[kind].packets(snapshot, expected);
}
