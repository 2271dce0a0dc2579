import { seeded } from '#shared/kernel/random.ts';
import type { Arrangement } from '#shared/meetings/scheduler/board/board.ts';
import { withoutBreaks } from '#shared/meetings/scheduler/breaks/without-breaks.ts';
import { Allowance, type Effort } from '#shared/meetings/scheduler/search/meter.ts';
import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import { type InHand, type News, prove } from '#shared/meetings/scheduler/proof/prove.ts';
import { compiledFor } from '#shared/meetings/scheduler/solve.ts';
import { nextTask } from './next-task.ts';
import { satSolverOrNone, solverOrNone } from './solver.ts';

export type ProofTask = { readonly kind: 'task'; readonly problem: ScheduleProblem; readonly seed: number; readonly effort: Effort };
/** A better plan of the search, for the solver to begin from. */
export type ProofStart = { readonly kind: 'plan'; readonly plan: Arrangement };
/** A plan that arranging cannot rid of its breaks; one of the same meetings without any comes back as news, if there is one. */
export type CalmWanted = { readonly kind: 'calm'; readonly plan: Arrangement };

/** They load before there is a task. */
const solvers = Promise.all([solverOrNone(), satSolverOrNone()]);

/** Hands this worker its end of the channel to the search; the task comes through it, and news go back. */
self.addEventListener('message', ({ data: port }: MessageEvent<MessagePort>) => {
  let plan: Arrangement | null = null;
  let studied: Promise<(plan: Arrangement) => void> | null = null;
  port.onmessage = ({ data }: MessageEvent<ProofTask | ProofStart | CalmWanted>) => {
    if (data.kind === 'plan') plan = data.plan;
    else if (data.kind === 'task') studied = study(data, port, () => plan);
    else void studied?.then((calm) => { calm(data.plan); });
  };
}, { once: true });

/** Blocks this thread call by call; it is ended from outside when nobody needs it any more. What it resolves to looks for plans without breaks. */
async function study({ problem, seed, effort }: ProofTask, port: MessagePort, inHand: InHand): Promise<(plan: Arrangement) => void> {
  const [solver, sat] = await solvers;
  const compiled = compiledFor(problem, seed);
  const allowance = new Allowance(effort, () => performance.now());
  const limits = () => allowance.limits(1, 0);
  const post = (news: News) => { port.postMessage(news); };
  const proof = solver && prove(compiled, solver, { quick: limits, long: limits }, seeded(seed), post, allowance.shouldStop, inHand, sat);
  while (proof && allowance.share < 1 && proof.next().done !== true) await nextTask();
  return (plan) => {
    const calm = sat && withoutBreaks(compiled, sat, plan, { conflicts: null, shouldStop: () => allowance.share >= 1 });
    if (calm) post({ kind: 'plan', plan: calm });
  };
}
