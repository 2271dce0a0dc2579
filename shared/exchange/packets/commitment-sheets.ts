import { moveTo } from '#shared/commitments/commands.ts';
import { type Commitment, commitmentStatuses } from '#shared/commitments/commitment.ts';
import { statusTitles } from '#shared/commitments/life.ts';
import { typeTitles } from '#shared/commitments/routes.ts';
import { apply, change, type Change, set, together } from '#shared/kernel/change.ts';
import { groupBy } from '#shared/kernel/group.ts';
import type { CommitmentId, PartnerId } from '#shared/kernel/ids.ts';
import { plainAmount } from '#shared/kernel/money.ts';
import { byName } from '#shared/kernel/name-order.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { LocalDate } from '#shared/kernel/time.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import type { FilledLine, Packet, PacketField, PacketForm, PacketLine } from './packet.ts';

const statuses = commitmentStatuses.map((status) => statusTitles[status]);

const promised: readonly PacketField[] = [
  { id: 'reference', header: 'Reference', kind: 'text', locked: true, width: 12 },
  { id: 'partner', header: 'Partner', kind: 'text', locked: true, width: 26 },
  { id: 'side', header: 'Promised by', kind: 'text', locked: true, width: 12 },
  { id: 'type', header: 'Type', kind: 'text', locked: true, width: 24 },
  { id: 'description', header: 'Promise', kind: 'text', locked: true, width: 50 },
  { id: 'amount', header: 'Amount', kind: 'number', locked: true, width: 16 },
  { id: 'currency', header: 'Currency', kind: 'text', locked: true, width: 10 },
];

const camFields: readonly PacketField[] = [
  ...promised, { id: 'due', header: 'Due', kind: 'date', locked: false, width: 14 }, { id: 'vendorOwner', header: 'Vendor owner', kind: 'text', locked: false, width: 24 }, { id: 'partnerOwner', header: 'Partner owner', kind: 'text', locked: false, width: 24 },
  { id: 'status', header: 'Status', kind: 'text', locked: false, choices: statuses, width: 16 }, { id: 'receipt', header: 'Receipt reference', kind: 'text', locked: false, width: 22 },
];
const partnerFields: readonly PacketField[] = [
  ...promised, { id: 'due', header: 'Due', kind: 'date', locked: true, width: 14 }, { id: 'vendorOwner', header: 'Vendor owner', kind: 'text', locked: true, width: 24 }, { id: 'partnerOwner', header: 'Partner owner', kind: 'text', locked: false, width: 24 },
  { id: 'status', header: 'Status', kind: 'text', locked: false, choices: statuses, width: 16 },
];

/** The promises of both sides, kept up to date by account managers. */
export const camSheets: PacketForm = { fields: camFields, packets: (snapshot) => sheets(snapshot, 'cam'), enter };
/** The promises of both sides, kept up to date by partners: what either side may sign, and no reference of a team. */
export const partnerSheets: PacketForm = { fields: partnerFields, packets: (snapshot) => sheets(snapshot, 'partner'), enter };

function sheets(snapshot: Snapshot, by: 'cam' | 'partner'): Packet[] {
  const groups = groupBy([...snapshot.commitments.values()].filter(({ partner }) => snapshot.partners.has(partner)), ({ partner }) => (by === 'partner' ? partner : (snapshot.partners.get(partner)?.camName ?? '')));
  return [...groups].filter(([reader]) => reader !== '').map(([reader, commitments]): Packet => {
    const name = by === 'cam' ? reader : (snapshot.partners.get(reader as PartnerId)?.name ?? reader);
    return {
      kind: by === 'cam' ? 'cam-commitments' : 'partner-commitments', reader, name, title: `Commitments – ${name}`, fields: by === 'cam' ? camFields : partnerFields, spare: 0, lines: commitments.map((each) => lineOf(snapshot, each)),
      intro: ['What was promised at the summit, and what has become of it.', 'Bring the white columns up to date, save the file and send it back.'],
    };
  }).sort((a, b) => byName(a.name, b.name));
}

/** What has become of a promise. Refuses a step its life does not have and a date no calendar has. */
function enter(snapshot: Snapshot, { key, values, name }: FilledLine): Result<Change, string> {
  const commitment = snapshot.commitments.get(key as CommitmentId);
  if (!commitment) return err('the commitment is gone');
  const due = values['due'] ?? '';
  const dueOn = due === '' ? null : LocalDate.safeParse(due);
  if (dueOn && !dueOn.success) return err(`“${due}” is no day; write it as 2027-06-30`);
  const owners: Partial<Commitment> = { vendorOwner: values['vendorOwner'] ?? commitment.vendorOwner, partnerOwner: values['partnerOwner'] ?? commitment.partnerOwner, receipt: values['receipt'] ?? commitment.receipt, ...('due' in values ? { dueOn: dueOn?.data ?? null } : {}) };
  const edited = change('Promise', [set('commitments', commitment, owners)]);
  const wanted = values['status'] ?? '';
  const status = commitmentStatuses.find((each) => statusTitles[each].toLowerCase() === wanted.trim().toLowerCase());
  if (wanted !== '' && status === undefined) return err(`“${wanted}” is no status: ${statuses.join(', ')}`);
  if (status === undefined || status === commitment.status) return ok(edited);
  const moved = moveTo(apply(snapshot, edited.edits), [commitment.id], status, `As ${name} says in the commitment sheet`);
  return moved.ok ? ok(together('Promise', [edited, moved.value])) : err(`it cannot go from ${commitment.status === null ? 'no status' : statusTitles[commitment.status]} to ${statusTitles[status]}${moved.problem.code === 'not-yet-a-commitment' ? ' before it has a side, a type, an owner and a date' : ''}`);
}

function lineOf({ partners }: Snapshot, one: Commitment): PacketLine {
  const partner = partners.get(one.partner)?.name ?? '';
  return {
    key: one.id, what: `${one.code || 'promise'} of ${partner}`,
    values: {
      reference: one.code, partner, side: one.side ?? '', type: one.type === null ? '' : typeTitles[one.type], description: one.description, amount: one.money === null ? '' : plainAmount(one.money.hundredths), currency: one.money?.currency ?? '',
      due: one.dueOn ?? '', vendorOwner: one.vendorOwner, partnerOwner: one.partnerOwner, status: one.status === null ? '' : statusTitles[one.status], receipt: one.receipt,
    },
  };
}
