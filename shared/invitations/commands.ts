import { add, type Change, change, type Edit, set } from '../kernel/change.ts';
import type { InvitationId, MintId, PartnerId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { counted } from '../kernel/text.ts';
import type { LocalDate } from '../kernel/time.ts';
import type { PartnerTable } from '../partners/partner.ts';
import { type SummitTable, theSummit } from '../summit/summit.ts';
import type { Proposal, Wave } from './choose.ts';
import type { Ground } from './ground.ts';
import type { Invitation, InvitationStage, InvitationTable } from './invitation.ts';
import { holdsSeat, invitationOf, mayMove, seatsUsed } from './stage.ts';

export type InvitationProblem =
  | { readonly code: 'no-such-invitation'; readonly invitation: InvitationId }
  | { readonly code: 'no-such-partner'; readonly partner: PartnerId }
  | { readonly code: 'already-on-the-list'; readonly partner: PartnerId }
  | { readonly code: 'illegal-move'; readonly invitation: InvitationId; readonly from: InvitationStage; readonly to: InvitationStage }
  | { readonly code: 'approver-missing' }
  | { readonly code: 'reason-missing' }
  | { readonly code: 'no-seat-free'; readonly seatLimit: number; readonly needed: number }
  | { readonly code: 'nothing-chosen' };

/** When a step was taken, by whom and why. */
export type StepNote = { readonly on: LocalDate; readonly who: string; readonly why: string };

/** People an organisation may send unless the planner says otherwise. */
const usualSeats = 2;

/** Puts partners on the short list. */
export function shortlist(tables: PartnerTable & InvitationTable, partners: readonly PartnerId[], note: StepNote, mint: MintId): Result<Change, InvitationProblem> {
  const rows: Invitation[] = [];
  for (const id of new Set(partners)) {
    if (!tables.partners.has(id)) return err({ code: 'no-such-partner', partner: id });
    if (invitationOf(tables, id)) return err({ code: 'already-on-the-list', partner: id });
    rows.push(newInvitation(id, null, [], note, mint));
  }
  if (rows.length === 0) return err({ code: 'nothing-chosen' });
  return ok(change(`Shortlist ${counted(rows.length, 'partner')}`, rows.map((row) => add('invitations', row))));
}

/** Takes a proposal as it stands, as one step: new invitees are shortlisted in their wave, shortlisted ones get wave and grounds. */
export function takeProposal({ invitations }: InvitationTable, { invitees }: Proposal, note: StepNote, mint: MintId): Result<Change, InvitationProblem> {
  const byPartner = new Map([...invitations.values()].map((invitation) => [invitation.partner, invitation]));
  const proposed = new Set(invitees.map(({ partner }) => partner));
  const edits = invitees.map(({ partner, wave, grounds }): Edit => {
    const known = byPartner.get(partner);
    return known ? set('invitations', known, { wave, grounds: mergedGrounds(known.grounds, grounds) }) : add('invitations', newInvitation(partner, wave, grounds, note, mint));
  });
  // who was shortlisted in a wave and is not proposed any more leaves the wave, so that the waves stay within the seats
  const dropped = [...invitations.values()].filter(({ stage, wave, partner }) => stage === 'shortlisted' && wave !== null && !proposed.has(partner));
  if (edits.length === 0 && dropped.length === 0) return err({ code: 'nothing-chosen' });
  return ok(change(`Propose ${counted(invitees.length, 'invitee')}`, [...edits, ...dropped.map((row) => set('invitations', row, { wave: null }))], note.why || undefined));
}

/**
 * Moves invitations to a stage, all or none. Refuses a move that is not in the table of transitions, an approval without a name, and
 * approving or inviting more than there are seats. Whoever approves becomes the approver.
 */
export function moveStage(tables: SummitTable & InvitationTable, ids: readonly InvitationId[], to: InvitationStage, note: StepNote): Result<Change, InvitationProblem> {
  const { seatLimit } = theSummit(tables);
  if (ids.length === 0) return err({ code: 'nothing-chosen' });
  if (to === 'approved' && note.who.trim() === '') return err({ code: 'approver-missing' });
  const edits: Edit[] = [];
  let newSeats = 0;
  for (const id of new Set(ids)) {
    const invitation = tables.invitations.get(id);
    if (!invitation) return err({ code: 'no-such-invitation', invitation: id });
    if (!mayMove(invitation.stage, to)) return err({ code: 'illegal-move', invitation: id, from: invitation.stage, to });
    if (holdsSeat(to) && !holdsSeat(invitation.stage)) newSeats++;
    edits.push(set('invitations', invitation, { stage: to, steps: [...invitation.steps, { stage: to, ...note }], ...(to === 'approved' && { approver: note.who.trim() }) }));
  }
  const needed = seatsUsed(tables) + newSeats;
  if (seatLimit !== null && newSeats > 0 && needed > seatLimit) return err({ code: 'no-seat-free', seatLimit, needed });
  return ok(change(`${moveWords[to]} ${counted(edits.length, 'invitation')}`, edits, note.why || undefined));
}

/** Puts invitations into a wave, or with null into none. */
export function assignWave({ invitations }: InvitationTable, ids: readonly InvitationId[], wave: Wave | null): Result<Change, InvitationProblem> {
  const found: Invitation[] = [];
  for (const id of new Set(ids)) {
    const invitation = invitations.get(id);
    if (!invitation) return err({ code: 'no-such-invitation', invitation: id });
    found.push(invitation);
  }
  if (found.length === 0) return err({ code: 'nothing-chosen' });
  const label = wave === null ? `Take ${counted(found.length, 'invitation')} out of the waves` : `Put ${counted(found.length, 'invitation')} into wave ${wave}`;
  return ok(change(label, found.map((invitation) => set('invitations', invitation, { wave }))));
}

/** Records a ground with its reason; the same kind again replaces the reason. Refuses an empty reason. */
export function recordGround({ invitations }: InvitationTable, ids: readonly InvitationId[], ground: Ground): Result<Change, InvitationProblem> {
  const reason = ground.reason.trim();
  if (reason === '') return err({ code: 'reason-missing' });
  const edits: Edit[] = [];
  for (const id of new Set(ids)) {
    const invitation = invitations.get(id);
    if (!invitation) return err({ code: 'no-such-invitation', invitation: id });
    edits.push(set('invitations', invitation, { grounds: [...invitation.grounds.filter(({ kind }) => kind !== ground.kind), { kind: ground.kind, reason }] }));
  }
  return edits.length === 0 ? err({ code: 'nothing-chosen' }) : ok(change(`Record ground for ${counted(edits.length, 'invitation')}`, edits));
}

/** Takes a ground away. */
export function removeGround({ invitations }: InvitationTable, id: InvitationId, kind: Ground['kind']): Result<Change, InvitationProblem> {
  const invitation = invitations.get(id);
  if (!invitation) return err({ code: 'no-such-invitation', invitation: id });
  return ok(change('Remove ground', [set('invitations', invitation, { grounds: invitation.grounds.filter((ground) => ground.kind !== kind) })]));
}

function newInvitation(partner: PartnerId, wave: Wave | null, grounds: readonly Ground[], note: StepNote, mint: MintId): Invitation {
  return { id: mint<InvitationId>(), partner, stage: 'shortlisted', wave, seats: usualSeats, grounds, approver: '', steps: [{ stage: 'shortlisted', ...note }] };
}

/** Grounds a person wrote stay, with their words; found ones are added. */
function mergedGrounds(written: readonly Ground[], found: readonly Ground[]): Ground[] {
  return [...written, ...found.filter(({ kind }) => !written.some((ground) => ground.kind === kind))];
}

const moveWords: Readonly<Record<InvitationStage, string>> = {
  shortlisted: 'Shortlist', approved: 'Approve', invited: 'Invite', accepted: 'Accept', declined: 'Decline', waitlisted: 'Wait-list',
  registered: 'Register', confirmed: 'Confirm', cancelled: 'Cancel', attended: 'Mark attended', 'no-show': 'Mark as no-show',
};
