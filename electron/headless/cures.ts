import { counted } from '#shared/kernel/text.ts';
import type { RequestId } from '#shared/kernel/ids.ts';
import type { Person } from '#shared/meetings/people.ts';
import { cureText } from '#shared/meetings/cure-words.ts';
import type { MeetingCure } from '#shared/meetings/cure.ts';
import { cureDesk } from '#shared/meetings/cures.ts';
import { mayHearBy } from '#shared/meetings/may-hear.ts';
import { weightOf } from '#shared/meetings/request.ts';
import { requestStates } from '#shared/meetings/schedulable.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { curesFor } from '#shared/meetings/scheduler/why/cures.ts';
import { type CureOptions, toTheEnd } from '#shared/meetings/scheduler/why/seeking.ts';
import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import type { ScheduleSolution } from '#shared/meetings/scheduler/solution.ts';
import type { Search } from './effort.ts';
import type { Surroundings } from './outcome.ts';

/** A cure as the solution tells it: in one sentence, and in figures. */
export type ToldCure = Omit<MeetingCure, 'request' | 'touched'> & { readonly text: string; readonly touched: readonly string[] };

/** Share of the seconds that is kept for cures; whatever the search leaves comes to it. Under a budget one request has its cures for so many units. */
const share = 0.1;
const unitsPerRequest = 100_000;

/** The effort of the search itself, with a little kept for cures. */
export function lessForCures({ effort, seed }: Search): Search {
  return { seed, effort: effort.kind === 'clock' ? { kind: 'clock', seconds: effort.seconds * (1 - share) } : effort };
}

/** Cures for what waits in a summit, the heaviest first, by search alone and as far as the effort reaches; a line tells of what was not reached. */
export function withCures<Each extends { readonly request: string }>(snapshot: Snapshot, unplaced: readonly Each[], search: Search, { elapsed }: Surroundings, began: number) {
  const stateOf = requestStates(snapshot);
  const desk = cureDesk(snapshot, mayHearBy(snapshot));
  const waiting = unplaced.flatMap(({ request }) => snapshot.requests.get(request as RequestId) ?? []).filter((request) => stateOf(request) === 'open').sort((a, b) => weightOf(b) - weightOf(a));
  const { found, line } = sought(waiting.map(({ id }) => id), search, elapsed, began, (id, options) => toTheEnd(desk.seeking(id as RequestId, options)).cures.map((cure) => toldCure(snapshot, cure)));
  return { unplaced: unplaced.map((each) => ({ ...each, cures: found.get(each.request) ?? [] })), line };
}

/** The same for a problem of the published form, in its own terms. */
export function withProblemCures<Solution extends Pick<ScheduleSolution, 'meetings' | 'unplaced'>>(problem: ScheduleProblem, solution: Solution, search: Search, { elapsed }: Surroundings, began: number): { solution: Solution; line: string[] } {
  const weights = new Map(problem.requests.map(({ id, weight }) => [id, weight]));
  const waiting = problem.objective.kind === 'breaks' ? [] : solution.unplaced.map(({ request }) => request).sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
  const { found, line } = sought(waiting, search, elapsed, began, (id, options) => curesFor(problem, solution.meetings, id, options).cures);
  return { solution: { ...solution, unplaced: solution.unplaced.map((each) => ({ ...each, cures: found.get(each.request) ?? [] })) }, line };
}

/** Asks for the cures of one request after the other until the effort is over. An empty list of one that was asked means that none was found. */
function sought<Found>(ids: readonly string[], { effort, seed }: Search, elapsed: () => number, began: number, ask: (id: string, options: CureOptions) => readonly Found[]): { found: Map<string, readonly Found[]>; line: string[] } {
  const until = effort.kind === 'clock' ? began + 1000 * effort.seconds : Infinity;
  const most = effort.kind === 'clock' ? ids.length : Math.max(1, Math.floor(effort.units / unitsPerRequest));
  const found = new Map<string, readonly Found[]>();
  for (const id of ids.slice(0, most)) {
    if (elapsed() >= until) break;
    found.set(id, ask(id, { seed, now: elapsed, solver: null, effort: effort.kind === 'clock' ? { kind: 'clock', seconds: (until - elapsed()) / 1000 } : effort }));
  }
  return { found, line: found.size < ids.length ? [`cures were sought for the ${found.size} heaviest of ${counted(ids.length, 'waiting request')}; more effort seeks more`] : [] };
}

function toldCure(snapshot: Snapshot, cure: MeetingCure): ToldCure {
  const { asks, placed, moved, dropped, touched, weightBefore, weightAfter } = cure;
  return { text: cureText(snapshot, cure), asks, placed, moved, dropped, touched: touched.map(({ name }: Person) => name), weightBefore, weightAfter };
}
