import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Change } from '#shared/kernel/change.ts';
import type { RequestId, SummitId } from '#shared/kernel/ids.ts';
import type { Result } from '#shared/kernel/result.ts';
import { counted, grouped } from '#shared/kernel/text.ts';
import { kept, type LevelBounds, levelsOf, type Reached } from '#shared/meetings/levels.ts';
import { mayHearBy } from '#shared/meetings/may-hear.ts';
import { type RunFacts, takingAsRun } from '#shared/meetings/run-commands.ts';
import { onlyPlaced, type Plan, type PlanDifference, planDifference } from '#shared/meetings/take.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { answering, inSpells } from '#renderer/ui/spells.ts';
import type { Planner, Refusal } from '#renderer/app/use-planner.ts';
import { problemIn, type ProblemParcel } from '#renderer/workers/schedule-parcel.ts';
import { gapWords } from './plan-words.ts';
import type { Asked, Choice, Found, Sample } from './schedule-task.ts';
import { isShown, showView } from './views.ts';
import { inWords, whereOf } from './where.ts';

/** A plan that the scheduler found and nobody has taken yet. It outlives the screen: the planner may look elsewhere meanwhile. */
export type Proposal = {
  readonly summit: SummitId;
  /** The summit as it was when the run began. */
  readonly snapshot: Snapshot;
  readonly built: ProblemParcel;
  readonly plan: Plan;
  readonly choice: Choice;
  readonly seconds: number;
  readonly weight: number;
  /** No plan can weigh more; as far as it was computed. */
  readonly bound: number;
  readonly proven: boolean;
  /** The planner stopped the search before its time. */
  readonly isCutShort: boolean;
  readonly core: Found['core'];
  readonly coverage: Found['coverage'];
  readonly requests: number;
  readonly musts: number;
  readonly before: Reached;
  readonly after: Reached;
  readonly bounds: LevelBounds;
  readonly asked: Asked;
  readonly samples: readonly Sample[];
};

const proposals = createStore<{ readonly proposal: Proposal | null; readonly isBeingTaken: boolean }>(() => ({ proposal: null, isBeingTaken: false }));

/** The proposal for this summit, if there is one. */
export function useProposal({ summit }: Planner): Proposal | null {
  const proposal = useStore(proposals, (state) => state.proposal);
  return proposal?.summit === summit.id ? proposal : null;
}

export function discardProposal(): void {
  proposals.setState({ proposal: null });
}

type Outcome = { readonly found: Found; readonly choice: Choice; readonly snapshot: Snapshot; readonly asked: Asked; readonly seconds: number; readonly samples: readonly Sample[] };

/** Keeps what a run found until it is taken or discarded; a plan that changes nothing is only told. */
export async function offerPlan(planner: Planner, { found, choice, snapshot, asked, seconds, samples }: Outcome): Promise<void> {
  const { built, meetings, levels, bounds, weight, bound, proven, isCutShort, core, coverage } = found;
  const { placed, moved, dropped } = planDifference(snapshot, built, { meetings });
  if (placed.length + moved.length + dropped.length === 0) return planner.tell(`The plan stays as it is: ${proven ? 'no plan can place more.' : `nothing better was found, ${gapWords(weight, bound)}.`}`);
  // The difference of a large plan has taken some milliseconds, and drawing it takes more; between them the window answers.
  await answering();
  proposals.setState({
    proposal: {
      summit: planner.summit.id, snapshot, built, plan: { meetings }, choice, seconds, weight, bound, proven, isCutShort, core, coverage, asked, samples,
      requests: asked.requests, musts: asked.musts, before: built.before, after: levels, bounds,
    },
  });
  // Whoever watched sees the plan itself.
  if (planner.isAt('meetings') && isShown('schedule')) return;
  planner.tell(`A plan is ready: ${counted(placed.length, 'meeting')} placed, ${grouped(moved.length)} moved, ${grouped(dropped.length)} dropped. Look at it in Meetings, then take it.`);
}

/** Takes the proposal in one step, after a copy of the summit as it was, and keeps it as a run. `part`: what is newly placed, and nothing moved or dropped. */
export async function takeProposal(planner: Planner, proposal: Proposal, part: 'whole' | 'newly-placed'): Promise<void> {
  // A second press while the first is at work is none.
  if (proposals.getState().isBeingTaken) return;
  proposals.setState({ isBeingTaken: true });
  try {
    await planner.keepCopy('schedule');
    if (!planner.attempt(await outcomeOf(planner, proposal, part))) return;
    discardProposal();
    showView('requests');
  } finally {
    proposals.setState({ isBeingTaken: false });
  }
}

/** The change that takes it, judged against the summit as it is when the judging ends: what the planner changes meanwhile has it judged again. */
async function outcomeOf(planner: Planner, proposal: Proposal, part: 'whole' | 'newly-placed'): Promise<Result<Change, Refusal>> {
  for (;;) {
    const snapshot = planner.current();
    const mayHear = mayHearBy(snapshot);
    const whole = planDifference(snapshot, proposal.built, proposal.plan);
    const difference = part === 'whole' ? whole : onlyPlaced(snapshot, whole, mayHear);
    await answering();
    const outcome = await inSpells(takingAsRun(snapshot, difference, factsOf(proposal, difference, part), mayHear, planner.mint, planner.now()));
    await answering();
    if (planner.current() !== snapshot) continue;
    if (outcome.ok) return outcome;
    if (outcome.problem.code !== 'plan-is-out-of-date') return inWords(whereOf(snapshot), outcome);
    const problem = { ...outcome.problem, text: `The summit has changed since: ${counted(outcome.problem.clashes.length, 'meeting')} of the plan would clash. Nothing was changed. Schedule again.` };
    return { ok: false, problem };
  }
}

function factsOf(proposal: Proposal, { placed }: PlanDifference, part: 'whole' | 'newly-placed'): RunFacts {
  const { choice: { mode, seed }, seconds, isCutShort, requests, musts, bound, proven, before, after, built, plan } = proposal;
  const isPartial = part === 'newly-placed';
  const added = new Set<RequestId>(placed.map(({ request }) => request));
  const reached = isPartial ? levelsOf({ problem: problemIn(built) }, [...built.current, ...plan.meetings.filter(({ request }) => added.has(request as RequestId))]) : kept(after);
  return { mode, isPartial, seed, seconds: Math.round(seconds * 10) / 10, isCutShort, requests, musts, bound, proven: proven && !isPartial, before: kept(before), after: reached };
}
