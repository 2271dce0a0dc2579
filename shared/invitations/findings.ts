import type { Finding, Severity } from '../kernel/finding.ts';
import { groupBy } from '../kernel/group.ts';
import type { PartnerId } from '../kernel/ids.ts';
import { counted } from '../kernel/text.ts';
import { type LocalDate } from '../kernel/time.ts';
import { sortName, type ContactTable } from '../partners/contact.ts';
import type { Partner } from '../partners/partner.ts';
import { theSummit } from '../summit/summit.ts';
import { nextFromWaitlist } from './choose.ts';
import { overlapWithTop, revenueShareOf } from './concentration.ts';
import { onlyRevenue } from './ground.ts';
import type { Invitation, InvitationTable } from './invitation.ts';
import { type ScoreTables, scores, weightSplit } from './score.ts';
import { holdsSeat, isExpected, seatsUsed, transitions } from './stage.ts';

export type InvitationFindingTables = ScoreTables & InvitationTable & ContactTable;

/** Everything there is to say about who is invited. */
export function findings(tables: InvitationFindingTables, today: LocalDate): Finding[] {
  return [
    ...overBooked(tables), ...duplicates(tables), ...grounds(tables), ...approvals(tables), ...leftOut(tables), ...everyoneEnrolled(tables), ...lookingBackOnly(tables),
    ...concentrated(tables), ...thinScores(tables), ...nobodyToSend(tables), ...seatFree(tables), ...notBegun(tables), ...futureSteps(tables, today),
  ];
}

// A seat promised twice is found out at the door.
function overBooked(tables: InvitationFindingTables): Finding[] {
  const { id, seatLimit } = theSummit(tables);
  const used = seatsUsed(tables);
  if (seatLimit === null || used <= seatLimit) return [];
  return [finding('more-invited-than-seats', 'blocker', [{ table: 'summits', id }], `${counted(used, 'partner')} hold a seat, but there are ${seatLimit} seats. Cancel or wait-list ${used - seatLimit}, or raise the limit.`)];
}

// A partner has one invitation; a second one counts its seat twice.
function duplicates({ invitations, partners }: InvitationFindingTables): Finding[] {
  const byPartner = groupBy(invitations.values(), ({ partner }) => partner);
  return [...byPartner].filter(([, rows]) => rows.length > 1).map(([partner, rows]) =>
    finding('partner-invited-twice', 'warning', rows.map(({ id }) => ({ table: 'invitations', id })), `${nameOf(partners, partner)} has ${rows.length} invitations. Keep one.`));
}

// An invitation is itself recognition: its ground is on record, and revenue alone is not enough.
function grounds({ invitations, partners }: InvitationFindingTables): Finding[] {
  return [...invitations.values()].filter(({ stage }) => holdsSeat(stage)).flatMap((invitation): Finding[] => {
    const name = nameOf(partners, invitation.partner);
    if (invitation.grounds.length === 0) return [about(invitation, 'invited-without-ground', 'warning', `${name} is ${invitation.stage} without a recorded ground. Record why.`)];
    if (onlyRevenue(invitation.grounds)) return [about(invitation, 'revenue-is-the-only-ground', 'warning', `${name} is ${invitation.stage} for revenue alone. Record another ground, or give the seat to a partner with more than revenue.`)];
    return [];
  });
}

// Somebody must have decided.
function approvals({ invitations, partners }: InvitationFindingTables): Finding[] {
  return [...invitations.values()].filter(({ stage, approver }) => holdsSeat(stage) && approver.trim() === '')
    .map((invitation) => about(invitation, 'invited-without-approver', 'advice', `Nobody is on record as approving ${nameOf(partners, invitation.partner)}. Name the approver.`));
}

// Council members and strategic partners are who the summit is for; leaving one out should be a decision, not an oversight.
function leftOut(tables: InvitationFindingTables): Finding[] {
  if (tables.invitations.size === 0) return [];
  const decided = new Set([...tables.invitations.values()].filter(({ stage }) => stage !== 'shortlisted' && stage !== 'waitlisted').map(({ partner }) => partner));
  return [...tables.partners.values()].filter(({ id }) => !decided.has(id)).flatMap((partner): Finding[] => [
    ...(partner.strategic ? [missing(partner, 'strategic-partner-not-invited', `${partner.name} is strategic and not invited. Invite it, or record why not.`)] : []),
    ...(partner.pacMember ? [missing(partner, 'council-member-not-invited', `${partner.name} has a council seat and is not invited. Invite it, or record why not.`)] : []),
  ]);
}

/** From this share of the enrolled partners on a summit turns into a partner conference, which is open to all. */
const conferenceShare = 0.5;

// A summit is for a defined subset. Rosters below ten partners say nothing.
function everyoneEnrolled({ invitations, partners, summits }: InvitationFindingTables): Finding[] {
  const enrolled = new Set([...partners.values()].filter((partner) => partner.enrolled).map(({ id }) => id));
  const invited = [...invitations.values()].filter(({ stage, partner }) => isExpected(stage) && enrolled.has(partner)).length;
  if (enrolled.size < 10 || invited < enrolled.size * conferenceShare) return [];
  return [finding('audience-drifts-to-everyone', 'warning', subjects('summits', summits.keys()), `${invited} of ${enrolled.size} enrolled partners are invited. That is a partner conference; a summit is for a defined few. Narrow the grounds.`)];
}

