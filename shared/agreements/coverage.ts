import { groupBy } from '../kernel/group.ts';
import type { AgreementId, ContactId, PartnerId } from '../kernel/ids.ts';
import type { LocalDate } from '../kernel/time.ts';
import type { Contact } from '../partners/contact.ts';
import type { Agreement, AgreementTable } from './agreement.ts';
import { type AgreementStage, holds, stageOn } from './stage.ts';

/** Whether one person may hear something confidential on one day, and on what ground. */
export type Coverage =
  | { readonly outcome: 'not-required' }
  | { readonly outcome: 'organisation' | 'person'; readonly agreement: AgreementId; readonly until: LocalDate | 'evergreen' }
  | { readonly outcome: 'waived'; readonly agreement: AgreementId; readonly approver: string; readonly reason: string; readonly until: LocalDate | null }
  | Blocked;

export type Blocked = { readonly outcome: 'blocked' } & Block;

/** Why a person is not covered. `stage` tells how far the most promising agreement has come. */
export type Block =
  | { readonly why: 'unknown-person' }
  | { readonly why: 'session-without-day' }
  | { readonly why: 'no-agreement'; readonly partner: PartnerId | null }
  | { readonly why: 'not-in-force'; readonly agreement: AgreementId; readonly stage: AgreementStage };

/** The register as coverage asks it: by organisation, by person and by mail address. */
export type Register = {
  readonly ofPartner: ReadonlyMap<PartnerId, readonly Agreement[]>;
  readonly ofContact: ReadonlyMap<ContactId, readonly Agreement[]>;
  readonly ofEmail: ReadonlyMap<string, readonly Agreement[]>;
};

/** Sorts the register once, so that asking for one person looks at that person's agreements only. */
export function register({ agreements }: AgreementTable): Register {
  const company: (Agreement & { readonly partner: PartnerId })[] = [];
  const linked: (Agreement & { readonly contact: ContactId })[] = [];
  const mailed: (Agreement & { readonly personEmail: string })[] = [];
  for (const agreement of agreements.values()) {
    const { level, partner, contact, personEmail } = agreement;
    if (level === 'organisation' && partner !== null) company.push({ ...agreement, partner });
    else if (level === 'person' && contact !== null) linked.push({ ...agreement, contact });
    else if (level === 'person' && personEmail !== null) mailed.push({ ...agreement, personEmail });
  }
  return {
    ofPartner: groupBy(company, ({ partner }) => partner), ofContact: groupBy(linked, ({ contact }) => contact),
    ofEmail: groupBy(mailed, ({ personEmail }) => personEmail.toLowerCase()),
  };
}

/** What covers an organisation as a whole on a day: an agreement first, then a waiver. Personal agreements do not count. */
export function partnerCoverage(entries: Register, partner: PartnerId, day: LocalDate): Coverage {
  const judged = judge(entries.ofPartner.get(partner) ?? [], day);
  return covering(judged, 'organisation') ?? waiver(judged) ?? block(judged, partner);
}

/**
 * What covers a person on a day: the organisation's agreement, then a personal one, then a waiver of either. A personal agreement belongs
 * to the person it is linked to, or without a link to the mail address it names; a like name is not enough.
 */
export function personCoverage(entries: Register, contact: Contact, day: LocalDate): Coverage {
  const company = contact.partner === null ? [] : judge(entries.ofPartner.get(contact.partner) ?? [], day);
  const own = judge(personalAgreements(entries, contact), day);
  return covering(company, 'organisation') ?? covering(own, 'person') ?? waiver([...own, ...company]) ?? block([...own, ...company], contact.partner);
}

export function isOpen({ outcome }: Coverage): boolean {
  return outcome !== 'blocked';
}

export function personalAgreements({ ofContact, ofEmail }: Register, { id, email }: Pick<Contact, 'id' | 'email'>): readonly Agreement[] {
  return [...(ofContact.get(id) ?? []), ...(email === null ? [] : (ofEmail.get(email.toLowerCase()) ?? []))];
}

type Judged = { readonly agreement: Agreement; readonly stage: AgreementStage };

function judge(agreements: readonly Agreement[], day: LocalDate): Judged[] {
  return agreements.map((agreement) => ({ agreement, stage: stageOn(agreement, day) }));
}

/** Of several the one that lasts longest, so that the reason shown does not depend on the order of the register. */
function covering(judged: readonly Judged[], outcome: 'organisation' | 'person'): Coverage | null {
  let best: { agreement: AgreementId; until: LocalDate | 'evergreen' } | null = null;
  for (const { agreement: { id: agreement }, stage } of judged) {
    if (!holds(stage)) continue;
    const until = 'expiresOn' in stage ? stage.expiresOn : 'evergreen';
    // every letter sorts after every digit, so 'evergreen' outlasts each date
    if (best === null || until > best.until || (until === best.until && agreement < best.agreement)) best = { agreement, until };
  }
  return best && { outcome, ...best };
}

function waiver(judged: readonly Judged[]): Coverage | null {
  const found = judged.filter(({ stage }) => stage.stage === 'waived').map(({ agreement }) => agreement).sort(byId)[0];
  if (!found?.ending) return null;
  const { approver, reason, until } = found.ending;
  return { outcome: 'waived', agreement: found.id, approver, reason, until };
}

/** The nearest to covering first: what is cheapest to mend is what the planner is told. */
const nearness: readonly AgreementStage['stage'][] = [
  'unknown', 'not-yet-effective', 'partly-signed', 'sent', 'requested', 'not-requested', 'waiver-ended', 'expired', 'declined', 'voided', 'terminated',
];

function block(judged: readonly Judged[], partner: PartnerId | null): Blocked {
  const nearest = [...judged].sort((a, b) => nearness.indexOf(a.stage.stage) - nearness.indexOf(b.stage.stage) || byId(a.agreement, b.agreement))[0];
  if (nearest === undefined) return { outcome: 'blocked', why: 'no-agreement', partner };
  return { outcome: 'blocked', why: 'not-in-force', agreement: nearest.agreement.id, stage: nearest.stage };
}

function byId(a: Agreement, b: Agreement): number {
  return a.id < b.id ? -1 : 1;
}
