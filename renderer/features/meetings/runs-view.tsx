import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { RunId } from '#shared/kernel/ids.ts';
import { counted, grouped } from '#shared/kernel/text.ts';
import { wallClock } from '#shared/kernel/time.ts';
import { type Run, runCounts, runName, runsInOrder } from '#shared/meetings/run.ts';
import { rollBack, rollBackOf } from '#shared/meetings/run-commands.ts';
import { changedByRun, changedSinceRun } from '#shared/meetings/run-difference.ts';
import type { Whereabouts } from '#shared/meetings/whereabouts.ts';
import { factsOf } from '#renderer/app/record.ts';
import { type Planner, usePlanner } from '#renderer/app/use-planner.ts';
import { dateWords } from '#renderer/ui/data-table/cell-text.ts';
import { FindingList } from '#renderer/ui/feedback/findings.tsx';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { KeyFacts } from '#renderer/ui/forms/key-facts.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { InspectorSection } from '#renderer/ui/place/inspector.tsx';
import { Later } from '#renderer/ui/place/later.tsx';
import { ChangeTable } from './change-table.tsx';
import { LevelsTable } from './levels-table.tsx';
import { gapWords } from './plan-words.ts';
import { hostName, partnerName } from './select.ts';
import { openPanel } from './scheduling.ts';
import { clashLine } from './where.ts';

const modeWords: Readonly<Record<Run['mode'], string>> = { everything: 'Everything', unplaced: 'Only what waited', repair: 'Repair' };

/** Every plan that was taken, the last first: what it changed, what has changed since, and the way back. */
export function RunsView({ where }: { readonly where: Whereabouts }) {
  const { snapshot } = usePlanner();
  const runs = useMemo(() => runsInOrder(snapshot).reverse(), [snapshot]);
  const [chosen, choose] = useState<RunId | null>(null);
  const run = runs.find(({ id }) => id === chosen) ?? runs[0];
  if (!run) return <EmptyState title="No runs yet" actions={<Button onClick={() => { openPanel('everything'); }}>Schedule automatically</Button>}>Every plan that you take is kept here with what it changed and whom it touched, and can be rolled back at any time.</EmptyState>;
  return (
    <div className="sp-schedule">
      <ul className="sp-schedule-side sp-runs" aria-label="Runs">
        {runs.map((one) => <li key={one.id}><RunCard run={one} isChosen={one.id === run.id} onChoose={() => { choose(one.id); }} /></li>)}
      </ul>
      <RunDetail key={run.id} run={run} where={where} />
    </div>
  );
}

function RunCard({ run, isChosen, onChoose }: { readonly run: Run; readonly isChosen: boolean; readonly onChoose: () => void }) {
  const { snapshot, summit } = usePlanner();
  const { placed, moved, dropped } = runCounts(run);
  return (
    <button type="button" className="sp-run" aria-current={isChosen || undefined} onClick={onChoose}>
      <span className="sp-run-head"><strong>{runName(snapshot, run)}</strong>{run.rolledBackAt !== null && <StatusBadge tone="quiet">Rolled back</StatusBadge>}</span>
      <span className="sp-muted">{momentWords(run.takenAt, summit.zone)} · {modeWords[run.mode]}{run.isPartial ? ', newly placed only' : ''}</span>
      <span>{grouped(placed)} placed, {grouped(moved)} moved, {grouped(dropped)} dropped</span>
    </button>
  );
}

type Compared = 'did' | 'since' | 'back';

