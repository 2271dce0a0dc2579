import type { AgreementId, ContactId, PartnerId, SessionId } from '../kernel/ids.ts';
import { dateOf, daysBetween, type LocalDate } from '../kernel/time.ts';
import type { Agreement } from './agreement.ts';
import type { Blocked } from './coverage.ts';
import { cureText } from './coverage-text.ts';
import { confidentialSessions, type DoorTables, doorLists } from './door-list.ts';

/** One organisation (or person without one) that still lacks an NDA for a confidential session. */
export type Chase = {
  readonly partner: PartnerId | null;
  /** People of it who are blocked somewhere, in the order of the first list they are on. */
  readonly people: readonly ContactId[];
  readonly sessions: readonly SessionId[];
  /** The first session day on which somebody is blocked; null when that session has no day. */
  readonly neededBy: LocalDate | null;
  /** Negative when it is too late. */
  readonly daysLeft: number | null;
  readonly agreement: AgreementId | null;
  /** Who works on it: the agreement's owner, else the partner's channel account manager. */
  readonly owner: string;
  readonly lastAction: { readonly what: string; readonly on: LocalDate } | null;
  readonly nextStep: string;
};

/** Whom to chase, the most pressing first: fewest days left, then most people blocked. */
export function chaseList(tables: DoorTables, today: LocalDate): Chase[] {
  const startOf = new Map(confidentialSessions(tables).map(({ id, startsAt }) => [id, startsAt]));
  const found = new Map<string, { partner: PartnerId | null; blocked: { contact: ContactId; session: SessionId; block: Blocked }[] }>();
  for (const { session, entries } of doorLists(tables)) {
    for (const { contact, partner, coverage } of entries) {
      if (coverage.outcome !== 'blocked') continue;
      const key = partner ?? contact;
      const chase = found.get(key) ?? { partner, blocked: [] };
      found.set(key, chase);
      chase.blocked.push({ contact, session, block: coverage });
    }
  }
  const list = [...found.values()].flatMap(({ partner, blocked }): Chase[] => {
    const first = blocked[0];
    if (!first) return [];
    const starts = startOf.get(first.session) ?? null;
    const neededBy = starts === null ? null : dateOf(starts);
    const entry = 'agreement' in first.block ? (tables.agreements.get(first.block.agreement) ?? null) : null;
    return [{
      partner, neededBy, daysLeft: neededBy === null ? null : daysBetween(today, neededBy),
      people: [...new Set(blocked.map(({ contact }) => contact))], sessions: [...new Set(blocked.map(({ session }) => session))],
      agreement: entry?.id ?? null, owner: entry?.owner || (partner === null ? '' : (tables.partners.get(partner)?.camName ?? '')),
      lastAction: entry === null ? null : lastAction(entry, today), nextStep: cureText(first.block),
    }];
  });
  return list.sort((a, b) => (a.daysLeft ?? Infinity) - (b.daysLeft ?? Infinity) || b.people.length - a.people.length || ((a.partner ?? '') < (b.partner ?? '') ? -1 : 1));
}

/** The latest dated step of an agreement that is not in the future. */
export function lastAction(agreement: Agreement, today: LocalDate): { what: string; on: LocalDate } | null {
  const { sentOn, partnerSignedOn, countersignedOn, ending } = agreement;
  const steps: readonly (readonly [string, LocalDate | null])[] = [
    ['Sent', sentOn], ['Partner signed', partnerSignedOn], ['Countersigned', countersignedOn], [endingWords[ending?.event ?? 'waived'], ending?.on ?? null],
  ];
  let last: { what: string; on: LocalDate } | null = null;
  for (const [what, on] of steps) if (on !== null && on <= today && (last === null || on >= last.on)) last = { what, on };
  return last;
}

const endingWords = { waived: 'Waived', declined: 'Declined', terminated: 'Terminated', voided: 'Voided' } as const;
