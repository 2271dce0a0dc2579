import { useEffect, useMemo, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Change } from '#shared/kernel/change.ts';
import { dateOf, wallClock } from '#shared/kernel/time.ts';
import { counted } from '#shared/kernel/text.ts';
import { theSummit } from '#shared/summit/summit.ts';
import { showToast, showUndoToast } from '#renderer/ui/feedback/toast.tsx';
import type { FormValues } from '#renderer/ui/forms/field.ts';
import type { Platform } from '#renderer/platform/platform.ts';
import type { Desk as HostDesk, Workspace } from '#renderer/workspace/workspace.ts';
import type { Work } from './ask.ts';
import { bulkRows, keepCopies, writeCopy } from './copies.ts';
import { frame, go } from './frame-state.ts';
import { refusalText } from './refusals.ts';
import { useFindings } from './use-findings.ts';
import { type Planner, PlannerContext, type SummitDesk, SummitDeskContext } from './use-planner.ts';
import { useWorkspace } from './use-workspace.ts';

type DeskProps = { readonly workspace: Workspace; readonly host: HostDesk; readonly platform: Platform; readonly children: ReactNode };

/** Joins the workspace, the frame and the host into the one value every view and action uses. */
export function Desk({ workspace, host, platform, children }: DeskProps) {
  const snapshot = useWorkspace(workspace, (state) => state.snapshot);
  const history = useWorkspace(workspace, (state) => state.history);
  const heads = useWorkspace(workspace, (state) => state.heads);
  const place = useStore(frame, (current) => current.place);
  const selected = useStore(frame, (current) => current.selected);
  const deeds = useMemo(() => deskOf(workspace, host, platform), [workspace, host, platform]);
  const findings = useFindings(snapshot, deeds.today());
  const desk = useMemo<SummitDesk>(() => ({ ...deeds, snapshot, summit: theSummit(snapshot) }), [deeds, snapshot]);
  const planner = useMemo<Planner>(() => ({ ...desk, findings, workspace: { history, heads }, place, selected }), [desk, findings, history, heads, place, selected]);
  useEffect(() => {
    const hold = () => { platform.holdOpen(workspace.getState().saving.is !== 'saved'); };
    hold();
    return workspace.subscribe(hold);
  }, [platform, workspace]);
  useEffect(() => platform.onClosing(async () => (await workspace.settled()).is === 'saved'), [platform, workspace]);
  useEffect(() => keepCopies(workspace, host, platform.disk), [workspace, host, platform]);
  return <SummitDeskContext value={desk}><PlannerContext value={planner}>{children}</PlannerContext></SummitDeskContext>;
}

type Deeds = Omit<SummitDesk, 'snapshot' | 'summit'>;

function deskOf(workspace: Workspace, host: HostDesk, platform: Platform): Deeds {
  const tell: Planner['tell'] = (text, tone = 'good') => { showToast(text, tone === 'bad' ? 'problem' : 'done'); };
  const undo = async () => {
    const label = await workspace.undo();
    tell(label === null ? 'Nothing to undo.' : `Undone: ${label}`);
  };
  const keepCopy: Planner['keepCopy'] = async (reason) => {
    const kept = await writeCopy(workspace, host, platform.disk, reason);
    if (kept?.ok === false) tell(refusalText(kept.problem), 'bad');
  };
  const commit = (change: Change) => {
    if (change.edits.length === 0) return;
    // The copy takes the summit as it is at the call, so it need not be waited for.
    if (change.edits.length >= bulkRows) void keepCopy('bulk-edit');
    workspace.commit(change);
    showUndoToast(change.label, () => void undo());
  };
  const today = () => dateOf(wallClock(host.now(), theSummit(workspace.getState().snapshot).zone));
  return {
    platform, mint: host.mint, actor: host.actor(), now: host.now, current: () => workspace.getState().snapshot, isAt: (one) => frame.getState().place === one, today, go, commit, tell, undo, keepCopy,
    attempt(outcome) {
      if (outcome.ok) commit(outcome.value);
      else tell(refusalText(outcome.problem), 'bad');
      return outcome.ok;
    },
    async redo() {
      const label = await workspace.redo();
      tell(label === null ? 'Nothing to redo.' : `Done again: ${label}`);
    },
    async goToStep(line) {
      const steps = await workspace.goTo(line);
      tell(steps === 0 ? 'The summit stands there already.' : `Moved by ${counted(steps, 'step')}. Every step is kept: move on from here, or go back again.`);
    },
    confirm: (question) => new Promise((resolve) => ask({ kind: 'question', question, answer: resolve })),
    fill: (form) => new Promise<FormValues | null>((resolve) => ask({ kind: 'form', form, answer: resolve })),
    work: (work) => inBackground(work, platform, tell),
  };
}

function ask(asked: ReturnType<typeof frame.getState>['asked'][number]): void {
  frame.setState(({ asked: waiting }) => ({ asked: [...waiting, asked] }));
}

let lastWork = 0;

/** Runs work beside everything else: shown with progress and cancel, and in the task bar. */
async function inBackground<Outcome>({ title, run }: Work<Outcome>, platform: Platform, tell: Planner['tell']): Promise<Outcome | null> {
  const id = ++lastWork;
  const control = new AbortController();
  const show = (doing: string, fraction: number | null) => {
    platform.showProgress(fraction);
    frame.setState(({ running }) => ({ running: running.map((work) => (work.id === id ? { ...work, doing, fraction } : work)) }));
  };
  frame.setState(({ running }) => ({ running: [...running, { id, title, doing: '', fraction: null, startedAt: performance.now(), cancel: () => { control.abort(); } }] }));
  try {
    return await run(({ doing, fraction }) => { show(doing, fraction); }, control.signal);
  } catch (thrown) {
    if (!control.signal.aborted) tell(`${title} failed: ${thrown instanceof Error ? thrown.message : String(thrown)}. Nothing was changed.`, 'bad');
    else tell(`${title}: cancelled.`);
    return null;
  } finally {
    platform.showProgress(null);
    frame.setState(({ running }) => ({ running: running.filter((work) => work.id !== id) }));
  }
}
