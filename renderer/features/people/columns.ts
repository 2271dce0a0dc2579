import { type Contact, contactRoles, fullName, sortName } from '#shared/partners/contact.ts';
import type { Executive } from '#shared/partners/executive.ts';
import { cellEdit, choiceOf, choicesOf } from '#renderer/app/record.ts';
import type { SummitDesk } from '#renderer/app/use-planner.ts';
import type { Column } from '#renderer/ui/data-table/column.ts';

export function contactColumns(planner: SummitDesk): Column<Contact>[] {
  const edit = (field: string, title: string) => cellEdit(planner, 'contacts', field, title, fullName);
  const text = (id: 'givenName' | 'familyName' | 'title' | 'email' | 'phone' | 'accessibility', title: string, width: number): Column<Contact> => ({
    id, title, kind: 'text', width, value: (contact) => contact[id], edit: edit(id, title),
  });
  return [
    { id: 'name', title: 'Name', kind: 'text', width: 200, value: sortName },
    text('title', 'Title', 190),
    { id: 'partner', title: 'Partner', kind: 'choice', width: 220, choices: choicesOf(planner.snapshot.partners.values()), value: ({ partner }) => partner, text: ({ partner, organisation }) => (partner === null ? organisation && `${organisation} (not linked)` : (planner.snapshot.partners.get(partner)?.name ?? '')), edit: edit('partner', 'Partner') },
    { id: 'role', title: 'Role', kind: 'choice', width: 140, choices: contactRoles.map(choiceOf), value: ({ role }) => role, edit: edit('role', 'Role') },
    text('email', 'E-mail', 240),
    text('phone', 'Phone', 150),
    { id: 'dietary', title: 'Diet', kind: 'text', width: 130, value: ({ dietary }) => dietary.join(', ') },
    text('accessibility', 'Access needs', 150),
    { ...text('givenName', 'Given name', 130), hidden: true },
    { ...text('familyName', 'Family name', 130), hidden: true },
    { id: 'familyNameFirst', title: 'Family name first', kind: 'flag', hidden: true, value: ({ familyNameFirst }) => familyNameFirst, edit: edit('familyNameFirst', 'Order of names') },
  ];
}

export function executiveColumns(planner: SummitDesk): Column<Executive>[] {
  const edit = (field: string, title: string) => cellEdit(planner, 'executives', field, title, ({ name }) => name);
  const rooms = [...planner.snapshot.rooms.values()].map(({ id, name }) => ({ value: id as string, label: name }));
  return [
    { id: 'name', title: 'Name', kind: 'text', width: 200, value: ({ name }) => name, edit: edit('name', 'Name') },
    { id: 'title', title: 'Title', kind: 'text', width: 220, value: ({ title }) => title, edit: edit('title', 'Title') },
    { id: 'email', title: 'E-mail', kind: 'text', width: 240, value: ({ email }) => email, edit: edit('email', 'E-mail') },
    { id: 'maxMeetingsPerDay', title: 'Meetings a day', kind: 'number', width: 120, sum: false, hint: 'The most one-to-ones in a day', value: ({ maxMeetingsPerDay }) => maxMeetingsPerDay, edit: edit('maxMeetingsPerDay', 'Daily limit') },
    { id: 'homeRoom', title: 'Home room', kind: 'choice', width: 150, choices: rooms, value: ({ homeRoom }) => homeRoom, edit: edit('homeRoom', 'Home room') },
    { id: 'topics', title: 'Topics', kind: 'text', width: 280, value: ({ topics }) => topics.join(', ') },
    { id: 'unavailable', title: 'Not available', kind: 'text', width: 260, value: ({ unavailable }) => unavailable.map(({ startsAt, endsAt }) => `${startsAt.slice(5).replace('T', ' ')}–${endsAt.slice(11)}`).join(', ') },
  ];
}
