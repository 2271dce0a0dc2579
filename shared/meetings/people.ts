import type { Brand } from '../kernel/brand.ts';
import type { ContactId, ExecutiveId, PartnerId } from '../kernel/ids.ts';
import { folded, tidy } from '../kernel/text.ts';
import { type Contact, type ContactRole, type ContactTable, fullName, sortName } from '../partners/contact.ts';
import type { ExecutiveTable } from '../partners/executive.ts';
import type { Partner, PartnerTable } from '../partners/partner.ts';
import type { MeetingRequest } from './request.ts';

/** Tells one body from another, whether it is a known person or only a name. */
export type PersonKey = Brand<string, 'PersonKey'>;

/** Somebody who sits in a meeting. */
export type Person =
  | { readonly key: PersonKey; readonly kind: 'executive'; readonly executive: ExecutiveId; readonly name: string }
  | { readonly key: PersonKey; readonly kind: 'contact'; readonly contact: ContactId; readonly partner: PartnerId; readonly name: string }
  /** Named in a request, but no contact of the partner. */
  | { readonly key: PersonKey; readonly kind: 'named'; readonly partner: PartnerId; readonly name: string }
  /** The partner has nobody who could sit there yet. */
  | { readonly key: PersonKey; readonly kind: 'to-be-named'; readonly partner: PartnerId; readonly name: string };

export type PeopleTables = PartnerTable & ContactTable & ExecutiveTable;

/** Who sits in requested meetings. */
export type Seating = {
  /** Who must be there: the host first, then the partner's lead, the leads of other partners, the further people asked for, the co-hosts. Each once. */
  required(request: MeetingRequest): readonly Person[];
  /** Who is welcome besides. */
  optional(request: MeetingRequest): readonly Person[];
  /** Who speaks for a partner, and so sits in all its meetings. */
  lead(partner: PartnerId): Person;
};

/** Who sits in requested meetings, by the rule of the request exports (see `leadOf`). Contacts are looked up once, so asking is cheap. */
export function seating(tables: PeopleTables): Seating {
  const contactsOf = contactsByPartner(tables);
  const leads = new Map<PartnerId, Person>();
  function lead(partner: PartnerId): Person {
    const known = leads.get(partner) ?? leadOf(tables.partners.get(partner), partner, contactsOf.get(partner) ?? []);
    leads.set(partner, known);
    return known;
  }
  const known = (ids: readonly ContactId[], partner: PartnerId) => ids.flatMap((id) => { const contact = tables.contacts.get(id); return contact ? [contactPerson(contact, contact.partner ?? partner)] : []; });
  const hosts = (ids: readonly ExecutiveId[]) => ids.filter((id) => tables.executives.has(id)).map((id) => executivePerson(tables, id));
  function required({ host, partner, guestPartners, attendees, attendeeNames, coHosts }: MeetingRequest): readonly Person[] {
    return eachOnce([
      executivePerson(tables, host),
      lead(partner), ...guestPartners.filter((id) => tables.partners.has(id)).map(lead),
      ...known(attendees, partner),
      ...attendeeNames.filter((name) => tidy(name) !== '').map((name) => namedPerson(name, partner, contactsOf.get(partner) ?? [])),
      ...hosts(coHosts),
    ]);
  }
  return {
    required, lead,
    optional(request) {
      const needed = new Set(required(request).map(({ key }) => key));
      return eachOnce([...known(request.optionalAttendees, request.partner), ...hosts(request.optionalHosts)]).filter(({ key }) => !needed.has(key));
    },
  };
}

function eachOnce(people: readonly Person[]): Person[] {
  const seen = new Set<PersonKey>();
  return people.filter(({ key }) => !seen.has(key) && seen.add(key));
}

/** The contacts of each partner in the order of their names. */
export function contactsByPartner({ contacts }: ContactTable): Map<PartnerId, Contact[]> {
  const lists = new Map<PartnerId, Contact[]>();
  for (const contact of contacts.values()) {
    if (contact.partner === null) continue;
    const list = lists.get(contact.partner);
    if (list) list.push(contact);
    else lists.set(contact.partner, [contact]);
  }
  for (const list of lists.values()) list.sort((a, b) => compare(sortName(a), sortName(b)) || compare(a.id, b.id));
  return lists;
}

/**
 * Who speaks for a partner: its executive sponsor if that person is a contact, else the contact by role order — executive sponsor,
 * PAC member, delegate, technical lead — else a place "to be named" (planning rules of the input sets).
 */
export function leadOf(partner: Partner | undefined, id: PartnerId, contacts: readonly Contact[]): Person {
  const sponsor = partner && partner.partnerSponsorName !== '' ? contacts.find((contact) => isCalled(contact, partner.partnerSponsorName)) : undefined;
  const lead = sponsor ?? roleOrder.map((role) => contacts.find((contact) => contact.role === role)).find(Boolean);
  if (lead) return contactPerson(lead, id);
  return { key: `tbn:${id}` as PersonKey, kind: 'to-be-named', partner: id, name: `To be named (${partner?.name ?? 'unknown partner'})` };
}

/** In which order a partner's contacts stand in for its sponsor. A substitute sits only when asked for by name. */
const roleOrder: readonly ContactRole[] = ['Executive sponsor', 'PAC member', 'Delegate', 'Technical lead'];

export function executivePerson({ executives }: ExecutiveTable, id: ExecutiveId): Person {
  return { key: `exec:${id}` as PersonKey, kind: 'executive', executive: id, name: executives.get(id)?.name ?? 'a host who is gone' };
}

export function contactPerson(contact: Contact, partner: PartnerId): Person {
  return { key: `contact:${contact.id}` as PersonKey, kind: 'contact', contact: contact.id, partner, name: fullName(contact) };
}

function namedPerson(name: string, partner: PartnerId, contacts: readonly Contact[]): Person {
  const known = contacts.find((contact) => isCalled(contact, name));
  if (known) return contactPerson(known, partner);
  return { key: `name:${partner}:${folded(name).slice(0, 100)}` as PersonKey, kind: 'named', partner, name: tidy(name) };
}

/** Whether a written name is this contact's, family name first or last, accents and case aside. */
function isCalled({ givenName, familyName }: Contact, name: string): boolean {
  const written = folded(name.replace(',', ' '));
  return written !== '' && (written === folded(`${givenName} ${familyName}`) || written === folded(`${familyName} ${givenName}`));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
