import { ownDomain } from '../duplicates/mail.ts';
import { type Draft, stands, textOf } from './draft.ts';
import type { KnownRecords } from './reading.ts';

/** The people of partners, from the summit and from lists of contacts. Sorted when somebody first asks: in most folders nobody does. */
export type PeopleIndex = {
  readonly known: NonNullable<KnownRecords['people']>;
  readonly contacts: Draft[];
  sorted: { readonly byEmail: ReadonlyMap<string, PersonOf>; /** null where people of several partners have the domain. */ readonly byDomain: ReadonlyMap<string, string | null> } | null;
};

export type PersonOf = { readonly name: string; readonly partner: string | null };

export function peopleIndex(known: KnownRecords['people'] = []): PeopleIndex {
  return { known, contacts: [], sorted: null };
}

/** A contact that has been judged. */
export function addContact(index: PeopleIndex, draft: Draft): void {
  index.contacts.push(draft);
  index.sorted = null;
}

export function personOf(index: PeopleIndex, email: string): PersonOf | undefined {
  return sorted(index).byEmail.get(email);
}

/** The partner whose people alone have the domain of an address; null where that is nobody, or it is one where everybody may live. */
export function partnerAtDomain(index: PeopleIndex, email: string): string | null {
  return sorted(index).byDomain.get(ownDomain(email) ?? '') ?? null;
}

/** The partner of whoever has an address, or of everybody known at its domain; null where that is nobody. */
export function partnerOfEmail(index: PeopleIndex, email: string | null): string | null {
  return email === null ? null : (personOf(index, email)?.partner ?? partnerAtDomain(index, email));
}

function sorted(index: PeopleIndex): NonNullable<PeopleIndex['sorted']> {
  if (index.sorted !== null) return index.sorted;
  const byEmail = new Map<string, PersonOf>();
  const byDomain = new Map<string, string | null>();
  const note = (email: string, name: string, partner: string | null) => {
    byEmail.set(email, { name, partner });
    const domain = ownDomain(email);
    if (domain !== null && partner !== null) byDomain.set(domain, byDomain.has(domain) && byDomain.get(domain) !== partner ? null : partner);
  };
  for (const { email, name, partner } of index.known) note(email, name, partner);
  for (const draft of index.contacts) {
    const email = stands(draft) ? textOf(draft, 'email') : null;
    if (email !== null) note(email, [textOf(draft, 'first'), textOf(draft, 'last')].join(' '), draft.links.partner ?? null);
  }
  return (index.sorted = { byEmail, byDomain });
}
