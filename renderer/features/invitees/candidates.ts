import { type Invitation, invitationStages } from '#shared/invitations/invitation.ts';
import { type GroundKind, groundLabels } from '#shared/invitations/ground.ts';
import { type Score, scores } from '#shared/invitations/score.ts';
import { mayMove, stageLabels } from '#shared/invitations/stage.ts';
import type { InvitationStage } from '#shared/invitations/invitation.ts';
import type { PartnerId } from '#shared/kernel/ids.ts';
import { byName } from '#shared/kernel/name-order.ts';
import type { Partner } from '#shared/partners/partner.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';

/** One partner as a candidate: its score, and its invitation once there is one. The row has the partner's id. */
export type Candidate = { readonly id: PartnerId; readonly partner: Partner; readonly score: Score | null; readonly place: number | null; readonly invitation: Invitation | null };

/** Every partner, best score first. */
export function candidates(snapshot: Snapshot): Candidate[] {
  const score = scores(snapshot);
  const invitationOf = new Map([...snapshot.invitations.values()].map((invitation) => [invitation.partner, invitation]));
  const list = [...snapshot.partners.values()].map((partner) => ({ id: partner.id, partner, score: score.get(partner.id) ?? null, invitation: invitationOf.get(partner.id) ?? null }));
  list.sort((a, b) => (b.score?.tenths ?? -1) - (a.score?.tenths ?? -1) || byName(a.partner.name, b.partner.name));
  return list.map((one, index) => ({ ...one, place: (one.score?.tenths ?? null) === null ? null : index + 1 }));
}

/** The candidate that is selected, by its own id or, as search and findings know it, by that of its invitation. */
export function candidateOf(all: readonly Candidate[], selected: string | null): Candidate | undefined {
  return selected === null ? undefined : all.find(({ id, invitation }) => id === selected || invitation?.id === selected);
}

export function groundsText(invitation: Invitation | null): string {
  return invitation?.grounds.map(({ kind }) => groundLabels[kind]).join(', ') ?? '';
}

/** The stages every one of these invitations may move to, in the order of the life. */
export function movesFor(invitations: readonly Invitation[]): InvitationStage[] {
  return invitations.length === 0 ? [] : invitationStages.filter((to) => invitations.every(({ stage }) => mayMove(stage, to)));
}

export const stageChoices = invitationStages.map((value) => ({ value, label: stageLabels[value] }));
export const groundChoices = (Object.entries(groundLabels) as [GroundKind, string][]).map(([value, label]) => ({ value, label }));
