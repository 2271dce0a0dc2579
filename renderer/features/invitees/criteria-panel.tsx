import { ActionIcon, Button, NumberInput, SegmentedControl } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { proposeWaves } from '#shared/invitations/choose.ts';
import { reweigh, weighed } from '#shared/invitations/reweigh.ts';
import { compareProposals, type Shift } from '#shared/invitations/scenario.ts';
import { points, weightSplit } from '#shared/invitations/score.ts';
import type { Criterion } from '#shared/invitations/criterion.ts';
import type { CriterionId } from '#shared/kernel/ids.ts';
import { byName } from '#shared/kernel/name-order.ts';
import { removal } from '#shared/workspace/removal.ts';
import { editFields } from '#shared/workspace/edit-field.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { type Planner, usePlanner } from '#renderer/app/use-planner.ts';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { addCriterion, addUsualCriteria } from './actions.ts';
import { fieldLabels, horizonChoices } from './criterion-words.ts';

/** The criteria with their weights, and beside them who would come in and drop out if the weights and seats were these. */
export function CriteriaPanel() {
  const planner = usePlanner();
  const { snapshot, summit } = planner;
  const [weights, setWeights] = useState<ReadonlyMap<CriterionId, number>>(new Map());
  const [seats, setSeats] = useState<number | null>(null);
  const drafted = useMemo(() => weighed(snapshot, weights), [snapshot, weights]);
  const seatLimit = seats ?? summit.seatLimit;
  if (snapshot.criteria.size === 0) {
    return <EmptyState title="No criteria yet" actions={<><Button onClick={() => void addUsualCriteria.run(planner)}>{addUsualCriteria.label}</Button><Button variant="default" onClick={() => void addCriterion.run(planner)}>{addCriterion.label}</Button></>}>What partners are scored by. The usual eight weigh what was and what can be alike.</EmptyState>;
  }
  const isChanged = [...drafted.criteria.values()].some(({ id, weight }) => snapshot.criteria.get(id)?.weight !== weight);
  return (
    <div className="inv-columns">
      <section aria-label="Criteria">
        <table className="inv-criteria">
          <thead><tr><th scope="col">Criterion</th><th scope="col">Weight</th><th scope="col">Looks</th><th><span className="sp-spoken">Remove</span></th></tr></thead>
          <tbody>{[...drafted.criteria.values()].sort(byKeptWeight(snapshot)).map((criterion) => <CriterionLine key={criterion.id} planner={planner} criterion={criterion} onWeigh={(weight) => { setWeights((now) => new Map(now).set(criterion.id, weight)); }} />)}</tbody>
        </table>
        <Split tables={drafted} />
        <div className="inv-buttons">
          <Button disabled={!isChanged} onClick={() => { planner.commit(reweigh(snapshot, weights)); setWeights(new Map()); }}>Keep these weights</Button>
          <Button variant="default" disabled={!isChanged && seats === null} onClick={() => { setWeights(new Map()); setSeats(null); }}>Back to the kept ones</Button>
          <Button variant="default" onClick={() => void addCriterion.run(planner)}>{addCriterion.label}</Button>
        </div>
      </section>
      <section className="inv-what-if" aria-label="What if">
        <h2>What if</h2>
        <NumberInput label="Seats for partners" min={1} allowDecimal={false} value={seatLimit ?? ''} onChange={(value) => { setSeats(typeof value === 'number' && value >= 1 ? value : null); }} description={summit.seatLimit === null ? 'No limit is set for this summit yet' : `${summit.seatLimit} are set for this summit`} />
        <Effect before={snapshot} after={drafted} seatLimit={seatLimit} keptLimit={summit.seatLimit ?? seatLimit} />
      </section>
    </div>
  );
}

/** By the kept weight, so that lines stay put while weights are tried out. */
function byKeptWeight({ criteria }: Snapshot) {
  const kept = ({ id }: Criterion) => criteria.get(id)?.weight ?? 0;
  return (a: Criterion, b: Criterion) => kept(b) - kept(a) || byName(a.name, b.name);
}

function CriterionLine({ planner, criterion, onWeigh }: { readonly planner: Planner; readonly criterion: Criterion; readonly onWeigh: (weight: number) => void }) {
  const { id, name, field, weight, horizon } = criterion;
  return (
    <tr>
      <th scope="row">{name}<small className="sp-muted"> {fieldLabels[field] === name ? '' : fieldLabels[field]}</small></th>
      <td><NumberInput aria-label={`Weight of ${name}`} w={84} min={0} max={100} clampBehavior="strict" value={weight} onChange={(value) => { if (typeof value === 'number') onWeigh(value); }} /></td>
      <td><SegmentedControl size="xs" aria-label={`${name} looks`} data={[...horizonChoices]} value={horizon} onChange={(next) => planner.attempt(editFields(planner.snapshot, 'criteria', id, { horizon: next }, `Direction of ${name}`))} /></td>
      <td><ActionIcon variant="subtle" color="gray" aria-label={`Remove ${name}`} onClick={() => { planner.commit(removal(planner.snapshot, 'criteria', [id], `Remove ${name}`)); }}><IconTrash size={16} /></ActionIcon></td>
    </tr>
  );
}

function Split({ tables }: { readonly tables: Pick<Snapshot, 'criteria'> }) {
  const { historic, forwardLooking } = weightSplit(tables);
  const [back, ahead] = [Math.round(historic * 100), Math.round(forwardLooking * 100)];
  return <div className="inv-split" role="img" aria-label={`${back} % of the weight looks back, ${ahead} % ahead`}><span style={{ flex: historic }}>{back > 0 && `Back ${back} %`}</span><span style={{ flex: forwardLooking }}>{ahead > 0 && `Ahead ${ahead} %`}</span></div>;
}

/** The live difference between the kept weights and seats and those tried out, as if everybody were chosen anew. */
function Effect({ before, after, seatLimit, keptLimit }: { readonly before: Snapshot; readonly after: Snapshot; readonly seatLimit: number | null; readonly keptLimit: number | null }) {
  const difference = useMemo(() => {
    if (seatLimit === null || keptLimit === null) return null;
    const [was, is] = [proposeWaves({ ...before, invitations: new Map() }, { seatLimit: keptLimit }), proposeWaves({ ...after, invitations: new Map() }, { seatLimit })];
    return was.ok && is.ok ? compareProposals(was.value, is.value) : null;
  }, [before, after, seatLimit, keptLimit]);
  if (!difference) return <p className="sp-muted">Set seats and give some criterion a weight to see who would be in wave A.</p>;
  const { comesIn, dropsOut, stays } = difference;
  return (
    <div aria-live="polite">
      <p>If all were chosen anew, wave A: {stays} as now, {comesIn.length} in, {dropsOut.length} out.</p>
      <Shifts title="Comes in" shifts={comesIn} snapshot={after} />
      <Shifts title="Drops out" shifts={dropsOut} snapshot={after} />
    </div>
  );
}

function Shifts({ title, shifts, snapshot }: { readonly title: string; readonly shifts: readonly Shift[]; readonly snapshot: Snapshot }) {
  if (shifts.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="inv-shifts">{shifts.map(({ partner, tenthsBefore, tenthsAfter }) => <li key={partner}><a className="sp-link" href={`#/invitees/${partner}`}>{snapshot.partners.get(partner)?.name}</a><span className="sp-muted">{points(tenthsBefore)} → {points(tenthsAfter)}</span></li>)}</ul>
    </>
  );
}
