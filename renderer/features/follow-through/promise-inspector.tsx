import { Button } from '@mantine/core';
import { commitmentSteps, lacks, statusTitles } from '#shared/commitments/life.ts';
import { routeTitles } from '#shared/commitments/routes.ts';
import { factsOf } from '#renderer/app/record.ts';
import { type Planner, usePlanner } from '#renderer/app/use-planner.ts';
import { KeyFacts } from '#renderer/ui/forms/key-facts.tsx';
import { Inspector, InspectorSection } from '#renderer/ui/place/inspector.tsx';
import { canHaveReceipt, move, typeReceipt } from './actions.ts';
import { DueMark, HandOffMark, Life } from './marks.tsx';
import { dueWords, type OpenPromise } from './select.ts';

const stepWords = { captured: 'Take up again', agreed: 'Agreed by both', routed: 'Hand over', in_progress: 'In progress', fulfilled: 'Fulfilled', partly: 'Fulfilled in part', missed: 'Missed…', waived: 'Waive…', renegotiated: 'Renegotiated…' } as const;
const lackWords = { side: 'a side', type: 'a type', 'vendor-owner': 'an owner at the vendor', 'partner-owner': 'an owner at the partner', date: 'a due date' } as const;

type Props = { readonly promise: OpenPromise; readonly onPrevious?: () => void; readonly onNext?: () => void };

/** One promise on its way: the station it has reached, the next step, and the receipt of the team that has it. */
export function PromiseInspector({ promise, ...steps }: Props) {
  const planner = usePlanner();
  const { commitment, partner, route, state, daysOver } = promise;
  const missing = lacks(commitment);
  const fact = factsOf(planner, 'commitments', commitment.id, commitment.code || 'a commitment');
  return (
    <Inspector title={commitment.description || commitment.code || 'A commitment'} subtitle={[commitment.code, partner].filter(Boolean).join(' · ')} badges={<><HandOffMark state={state} /><DueMark daysOver={daysOver} /></>} onClose={() => { planner.go('follow-through'); }} {...steps}>
      <InspectorSection title="Way"><Life commitment={commitment} /></InspectorSection>
      <InspectorSection title="Next step">
        {commitment.status === 'captured' && missing.length > 0 && <p className="sp-muted">It lacks {missing.map((each) => lackWords[each]).join(', ')}. <a href={`#/commitments/${commitment.id}`}>Fill it in</a>, then agree on it.</p>}
        <Steps planner={planner} promise={promise} />
      </InspectorSection>
      <InspectorSection title="Hand-off">
        <KeyFacts
          facts={[
            { field: { name: 'route', label: 'Route', kind: 'text' }, value: route === null ? 'None: choose a type' : routeTitles[route] },
            { field: { name: 'receipt', label: 'Receipt', kind: 'text' }, value: commitment.receipt, ...(canHaveReceipt(commitment) && { onCommit: (next) => typeReceipt(planner, commitment, String(next ?? '')) }) },
            { ...fact({ name: 'dueOn', label: 'Due', kind: 'date' }, commitment.dueOn) },
            fact({ name: 'vendorOwner', label: 'Vendor owner', kind: 'text' }, commitment.vendorOwner),
            fact({ name: 'partnerOwner', label: 'Partner owner', kind: 'text' }, commitment.partnerOwner),
            { field: { name: 'when', label: 'When', kind: 'text' }, value: dueWords(daysOver) },
          ]}
        />
      </InspectorSection>
      <InspectorSection title="Elsewhere"><a href={`#/commitments/${commitment.id}`}>The whole record</a> · <a href={`#/partners/${commitment.partner}`}>{partner}</a></InspectorSection>
    </Inspector>
  );
}

function Steps({ planner, promise: { commitment } }: { readonly planner: Planner; readonly promise: OpenPromise }) {
  const steps = commitmentSteps[commitment.status ?? 'captured'];
  return <div className="ft-steps">{steps.map((to, index) => <Button key={to} size="compact-sm" variant={index === 0 ? 'light' : 'default'} title={statusTitles[to]} onClick={() => void move(planner, [commitment.id], to)}>{stepWords[to]}</Button>)}</div>;
}
