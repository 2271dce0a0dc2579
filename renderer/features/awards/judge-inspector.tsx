import { Button } from '@mantine/core';
import { conflicts } from '#shared/awards/conflicts.ts';
import type { Judge } from '#shared/awards/judging.ts';
import type { Nomination } from '#shared/awards/nomination.ts';
import { isInTheRunning } from '#shared/awards/scoring.ts';
import { groupBy } from '#shared/kernel/group.ts';
import { counted } from '#shared/kernel/text.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { choicesOf, factsOf } from '#renderer/app/record.ts';
import { type Planner, usePlanner } from '#renderer/app/use-planner.ts';
import { KeyFacts } from '#renderer/ui/forms/key-facts.tsx';
import { Inspector, InspectorSection } from '#renderer/ui/place/inspector.tsx';
import { putBack, removeFromAwards, takeOff } from './actions.ts';
import { linkTitles, offTitles, roleChoices } from './words.ts';

/** One judge: for whom they work, how far they are, and the nominations they should not or do not judge. */
export function JudgeInspector({ judge }: { readonly judge: Judge }) {
  const planner = usePlanner();
  const { snapshot, go } = planner;
  const fact = factsOf(planner, 'judges', judge.id, judge.name);
  return (
    <Inspector title={judge.name} subtitle={[judge.role === 'chair' ? 'Chair of the panel' : 'Judge', judge.affiliation].filter(Boolean).join(', ')} onClose={() => { go('awards'); }} actions={<Button variant="default" color="red" onClick={() => void removeFromAwards(planner, [judge.id])}>Remove judge</Button>}>
      <InspectorSection title="Judge">
        <KeyFacts
          facts={[
            fact({ name: 'name', label: 'Name', kind: 'text', required: true }, judge.name),
            fact({ name: 'role', label: 'Role', kind: 'choice', required: true, choices: roleChoices }, judge.role),
            fact({ name: 'email', label: 'E-mail', kind: 'text' }, judge.email),
            fact({ name: 'affiliation', label: 'Employer', kind: 'text' }, judge.affiliation),
            fact({ name: 'partner', label: 'Among partners', kind: 'choice', choices: choicesOf(snapshot.partners.values()) }, judge.partner),
          ]}
        />
      </InspectorSection>
      <InspectorSection title="Conflicts and recusals"><Bounds planner={planner} judge={judge} /></InspectorSection>
      <InspectorSection title="Scores given">
        <ul className="sp-plain-list">{progress(snapshot, judge).map(({ name, done, all }) => <li key={name}>{name} <span className="sp-muted">{done} of {counted(all, 'nomination')}</span></li>)}</ul>
      </InspectorSection>
    </Inspector>
  );
}

function Bounds({ planner, judge }: { readonly planner: Planner; readonly judge: Judge }) {
  const { snapshot } = planner;
  const recusals = [...snapshot.recusals.values()].filter((recusal) => recusal.judge === judge.id);
  const off = new Set(recusals.map(({ nomination }) => nomination));
  const links = groupBy(conflicts(snapshot).filter((conflict) => conflict.judge === judge.id && !off.has(conflict.nomination)), ({ nomination }) => nomination);
  const named = (nomination: Nomination) => `${snapshot.partners.get(nomination.partner)?.name ?? nomination.code}, ${snapshot.categories.get(nomination.category)?.name ?? 'an award'}`;
  if (recusals.length + links.size === 0) return <p className="sp-muted">None.</p>;
  return (
    <ul className="aw-judges">
      {[...links].map(([id, bound]) => {
        const nomination = snapshot.nominations.get(id);
        return nomination && <li key={id}><span>{named(nomination)}<br /><span className="sp-muted">{bound.map(({ link }) => linkTitles[link]).join(', ')}</span></span><Button size="compact-xs" variant="default" aria-label={`Recuse from ${named(nomination)}`} onClick={() => void takeOff(planner, judge, nomination, 'recused')}>Recuse…</Button></li>;
      })}
      {recusals.map((recusal) => {
        const nomination = snapshot.nominations.get(recusal.nomination);
        return nomination && <li key={recusal.id}><span>{named(nomination)}<br /><span className="sp-muted">{offTitles[recusal.kind]}{recusal.reason && `: ${recusal.reason}`}</span></span><Button size="compact-xs" variant="default" aria-label={`Reinstate for ${named(nomination)}`} onClick={() => { putBack(planner, recusal.id); }}>Reinstate</Button></li>;
      })}
    </ul>
  );
}

function progress(snapshot: Snapshot, judge: Judge) {
  const done = new Set([...snapshot.scores.values()].filter((score) => score.judge === judge.id && score.value !== null).map(({ nomination, criterion }) => `${nomination} ${criterion}`));
  return [...snapshot.categories.values()].map(({ id, name, criteria }) => {
    const own = [...snapshot.nominations.values()].filter((nomination) => nomination.category === id && isInTheRunning(nomination));
    return { name, all: own.length, done: own.filter((nomination) => criteria.length > 0 && criteria.every((criterion) => done.has(`${nomination.id} ${criterion.name}`))).length };
  });
}
