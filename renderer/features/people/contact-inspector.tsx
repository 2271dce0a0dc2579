import { Badge, Button } from '@mantine/core';
import { type Contact, contactRoles, fullName } from '#shared/partners/contact.ts';
import { choiceOf, choicesOf, factsOf } from '#renderer/app/record.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import { KeyFacts } from '#renderer/ui/forms/key-facts.tsx';
import { Inspector, InspectorSection } from '#renderer/ui/place/inspector.tsx';
import { removePerson } from './actions.ts';
import { Availability } from './availability.tsx';

export function ContactInspector({ contact }: { readonly contact: Contact }) {
  const planner = usePlanner();
  const fact = factsOf(planner, 'contacts', contact.id, fullName(contact));
  const partner = contact.partner === null ? undefined : planner.snapshot.partners.get(contact.partner);
  return (
    <Inspector
      title={fullName(contact)} subtitle={[contact.title, partner?.name ?? contact.organisation].filter(Boolean).join(', ')} badges={contact.role && <Badge variant="light">{contact.role}</Badge>}
      onClose={() => { planner.go('people'); }} actions={<Button variant="default" color="red" onClick={() => void removePerson.run(planner)}>{removePerson.label}</Button>}
    >
      <InspectorSection title="Person">
        <KeyFacts
          facts={[
            fact({ name: 'givenName', label: 'Given name', kind: 'text' }, contact.givenName),
            fact({ name: 'familyName', label: 'Family name', kind: 'text' }, contact.familyName),
            fact({ name: 'familyNameFirst', label: 'Family name first', kind: 'flag' }, contact.familyNameFirst),
            fact({ name: 'pronunciation', label: 'Pronunciation', kind: 'text' }, contact.pronunciation),
            fact({ name: 'title', label: 'Title', kind: 'text' }, contact.title),
            fact({ name: 'partner', label: 'Partner', kind: 'choice', choices: choicesOf(planner.snapshot.partners.values()) }, contact.partner),
            fact({ name: 'role', label: 'Role', kind: 'choice', choices: contactRoles.map(choiceOf) }, contact.role),
            fact({ name: 'email', label: 'E-mail', kind: 'text' }, contact.email),
            fact({ name: 'phone', label: 'Phone', kind: 'text' }, contact.phone),
          ]}
        />
      </InspectorSection>
      <Availability table="contacts" person={contact} name={fullName(contact)} />
      <InspectorSection title="Needs" aside={<small className="sp-muted">purged after the event</small>}>
        <KeyFacts facts={[fact({ name: 'accessibility', label: 'Access', kind: 'text' }, contact.accessibility), { field: { name: 'dietary', label: 'Diet', kind: 'text' }, value: contact.dietary.join(', ') }]} />
      </InspectorSection>
      {partner && <InspectorSection title="Partner"><a href={`#/partners/${partner.id}`}>{partner.name}</a></InspectorSection>}
    </Inspector>
  );
}
