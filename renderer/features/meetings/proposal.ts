import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { SummitId } from '#shared/kernel/ids.ts';
import { counted } from '#shared/kernel/text.ts';
import { mayHearBy } from '#shared/meetings/may-hear.ts';
import type { BuiltProblem } from '#shared/meetings/problem.ts';
import { schedulableRequests } from '#shared/meetings/schedulable.ts';
import { type Plan, planDifference, takePlan } from '#shared/meetings/take.ts';
import { type ScheduleOutcome, startSchedule } from '#renderer/workers/scheduler-client.ts';
import type { Planner } from '#renderer/app/use-planner.ts';
import { inWords, whereOf } from './where.ts';

/** A plan that the scheduler found and nobody has taken yet. It outlives the screen: the planner may look elsewhere meanwhile. */
export type Proposal = {
  readonly summit: SummitId;
  readonly built: BuiltProblem;
  readonly plan: Plan;
  readonly weight: number;
  /** No plan can weigh more; as far as it was computed. */
  readonly bound: number;
  readonly proven: boolean;
  /** The planner stopped the search before its time. */
  readonly isCutShort: boolean;
};

const proposals = createStore<{ readonly proposal: Proposal | null }>(() => ({ proposal: null }));

/** The proposal for this summit, if there is one. */
export function useProposal({ summit }: Planner): Proposal | null {
  const proposal = useStore(proposals, (state) => state.proposal);
  return proposal?.summit === summit.id ? proposal : null;
}

export function discardProposal(): void {
  proposals.setState({ proposal: null });
}

/** How long the search may take. It ends sooner when the plan is proven the best. */
const searchSeconds = 15;

/** Schedules in a worker and keeps what it finds as a proposal. `around`: no meeting that is placed is moved. */
export async function schedule(planner: Planner, around: boolean): Promise<void> {
  const { snapshot, summit, tell } = planner;
  const { summits, rooms, sessions, partners, contacts, executives, invitations, requests, placements, agreements } = snapshot;
  const wanted = schedulableRequests(snapshot).length;
  if (wanted === 0) return tell('There is no request to place: partners must be invited, and their requests open.', 'bad');
  const began = performance.now();
  const outcome = await planner.work<ScheduleOutcome>({
    title: around ? 'Place the unplaced' : 'Schedule automatically',
    run(report, signal) {
      report({ doing: `${counted(wanted, 'request')}`, fraction: 0 });
      const run = startSchedule(
        {
          tables: { summits, rooms, sessions, partners, contacts, executives, invitations, requests, placements, agreements },
          mode: around ? 'unplaced' : 'everything', seed: 1, effort: { kind: 'clock', seconds: searchSeconds },
        },
        ({ meetings, weight, bound }) => {
          report({ doing: `${meetings.length} of ${wanted} placed, ${gapWords(weight, bound)}`, fraction: Math.min(1, (performance.now() - began) / 1000 / searchSeconds) });
        },
      );
      signal.addEventListener('abort', () => { run.cancel(); }, { once: true });
      return run.outcome;
    },
  });
  if (outcome === null) return;
  if (outcome.kind === 'failed') tell(`Scheduling stopped: ${outcome.message}. Nothing was changed.`, 'bad');
  const { built } = outcome;
  const found = outcome.kind === 'finished' ? outcome.solution : outcome.best;
  if (!found || !built) return;
  if (built.slots.length === 0) return tell('There is no meeting time: add a meeting block to the agenda first.', 'bad');
  const { weight, bound, proven } = found;
  const proposal: Proposal = { summit: summit.id, built, plan: { meetings: found.meetings }, weight, bound, proven, isCutShort: outcome.kind !== 'finished' };
  const { placed, moved, dropped } = planDifference(snapshot, built, proposal.plan);
  if (placed.length + moved.length + dropped.length === 0) return tell(`The plan stays as it is: ${proven ? 'no plan can place more.' : `nothing better was found, ${gapWords(weight, bound)}.`}`);
  proposals.setState({ proposal });
  tell(`A plan is ready: ${counted(placed.length, 'meeting')} placed, ${moved.length} moved, ${dropped.length} dropped. Look at it in Meetings, then take it.`);
}

/** Takes the proposal in one step, after a copy of the summit as it was. */
export async function takeProposal(planner: Planner, proposal: Proposal): Promise<void> {
  await planner.keepCopy('schedule');
  const outcome = takePlan(planner.snapshot, proposal.built, proposal.plan, mayHearBy(planner.snapshot), planner.mint);
  const said = outcome.ok || outcome.problem.code !== 'plan-is-out-of-date' ? outcome
    : { ok: false as const, problem: { ...outcome.problem, text: `The summit has changed since: ${counted(outcome.problem.clashes.length, 'meeting')} of the plan would clash. Nothing was changed. Schedule again.` } };
  if (planner.attempt(inWords(whereOf(planner.snapshot), said))) discardProposal();
}

/** How far a plan may be from the best there is. */
export function gapWords(weight: number, bound: number): string {
  if (weight >= bound) return `weight ${weight}, the most there can be`;
  return `weight ${weight} of at most ${bound} (gap ${(((bound - weight) / bound) * 100).toFixed(1)} %)`;
}
