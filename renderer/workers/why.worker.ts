import { expose } from 'comlink';
import type { RequestId } from '#shared/kernel/ids.ts';
import type { LinearSolver } from '#shared/meetings/scheduler/proof/port.ts';
import type { CureTables } from './meeting-tables.ts';
import { solverOrNone } from './solver.ts';
import { type Heard, type Question, WhyWork } from './why-work.ts';

let solver: LinearSolver | null = null;
const ready = solverOrNone().then((loaded) => { solver = loaded; });
const work = new WhyWork(() => performance.now(), () => solver);
let isAtWork = false;

/** Steps with a breath between them, in which messages come in. A timer would wait 4 ms each time; a message to oneself does not. */
const breath = new MessageChannel();
breath.port1.onmessage = () => {
  isAtWork = work.step();
  if (isAtWork) breath.port2.postMessage(null);
};

function goOn(): void {
  if (isAtWork) return;
  isAtWork = true;
  void ready.then(() => { breath.port2.postMessage(null); });
}

const api = {
  take(changed: Partial<CureTables>): void { work.take(changed); },
  ask(question: Question, hear: (heard: Heard) => void): void {
    work.ask(question, hear);
    goOn();
  },
  follow(requests: readonly RequestId[], hear: (request: RequestId, heard: Heard) => void): void {
    work.follow(requests, hear);
    goOn();
  },
};
export type WhyApi = typeof api;

expose(api);
