import { Button } from '@mantine/core';
import type { Nomination } from '#shared/awards/nomination.ts';
import { isInTheRunning } from '#shared/awards/scoring.ts';
import { factsOf } from '#renderer/app/record.ts';
import { type Planner, usePlanner } from '#renderer/app/use-planner.ts';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { KeyFacts } from '#renderer/ui/forms/key-facts.tsx';
import { Inspector, InspectorSection } from '#renderer/ui/place/inspector.tsx';
import { putBack, removeFromAwards, screenNominations, stepsOf, takeOff } from './actions.ts';
import { PairMark } from './marks.tsx';
import { type Pair, scoreRows } from './select.ts';
import { nominatorSideChoices, scoreWords, statusChoices, statusTitles, stepTitles } from './words.ts';

/** One nomination: its citation and its way through screening, and its judges, each taken off or put back in place. */
export function NominationInspector({ nomination }: { readonly nomination: Nomination }) {
  const planner = usePlanner();
  const { snapshot, go } = planner;
  const partner = snapshot.partners.get(nomination.partner);
  const category = snapshot.categories.get(nomination.category);
  const name = partner?.name ?? nomination.code;
  const fact = factsOf(planner, 'nominations', nomination.id, nomination.code || name);
  const row = category && scoreRows(snapshot, category).find(({ id }) => id === nomination.id);
  return (
    <Inspector
      title={name} subtitle={[nomination.code, category?.name].filter(Boolean).join(' · ')} badges={<StatusBadge tone={isInTheRunning(nomination) ? 'info' : 'quiet'}>{nomination.status === null ? 'Status not known' : statusTitles[nomination.status]}</StatusBadge>}
      onClose={() => { go('awards'); }} actions={<Button variant="default" color="red" onClick={() => void removeFromAwards(planner, [nomination.id])}>Remove nomination</Button>}
    >
      <InspectorSection title="Next step">
        <div className="aw-steps">{stepsOf([nomination]).map((to, index) => <Button key={to} size="compact-sm" variant={index === 0 ? 'light' : 'default'} onClick={() => { const refusal = screenNominations(planner, [nomination.id], to); if (refusal !== null) planner.tell(refusal, 'bad'); }}>{stepTitles[to]}</Button>)}</div>
      </InspectorSection>
      <InspectorSection title="Nomination">
        <KeyFacts
          facts={[
            fact({ name: 'citation', label: 'Citation', kind: 'text', multiline: true }, nomination.citation),
            fact({ name: 'nominator', label: 'Nominated by', kind: 'text' }, nomination.nominator),
            fact({ name: 'nominatorSide', label: 'Who that is', kind: 'choice', choices: nominatorSideChoices }, nomination.nominatorSide),
            fact({ name: 'submittedOn', label: 'Submitted', kind: 'date' }, nomination.submittedOn),
            ...(nomination.status === null ? [fact({ name: 'status', label: 'Status', kind: 'choice', choices: statusChoices }, null)] : []),
            fact({ name: 'code', label: 'Id', kind: 'text' }, nomination.code),
          ]}
        />
      </InspectorSection>
      <InspectorSection title="Judges">
        {!row ? <p className="sp-muted">It is not in the running, so nobody scores it.</p> : row.pairs.size === 0 ? <p className="sp-muted">There are no judges yet. Add them under Judges.</p> : <ul className="aw-judges">{[...row.pairs.values()].map((pair) => <JudgeLine key={pair.judge.id} planner={planner} nomination={nomination} pair={pair} />)}</ul>}
      </InspectorSection>
      {partner && <InspectorSection title="Partner"><a href={`#/partners/${partner.id}`}>{partner.name}</a></InspectorSection>}
    </Inspector>
  );
}

function JudgeLine({ planner, nomination, pair }: { readonly planner: Planner; readonly nomination: Nomination; readonly pair: Pair }) {
  const { judge, recusal, mean, off } = pair;
  return (
    <li>
      <span>{judge.name}{judge.role === 'chair' && <span className="sp-muted"> (chair)</span>}{mean !== null && <> · <strong className={off === null ? undefined : 'aw-off-value'}>{scoreWords(mean)}</strong></>}<br /><PairMark pair={pair} /></span>
      {recusal === null ? (
        <>
          <Button size="compact-xs" variant="default" aria-label={`Recuse ${judge.name}`} onClick={() => void takeOff(planner, judge, nomination, 'recused')}>Recuse…</Button>
          <Button size="compact-xs" variant="subtle" color="gray" aria-label={`${judge.name} abstains`} onClick={() => void takeOff(planner, judge, nomination, 'abstained')}>Abstains…</Button>
        </>
      ) : <Button size="compact-xs" variant="default" aria-label={`Reinstate ${judge.name}`} onClick={() => { putBack(planner, recusal.id); }}>Reinstate</Button>}
    </li>
  );
}
