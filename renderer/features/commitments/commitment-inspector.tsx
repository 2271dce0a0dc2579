import { Button } from '@mantine/core';
import { imbalances } from '#shared/commitments/balance.ts';
import type { Commitment } from '#shared/commitments/commitment.ts';
import { findings } from '#shared/commitments/findings.ts';
import { isOpen } from '#shared/commitments/life.ts';
import { routeOf, routeTitles, typeTitles } from '#shared/commitments/routes.ts';
import type { CommitmentId } from '#shared/kernel/ids.ts';
import { counted } from '#shared/kernel/text.ts';
import { editFields } from '#shared/workspace/edit-field.ts';
import { factsOf } from '#renderer/app/record.ts';
import { refused } from '#renderer/app/refused.ts';
import { type Planner, usePlanner } from '#renderer/app/use-planner.ts';
import { FindingList } from '#renderer/ui/feedback/findings.tsx';
import { type KeyFact, KeyFacts } from '#renderer/ui/forms/key-facts.tsx';
import { Inspector, InspectorSection } from '#renderer/ui/place/inspector.tsx';
import { moveCommitments, removeCommitment, stepsOf, tieTo } from './actions.ts';
import { openCaptureSheet } from './capture-state.ts';
import { CommitmentStatusBadge } from './status-badge.tsx';
import { currenciesOf, sideChoices, sideTitles, statusChoices, stepTitles, typeChoices } from './words.ts';

type Steps = { readonly onPrevious?: () => void; readonly onNext?: () => void };

/** One promise: its facts, its next steps, what it is given in return for, and how the partner's whole set stands. */
export function CommitmentInspector({ commitment, ...steps }: { readonly commitment: Commitment } & Steps) {
  const planner = usePlanner();
  const { snapshot, go } = planner;
  const partner = snapshot.partners.get(commitment.partner);
  const siblings = [...snapshot.commitments.values()].filter((each) => each.partner === commitment.partner && each.id !== commitment.id);
  const route = routeOf(commitment);
  return (
    <Inspector
      title={commitment.description || 'A commitment'} subtitle={[commitment.code, partner?.name].filter(Boolean).join(' · ')}
      badges={<CommitmentStatusBadge status={commitment.status} isOverdue={isOpen(commitment) && commitment.dueOn !== null && commitment.dueOn < planner.today()} />} onClose={() => { go('commitments'); }} {...steps}
      actions={<><Button variant="default" onClick={() => { openCaptureSheet(commitment.partner); }}>Capture another</Button><Button variant="default" color="red" onClick={() => void removeCommitment.run(planner)}>{removeCommitment.label}</Button></>}
    >
      <InspectorSection title="Next step"><NextSteps planner={planner} commitment={commitment} /></InspectorSection>
      <InspectorSection title="Promise"><KeyFacts facts={facts(planner, commitment, siblings)} /></InspectorSection>
      <InspectorSection title="What needs attention"><FindingList plain label="Findings of this partner’s commitments" findings={partnerFindings(planner, commitment)} empty="Nothing. This partner’s promises are in balance." /></InspectorSection>
      <InspectorSection title={`Other promises with ${partner?.name ?? 'this partner'}`} aside={<small className="sp-muted">{counted(siblings.length, 'commitment')}</small>}>
        <ul className="com-kept">{siblings.map((each) => <li key={each.id}><a href={`#/commitments/${each.id}`}>{each.description || each.code}</a><small className="sp-muted">{[each.side === null ? 'Side not known' : sideTitles[each.side], each.type === null ? '' : typeTitles[each.type]].filter(Boolean).join(' · ')}</small></li>)}</ul>
      </InspectorSection>
      {partner && <InspectorSection title="Partner"><a href={`#/partners/${partner.id}`}>{partner.name}</a>{route !== null && <> · <a href={`#/follow-through/${route}`}>{routeTitles[route]}</a></>}</InspectorSection>}
    </Inspector>
  );
}

