import type { ContactTable } from '#shared/partners/contact.ts';
import type { PartnerTable } from '#shared/partners/partner.ts';
import { ownDomain } from './mail.ts';
import { nearTexts } from './near-texts.ts';
import { organisationName } from './organisation-name.ts';
import { type Evidence, graded, type Pair } from './pair.ts';
import { nameEvidence, type PartnerBook } from './partner-pairs.ts';

/** Partners that a contact without one may belong to: by the domain of the address and by the organisation as written. The best alone, or those that are equally good. */
export function belongings({ contacts }: ContactTable & PartnerTable, { facts, domainUse }: PartnerBook): Pair[] {
  const loose = [...contacts.values()].filter(({ partner }) => partner === null).map((contact) => ({ contact, name: contact.organisation === '' ? null : organisationName(contact.organisation), domain: ownDomain(contact.email) }));
  if (loose.length === 0) return [];
  const byKey = new Map<string, string[]>();
  for (const [id, { names }] of facts) for (const { key } of names) byKey.set(key, [...(byKey.get(key) ?? []), id]);
  const near = new Map<string, string[]>();
  const written = new Set(loose.flatMap(({ name }) => (name === null ? [] : [name.key])));
  for (const { one, other } of nearTexts([...byKey.keys(), ...written])) {
    near.set(one, [...(near.get(one) ?? []), other]);
    near.set(other, [...(near.get(other) ?? []), one]);
  }
  return loose.flatMap(({ contact, name, domain }) => {
    const users = domain === null ? undefined : domainUse.get(domain);
    const keys = name === null ? [] : [name.key, ...(near.get(name.key) ?? [])];
    const candidates = new Set([...keys.flatMap((key) => byKey.get(key) ?? []), ...(users ?? [])]);
    const judged = [...candidates].flatMap((id): Pair[] => {
      const partner = facts.get(id);
      if (partner === undefined) return [];
      const called = name === null ? 0 : Math.max(0, ...partner.names.map((known) => nameEvidence(name, known).weight));
      const said = name === null || called === 0 ? null : partner.names.map((known) => nameEvidence(name, known)).find(({ weight }) => weight === called);
      const evidence: Evidence[] = [
        ...(said ? [{ weight: called, text: `the list says ${contact.organisation}: ${said.text}` }] : []),
        ...(users?.has(id) === true ? [{ weight: users.size === 1 ? 45 : 20, text: `${users.size === 1 ? 'everybody' : 'others'} at ${domain} belong${users.size === 1 ? 's' : ''} to it` }] : []),
        ...(name !== null && called === 0 ? [{ weight: -5, text: `the list says ${contact.organisation}` }] : []),
      ];
      const pair = graded('belonging', contact.id, id, evidence, { certainFrom: 90, possibleFrom: 40 }, true);
      return pair === null ? [] : [pair];
    });
    const best = Math.max(0, ...judged.map(({ score }) => score));
    return judged.filter(({ score }) => score === best);
  });
}
