import { camFields, partnerFields } from './commitment-packets.ts';
import type { PacketField, PacketKind } from './packet.ts';
import { requestFields } from './request-forms.ts';
import { scoreFields } from './score-sheets.ts';

/** The columns of a kind of sheet, whoever it is for. */
export function fieldsOfKind(kind: PacketKind): readonly PacketField[] {
  switch (kind) {
    case 'score-sheet': return scoreFields;
    case 'request-form': return requestFields;
    case 'cam-commitments': return camFields;
    case 'partner-commitments': return partnerFields;
  }
}