function NextSteps({ planner, commitment }: { readonly planner: Planner; readonly commitment: Commitment }) {
  async function take(to: Parameters<typeof moveCommitments>[2]) {
    const refusal = await moveCommitments(planner, [commitment.id], to);
    if (refusal !== null) planner.tell(refusal, 'bad');
  }
  return <div className="com-steps">{stepsOf([commitment]).map((to, index) => <Button key={to} size="compact-sm" variant={index === 0 ? 'light' : 'default'} onClick={() => void take(to)}>{stepTitles[to]}</Button>)}</div>;
}

function facts(planner: Planner, commitment: Commitment, siblings: readonly Commitment[]): KeyFact[] {
  const { snapshot, summit } = planner;
  const fact = factsOf(planner, 'commitments', commitment.id, commitment.code || 'a commitment');
  const counterparts = siblings.filter(({ side }) => side !== commitment.side || side === 'both').map(({ id, code, description }) => ({ value: id as string, label: `${code} ${description}`.trim() }));
  const save = (fields: Readonly<Record<string, unknown>>, label: string) => refused(planner, editFields(snapshot, 'commitments', commitment.id, fields, `${label} of ${commitment.code || 'a commitment'}`));
  const route = routeOf(commitment);
  return [
    fact({ name: 'description', label: 'What', kind: 'text', multiline: true, required: true }, commitment.description),
    fact({ name: 'side', label: 'Side', kind: 'choice', choices: sideChoices }, commitment.side),
    fact({ name: 'type', label: 'Type', kind: 'choice', choices: typeChoices }, commitment.type),
    { field: { name: 'route', label: 'Route', kind: 'text' }, value: route === null ? '' : routeTitles[route] },
    { field: { name: 'money', label: 'Amount', kind: 'money', currencies: currenciesOf(snapshot, summit.currency) }, value: commitment.money, ...(commitment.amountWithoutCurrency !== null && { shown: `${commitment.amountWithoutCurrency / 100}, currency not known` }), onCommit: (money) => save({ money, amountWithoutCurrency: null }, 'Amount') },
    fact({ name: 'dueOn', label: 'Due', kind: 'date' }, commitment.dueOn),
    fact({ name: 'vendorOwner', label: 'Vendor owner', kind: 'text' }, commitment.vendorOwner),
    fact({ name: 'partnerOwner', label: 'Partner owner', kind: 'text' }, commitment.partnerOwner),
    {
      field: { name: 'inReturnFor', label: 'In return for', kind: 'choice', choices: counterparts, placeholder: counterparts.length === 0 ? 'No promise of the other side yet' : 'Choose' }, value: commitment.inReturnFor,
      onCommit: (next) => refused(planner, tieTo(planner, commitment, (next || null) as CommitmentId | null)),
    },
    ...(commitment.status === null ? [fact({ name: 'status', label: 'Status', kind: 'choice', choices: statusChoices }, null)] : []),
    fact({ name: 'receipt', label: 'Receipt', kind: 'text', hint: 'The receiving team’s reference' }, commitment.receipt),
    fact({ name: 'madeAt', label: 'Made at', kind: 'choice', required: true, choices: [{ value: 'this-summit', label: 'This summit' }, { value: 'last-summit', label: 'Last summit' }] }, commitment.madeAt),
    fact({ name: 'code', label: 'Id', kind: 'text' }, commitment.code),
  ];
}

/** What is said of this promise, and of the balance of all that this partner and the vendor promise each other. */
function partnerFindings(planner: Planner, commitment: Commitment) {
  const { snapshot } = planner;
  const own = new Map([...snapshot.commitments].filter(([, { partner }]) => partner === commitment.partner));
  const isLopsided = imbalances({ commitments: own, partners: snapshot.partners }).length > 0;
  return findings({ commitments: own, partners: snapshot.partners }, planner.today())
    .filter(({ rule, subjects }) => subjects.some(({ id }) => id === commitment.id) || (isLopsided && rule.startsWith('balance-')))
    .map(({ rule, severity, text, subjects }) => ({ id: `${rule} ${subjects.map(({ id }) => id).join()}`, severity, text }));
}
