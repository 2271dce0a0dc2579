import type { PartnerId } from '../kernel/ids.ts';
import type { Invitation, InvitationStage, InvitationTable } from './invitation.ts';

/** Where an invitation may go from each stage. Buttons, imports and tests ask this table. */
export const transitions: Readonly<Record<InvitationStage, readonly InvitationStage[]>> = {
  shortlisted: ['approved', 'waitlisted', 'cancelled'],
  waitlisted: ['approved', 'shortlisted', 'cancelled'],
  approved: ['invited', 'shortlisted', 'waitlisted', 'cancelled'],
  invited: ['accepted', 'declined', 'cancelled'],
  // a reply may be changed until the doors open
  accepted: ['registered', 'confirmed', 'declined', 'cancelled'],
  declined: ['invited', 'accepted'],
  registered: ['confirmed', 'attended', 'no-show', 'declined', 'cancelled'],
  confirmed: ['attended', 'no-show', 'declined', 'cancelled'],
  cancelled: ['shortlisted'],
  // the front desk corrects itself
  attended: ['no-show', 'confirmed'],
  'no-show': ['attended', 'confirmed'],
};

export function mayMove(from: InvitationStage, to: InvitationStage): boolean {
  return transitions[from].includes(to);
}

/** Whether a stage takes one of the summit's seats. A no-show's seat is not free again. */
export function holdsSeat(stage: InvitationStage): boolean {
  return stage !== 'shortlisted' && stage !== 'waitlisted' && stage !== 'declined' && stage !== 'cancelled';
}

/** Whether people of the partner are expected in the rooms. */
export function isExpected(stage: InvitationStage): boolean {
  return holdsSeat(stage) && stage !== 'no-show';
}

/** Partner organisations that hold a seat. */
export function seatsUsed({ invitations }: InvitationTable): number {
  let used = 0;
  for (const { stage } of invitations.values()) if (holdsSeat(stage)) used++;
  return used;
}

/** Partners whose people are expected, whatever they have answered so far. */
export function expectedPartners({ invitations }: InvitationTable): ReadonlySet<PartnerId> {
  return new Set([...invitations.values()].filter(({ stage }) => isExpected(stage)).map(({ partner }) => partner));
}

export function invitationOf({ invitations }: InvitationTable, partner: PartnerId): Invitation | null {
  for (const invitation of invitations.values()) if (invitation.partner === partner) return invitation;
  return null;
}

/** A stage as a button or a badge says it. */
export const stageLabels: Readonly<Record<InvitationStage, string>> = {
  shortlisted: 'Shortlisted', approved: 'Approved', invited: 'Invited', accepted: 'Accepted', declined: 'Declined', waitlisted: 'Wait-listed',
  registered: 'Registered', confirmed: 'Confirmed', cancelled: 'Cancelled', attended: 'Attended', 'no-show': 'No-show',
};
