import type { ContactId, PartnerId } from '#shared/kernel/ids.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { organisationKey } from './organisation-names.ts';
import { partnerLink } from './partner-index.ts';
import type { KnownRecords } from './reading.ts';

/** What merged records were called in the planner's lists, and the record each has become part of. */
type FormerRecords = {
  /** By account id, and by name key where there was none. */
  readonly partners: { readonly byId: ReadonlyMap<string, PartnerId>; readonly byName: ReadonlyMap<string, PartnerId> };
  /** By contact id of ours or of the lists, and by address. */
  readonly contacts: { readonly byCode: ReadonlyMap<string, ContactId>; readonly byEmail: ReadonlyMap<string, ContactId> };
};

export function formerRecords({ lookAlikes, partners, contacts }: Snapshot): FormerRecords {
  const [byId, byName, byCode, byEmail] = [new Map<string, PartnerId>(), new Map<string, PartnerId>(), new Map<string, ContactId>(), new Map<string, ContactId>()];
  const addresses = new Set([...contacts.values()].map(({ email }) => email));
  const accountIds = new Set([...partners.values()].map(({ accountId }) => accountId));
  for (const { of, decision, one, other, code, name, email } of lookAlikes.values()) {
    if (decision !== 'merged') continue;
    const [partner, contact] = [partners.get(one as PartnerId), contacts.get(one as ContactId)];
    if (of === 'partners' && partner !== undefined) {
      if (code === null) byName.set(organisationKey(name), partner.id);
      else if (!accountIds.has(code)) byId.set(code, partner.id);
    }
    if (of === 'contacts' && contact !== undefined) {
      byCode.set(other, contact.id);
      if (code !== null && code !== contact.code) byCode.set(code, contact.id);
      // An address that somebody has now is theirs, and so is an id.
      if (email !== null && !addresses.has(email)) byEmail.set(email, contact.id);
    }
  }
  return { partners: { byId, byName }, contacts: { byCode, byEmail } };
}

/** Merged partners as the reading of files knows them: they lead to the one that stands. */
export function formerPartners({ lookAlikes, partners }: Snapshot): NonNullable<KnownRecords['partners']> {
  return [...lookAlikes.values()].flatMap(({ of, decision, one, code, name }) => {
    const stands = of === 'partners' && decision === 'merged' ? partners.get(one as PartnerId) : undefined;
    return stands === undefined || (code !== null && code === stands.accountId) ? [] : [{ id: code, name, link: partnerLink(stands.accountId, stands.name) }];
  });
}
