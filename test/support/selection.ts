import { type Agreement, blankAgreement } from '#shared/agreements/agreement.ts';
import type { Criterion } from '#shared/invitations/criterion.ts';
import type { Invitation } from '#shared/invitations/invitation.ts';
import type { AgreementId, ContactId, CriterionId, InvitationId, MintId, PartnerId, SessionId, SummitId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import { blankContact, type Contact } from '#shared/partners/contact.ts';
import { blankPartner, type Partner, type Performance } from '#shared/partners/partner.ts';
import type { Session } from '#shared/summit/session.ts';
import { blankSummit, type Summit } from '#shared/summit/summit.ts';
import { emptySnapshot, type Snapshot } from '#shared/workspace/snapshot.ts';

/** Rows for cases about choosing and NDAs; each fills in what the case does not speak about. */
export const day = (text: string) => text as LocalDate;

export function partner(id: string, fields: Partial<Omit<Partner, 'id' | 'performance'>> & { performance?: Partial<Performance> } = {}): Partner {
  const blank = blankPartner(id as PartnerId, fields.name ?? id);
  return { ...blank, camName: 'Cam Person', tier: 'Gold', ...fields, performance: { ...blank.performance, ...fields.performance } };
}

export function contact(id: string, of: string | null, fields: Partial<Contact> = {}): Contact {
  return { ...blankContact(id as ContactId), givenName: id, email: `${id}@${of ?? 'nobody'}.example`, partner: of as PartnerId | null, role: 'Delegate', ...fields };
}

export function agreement(id: string, of: string | null, fields: Partial<Agreement> = {}): Agreement {
  return { ...blankAgreement(id as AgreementId, of as PartnerId | null, of ?? 'Nobody Ltd'), ...fields };
}

/** An agreement signed by both on 2 January 2026. */
export function executed(id: string, of: string | null, fields: Partial<Agreement> = {}): Agreement {
  return agreement(id, of, { sentOn: day('2026-01-01'), partnerSignedOn: day('2026-01-02'), countersignedOn: day('2026-01-02'), effectiveOn: day('2026-01-02'), expiresOn: day('2028-01-01'), ...fields });
}

export function invitation(of: string, fields: Partial<Invitation> = {}): Invitation {
  return { id: `i-${of}` as InvitationId, partner: of as PartnerId, stage: 'invited', wave: 'A', seats: 2, grounds: [{ kind: 'tier', reason: 'Elite' }], approver: 'Vera', steps: [], ...fields };
}

export function criterion(id: string, fields: Partial<Criterion> = {}): Criterion {
  return { id: id as CriterionId, name: id, field: 'revenue', weight: 10, horizon: 'historic', ...fields };
}

export function session(id: string, fields: Partial<Session> = {}): Session {
  return { id: id as SessionId, code: '', title: id, kind: 'Roadmap session', startsAt: null, endsAt: null, rooms: [], audience: 'All attendees', needsNda: true, speakers: [], makesBusy: true, ...fields };
}

type Rows = { partners?: Partner[]; contacts?: Contact[]; agreements?: Agreement[]; invitations?: Invitation[]; criteria?: Criterion[]; sessions?: Session[]; summit?: Partial<Summit> };

export function tablesWith({ summit, ...rows }: Rows): Snapshot {
  const event = { ...blankSummit('summit' as SummitId, 'Summit'), ...summit };
  const tables = Object.fromEntries(Object.entries(rows).map(([name, list]) => [name, new Map(list.map((row) => [row.id, row]))]));
  return { ...emptySnapshot(), ...tables, summits: new Map([[event.id, event]]) };
}

/** Ids `new-1`, `new-2`, … */
export function minting(): MintId {
  let next = 0;
  return (() => `new-${++next}`) as MintId;
}