/** Criteria that only look back choose last year's partners. */
function lookingBackOnly(tables: InvitationFindingTables): Finding[] {
  if (tables.criteria.size === 0) return [];
  const { forwardLooking } = weightSplit(tables);
  if (forwardLooking >= 0.25) return [];
  return [finding('criteria-look-back', 'advice', subjects('criteria', tables.criteria.keys()), `Only ${Math.round(forwardLooking * 100)} % of the weight looks ahead. Give pipeline, capability or strategic criteria at least a quarter.`)];
}

/** Share of the invited that are simply the highest by revenue from which the choice says no more than a revenue list. */
const relabelledShare = 0.8;

// "Top by revenue, relabelled" is the commonest failure of choosing.
function concentrated(tables: InvitationFindingTables): Finding[] {
  const chosen = new Set([...tables.invitations.values()].filter(({ stage }) => isExpected(stage)).map(({ partner }) => partner));
  if (chosen.size < 5 || chosen.size === tables.partners.size) return [];
  const overlap = overlapWithTop(tables, chosen);
  if (overlap.length < chosen.size * relabelledShare) return [];
  const share = Math.round(revenueShareOf(tables, chosen).shareOfRevenue * 100);
  return [finding('invited-are-the-top-by-revenue', 'advice', subjects('partners', overlap), `${overlap.length} of ${chosen.size} invited partners are simply the highest by revenue (${share} % of it). Check that each is here for more than size.`)];
}

// A score resting on less than half of the criteria is a guess.
function thinScores(tables: InvitationFindingTables): Finding[] {
  if (tables.criteria.size === 0) return [];
  const score = scores(tables);
  return [...tables.invitations.values()].flatMap((invitation): Finding[] => {
    const known = score.get(invitation.partner)?.knownShare ?? 1;
    return known >= 0.5 ? [] : [about(invitation, 'score-rests-on-little', 'advice', `Only ${Math.round(known * 100)} % of what ${nameOf(tables.partners, invitation.partner)} is scored by is known. Complete its figures.`)];
  });
}

// An organisation cannot come: people do.
function nobodyToSend({ invitations, partners, contacts }: InvitationFindingTables): Finding[] {
  const people = groupBy(contacts.values(), ({ partner }) => partner);
  return [...invitations.values()].filter(({ stage }) => isExpected(stage)).flatMap((invitation): Finding[] => {
    const own = people.get(invitation.partner) ?? [];
    const name = nameOf(partners, invitation.partner);
    if (own.length === 0) return [about(invitation, 'invited-partner-without-people', 'warning', `${name} is ${invitation.stage}, but no person of it is known. Add the people who come.`)];
    const unreachable = own.filter(({ email }) => email === null);
    return unreachable.length < own.length ? [] : [about(invitation, 'invited-partner-unreachable', 'warning', `Nobody at ${name} has a mail address (${unreachable.map(sortName).join('; ')}). Add one before inviting.`)];
  });
}

// A freed seat belongs to the next on the list at once.
function seatFree(tables: InvitationFindingTables): Finding[] {
  const declined = [...tables.invitations.values()].some(({ stage }) => stage === 'declined' || stage === 'cancelled');
  const next = declined ? nextFromWaitlist(tables) : null;
  return next ? [about(next, 'seat-free', 'advice', `A seat is free. Next is ${nameOf(tables.partners, next.partner)}${next.stage === 'waitlisted' ? ' from the wait-list' : ` from wave ${next.wave ?? ''}`}: approve it.`)] : [];
}

function notBegun({ invitations, partners, summits }: InvitationFindingTables): Finding[] {
  return invitations.size > 0 || partners.size === 0 ? [] : [finding('nobody-chosen', 'advice', subjects('summits', summits.keys()), `${counted(partners.size, 'partner')} to choose from and nobody is invited yet. Propose waves in Invitees.`)];
}

// A step dated ahead has not happened, and a life whose steps do not follow each other was typed or imported wrongly.
function futureSteps({ invitations, partners }: InvitationFindingTables, today: LocalDate): Finding[] {
  return [...invitations.values()].flatMap((invitation): Finding[] => {
    const { steps, stage } = invitation;
    const name = nameOf(partners, invitation.partner);
    const ahead = steps.find(({ on }) => on > today);
    if (ahead) return [about(invitation, 'invitation-step-in-the-future', 'advice', `${name} is recorded as ${ahead.stage} on ${ahead.on}, which is still to come. Correct the date.`)];
    const last = steps.at(-1);
    if (last && last.stage !== stage) return [about(invitation, 'invitation-stage-without-step', 'advice', `${name} is ${stage}, but its last recorded step is ${last.stage}. Record the step.`)];
    const jump = steps.findIndex((step, index) => index > 0 && !transitions[steps[index - 1]?.stage ?? step.stage].includes(step.stage));
    return jump < 0 ? [] : [about(invitation, 'invitation-steps-skipped', 'advice', `${name} went from ${steps[jump - 1]?.stage ?? ''} straight to ${steps[jump]?.stage ?? ''}. Check its life.`)];
  });
}

function finding(rule: string, severity: Severity, subjects: Finding['subjects'], text: string): Finding {
  return { rule, severity, place: 'invitees', subjects, text };
}

function about({ id, partner }: Invitation, rule: string, severity: Severity, text: string): Finding {
  return finding(rule, severity, [{ table: 'invitations', id }, { table: 'partners', id: partner }], text);
}

function missing({ id }: Partner, rule: string, text: string): Finding {
  return finding(rule, 'warning', [{ table: 'partners', id }], text);
}

function subjects(table: string, ids: Iterable<string>): Finding['subjects'] {
  return [...ids].map((id) => ({ table, id }));
}

function nameOf(partners: ReadonlyMap<PartnerId, Partner>, id: PartnerId): string {
  return partners.get(id)?.name ?? 'A removed partner';
}
