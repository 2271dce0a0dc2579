import type { ContactId, ExecutiveId, PartnerId } from '#shared/kernel/ids.ts';
import { blankContact, contactRoles, fullName } from '#shared/partners/contact.ts';
import { blankExecutive } from '#shared/partners/executive.ts';
import { addRow } from '#shared/workspace/edit-field.ts';
import { type Action, defineAction } from '#renderer/app/action.ts';
import { choiceOf, choicesOf, removeRecords } from '#renderer/app/record.ts';
import type { Planner } from '#renderer/app/use-planner.ts';
import { textIn } from '#renderer/ui/forms/field.ts';

export const addContact = defineAction({ id: 'people.add-contact', label: 'Add contact', keys: 'Mod+Alt+N', place: 'people', run: askForContact });
export const addExecutive = defineAction({ id: 'people.add-executive', label: 'Add executive', keys: 'Mod+Alt+E', place: 'people', run: askForExecutive });
export const removePerson = defineAction({
  id: 'people.remove',
  label: 'Remove person',
  place: 'people',
  isEnabled: ({ selected, snapshot }) => selected !== null && (snapshot.contacts.has(selected as ContactId) || snapshot.executives.has(selected as ExecutiveId)),
  run: (planner) => removePeople(planner, planner.selected === null ? [] : [planner.selected]),
});

export const peopleActions: readonly Action[] = [addContact, addExecutive, removePerson];

export async function removePeople(planner: Planner, ids: readonly string[]): Promise<void> {
  const { contacts, executives } = planner.snapshot;
  const nameOf = (id: string) => {
    const contact = contacts.get(id as ContactId);
    return contact ? fullName(contact) : (executives.get(id as ExecutiveId)?.name ?? 'a person');
  };
  await removeRecords(planner, ids.some((id) => contacts.has(id as ContactId)) ? 'contacts' : 'executives', ids, 'person', nameOf);
}

async function askForContact(planner: Planner): Promise<void> {
  const values = await planner.fill({
    title: 'Add contact',
    submit: 'Add contact',
    fields: [
      { name: 'givenName', label: 'Given name', kind: 'text', width: 'half' },
      { name: 'familyName', label: 'Family name', kind: 'text', required: true, width: 'half' },
      { name: 'partner', label: 'Partner', kind: 'choice', choices: choicesOf(planner.snapshot.partners.values()) },
      { name: 'title', label: 'Title', kind: 'text', width: 'half' },
      { name: 'role', label: 'Role', kind: 'choice', choices: contactRoles.map(choiceOf), width: 'half' },
      { name: 'email', label: 'E-mail', kind: 'text' },
    ],
  });
  if (!values) return;
  const role = contactRoles.find((one) => one === textIn(values, 'role')) ?? null;
  const contact = {
    ...blankContact(planner.mint<ContactId>()), givenName: textIn(values, 'givenName'), familyName: textIn(values, 'familyName'), title: textIn(values, 'title'), role,
    email: textIn(values, 'email').toLowerCase() || null, partner: (textIn(values, 'partner') || null) as PartnerId | null,
  };
  if (planner.attempt(addRow('contacts', contact, `Add ${fullName(contact)}`))) planner.go('people', contact.id);
}

async function askForExecutive(planner: Planner): Promise<void> {
  const values = await planner.fill({
    title: 'Add executive',
    submit: 'Add executive',
    fields: [
      { name: 'name', label: 'Name', kind: 'text', required: true },
      { name: 'title', label: 'Title', kind: 'text', width: 'half' },
      { name: 'email', label: 'E-mail', kind: 'text', width: 'half' },
    ],
  });
  if (!values) return;
  const executive = { ...blankExecutive(planner.mint<ExecutiveId>(), textIn(values, 'name')), title: textIn(values, 'title'), email: textIn(values, 'email').toLowerCase() || null };
  if (planner.attempt(addRow('executives', executive, `Add ${executive.name}`))) planner.go('people', executive.id);
}
