import { seeded } from '#shared/kernel/random.ts';
import { Allowance, type Effort } from '#shared/meetings/scheduler/meter.ts';
import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import { prove } from '#shared/meetings/scheduler/prove.ts';
import { compiledFor } from '#shared/meetings/scheduler/solve.ts';
import { solverOrNone } from './solver.ts';

export type ProofTask = { readonly problem: ScheduleProblem; readonly seed: number; readonly effort: Effort };

/** Hands this worker its end of the channel to the search; the task comes through it, and news go back. */
self.addEventListener('message', ({ data: port }: MessageEvent<MessagePort>) => {
  port.onmessage = ({ data }: MessageEvent<ProofTask>) => { void study(data, port); };
}, { once: true });

/** Blocks this thread call by call; it is ended from outside when nobody needs it any more. */
async function study({ problem, seed, effort }: ProofTask, port: MessagePort): Promise<void> {
  const solver = await solverOrNone();
  if (solver === null) return;
  const compiled = compiledFor(problem, seed);
  const allowance = new Allowance(effort, () => performance.now());
  const limits = () => allowance.limits(1, 0);
  const proof = prove(compiled, solver, { quick: limits, long: limits }, seeded(seed), (news) => { port.postMessage(news); }, allowance.shouldStop);
  while (allowance.share < 1 && proof.next().done !== true);
}
