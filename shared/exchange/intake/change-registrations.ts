import { groupBy } from '#shared/kernel/group.ts';
import { folded } from '#shared/kernel/text.ts';
import type { ContactId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import { moveStage } from '#shared/invitations/commands.ts';
import type { Invitation, InvitationTable } from '#shared/invitations/invitation.ts';
import { invitationOf, mayMove } from '#shared/invitations/stage.ts';
import { blankContact, type Contact, contactRoles } from '#shared/partners/contact.ts';
import type { SummitTable } from '#shared/summit/summit.ts';
import type { PartnerIds } from './change-parties.ts';
import { formerRecords } from './former-records.ts';
import type { FolderReading } from './reading.ts';
import { filled, list, newId, oneOf, recordsOf, type Source, stage, type Staging, text } from './staging.ts';

/** People who registered, as contacts; and the step of their partner's invitation, where its stage allows it. Who cancelled changes nothing. */
export function stageRegistrations(reading: FolderReading, staging: Staging, partners: PartnerIds): void {
  const coming = recordsOf(reading, 'registrations').filter(({ values }) => values['status'] !== 'cancelled');
  if (coming.length === 0) return;
  const people = peopleOf(staging);
  const registered: Source[] = [];
  for (const source of coming) {
    const { record, values } = source;
    const partner = partners.get(record.links.partner ?? '') ?? null;
    const [email, code] = [text(values['email']), text(values['registration_id'])];
    const name = { givenName: text(values['first']), familyName: text(values['last']) };
    const known = people.find(email, code, `${name.givenName ?? ''} ${name.familyName ?? ''}`, partner);
    const contact: Contact = known ?? { ...blankContact(newId<ContactId>(staging, source)), code };
    const role = oneOf(contactRoles, values['role']) ?? 'Delegate';
    const row = filled(contact, {
      ...name, email, title: text(values['title']), phone: text(values['phone']), partner, organisation: text(values['account_name']), dietary: list(values['dietary']), accessibility: text(values['accessibility']),
      // Everybody who registers is a delegate at least: that takes no other part from somebody who has one.
      role: contact.role !== null && role === 'Delegate' ? null : role,
    });
    stage(staging, 'contacts', row, source);
    people.add(row);
    if (values['status'] === 'registered' && partner !== null) registered.push(source);
  }
  const tables = staging.after as unknown as SummitTable & InvitationTable;
  for (const [link, sources] of groupBy(registered, ({ record }) => record.links.partner ?? '')) {
    const partner = partners.get(link);
    const invitation = partner === undefined ? null : invitationOf(tables, partner);
    const [first] = sources.flatMap(firstStep).sort((a, b) => (`${a.on} ${a.why}` < `${b.on} ${b.why}` ? -1 : 1));
    if (invitation === null || first === undefined || !mayMove(invitation.stage, 'registered')) continue;
    const moved = moveStage(tables, [invitation.id], 'registered', first);
    const [edit] = moved.ok ? moved.value.edits : [];
    if (edit !== undefined) stage(staging, 'invitations', edit.after as Invitation);
  }
}

/** The step that a registration is worth; none without its day. */
function firstStep({ file, values }: Source): { readonly on: LocalDate; readonly who: string; readonly why: string }[] {
  const on = text(values['registered']) as LocalDate | null;
  const number = text(values['registration_id']) ?? text(values['order_id']);
  return on === null ? [] : [{ on, who: file.name, why: number === null ? 'Registration' : `Registration ${number}` }];
}

/** Contacts as a registration finds them: by address, else by its number and name, else by the name within one partner. A merged one leads to the one that stands. */
function peopleOf({ before, after }: Staging): { find: (email: string | null, code: string | null, name: string, partner: Contact['partner']) => Contact | undefined; add: (contact: Contact) => void } {
  const former = formerRecords(before).contacts;
  const byEmail = new Map<string, ContactId>(former.byEmail);
  const byName = new Map<string, ContactId | null>();
  const nameIn = (partner: Contact['partner'], name: string) => `${partner ?? ''} ${folded(name)}`;
  const add = ({ id, email, code, givenName, familyName, partner }: Contact) => {
    if (email !== null) byEmail.set(email.toLowerCase(), id);
    for (const key of [nameIn(partner, `${givenName} ${familyName}`), ...(code === null ? [] : [`${code}\n${folded(`${givenName} ${familyName}`)}`])]) byName.set(key, byName.has(key) && byName.get(key) !== id ? null : id);
  };
  for (const contact of after.contacts.values()) add(contact);
  return {
    add,
    find: (email, code, name, partner) => {
      const numbered = code === null ? undefined : byName.get(`${code}\n${folded(name)}`);
      const id = (email === null ? undefined : byEmail.get(email)) ?? numbered ?? (email === null ? byName.get(nameIn(partner, name)) : undefined);
      return id === undefined || id === null ? undefined : after.contacts.get(id);
    },
  };
}
