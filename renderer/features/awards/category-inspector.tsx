import { ActionIcon, Button } from '@mantine/core';
import { IconAlertTriangle, IconPencil, IconX } from '@tabler/icons-react';
import type { Category } from '#shared/awards/category.ts';
import { findings } from '#shared/awards/findings.ts';
import { factsOf } from '#renderer/app/record.ts';
import { type Planner, usePlanner } from '#renderer/app/use-planner.ts';
import { FindingList } from '#renderer/ui/feedback/findings.tsx';
import { KeyFacts } from '#renderer/ui/forms/key-facts.tsx';
import { Inspector, InspectorSection } from '#renderer/ui/place/inspector.tsx';
import { addNomination, announceCategory, askForCriterion, removeCriterion, removeFromAwards, sealCategory } from './actions.ts';
import { EmbargoMark } from './marks.tsx';
import { embargoes, weightTotal } from './select.ts';
import { sessionChoices } from './words.ts';

/** One award: what it honours, by which criteria, and when its winner may be named. */
export function CategoryInspector({ category }: { readonly category: Category }) {
  const planner = usePlanner();
  const { snapshot, summit, go } = planner;
  const fact = factsOf(planner, 'categories', category.id, category.name);
  const embargo = embargoes(snapshot, planner.now()).get(category.id) ?? { isEmbargoed: true, until: null };
  const own = findings(snapshot, planner.today()).filter(({ subjects }) => subjects.some(({ id }) => id === category.id));
  return (
    <Inspector
      title={category.name} badges={<EmbargoMark embargo={embargo} zone={summit.zone} />} onClose={() => { go('awards'); }}
      actions={<>
        {category.announcedAt === null ? <Button variant="default" onClick={() => void announceCategory(planner, category)}>Announce now…</Button> : <Button variant="default" onClick={() => { sealCategory(planner, category); }}>Put back under embargo</Button>}
        <Button variant="default" disabled={!(addNomination.isEnabled?.(planner) ?? true)} onClick={() => void addNomination.run(planner)}>Nominate…</Button>
        <Button variant="default" color="red" onClick={() => void removeFromAwards(planner, [category.id])}>Remove award</Button>
      </>}
    >
      <InspectorSection title="Award">
        <KeyFacts
          facts={[
            fact({ name: 'name', label: 'Name', kind: 'text', required: true }, category.name),
            fact({ name: 'announcedIn', label: 'Announced in', kind: 'choice', choices: sessionChoices(snapshot), placeholder: snapshot.sessions.size === 0 ? 'No sessions yet' : 'Choose' }, category.announcedIn),
            fact({ name: 'eligibility', label: 'Eligibility', kind: 'text', multiline: true }, category.eligibility),
          ]}
        />
      </InspectorSection>
      <InspectorSection title="Criteria" aside={<Button size="compact-xs" variant="subtle" onClick={() => void askForCriterion(planner, category, null)}>Add criterion</Button>}>
        {category.criteria.length === 0 ? <p className="sp-muted">No criterion yet. Judges score each nomination from 1 to 10 on every one.</p> : <Criteria planner={planner} category={category} />}
      </InspectorSection>
      <InspectorSection title="What needs attention"><FindingList plain label={`Findings of ${category.name}`} findings={own.map(({ rule, severity, text, subjects }) => ({ id: `${rule} ${subjects.map(({ id }) => id).join()}`, severity, text }))} /></InspectorSection>
    </Inspector>
  );
}

function Criteria({ planner, category }: { readonly planner: Planner; readonly category: Category }) {
  const total = weightTotal(category);
  return (
    <table className="aw-criteria">
      <thead><tr><th scope="col">Criterion</th><th scope="col">Weight</th><td /></tr></thead>
      <tbody>
        {category.criteria.map((criterion) => (
          <tr key={criterion.name}>
            <th scope="row">{criterion.name}{criterion.description && <div className="sp-muted">{criterion.description}</div>}</th>
            <td>{criterion.weight} %</td>
            <td>
              <ActionIcon aria-label={`Edit ${criterion.name}`} onClick={() => void askForCriterion(planner, category, criterion)}><IconPencil size={14} /></ActionIcon>
              <ActionIcon aria-label={`Remove ${criterion.name}`} onClick={() => void removeCriterion(planner, category, criterion)}><IconX size={14} /></ActionIcon>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot><tr><th scope="row">Total</th><td>{total} %</td><td>{total !== 100 && <span className="aw-mark" data-tone="link"><IconAlertTriangle size={14} aria-hidden /><span>not 100 %</span></span>}</td></tr></tfoot>
    </table>
  );
}
