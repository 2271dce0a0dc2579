import type { Agreement } from '../../agreements/agreement.ts';
import { type Invitation, type InvitationStage } from '../../invitations/invitation.ts';
import { groupBy } from '../../kernel/group.ts';
import { counted } from '../../kernel/text.ts';
import type { Draft } from './draft.ts';
import { repoint } from './repoint.ts';

/** From the least to the furthest step of an invitation's life; of two that meet, the one further along is what has really happened. */
const further: readonly InvitationStage[] = ['shortlisted', 'waitlisted', 'approved', 'cancelled', 'declined', 'invited', 'accepted', 'registered', 'confirmed', 'no-show', 'attended'];

/** A partner has at most one invitation: the one further along stands, with the seats, grounds and steps of both. */
export function uniteInvitations({ after, told }: Draft, kept: string): void {
  const [first, ...others] = [...after.invitations.values()].filter(({ partner }) => partner === kept).sort((a, b) => further.indexOf(b.stage) - further.indexOf(a.stage) || (a.id < b.id ? -1 : 1));
  if (first === undefined || others.length === 0) return;
  const all = [first, ...others];
  const grounds = new Map(all.flatMap((invitation) => invitation.grounds.map((ground) => [JSON.stringify(ground), ground] as const)));
  const steps = new Map(all.flatMap((invitation) => invitation.steps.map((step) => [JSON.stringify(step), step] as const)));
  const united: Invitation = {
    ...first, wave: all.find(({ wave }) => wave !== null)?.wave ?? null, seats: Math.max(...all.map(({ seats }) => seats)), approver: all.find(({ approver }) => approver !== '')?.approver ?? '',
    grounds: [...grounds.values()], steps: [...steps.values()].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  };
  for (const { id } of others) after.invitations.delete(id);
  after.invitations.set(first.id, united);
  told.push(`${counted(all.length, 'invitation')} become one: ${first.stage}, ${counted(united.seats, 'seat')}.`);
}

/** Two agreements that say the same are one; others both stand, and coverage counts the better. */
export function uniteAgreements({ before, after, told }: Draft, field: 'partner' | 'contact', kept: string, gone: string): void {
  const mine = [...after.agreements.values()].filter((agreement) => agreement[field] === kept);
  const moved = mine.filter(({ id }) => before.agreements.get(id)?.[field] === gone);
  const standing = new Map(mine.filter((agreement) => !moved.includes(agreement)).map((agreement) => [substance(agreement), agreement]));
  const same = moved.filter((agreement) => {
    const known = standing.get(substance(agreement));
    return known !== undefined && (known.code === agreement.code || known.code === '' || agreement.code === '');
  });
  for (const agreement of same) {
    const known = standing.get(substance(agreement));
    if (known?.code === '' && agreement.code !== '') after.agreements.set(known.id, { ...known, code: agreement.code });
    after.agreements.delete(agreement.id);
  }
  if (same.length > 0) told.push(`${counted(same.length, 'NDA')} said the same as another and ${same.length === 1 ? 'goes' : 'go'}.`);
  if (moved.length > same.length && standing.size > 0) told.push(`${counted(mine.length - same.length, 'NDA')} stand side by side: coverage counts the better.`);
}

/** What an agreement says, whatever the register calls it. */
function substance(agreement: Agreement): string {
  return JSON.stringify({ ...agreement, id: null, code: null });
}

/** A partner is nominated for an award once: the nomination that the kept partner had stands, and the scores of both count for it. */
export function uniteNominations(draft: Draft, kept: string, gone: string): void {
  const { before, after, told } = draft;
  const mine = [...after.nominations.values()].filter(({ partner }) => partner === kept);
  const moved = mine.filter(({ id }) => before.nominations.get(id)?.partner === gone);
  let united = 0;
  for (const nomination of moved) {
    const stands = mine.find((other) => !moved.includes(other) && other.category === nomination.category);
    if (stands === undefined) continue;
    after.nominations.set(stands.id, { ...stands, citation: stands.citation || nomination.citation, nominator: stands.nominator || nomination.nominator, nominatorSide: stands.nominatorSide ?? nomination.nominatorSide, submittedOn: stands.submittedOn ?? nomination.submittedOn, code: stands.code || nomination.code });
    after.nominations.delete(nomination.id);
    repoint(draft, 'nominations', nomination.id, stands.id);
    united++;
  }
  if (united === 0) return;
  told.push(`${counted(united, 'nomination')} for the same award become${united === 1 ? 's' : ''} part of the one that stands.`);
  uniteScores(draft);
}

/** A judge scores a nomination once a criterion: the score that was there stands where it says anything. */
function uniteScores({ before, after, told }: Draft): void {
  let dropped = 0;
  for (const [, twins] of groupBy([...after.scores.values()], ({ judge, nomination, criterion }) => JSON.stringify([judge, nomination, criterion]))) {
    if (twins.every((score) => before.scores.get(score.id) === score)) continue;
    const [stands, ...others] = [...twins].sort((a, b) => Number(a.value === null) - Number(b.value === null) || Number(before.scores.get(a.id) !== a) - Number(before.scores.get(b.id) !== b));
    if (stands === undefined) continue;
    for (const { id } of others) after.scores.delete(id);
    dropped += others.length;
  }
  for (const [, twins] of groupBy([...after.recusals.values()], ({ judge, nomination }) => JSON.stringify([judge, nomination]))) {
    if (twins.some((recusal) => before.recusals.get(recusal.id) !== recusal)) for (const { id } of twins.slice(1)) after.recusals.delete(id);
  }
  if (dropped > 0) told.push(`${counted(dropped, 'score')} of the same judge on the same criterion ${dropped === 1 ? 'goes' : 'go'}: the first stands.`);
}
