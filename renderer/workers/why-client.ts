import { proxy, wrap } from 'comlink';
import type { RequestId } from '#shared/kernel/ids.ts';
import { type CureTables, onlyNeeded } from './meeting-tables.ts';
import type { Heard, Question } from './why-work.ts';
import type { WhyApi } from './why.worker.ts';

export type WhyClient = {
  /** Hands over what changed since the last time, a table a task, so that no click waits for a large summit. Everything asked before is forgotten. */
  take(tables: CureTables): Promise<void>;
  /** Goes before everything asked earlier. */
  ask(question: Question, hear: (heard: Heard) => void): void;
  /** Answers these in the background, and no others; each is heard once. */
  follow(requests: readonly RequestId[], hear: (request: RequestId, heard: Heard) => void): void;
  end(): void;
};

/** A worker of its own that tells why requests have no place and seeks their cures. `failed` hears when it stopped by itself. */
export function startWhy(failed: (message: string) => void): WhyClient {
  const worker = new Worker(new URL('./why.worker.ts', import.meta.url), { type: 'module' });
  const api = wrap<WhyApi>(worker);
  let there: Partial<CureTables> = {};
  let turn = 0;
  let isOver = false;
  const guard = (answer: Promise<unknown>) => { answer.catch((error: unknown) => { if (!isOver) failed(error instanceof Error ? error.message : String(error)); }); };
  worker.addEventListener('error', ({ message }) => { if (!isOver) failed(message); });
  return {
    async take(tables) {
      const changed = (Object.entries(onlyNeeded(tables)) as [keyof CureTables, CureTables[keyof CureTables]][]).filter(([name, table]) => there[name] !== table);
      if (changed.length === 0) return;
      const mine = ++turn;
      for (const [name, table] of changed) {
        if (isOver || mine !== turn) return;
        there = { ...there, [name]: table };
        guard(api.take({ [name]: table }));
        await new Promise((resolve) => { setTimeout(resolve); });
      }
    },
    ask(question, hear) {
      const mine = turn;
      guard(api.ask(question, proxy((heard: Heard) => { if (!isOver && mine === turn) hear(heard); })));
    },
    follow(requests, hear) {
      const mine = turn;
      guard(api.follow(requests, proxy((request: RequestId, heard: Heard) => { if (!isOver && mine === turn) hear(request, heard); })));
    },
    end() {
      isOver = true;
      worker.terminate();
    },
  };
}