function RunDetail({ run, where }: { readonly run: Run; readonly where: Whereabouts }) {
  const planner = usePlanner();
  const { snapshot, summit } = planner;
  const [shown, setShown] = useState<Compared>('did');
  const did = useMemo(() => changedByRun(run), [run]);
  const since = useMemo(() => changedSinceRun(snapshot, run), [snapshot, run]);
  const back = useMemo(() => rollBackOf(snapshot, run, where.mayHear), [snapshot, run, where]);
  const difference = shown === 'did' ? did : shown === 'since' ? since : back.difference;
  const changes = (one: typeof did) => one.placed.length + one.moved.length + one.dropped.length;
  const name = runName(snapshot, run);
  const fact = factsOf(planner, 'runs', run.id, name);
  const plain = (label: string, value: string) => ({ field: { name: label, label, kind: 'text' as const }, value });
  return (
    <div className="sp-schedule-main sp-schedule-difference">
      <div className="sp-run-facts">
        <InspectorSection level={2} title={name} aside={run.rolledBackAt === null ? <Button disabled={changes(back.difference) === 0} onClick={() => void askRollBack(planner, run, where)}>Roll back this run…</Button> : <StatusBadge tone="quiet">Rolled back {momentWords(run.rolledBackAt, summit.zone)}</StatusBadge>}>
          <KeyFacts facts={[
            fact({ name: 'name', label: 'Name', kind: 'text', hint: 'Such as: before the COO fell ill' }, run.name),
            plain('Search', `${run.seconds} seconds, seed ${run.seed}${run.isCutShort ? ', stopped early' : ''}`),
            plain('Reached', `${gapWords(run.after.weight, run.bound)}${run.proven ? ', proven' : ''}`),
            plain('People touched', grouped(run.peopleTouched)),
          ]} />
        </InspectorSection>
        <LevelsTable label="Levels, before and after the run" before={run.before.weight === 0 ? null : run.before} after={run.after} musts={run.musts} bounds={{ mustPlaced: null, weight: run.bound, shortfall: null, missed: null, loose: null }} />
      </div>
      <div className="sp-run-compare">
        <SegmentedControl aria-label="Compare" value={shown} onChange={(next) => { setShown(next as Compared); }} data={[{ value: 'did', label: `What it changed: ${grouped(changes(did))}` }, { value: 'since', label: `Changed since: ${grouped(changes(since))}` }, ...(run.rolledBackAt === null ? [{ value: 'back', label: `If rolled back: ${grouped(changes(back.difference))}` }] : [])]} />
      </div>
      {shown === 'back' && back.lost.length > 0 && <FindingList label="What cannot be put back" findings={lostLines(back.lost, where)} />}
      <Later><ChangeTable key={shown} label={{ did: 'What the run changed', since: 'What has changed since the run', back: 'What rolling back changes' }[shown]} difference={difference} where={where} /></Later>
    </div>
  );
}

async function askRollBack(planner: Planner, run: Run, where: Whereabouts): Promise<void> {
  const { difference: { placed, moved, dropped }, lost, later } = rollBackOf(planner.snapshot, run, where.mayHear);
  const parts = [
    `${grouped(placed.length)} placed again, ${grouped(moved.length)} moved back, ${grouped(dropped.length)} unplaced.`,
    lost.length > 0 ? `${counted(lost.length, 'meeting')} cannot be put back as before; they are named under “If rolled back”.` : '',
    later.length > 0 ? `${counted(later.length, 'later run')} ${later.length === 1 ? 'falls' : 'fall'} with it.` : '',
    'You can undo it.',
  ];
  const isAgreed = await planner.confirm({ title: `Roll back ${runName(planner.snapshot, run)}?`, text: parts.filter(Boolean).join(' '), yes: 'Roll back' });
  if (!isAgreed) return;
  await planner.keepCopy('schedule');
  planner.attempt(rollBack(planner.snapshot, run.id, where.mayHear, planner.mint, planner.now()));
}

function lostLines(lost: ReturnType<typeof rollBackOf>['lost'], where: Whereabouts) {
  return lost.map((one) => {
    const request = where.tables.requests.get(one.request);
    const name = request ? `${partnerName(where, request)} with ${hostName(where, request.host)}` : 'A request that is gone';
    const why = one.why === 'request-gone' ? 'its request is gone.' : one.why === 'meeting-pinned' ? 'it has been pinned since and stays where it is.' : clashLine(where, one.clashes);
    return { id: one.request, severity: 'warning' as const, text: `${name}: ${why}` };
  });
}

function momentWords(moment: Run['takenAt'], zone: string): string {
  const local = wallClock(moment, zone);
  return `${dateWords(local)}, ${local.slice(11, 16)}`;
}
