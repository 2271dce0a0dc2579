import { Badge, Button } from '@mantine/core';
import type { PartnerId } from '#shared/kernel/ids.ts';
import { keepApart, rivalry } from '#shared/partners/apart.ts';
import type { Partner } from '#shared/partners/partner.ts';
import { fullName } from '#shared/partners/contact.ts';
import { counted } from '#shared/kernel/text.ts';
import { choiceOf, choicesOf, factsOf } from '#renderer/app/record.ts';
import { type Planner, usePlanner } from '#renderer/app/use-planner.ts';
import type { Field, FieldValue } from '#renderer/ui/forms/field.ts';
import { type KeyFact, KeyFacts } from '#renderer/ui/forms/key-facts.tsx';
import { Inspector, InspectorSection } from '#renderer/ui/place/inspector.tsx';
import { removePartner } from './actions.ts';

/** One page that joins what is known of a partner: profile, figures, people, NDAs, meetings, awards and promises. */
export function PartnerInspector({ partner }: { readonly partner: Partner }) {
  const planner = usePlanner();
  const { snapshot, go } = planner;
  const people = [...snapshot.contacts.values()].filter((contact) => contact.partner === partner.id);
  const of = <Row extends { readonly partner: unknown }>(rows: Iterable<Row>) => [...rows].filter((row) => row.partner === partner.id);
  const invitation = of(snapshot.invitations.values())[0];
  return (
    <Inspector
      title={partner.name} subtitle={[partner.types.join(', '), partner.city, partner.country].filter(Boolean).join(' · ')}
      badges={<>{partner.strategic && <Badge variant="light">Strategic</Badge>}{partner.pacMember && <Badge variant="light" color="gray">PAC</Badge>}{invitation && <Badge variant="light" color="green">{invitation.stage}</Badge>}</>}
      onClose={() => { go('partners'); }} actions={<Button variant="default" color="red" onClick={() => void removePartner.run(planner)}>{removePartner.label}</Button>}
    >
      <InspectorSection title="Profile"><KeyFacts facts={profile(partner, planner)} /></InspectorSection>
      <InspectorSection title="Meetings"><KeyFacts facts={meetingRules(partner, planner)} /></InspectorSection>
      <InspectorSection title="Performance" aside={<small className="sp-muted">{partner.performance.source || 'source not known'}{partner.performance.asOf ? `, ${partner.performance.asOf}` : ''}</small>}><KeyFacts facts={figures(partner, planner)} /></InspectorSection>
      <InspectorSection title="People" aside={<small className="sp-muted">{counted(people.length, 'person', 'people')}</small>}>
        <ul className="sp-plain-list">{people.map((person) => <li key={person.id}><a href={`#/people/${person.id}`}>{fullName(person)}</a> <span className="sp-muted">{[person.title, person.role].filter(Boolean).join(', ')}</span></li>)}</ul>
      </InspectorSection>
      <InspectorSection title="At this summit">
        <ul className="sp-plain-list">
          <Linked count={of(snapshot.agreements.values()).length} noun="NDA" place="ndas" />
          <Linked count={of(snapshot.requests.values()).length} noun="meeting request" place="meetings" />
          <Linked count={of(snapshot.nominations.values()).length} noun="nomination" place="awards" />
          <Linked count={of(snapshot.commitments.values()).length} noun="commitment" place="commitments" />
        </ul>
      </InspectorSection>
    </Inspector>
  );
}

function Linked({ count, noun, place }: { readonly count: number; readonly noun: string; readonly place: string }) {
  return <li><a href={`#/${place}`}>{counted(count, noun)}</a></li>;
}

function profile(partner: Partner, planner: Planner): KeyFact[] {
  const fact = factsOf(planner, 'partners', partner.id, partner.name);
  return [
    fact({ name: 'name', label: 'Name', kind: 'text', required: true }, partner.name),
    fact({ name: 'legalName', label: 'Legal name', kind: 'text' }, partner.legalName),
    fact({ name: 'accountId', label: 'Account ID', kind: 'text' }, partner.accountId),
    fact({ name: 'tier', label: 'Tier', kind: 'choice', choices: planner.summit.tiers.map(choiceOf) }, partner.tier),
    fact({ name: 'strategic', label: 'Strategic', kind: 'flag' }, partner.strategic),
    fact({ name: 'pacMember', label: 'PAC seat', kind: 'flag' }, partner.pacMember),
    fact({ name: 'camName', label: 'CAM', kind: 'text' }, partner.camName),
    fact({ name: 'partnerSponsorName', label: 'Their sponsor', kind: 'text' }, partner.partnerSponsorName),
    fact({ name: 'riskNote', label: 'Risk note', kind: 'text', multiline: true }, partner.riskNote),
  ];
}

function meetingRules(partner: Partner, planner: Planner): KeyFact[] {
  const { snapshot } = planner;
  const fact = factsOf(planner, 'partners', partner.id, partner.name);
  const others = choicesOf([...snapshot.partners.values()].filter(({ id }) => id !== partner.id));
  return [
    fact({ name: 'minMeetings', label: 'At least', kind: 'number', whole: true, min: 0, unit: 'meetings' }, partner.minMeetings),
    fact({ name: 'maxMeetings', label: 'At most', kind: 'number', whole: true, min: 0, unit: 'meetings' }, partner.maxMeetings),
    fact({ name: 'maxMeetingsPerDay', label: 'At most a day', kind: 'number', whole: true, min: 0, unit: 'meetings' }, partner.maxMeetingsPerDay),
    {
      field: { name: 'keepApart', label: 'Keep apart from', kind: 'choices', choices: others }, value: rivalry(snapshot).rivalsOf(partner.id),
      onCommit: (next) => { planner.commit(keepApart(snapshot, partner.id, (Array.isArray(next) ? next : []) as readonly PartnerId[])); },
    },
  ];
}

function figures({ id, name, performance }: Partner, planner: Planner): KeyFact[] {
  const own = factsOf(planner, 'partners', id, name);
  const fact = (field: Field, value: FieldValue) => own(field, value, `performance.${field.name}`);
  const currencies = [planner.summit.currency];
  return [
    fact({ name: 'revenue', label: 'Revenue', kind: 'money', currencies }, performance.revenue),
    fact({ name: 'revenuePrior', label: 'Year before', kind: 'money', currencies }, performance.revenuePrior),
    fact({ name: 'pipeline', label: 'Pipeline', kind: 'money', currencies }, performance.pipeline),
    fact({ name: 'dealRegistrations', label: 'Deal registrations', kind: 'number', whole: true, min: 0 }, performance.dealRegistrations),
    fact({ name: 'certifiedPeople', label: 'Certified people', kind: 'number', whole: true, min: 0 }, performance.certifiedPeople),
    fact({ name: 'health', label: 'Health', kind: 'number', min: 0, max: 100 }, performance.health),
    fact({ name: 'satisfaction', label: 'Satisfaction', kind: 'number', min: 0, max: 10 }, performance.satisfaction),
  ];
}
