import { seeded } from '#shared/kernel/random.ts';
import type { Arrangement } from '#shared/meetings/scheduler/board/board.ts';
import { Allowance, type Effort } from '#shared/meetings/scheduler/search/meter.ts';
import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import { type InHand, prove } from '#shared/meetings/scheduler/proof/prove.ts';
import { compiledFor } from '#shared/meetings/scheduler/solve.ts';
import { nextTask } from './next-task.ts';
import { satSolverOrNone, solverOrNone } from './solver.ts';

export type ProofTask = { readonly kind: 'task'; readonly problem: ScheduleProblem; readonly seed: number; readonly effort: Effort };
/** A better plan of the search, for the solver to begin from. */
export type ProofStart = { readonly kind: 'plan'; readonly plan: Arrangement };

/** Hands this worker its end of the channel to the search; the task comes through it, and news go back. */
self.addEventListener('message', ({ data: port }: MessageEvent<MessagePort>) => {
  let plan: Arrangement | null = null;
  port.onmessage = ({ data }: MessageEvent<ProofTask | ProofStart>) => {
    if (data.kind === 'plan') plan = data.plan;
    else void study(data, port, () => plan);
  };
}, { once: true });

/** Blocks this thread call by call; it is ended from outside when nobody needs it any more. */
async function study({ problem, seed, effort }: ProofTask, port: MessagePort, inHand: InHand): Promise<void> {
  const [solver, sat] = await Promise.all([solverOrNone(), satSolverOrNone()]);
  if (solver === null) return;
  const compiled = compiledFor(problem, seed);
  const allowance = new Allowance(effort, () => performance.now());
  const limits = () => allowance.limits(1, 0);
  const proof = prove(compiled, solver, { quick: limits, long: limits }, seeded(seed), (news) => { port.postMessage(news); }, allowance.shouldStop, inHand, sat);
  while (allowance.share < 1 && proof.next().done !== true) await nextTask();
}
