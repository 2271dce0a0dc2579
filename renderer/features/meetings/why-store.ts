import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { RequestId } from '#shared/kernel/ids.ts';
import type { Whereabouts } from '#shared/meetings/whereabouts.ts';
import type { CureTables } from '#renderer/workers/meeting-tables.ts';
import { startWhy, type WhyClient } from '#renderer/workers/why-client.ts';
import type { Heard, Question } from '#renderer/workers/why-work.ts';
import { waitingRequests } from './select.ts';

export type Known = ReadonlyMap<RequestId, Heard>;
type Why = {
  readonly client: WhyClient | null;
  /** The tables that the worker has. */
  readonly ready: CureTables | null;
  readonly known: { readonly of: CureTables; readonly answers: Known } | null;
  /** What was asked of the tables that the worker has, by question. */
  readonly answers: ReadonlyMap<string, Heard>;
  readonly hasFailed: boolean;
};

const store = createStore<Why>(() => ({ client: null, ready: null, known: null, answers: new Map(), hasFailed: false }));
const none: Known = new Map();

/** What was found for a summit as it is stays found while the planner looks elsewhere. */
const kept = new WeakMap<CureTables, Known>();

/** Answers of the longer search that somebody waited for: it is not repeated. */
const searched = new WeakSet<Heard>();

/** An edit is often followed by the next: the work begins once the planner has paused. */
const pauseMilliseconds = 400;
/** The lists are drawn anew for what the background found. */
const drawMilliseconds = 1500;

/** Finds out, while the place is open, why each request that waits has no place and what would cure it, the heaviest first; not while a schedule is made. */
export function useWhyWork(where: Whereabouts, tables: CureTables, isPaused: boolean): void {
  const client = useStore(store, (state) => state.client);
  useEffect(() => {
    const mine = startWhy(() => { store.setState({ hasFailed: true }); });
    store.setState({ client: mine, ready: null, hasFailed: false });
    return () => {
      mine.end();
      store.setState({ client: null, ready: null });
    };
  }, []);
  useEffect(() => {
    if (client === null) return;
    let isOver = false;
    let drawing: ReturnType<typeof setTimeout> | null = null;
    store.setState({ known: { of: tables, answers: kept.get(tables) ?? none } });
    const waiting = setTimeout(() => {
      void client.take(tables).then(() => {
        if (isOver) return;
        store.setState(({ ready }) => (ready === tables ? {} : { ready: tables, answers: new Map() }));
        const open = isPaused ? [] : waitingRequests(where).map(({ id }) => id).filter((id) => kept.get(tables)?.has(id) !== true);
        client.follow(open, (request, heard) => {
          keep(tables, request, heard);
          drawing ??= setTimeout(() => { drawing = null; draw(tables); }, drawMilliseconds);
        });
      });
    }, pauseMilliseconds);
    return () => {
      isOver = true;
      clearTimeout(waiting);
      if (drawing !== null) clearTimeout(drawing);
    };
  }, [client, where, tables, isPaused]);
}

/** What is known of each request that waits; missing while it is being found out. */
export function useKnown(tables: CureTables): Known {
  return useStore(store, ({ known }) => (known?.of === tables ? known.answers : none));
}

/** The answer to one question as it grows; what the background knows already comes first. Null: nothing yet. */
export function useWhy(tables: CureTables, question: Question): { readonly heard: Heard | null; readonly hasFailed: boolean } {
  const { client, ready, answers, hasFailed } = useStore(store);
  const { request, aim } = question;
  const key = JSON.stringify([request, aim]);
  const before = aim === null ? kept.get(tables)?.get(request) ?? null : null;
  const isSearched = before !== null && searched.has(before);
  useEffect(() => {
    if (client === null || ready !== tables || isSearched) return;
    // Stepping through a list with the keyboard asks nothing for what is only passed over.
    const waiting = setTimeout(() => {
      client.ask({ request, aim }, (heard) => {
        store.setState((state) => (state.ready === tables ? { answers: new Map([...state.answers, [key, heard]]) } : {}));
        if (aim === null && heard.ended) {
          searched.add(heard);
          keep(tables, request, heard);
          draw(tables);
        }
      });
    }, 150);
    return () => { clearTimeout(waiting); };
    // `key` says it all of the question.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [client, ready, tables, key, isSearched]);
  const mine = ready === tables ? answers.get(key) ?? null : null;
  // What the background found stays in sight until the closer search has ended.
  return { heard: before !== null && !isSearched && mine?.ended == null ? { ...before, ended: mine === null && ready !== tables ? before.ended : null } : mine ?? before, hasFailed };
}

function keep(tables: CureTables, request: RequestId, heard: Heard): void {
  kept.set(tables, new Map([...(kept.get(tables) ?? none), [request, heard]]));
}

function draw(tables: CureTables): void {
  store.setState(({ known }) => (known?.of === tables ? { known: { of: tables, answers: kept.get(tables) ?? none } } : {}));
}
