import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { SummitId } from '#shared/kernel/ids.ts';
import { grouped } from '#shared/kernel/text.ts';
import type { RunMode } from '#shared/meetings/run.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { answering } from '#renderer/ui/spells.ts';
import type { Planner } from '#renderer/app/use-planner.ts';
import type { CureTables } from '#renderer/workers/meeting-tables.ts';
import { meetingTables } from './cure-tables.ts';
import { gapWords } from './plan-words.ts';
import { offerPlan } from './proposal.ts';
import { type Asked, askedOf, type Choice, type Ended, type Sample, type ReadyTask, readyTask, sampleOf } from './schedule-task.ts';
import { openView } from './views.ts';

/** A run that is under way, as far as the window draws it. */
export type Running = {
  readonly summit: SummitId;
  readonly choice: Choice;
  readonly asked: Asked;
  /** By the window's clock. */
  readonly began: number;
  /** One for every change of weight or bound; the latest beside them. */
  readonly samples: readonly Sample[];
  readonly latest: Sample | null;
  readonly cancel: () => void;
};

type Scheduling = { readonly choice: Choice; readonly running: Running | null };

const store = createStore<Scheduling>(() => ({ choice: { mode: 'everything', seconds: 15, seed: 1 }, running: null }));

export function useChoice(): readonly [Choice, (choice: Partial<Choice>) => void] {
  return [useStore(store, ({ choice }) => choice), choose];
}

export function useRunning({ summit }: Planner): Running | null {
  const running = useStore(store, (state) => state.running);
  return running?.summit === summit.id ? running : null;
}

/** Opens the panel, with a kind of run chosen. */
export function openPanel(mode: RunMode): void {
  choose({ mode });
  openView('schedule');
}

/** Workers that read the summit while the planner chooses, so that a run answers at once. */
let ready: { readonly tables: CureTables; readonly mode: RunMode; readonly task: ReadyTask } | null = null;

/** A choice is often followed by the next, and the panel is drawn first. */
const readyMilliseconds = 150;

/** Readies the chosen kind of run for the summit as it is, for as long as the choice is on the screen. */
export function useReadyRun(snapshot: Snapshot, mode: RunMode): void {
  const tables = meetingTables(snapshot);
  useEffect(() => {
    const waiting = setTimeout(() => { ready = { tables, mode, task: readyTask(tables, mode) }; }, readyMilliseconds);
    return () => {
      clearTimeout(waiting);
      ready?.task.end();
      ready = null;
    };
  }, [tables, mode]);
}

/** The workers that have read this summit, if any have; else others that read it first. */
function takeReady(snapshot: Snapshot, mode: RunMode): ReadyTask {
  const tables = meetingTables(snapshot);
  const mine = ready?.tables === tables && ready.mode === mode ? ready.task : readyTask(tables, mode);
  if (ready?.task === mine) ready = null;
  return mine;
}

/** Milliseconds between two pictures: a reader sees no more, and the window has the rest of the time for everything else. */
const drawEvery = 250;

/** Runs the scheduler in the background and offers what it finds. Only one run at a time. */
export async function startRun(planner: Planner): Promise<void> {
  const { snapshot, summit, tell } = planner;
  if (store.getState().running) return tell('A schedule is being made already. Stop it first, or wait for it.', 'bad');
  const { choice } = store.getState();
  const asked = askedOf(snapshot);
  const began = performance.now();
  const samples: Sample[] = [];
  let latest: Sample | null = null;
  const ended = await planner.work<Ended>({
    title: 'Schedule automatically',
    async run(report, signal) {
      report({ doing: 'Reading the summit', fraction: 0 });
      let drawing: ReturnType<typeof setTimeout> | null = null;
      const draw = () => {
        drawing = null;
        store.setState(({ running }) => ({ running: running && { ...running, samples: [...samples], latest } }));
        if (latest) report({ doing: `${grouped(latest.placed)} of ${grouped(asked.requests)} placed, ${gapWords(latest.weight, latest.bound)}`, fraction: Math.min(1, latest.at / choice.seconds) });
      };
      function hear(posted: Parameters<typeof sampleOf>[0]) {
        latest = sampleOf(posted, (performance.now() - began) / 1000);
        const before = samples.at(-1);
        if (latest.weight !== before?.weight || latest.bound !== before.bound) samples.push(latest);
        // The first answer is drawn as it comes.
        if (before === undefined) draw();
        else drawing ??= setTimeout(draw, drawEvery);
      }
      const task = takeReady(snapshot, choice.mode).start(choice, hear);
      const cancel = () => { task.cancel(); };
      store.setState({ running: { summit: summit.id, choice, asked, began, samples, latest, cancel } });
      signal.addEventListener('abort', cancel, { once: true });
      try {
        const reached = await task.ended;
        // What follows takes time of its own; the click that stopped the run is answered before it.
        await answering();
        return reached;
      } finally {
        if (drawing !== null) clearTimeout(drawing);
      }
    },
  });
  const { found, failure } = ended ?? { found: null, failure: null };
  if (failure !== null) tell(`Scheduling stopped: ${failure}. Nothing was changed.`, 'bad');
  // The pictures give way to the plan at once, not to the choice of a run in between.
  if (found) await offerPlan(planner, { found, choice, snapshot, asked, seconds: (performance.now() - began) / 1000, samples });
  store.setState({ running: null });
}

function choose(choice: Partial<Choice>): void {
  store.setState((state) => ({ choice: { ...state.choice, ...choice } }));
}

