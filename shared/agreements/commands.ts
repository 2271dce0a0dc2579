import { add, type Change, change, set, together } from '../kernel/change.ts';
import type { AgreementId, ContactId, MintId, PartnerId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { LocalDate } from '../kernel/time.ts';
import { type ContactTable, fullName } from '../partners/contact.ts';
import { legalEntityOf, type PartnerTable } from '../partners/partner.ts';
import { type Agreement, type AgreementEnding, type AgreementTable, blankAgreement } from './agreement.ts';

export type AgreementProblem =
  | { readonly code: 'no-such-agreement'; readonly agreement: AgreementId }
  | { readonly code: 'no-such-party' }
  | { readonly code: 'dates-out-of-order'; readonly earlier: DatedStep; readonly later: DatedStep }
  | { readonly code: 'evergreen-with-expiry' }
  | { readonly code: 'approver-missing' }
  | { readonly code: 'reason-missing' }
  | { readonly code: 'until-missing' }
  | { readonly code: 'until-in-the-past'; readonly until: LocalDate };

/** Who an agreement is with: a whole organisation or one of its people. */
export type Party = { readonly level: 'organisation'; readonly partner: PartnerId } | { readonly level: 'person'; readonly contact: ContactId };

export type AgreementDates = Pick<Agreement, 'sentOn' | 'partnerSignedOn' | 'countersignedOn' | 'effectiveOn' | 'expiresOn' | 'evergreen'>;
export type DatedStep = Exclude<keyof AgreementDates, 'evergreen'>;

export type Waiver = { readonly approver: string; readonly reason: string; readonly until: LocalDate | null };

type Parties = PartnerTable & ContactTable;

/** Adds an agreement without dates: not requested yet. */
export function addAgreement(tables: Parties, party: Party, owner: string, mint: MintId): Result<Change, AgreementProblem> {
  const row = agreementWith(tables, party, owner, mint);
  return row ? ok(change(`Add NDA for ${partyName(row)}`, [add('agreements', row)])) : err({ code: 'no-such-party' });
}

/**
 * Sets dates of an agreement's life; what is not given stays. Dates a person records settle what the register only claimed, so its claim
 * is let go. Refuses dates in the wrong order and an expiry beside evergreen.
 */
export function recordDates({ agreements }: AgreementTable, id: AgreementId, dates: Partial<AgreementDates>): Result<Change, AgreementProblem> {
  const agreement = agreements.get(id);
  if (!agreement) return err({ code: 'no-such-agreement', agreement: id });
  const after = { ...agreement, ...dates };
  const wrong = firstDisorder(after);
  if (wrong) return err({ code: 'dates-out-of-order', ...wrong });
  if (after.evergreen && after.expiresOn !== null) return err({ code: 'evergreen-with-expiry' });
  return ok(change(`Record NDA dates of ${partyName(agreement)}`, [set('agreements', agreement, { ...dates, reportedStage: null })]));
}

/** A person has read the agreement and vouches for its dates, whatever word the register uses. */
export function confirmDates({ agreements }: AgreementTable, id: AgreementId): Result<Change, AgreementProblem> {
  const agreement = agreements.get(id);
  if (!agreement) return err({ code: 'no-such-agreement', agreement: id });
  return ok(change(`Confirm NDA of ${partyName(agreement)}`, [set('agreements', agreement, { reportedStage: null })]));
}

/**
 * Waives the NDA for an organisation or a person, as an entry of its own, so that a signature under way goes on. Needs an approver, a
 * reason and a last day that is not over.
 */
export function waive(tables: Parties, party: Party, waiver: Waiver, today: LocalDate, mint: MintId): Result<Change, AgreementProblem> {
  const { approver, reason, until } = waiver;
  if (approver.trim() === '') return err({ code: 'approver-missing' });
  if (reason.trim() === '') return err({ code: 'reason-missing' });
  if (until === null) return err({ code: 'until-missing' });
  if (until < today) return err({ code: 'until-in-the-past', until });
  const row = agreementWith(tables, party, approver.trim(), mint);
  if (!row) return err({ code: 'no-such-party' });
  const waived: Agreement = { ...row, ending: { event: 'waived', on: today, approver: approver.trim(), reason: reason.trim(), until } };
  return ok(change(`Waive NDA for ${partyName(row)}`, [add('agreements', waived)], reason.trim()));
}

/** Waives for many in one step, under the same rules. */
export function waiveAll(tables: Parties, parties: readonly Party[], waiver: Waiver, today: LocalDate, mint: MintId): Result<Change, AgreementProblem> {
  const waivers = parties.map((party) => waive(tables, party, waiver, today, mint));
  const refused = waivers.find((each) => !each.ok);
  if (refused && !refused.ok) return refused;
  return ok(together(`Waive NDA for ${parties.length === 1 ? 'one party' : `${parties.length} parties`}`, waivers.flatMap((each) => (each.ok ? [each.value] : [])), waiver.reason.trim()));
}

/** Gives an imported waiver the approver, reason and last day it came without. */
export function approveWaiver({ agreements }: AgreementTable, id: AgreementId, waiver: Waiver, today: LocalDate): Result<Change, AgreementProblem> {
  const agreement = agreements.get(id);
  if (agreement?.ending?.event !== 'waived') return err({ code: 'no-such-agreement', agreement: id });
  const { approver, reason, until } = waiver;
  if (approver.trim() === '') return err({ code: 'approver-missing' });
  if (reason.trim() === '') return err({ code: 'reason-missing' });
  if (until === null) return err({ code: 'until-missing' });
  if (until < today) return err({ code: 'until-in-the-past', until });
  const ending = { ...agreement.ending, approver: approver.trim(), reason: reason.trim(), until };
  return ok(change(`Approve waiver for ${partyName(agreement)}`, [set('agreements', agreement, { ending })], reason.trim()));
}

/** Records that an agreement was declined, terminated or voided. */
export function endAgreement({ agreements }: AgreementTable, id: AgreementId, event: Exclude<AgreementEnding, 'waived'>, reason: string, on: LocalDate): Result<Change, AgreementProblem> {
  const agreement = agreements.get(id);
  if (!agreement) return err({ code: 'no-such-agreement', agreement: id });
  const label = { declined: 'Mark declined', terminated: 'Terminate', voided: 'Void' }[event];
  return ok(change(`${label}: NDA of ${partyName(agreement)}`, [set('agreements', agreement, { ending: { event, on, approver: '', reason, until: null } })]));
}

/** Takes an ending or a waiver back; the dates speak again. */
export function reinstate({ agreements }: AgreementTable, id: AgreementId): Result<Change, AgreementProblem> {
  const agreement = agreements.get(id);
  if (!agreement) return err({ code: 'no-such-agreement', agreement: id });
  return ok(change(`Reinstate NDA of ${partyName(agreement)}`, [set('agreements', agreement, { ending: null })]));
}

/** The order an agreement's life runs in. A null date breaks no order. */
export function firstDisorder(dates: Pick<Agreement, DatedStep>): { earlier: DatedStep; later: DatedStep } | null {
  const order: readonly (readonly [DatedStep, DatedStep])[] = [
    ['sentOn', 'partnerSignedOn'], ['partnerSignedOn', 'countersignedOn'], ['sentOn', 'countersignedOn'], ['effectiveOn', 'expiresOn'], ['countersignedOn', 'expiresOn'],
  ];
  for (const [earlier, later] of order) {
    const first = dates[earlier];
    const second = dates[later];
    if (first !== null && second !== null && first > second) return { earlier, later };
  }
  return null;
}

/** Who an agreement is with, as a label says it. */
export function partyName({ level, personName, personEmail, counterparty }: Pick<Agreement, 'level' | 'personName' | 'personEmail' | 'counterparty'>): string {
  return (level === 'person' ? personName || personEmail : '') || counterparty || 'an unnamed party';
}

function agreementWith({ partners, contacts }: Parties, party: Party, owner: string, mint: MintId): Agreement | null {
  if (party.level === 'organisation') {
    const partner = partners.get(party.partner);
    return partner ? { ...blankAgreement(mint<AgreementId>(), partner.id, legalEntityOf(partner)), owner } : null;
  }
  const contact = contacts.get(party.contact);
  if (!contact) return null;
  const partner = contact.partner === null ? undefined : partners.get(contact.partner);
  const counterparty = partner ? legalEntityOf(partner) : contact.organisation;
  return {
    ...blankAgreement(mint<AgreementId>(), contact.partner, counterparty),
    level: 'person', owner, contact: contact.id, personName: fullName(contact), personEmail: contact.email,
  };
}
