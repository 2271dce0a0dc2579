import { Button, NumberInput, Progress, Radio } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { counted, grouped } from '#shared/kernel/text.ts';
import type { RunMode } from '#shared/meetings/run.ts';
import type { Whereabouts } from '#shared/meetings/whereabouts.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import { InspectorSection } from '#renderer/ui/place/inspector.tsx';
import { Later } from '#renderer/ui/place/later.tsx';
import { LevelsTable } from './levels-table.tsx';
import { phaseWords } from './plan-words.ts';
import { useProposal } from './proposal.ts';
import { ProposalView } from './proposal-view.tsx';
import { ReadinessList, useReadiness } from './readiness-list.tsx';
import { GapPicture, HostPicture } from './run-pictures.tsx';
import { waitingCount } from './schedule-task.ts';
import { type Running, startRun, useChoice, useReadyRun, useRunning } from './scheduling.ts';
import { useAsked } from './views.ts';

/** Scheduling from beginning to end: the choice and the check before a run, the pictures while it runs, the difference before it is taken. */
export function ScheduleView({ where }: { readonly where: Whereabouts }) {
  const planner = usePlanner();
  const running = useRunning(planner);
  const proposal = useProposal(planner);
  if (running) return <Watching running={running} />;
  return proposal ? <ProposalView proposal={proposal} where={where} /> : <Choosing where={where} />;
}

/** Before a run: what to schedule, for how long, and what to look at first. */
function Choosing({ where }: { readonly where: Whereabouts }) {
  const planner = usePlanner();
  const [{ mode, seconds, seed }, choose] = useChoice();
  useReadyRun(planner.snapshot, mode);
  const items = useReadiness(where);
  const start = useRef<HTMLButtonElement>(null);
  const asked = useAsked();
  useEffect(() => { if (asked > 0) start.current?.focus(); }, [asked]);
  const { all, waiting } = useMemo(() => waitingCount(planner.snapshot), [planner.snapshot]);
  const placed = all - waiting;
  const blocker = items?.find(({ severity }) => severity === 'blocker');
  const modes: readonly { readonly value: RunMode; readonly label: string; readonly description: string; readonly disabled?: boolean }[] = [
    { value: 'everything', label: 'Everything', description: `All ${counted(all, 'request')}. Meetings that are placed may move; pinned ones stay.` },
    { value: 'unplaced', label: 'Only what waits', description: `${counted(waiting, 'request')} without a place. No meeting that is placed moves.` },
    { value: 'repair', label: 'Repair', description: 'After a change: as many meetings as possible stay where they are.', disabled: placed === 0 },
  ];
  const isIdle = mode === 'unplaced' && waiting === 0;
  return (
    <div className="sp-schedule">
      <form className="sp-schedule-side" aria-label="Schedule automatically" onSubmit={(event) => { event.preventDefault(); void startRun(planner); }}>
        <InspectorSection level={2} title="What to schedule">
          <Radio.Group value={mode} onChange={(next) => { choose({ mode: next as RunMode }); }} aria-label="What to schedule">
            {modes.map(({ value, label, description, disabled = false }) => <Radio key={value} className="sp-schedule-mode" value={value} label={label} description={description} disabled={disabled} />)}
          </Radio.Group>
        </InspectorSection>
        <InspectorSection level={2} title="How long">
          <div className="sp-schedule-numbers">
            <NumberInput label="Seconds to spend" description="It ends sooner when the plan is proven the best" value={seconds} min={1} max={900} allowDecimal={false} clampBehavior="strict" onChange={(next) => { if (typeof next === 'number' && next >= 1) choose({ seconds: next }); }} />
            <NumberInput label="Seed" description="Another seed, another plan as good" value={seed} min={1} max={9999} allowDecimal={false} clampBehavior="strict" onChange={(next) => { if (typeof next === 'number' && next >= 1) choose({ seed: next }); }} />
          </div>
        </InspectorSection>
        <div className="sp-schedule-start">
          <Button ref={start} type="submit" leftSection={<IconPlayerPlay size={16} />} disabled={blocker !== undefined || isIdle}>Start</Button>
          <span className="sp-muted">{blocker ? blocker.text : isIdle ? 'Nothing waits for a place.' : 'Nothing changes until you take the plan.'}</span>
        </div>
      </form>
      <div className="sp-schedule-main">
        <InspectorSection level={2} title={`Before you start${items && items.length > 0 ? `: ${counted(items.length, 'thing')} to look at` : ''}`}><ReadinessList items={items} /></InspectorSection>
      </div>
    </div>
  );
}

/** While it runs: the levels as they stand, the gap closing, each host filling. Leaving the place does not stop it. */
function Watching({ running }: { readonly running: Running }) {
  const planner = usePlanner();
  const { choice: { seconds }, asked, samples, latest, cancel } = running;
  const stop = useRef<HTMLButtonElement>(null);
  // The Start button has just gone away.
  useEffect(() => { if (document.activeElement === document.body || document.activeElement?.closest('#place')) stop.current?.focus(); }, []);
  const now = useSecondsSince(running.began);
  return (
    <div className="sp-schedule">
      <div className="sp-schedule-side">
        <InspectorSection level={2} title="Scheduling">
          <p className="sp-schedule-phase" role="status">{latest ? phaseWords(latest.phase) : 'Reading the summit'}</p>
          <Progress value={Math.min(100, (now / seconds) * 100)} size="sm" aria-label="Time spent" />
          <p className="sp-muted">{Math.min(seconds, Math.round(now))} of at most {seconds} seconds. You can go elsewhere meanwhile.</p>
        </InspectorSection>
        <InspectorSection level={2} title={latest ? `${grouped(latest.placed)} of ${grouped(asked.requests)} placed` : `${counted(asked.requests, 'request')}`}>
          {latest ? <LevelsTable label="Levels as they stand" before={null} after={latest} musts={asked.musts} bounds={latest.bounds} /> : <p className="sp-muted">The levels are shown with the first plan.</p>}
        </InspectorSection>
        <div className="sp-schedule-start"><Button ref={stop} variant="default" leftSection={<IconPlayerStop size={16} />} onClick={cancel}>Stop and keep the best</Button></div>
      </div>
      <div className="sp-schedule-main sp-schedule-pictures">
        <Later><GapPicture samples={samples} now={now} end={seconds} level={asked.presentWeight} /></Later>
        <Later><HostPicture asked={asked} placedByHost={latest?.placedByHost ?? nobody} snapshot={planner.snapshot} /></Later>
      </div>
    </div>
  );
}

const nobody: ReadonlyMap<string, number> = new Map();

/** Seconds since a moment of the window's clock, told four times a second. */
function useSecondsSince(began: number): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const ticking = setInterval(() => { setNow(performance.now()); }, 250);
    return () => { clearInterval(ticking); };
  }, []);
  return Math.max(0, (now - began) / 1000);
}
