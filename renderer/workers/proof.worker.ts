import { seeded } from '#shared/kernel/random.ts';
import type { Arrangement } from '#shared/meetings/scheduler/board/board.ts';
import { Allowance, type Effort } from '#shared/meetings/scheduler/search/meter.ts';
import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import type { SatLimits } from '#shared/meetings/scheduler/breaks/sat-port.ts';
import { type InHand, type News, prove } from '#shared/meetings/scheduler/proof/prove.ts';
import type { Question } from '#shared/meetings/scheduler/search/search.ts';
import { answer, compiledFor } from '#shared/meetings/scheduler/solve.ts';
import { nextTask } from './next-task.ts';
import { satSolverOrNone, solverOrNone } from './solver.ts';

export type ProofTask = { readonly kind: 'task'; readonly problem: ScheduleProblem; readonly seed: number; readonly effort: Effort };
/** A better plan of the search, for the solver to begin from. */
export type ProofStart = { readonly kind: 'plan'; readonly plan: Arrangement };
/** What arranging cannot settle; answers come back as news. */
export type ProofQuestion = Pick<Question, 'kind' | 'plan'>;

/** Of the seconds left, for plans that miss fewer wishes; the others go to how few must be missed. */
const shareForPlans = 0.5;

/** They load before there is a task. */
const solvers = Promise.all([solverOrNone(), satSolverOrNone()]);

/** Hands this worker its end of the channel to the search; the task comes through it, and news go back. */
self.addEventListener('message', ({ data: port }: MessageEvent<MessagePort>) => {
  let plan: Arrangement | null = null;
  let studied: Promise<(question: ProofQuestion) => void> | null = null;
  port.onmessage = ({ data }: MessageEvent<ProofTask | ProofStart | ProofQuestion>) => {
    if (data.kind === 'plan') plan = data.plan;
    else if (data.kind === 'task') studied = study(data, port, () => plan);
    else void studied?.then((ask) => { ask(data); });
  };
}, { once: true });

/** Blocks this thread call by call; it is ended from outside when nobody needs it any more. What it resolves to answers questions of the search. */
async function study({ problem, seed, effort }: ProofTask, port: MessagePort, inHand: InHand): Promise<(question: ProofQuestion) => void> {
  const [solver, sat] = await solvers;
  const compiled = compiledFor(problem, seed);
  const allowance = new Allowance(effort, () => performance.now());
  const limits = () => allowance.limits(1, 0);
  const post = (news: News) => { port.postMessage(news); };
  const proof = solver && prove(compiled, solver, { quick: limits, long: limits }, seeded(seed), post, allowance.shouldStop, inHand, sat);
  while (proof && allowance.share < 1 && proof.next().done !== true) await nextTask();
  return ({ kind, plan }) => {
    if (sat === null) return;
    const bound: SatLimits = { conflicts: null, shouldStop: () => allowance.share >= 1 };
    const end = allowance.share + (1 - allowance.share) * shareForPlans;
    const plans: SatLimits = { conflicts: null, shouldStop: () => allowance.share >= end };
    answer(kind === 'calm' ? { kind, plan, limits: bound } : { kind, plan, limits: { plans, bound } }, compiled, solver, sat, post);
  };
}
