import { nextFromWaitlist, proposeWaves, waves, type Wave } from '#shared/invitations/choose.ts';
import { assignWave, moveStage, recordGround, shortlist, takeProposal } from '#shared/invitations/commands.ts';
import { type Criterion, criterionFields } from '#shared/invitations/criterion.ts';
import { addDefaultCriteria } from '#shared/invitations/default-criteria.ts';
import { type GroundKind, usualLimits } from '#shared/invitations/ground.ts';
import type { InvitationStage } from '#shared/invitations/invitation.ts';
import { invitationOf, stageLabels } from '#shared/invitations/stage.ts';
import type { CriterionId, InvitationId, PartnerId } from '#shared/kernel/ids.ts';
import { counted } from '#shared/kernel/text.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import { addRow, editFields } from '#shared/workspace/edit-field.ts';
import { type Action, defineAction } from '#renderer/app/action.ts';
import { choiceOf, removeRecords } from '#renderer/app/record.ts';
import type { Planner } from '#renderer/app/use-planner.ts';
import { type Field, numberIn, textIn } from '#renderer/ui/forms/field.ts';
import { groundChoices, movesFor } from './candidates.ts';
import { fieldLabels, horizonChoices } from './criterion-words.ts';

export const propose = defineAction({ id: 'invitees.propose-waves', label: 'Propose waves…', keys: 'Mod+Alt+P', place: 'invitees', isEnabled: ({ snapshot }) => snapshot.partners.size > 0, run: proposeFromForm });
export const addCriterion = defineAction({ id: 'invitees.add-criterion', label: 'Add criterion', place: 'invitees', run: addCriterionFromForm });
export const addUsualCriteria = defineAction({
  id: 'invitees.add-usual-criteria', label: 'Add the usual criteria', place: 'invitees', isEnabled: ({ snapshot }) => snapshot.criteria.size === 0,
  run: ({ commit, mint }) => { commit(addDefaultCriteria(mint)); },
});
export const approveNext = defineAction({
  id: 'invitees.approve-next', label: 'Approve next from the wait-list', place: 'invitees', isEnabled: ({ snapshot }) => nextFromWaitlist(snapshot) !== null,
  run: async (planner) => {
    const next = nextFromWaitlist(planner.snapshot);
    if (next && (await move(planner, [next.id], 'approved'))) planner.go('invitees', next.partner);
  },
});
export const shortlistSelected = defineAction({
  id: 'invitees.shortlist', label: 'Shortlist', keys: 'Mod+Alt+S', place: 'invitees', isEnabled: (planner) => planner.selected !== null && selectedInvitation(planner) === null,
  run: (planner) => { if (planner.selected !== null) shortlistPartners(planner, [planner.selected as PartnerId]); },
});
export const addGround = defineAction({
  id: 'invitees.add-ground', label: 'Add ground…', keys: 'Mod+Alt+G', place: 'invitees', isEnabled: (planner) => selectedInvitation(planner) !== null,
  run: async (planner) => { const invitation = selectedInvitation(planner); if (invitation) await ground(planner, [invitation.id]); },
});
export const removeInvitation = defineAction({
  id: 'invitees.remove', label: 'Take off the list', place: 'invitees', isEnabled: (planner) => selectedInvitation(planner) !== null,
  run: async (planner) => { const invitation = selectedInvitation(planner); if (invitation) await takeOff(planner, [invitation.id]); },
});

/** One action a stage, so that palette and shortcuts reach every step of the life. */
const moveActions = (['approved', 'invited', 'accepted', 'declined', 'waitlisted', 'registered', 'confirmed', 'cancelled', 'attended', 'no-show'] as const).map((to) =>
  defineAction({
    id: `invitees.move-${to}`, label: `Mark ${stageLabels[to].toLowerCase()}`, place: 'invitees', ...(to === 'approved' && { keys: 'Mod+Alt+A' }), ...(to === 'invited' && { keys: 'Mod+Alt+I' }),
    isEnabled: (planner) => { const invitation = selectedInvitation(planner); return invitation !== null && movesFor([invitation]).includes(to); },
    run: async (planner) => { const invitation = selectedInvitation(planner); if (invitation) await move(planner, [invitation.id], to); },
  }),
);

const waveActions = waves.map((wave) =>
  defineAction({
    id: `invitees.wave-${wave.toLowerCase()}`, label: `Put into wave ${wave}`, keys: `Mod+Alt+${waves.indexOf(wave) + 1}`, place: 'invitees', isEnabled: (planner) => selectedInvitation(planner) !== null,
    run: (planner) => { const invitation = selectedInvitation(planner); if (invitation) putIntoWave(planner, [invitation.id], wave); },
  }),
);

export const inviteeActions: readonly Action[] = [propose, approveNext, shortlistSelected, addGround, ...moveActions, ...waveActions, removeInvitation, addCriterion, addUsualCriteria];

export function selectedInvitation({ selected, snapshot }: Planner) {
  return selected === null ? null : (invitationOf(snapshot, selected as PartnerId) ?? snapshot.invitations.get(selected as InvitationId) ?? null);
}

export function shortlistPartners(planner: Planner, partners: readonly PartnerId[]): boolean {
  return planner.attempt(shortlist(planner.snapshot, partners, { on: planner.today(), who: planner.actor, why: '' }, planner.mint));
}

