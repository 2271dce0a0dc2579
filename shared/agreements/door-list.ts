import { audiences } from '../invitations/audience.ts';
import type { InvitationTable } from '../invitations/invitation.ts';
import type { ContactId, PartnerId, SessionId } from '../kernel/ids.ts';
import type { ContactTable } from '../partners/contact.ts';
import type { PartnerTable } from '../partners/partner.ts';
import type { Session, SessionTable } from '../summit/session.ts';
import type { SummitTable } from '../summit/summit.ts';
import type { AgreementTable } from './agreement.ts';
import type { Coverage } from './coverage.ts';
import { gateOf } from './gate.ts';

export type DoorEntry = { readonly contact: ContactId; readonly partner: PartnerId | null; readonly coverage: Coverage };

/** Who may pass the door of one confidential session: cleared by name, then waived, then not cleared. */
export type DoorList = {
  readonly session: SessionId;
  readonly audienceUnderstood: boolean;
  readonly entries: readonly DoorEntry[];
  readonly cleared: number;
  readonly waived: number;
  readonly blocked: number;
};

export type DoorTables = SummitTable & SessionTable & PartnerTable & ContactTable & InvitationTable & AgreementTable;

/** One list per confidential session in order of time; sessions without a time come last. */
export function doorLists(tables: DoorTables): DoorList[] {
  const gate = gateOf(tables);
  const audienceOf = audiences(tables);
  return confidentialSessions(tables).map((session) => {
    const { people, understood } = audienceOf(session);
    const entries = people.map(({ id, partner }) => ({ contact: id, partner, coverage: gate.mayAttend(id, session) }));
    const waived = entries.filter(({ coverage }) => coverage.outcome === 'waived');
    const blocked = entries.filter(({ coverage }) => coverage.outcome === 'blocked');
    const cleared = entries.filter(({ coverage }) => coverage.outcome !== 'waived' && coverage.outcome !== 'blocked');
    return {
      session: session.id, audienceUnderstood: understood, entries: [...cleared, ...waived, ...blocked],
      cleared: cleared.length, waived: waived.length, blocked: blocked.length,
    };
  });
}

export function confidentialSessions({ sessions }: SessionTable): Session[] {
  return [...sessions.values()].filter(({ needsNda }) => needsNda).sort((a, b) => startKey(a).localeCompare(startKey(b), 'en') || (a.id < b.id ? -1 : 1));
}

function startKey({ startsAt }: Session): string {
  return startsAt ?? '9999';
}
