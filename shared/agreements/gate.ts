import type { ContactId, PartnerId } from '../kernel/ids.ts';
import { dateOf, type LocalDate } from '../kernel/time.ts';
import type { ContactTable } from '../partners/contact.ts';
import type { Session } from '../summit/session.ts';
import type { AgreementTable } from './agreement.ts';
import { type Coverage, partnerCoverage, personCoverage, register } from './coverage.ts';

/** The one place that says who may hear something confidential. Rosters, placements, books, exports and badges all ask it. */
export type Gate = {
  mayHear(contact: ContactId, day: LocalDate): Coverage;
  /** For an organisation whose person is not named yet. */
  partnerMayHear(partner: PartnerId, day: LocalDate): Coverage;
  /** On the calendar day on which the session begins; `not-required` when it needs no NDA. */
  mayAttend(contact: ContactId, session: Pick<Session, 'needsNda' | 'startsAt'>): Coverage;
};

/** A gate for asking many times: the register is sorted once. */
export function gateOf(tables: AgreementTable & ContactTable): Gate {
  const entries = register(tables);
  function mayHear(id: ContactId, day: LocalDate): Coverage {
    const contact = tables.contacts.get(id);
    return contact ? personCoverage(entries, contact, day) : { outcome: 'blocked', why: 'unknown-person' };
  }
  return {
    mayHear,
    partnerMayHear: (partner, day) => partnerCoverage(entries, partner, day),
    mayAttend(contact, { needsNda, startsAt }) {
      if (!needsNda) return { outcome: 'not-required' };
      return startsAt === null ? { outcome: 'blocked', why: 'session-without-day' } : mayHear(contact, dateOf(startsAt));
    },
  };
}

/** Whether one person may hear something confidential on a day. To ask for many people make a gate first. */
export function mayHear(tables: AgreementTable & ContactTable, contact: ContactId, day: LocalDate): Coverage {
  return gateOf(tables).mayHear(contact, day);
}
