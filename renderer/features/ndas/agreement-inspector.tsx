import { Button, Menu } from '@mantine/core';
import { reportedStages, type Agreement } from '#shared/agreements/agreement.ts';
import { type AgreementDates, partyName, recordDates } from '#shared/agreements/commands.ts';
import { stageOn, stageText } from '#shared/agreements/stage.ts';
import { findings } from '#shared/agreements/findings.ts';
import { fullName } from '#shared/partners/contact.ts';
import { choiceOf, choicesOf, factsOf } from '#renderer/app/record.ts';
import { refused } from '#renderer/app/refused.ts';
import { type Planner, usePlanner } from '#renderer/app/use-planner.ts';
import { FindingList } from '#renderer/ui/feedback/findings.tsx';
import { type KeyFact, KeyFacts } from '#renderer/ui/forms/key-facts.tsx';
import { Inspector, InspectorSection } from '#renderer/ui/place/inspector.tsx';
import { approveTheWaiver, confirmNda, markDeclined, reinstateNda, removeNda, terminateNda, voidNda, waiveNda } from './actions.ts';
import { NdaBadge } from './stage-badge.tsx';

/** One agreement: its status in words, its dates, whom it is with, and what may be done to it. */
export function AgreementInspector({ agreement }: { readonly agreement: Agreement }) {
  const planner = usePlanner();
  const stage = stageOn(agreement, planner.today());
  const offered = [confirmNda, approveTheWaiver, reinstateNda].filter((action) => action.isEnabled?.(planner));
  const rare = [waiveNda, markDeclined, terminateNda, voidNda, removeNda].filter((action) => action.isEnabled?.(planner));
  const own = findings({ ...planner.snapshot, agreements: new Map([[agreement.id, agreement]]), sessions: new Map(), invitations: new Map() }, planner.today());
  return (
    <Inspector
      title={partyName(agreement)} subtitle={[agreement.level === 'person' ? 'Personal NDA' : 'Company NDA', agreement.counterparty, agreement.code].filter(Boolean).join(' · ')} badges={<NdaBadge stage={stage} />}
      onClose={() => { planner.go('ndas'); }}
      actions={<>
        {offered.map((action) => <Button key={action.id} onClick={() => void action.run(planner)}>{action.label}</Button>)}
        <Menu>
          <Menu.Target><Button variant="default">More…</Button></Menu.Target>
          <Menu.Dropdown>{rare.map((action) => <Menu.Item key={action.id} {...(action === removeNda && { color: 'red' })} onClick={() => void action.run(planner)}>{action.label}</Menu.Item>)}</Menu.Dropdown>
        </Menu>
      </>}
    >
      <p>{stageText(stage)}.</p>
      {own.length > 0 && <FindingList plain label="Findings" findings={own.map(({ rule, severity, text }) => ({ id: rule, severity, text }))} />}
      <InspectorSection title="Dates"><KeyFacts facts={dateFacts(planner, agreement)} /></InspectorSection>
      {agreement.ending && <InspectorSection title="Ending"><KeyFacts facts={endingFacts(agreement.ending)} /></InspectorSection>}
      <InspectorSection title="Agreement"><KeyFacts facts={agreementFacts(planner, agreement)} /></InspectorSection>
    </Inspector>
  );
}

function dateFacts(planner: Planner, agreement: Agreement): KeyFact[] {
  const take = (field: keyof AgreementDates) => (value: unknown) => refused(planner, recordDates(planner.snapshot, agreement.id, { [field]: value === '' ? null : value }));
  const date = (name: Exclude<keyof AgreementDates, 'evergreen'>, label: string): KeyFact => ({ field: { name, label, kind: 'date' }, value: agreement[name], onCommit: take(name) });
  return [
    date('sentOn', 'Sent'), date('partnerSignedOn', 'Partner signed'), date('countersignedOn', 'Countersigned'), date('effectiveOn', 'Effective from'), date('expiresOn', 'Last day'),
    { field: { name: 'evergreen', label: 'Evergreen', kind: 'flag' }, value: agreement.evergreen, onCommit: take('evergreen') },
  ];
}

function endingFacts({ event, on, approver, reason, until }: NonNullable<Agreement['ending']>): KeyFact[] {
  return [
    { field: { name: 'event', label: 'What', kind: 'text' }, value: event }, { field: { name: 'on', label: 'On', kind: 'date' }, value: on },
    ...(event === 'waived' ? [{ field: { name: 'approver', label: 'Approved by', kind: 'text' }, value: approver } as const, { field: { name: 'until', label: 'Holds until', kind: 'date' }, value: until } as const] : []),
    { field: { name: 'reason', label: 'Reason', kind: 'text' }, value: reason },
  ];
}

function agreementFacts(planner: Planner, agreement: Agreement): KeyFact[] {
  const { partners, contacts } = planner.snapshot;
  const fact = factsOf(planner, 'agreements', agreement.id, partyName(agreement));
  const names = choicesOf(partners.values());
  const people = choicesOf([...contacts.values()].filter(({ partner }) => agreement.partner === null || partner === agreement.partner).map((contact) => ({ id: contact.id, name: fullName(contact) })));
  return [
    fact({ name: 'partner', label: 'Partner', kind: 'choice', choices: names }, agreement.partner),
    ...(agreement.level === 'person' ? [fact({ name: 'contact', label: 'Person', kind: 'choice', choices: people }, agreement.contact), fact({ name: 'personEmail', label: 'Their mail', kind: 'text' }, agreement.personEmail)] : []),
    fact({ name: 'counterparty', label: 'Legal entity', kind: 'text' }, agreement.counterparty), fact({ name: 'kind', label: 'Kind', kind: 'choice', choices: ['mutual', 'unilateral'].map(choiceOf) }, agreement.kind),
    fact({ name: 'scope', label: 'Scope', kind: 'text', multiline: true }, agreement.scope), fact({ name: 'owner', label: 'Owner', kind: 'text' }, agreement.owner), fact({ name: 'code', label: 'Reference', kind: 'text' }, agreement.code),
    fact({ name: 'reportedStage', label: 'Register says', kind: 'choice', choices: reportedStages.map((value) => ({ value, label: value.replace('_', ' ') })) }, agreement.reportedStage),
  ];
}
