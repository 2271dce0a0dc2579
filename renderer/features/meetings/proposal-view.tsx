import { Button } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { counted, grouped } from '#shared/kernel/text.ts';
import { onlyPlaced, type PlanDifference, planDifference, takeDifference } from '#shared/meetings/take.ts';
import type { Whereabouts } from '#shared/meetings/whereabouts.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import { FindingBadge } from '#renderer/ui/feedback/findings.tsx';
import { InspectorSection } from '#renderer/ui/place/inspector.tsx';
import { Later } from '#renderer/ui/place/later.tsx';
import { ChangeTable, touchedWords } from './change-table.tsx';
import { LevelsTable } from './levels-table.tsx';
import { coreWords, coverageWords, gapWords, verdict } from './plan-words.ts';
import { discardProposal, type Proposal, takeProposal } from './proposal.ts';
import { GapPicture } from './run-pictures.tsx';
import { changedSince } from './stale.ts';

/** Above the other views: that a plan is ready, and the way to it. */
export function ProposalNotice({ proposal, onShow }: { readonly proposal: Proposal; readonly onShow: () => void }) {
  const planner = usePlanner();
  const { placed, moved, dropped, kept } = useMemo(() => planDifference(planner.snapshot, proposal.built, proposal.plan), [planner.snapshot, proposal]);
  return (
    <section className="sp-proposal" aria-label="Proposed plan">
      <div>
        <strong>A plan is ready: {grouped(placed.length)} placed, {grouped(moved.length)} moved, {grouped(dropped.length)} dropped, {grouped(kept.length)} kept.</strong>
        <div className="sp-muted">The plan has {gapWords(proposal.weight, proposal.bound)}{proposal.proven ? ', proven' : ''}.</div>
      </div>
      <Button variant="default" onClick={discardProposal}>Discard</Button>
      <Button variant="default" onClick={onShow}>Show the changes</Button>
      <Button onClick={() => void takeProposal(planner, proposal, 'whole')}>Take this plan</Button>
    </section>
  );
}

/** After a run: how good the plan is and that it is proven, what it changes and whom it touches; then take it, take a part, or leave it. */
export function ProposalView({ proposal, where }: { readonly proposal: Proposal; readonly where: Whereabouts }) {
  const planner = usePlanner();
  const { built, plan, weight, bound, proven, isCutShort, requests, musts, before, after, bounds, samples, seconds } = proposal;
  const difference = useMemo(() => planDifference(where.tables, built, plan), [where, built, plan]);
  const part = useIdle(useCallback(() => (difference.moved.length + difference.dropped.length === 0 ? 0 : onlyPlaced(where.tables, difference, where.mayHear).placed.length), [where, difference]));
  const stale = useIdle(useCallback(() => staleness(proposal, where), [proposal, where]));
  const take = useRef<HTMLButtonElement>(null);
  // The button that stopped the run has just gone away.
  useEffect(() => { if (document.activeElement === document.body || document.activeElement?.closest('#place')) take.current?.focus(); }, []);
  const last = samples.at(-1);
  const finish = samples.length > 0 && last ? [...samples, { ...last, at: seconds, weight, bound }] : samples;
  return (
    <div className="sp-schedule">
      <div className="sp-schedule-side">
        <InspectorSection level={2} title="The plan">
          <p className="sp-schedule-verdict" data-proven={proven || undefined}>{verdict({ proven, weight, bound, placed: plan.meetings.length, requests, isCutShort })}</p>
          <p className="sp-muted">{grouped(plan.meetings.length)} of {counted(requests, 'request')} have a place; {gapWords(weight, bound)}{proven ? ', proven' : ''}.{built.impossible.length > 0 && ` ${grouped(built.impossible.length)} cannot be placed at any time: ask why not on the board.`}</p>
          {musts > after.mustPlaced && <p>{grouped(musts - after.mustPlaced)} of {counted(musts, 'must')} {musts - after.mustPlaced === 1 ? 'has' : 'have'} no place.</p>}
          {proposal.core && <p>{coreWords(where, proposal.core)}</p>}
          {proposal.coverage && <p>{coverageWords(where, proposal.coverage)}</p>}
          {stale && <p className="sp-schedule-stale"><FindingBadge severity={stale.clashes > 0 ? 'blocker' : 'warning'}>{stale.clashes > 0 ? 'Out of date' : 'Changed since'}</FindingBadge> {stale.text}</p>}
          <div className="sp-schedule-deeds">
            <Button ref={take} disabled={stale !== null && stale.clashes > 0} onClick={() => void takeProposal(planner, proposal, 'whole')}>Take this plan</Button>
            {part !== null && part > 0 && <Button variant="default" onClick={() => void takeProposal(planner, proposal, 'newly-placed')}>Take only {grouped(part)} newly placed</Button>}
            <Button variant="default" onClick={discardProposal}>Discard</Button>
          </div>
        </InspectorSection>
        <InspectorSection level={2} title="What it reaches"><LevelsTable label="Levels, before and after" before={built.current.length === 0 ? null : before} after={after} musts={musts} bounds={bounds} coverage={proposal.coverage} /></InspectorSection>
        <Later><GapPicture isCompact samples={finish} now={seconds} end={seconds} level={before.weight} /></Later>
      </div>
      <div className="sp-schedule-main sp-schedule-difference">
        <InspectorSection level={2} title={`What it changes: ${counted(difference.placed.length + difference.moved.length + difference.dropped.length, 'meeting')}`} aside={<Later><TouchedWords where={where} difference={difference} /></Later>}>{null}</InspectorSection>
        <Later><ChangeTable label="Changes of the proposed plan" difference={difference} where={where} /></Later>
      </div>
    </div>
  );
}

function TouchedWords({ where, difference }: { readonly where: Whereabouts; readonly difference: PlanDifference }) {
  return <span className="sp-muted">{touchedWords(where, difference)}</span>;
}

/** What changed since the run began, and whether the plan still fits; null: nothing that matters to meetings. */
function staleness({ snapshot, built, plan }: Proposal, where: Whereabouts): { readonly clashes: number; readonly text: string } | null {
  const changed = changedSince(snapshot, where.tables);
  if (changed.length === 0) return null;
  const taken = takeDifference(where.tables, planDifference(where.tables, built, plan), where.mayHear, (() => 'trial') as never);
  const clashes = !taken.ok && taken.problem.code === 'plan-is-out-of-date' ? taken.problem.clashes.length : 0;
  const said = `The summit has changed since the run began (${changed.join(', ')}).`;
  return { clashes, text: clashes > 0 ? `${said} ${counted(clashes, 'meeting')} of the plan would clash: schedule again.` : `${said} The plan can still be taken; the difference below is against the summit as it is now.` };
}

/** Worked out when the window has a moment; null until then. */
function useIdle<Value>(work: () => Value): Value | null {
  const [value, setValue] = useState<Value | null>(null);
  useEffect(() => {
    const waiting = requestIdleCallback(() => { setValue(() => work()); }, { timeout: 500 });
    return () => { cancelIdleCallback(waiting); };
  }, [work]);
  return value;
}