/** Moves invitations after asking on which day, by whom and why. */
export async function move(planner: Planner, ids: readonly InvitationId[], to: InvitationStage): Promise<boolean> {
  const values = await planner.fill({
    title: `Mark ${counted(ids.length, 'invitation')} ${stageLabels[to].toLowerCase()}`, submit: `Mark ${stageLabels[to].toLowerCase()}`, initial: { on: planner.today(), who: planner.actor },
    fields: [
      { name: 'on', label: 'On', kind: 'date', required: true, width: 'half' }, { name: 'who', label: to === 'approved' ? 'Approved by' : 'By', kind: 'text', required: to === 'approved', width: 'half' },
      { name: 'why', label: to === 'declined' || to === 'cancelled' ? 'Reason given' : 'Note', kind: 'text' },
    ],
  });
  return values !== null && planner.attempt(moveStage(planner.snapshot, ids, to, { on: textIn(values, 'on') as LocalDate, who: textIn(values, 'who'), why: textIn(values, 'why') }));
}

export function putIntoWave(planner: Planner, ids: readonly InvitationId[], wave: Wave | null): boolean {
  return planner.attempt(assignWave(planner.snapshot, ids, wave));
}

export async function ground(planner: Planner, ids: readonly InvitationId[]): Promise<boolean> {
  const fields: Field[] = [
    { name: 'kind', label: 'Ground', kind: 'choice', choices: groundChoices, required: true },
    { name: 'reason', label: 'Reason', kind: 'text', multiline: true, required: true, hint: 'What somebody who asks a year from now should read' },
  ];
  const values = await planner.fill({ title: `Add ground for ${counted(ids.length, 'invitation')}`, submit: 'Add ground', fields });
  return values !== null && planner.attempt(recordGround(planner.snapshot, ids, { kind: textIn(values, 'kind') as GroundKind, reason: textIn(values, 'reason') }));
}

export async function takeOff(planner: Planner, ids: readonly string[]): Promise<boolean> {
  const { invitations, partners } = planner.snapshot;
  return removeRecords(planner, 'invitations', ids, 'invitation', (id) => `the invitation of ${partners.get(invitations.get(id as InvitationId)?.partner as PartnerId)?.name ?? 'a partner'}`);
}

/** Asks how wide the doors are, says what would come of it, and takes it as one step. */
async function proposeFromForm(planner: Planner): Promise<void> {
  const { snapshot, summit } = planner;
  if (snapshot.criteria.size === 0 && (await planner.confirm({ title: 'Add the usual criteria?', text: 'There is nothing to score by yet. The usual eight criteria weigh history and prospects alike; you can change them.', yes: 'Add criteria' }))) {
    planner.commit(addDefaultCriteria(planner.mint));
    planner.tell('The usual criteria are added. Look at them under Criteria, then propose waves.');
    return;
  }
  const usual = usualLimits(snapshot);
  const values = await planner.fill({
    title: 'Propose waves', submit: 'See the proposal', initial: { seatLimit: summit.seatLimit, topTiers: usual.topTiers, topByRevenue: usual.topByRevenue },
    intro: 'Strategic partners and council members come first, then the best scores with a ground. Revenue alone is no ground.',
    fields: [
      { name: 'seatLimit', label: 'Seats for partners', kind: 'number', whole: true, min: 1, required: true },
      { name: 'topTiers', label: 'Tiers that count as top', kind: 'number', whole: true, min: 0, max: summit.tiers.length, required: true, width: 'half', hint: summit.tiers.join(', ') },
      { name: 'topByRevenue', label: 'Highest by revenue', kind: 'number', whole: true, min: 0, required: true, width: 'half', hint: 'Counts as a ground beside another' },
    ],
  });
  if (!values) return;
  const seatLimit = numberIn(values, 'seatLimit') ?? 1;
  const outcome = proposeWaves(snapshot, { seatLimit, limits: { topTiers: numberIn(values, 'topTiers') ?? 0, topByRevenue: numberIn(values, 'topByRevenue') ?? 0 } });
  if (!outcome.ok) { planner.attempt(outcome); return; }
  const { invitees, seatsUsed, leftOut, revenueOnly } = outcome.value;
  const inWave = (wave: Wave) => invitees.filter((one) => one.wave === wave).length;
  const text = `Wave A: ${inWave('A')} for ${seatLimit - seatsUsed} free of ${seatLimit} seats. Wave B: ${inWave('B')}. Wave C: ${inWave('C')}. ${counted(leftOut.length, 'partner')} with a ground find no room, ${revenueOnly.length} have only revenue. Everyone starts as shortlisted.`;
  if (!(await planner.confirm({ title: 'Take this proposal?', text, yes: `Shortlist ${invitees.length}` }))) return;
  if (planner.attempt(takeProposal(snapshot, outcome.value, { on: planner.today(), who: planner.actor, why: 'Proposed from scores and grounds' }, planner.mint)) && seatLimit !== summit.seatLimit) {
    planner.attempt(editFields(snapshot, 'summits', summit.id, { seatLimit }, `Set the seat limit to ${seatLimit}`));
  }
}

async function addCriterionFromForm(planner: Planner): Promise<void> {
  const values = await planner.fill({
    title: 'Add criterion', submit: 'Add criterion', initial: { weight: 10, horizon: 'forward-looking' },
    fields: [
      { name: 'name', label: 'Name', kind: 'text', required: true }, { name: 'field', label: 'Looks at', kind: 'choice', required: true, choices: criterionFields.map((value) => ({ ...choiceOf(value), label: fieldLabels[value] })) },
      { name: 'weight', label: 'Weight', kind: 'number', min: 0, max: 100, required: true, width: 'half' }, { name: 'horizon', label: 'Looks', kind: 'choice', choices: horizonChoices, required: true, width: 'half' },
    ],
  });
  if (!values) return;
  const criterion: Criterion = { id: planner.mint<CriterionId>(), name: textIn(values, 'name'), field: textIn(values, 'field') as Criterion['field'], weight: numberIn(values, 'weight') ?? 0, horizon: textIn(values, 'horizon') as Criterion['horizon'] };
  planner.attempt(addRow('criteria', criterion, `Add ${criterion.name}`));
}
