import { counted } from '#shared/kernel/text.ts';
import type { RequestId } from '#shared/kernel/ids.ts';
import type { Person } from '#shared/meetings/people.ts';
import { cureText } from '#shared/meetings/cure-words.ts';
import type { MeetingCure } from '#shared/meetings/cure.ts';
import { curesForRequest } from '#shared/meetings/cures.ts';
import { mayHearBy } from '#shared/meetings/may-hear.ts';
import { weightOf } from '#shared/meetings/request.ts';
import { requestStates } from '#shared/meetings/schedulable.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import type { Search } from './effort.ts';
import type { Surroundings } from './outcome.ts';

/** A cure as the solution tells it: in one sentence, and in figures. */
export type ToldCure = Omit<MeetingCure, 'request' | 'touched'> & { readonly text: string; readonly touched: readonly string[] };

/** Share of the seconds that is spent on cures, besides; under a budget one request for so many units. */
const secondsShare = 0.3;
const unitsPerRequest = 100_000;

/**
 * Cures for what waits, the heaviest first, by search alone and as far as the effort reaches; the rest has none, and a line says so.
 * An empty list of one that was tried means that none was found.
 */
export function withCures<Each extends { readonly request: string }>(snapshot: Snapshot, unplaced: readonly Each[], { effort, seed }: Search, { elapsed }: Surroundings): { unplaced: (Omit<Each, 'cures'> & { cures: ToldCure[] })[]; lines: string[] } {
  const stateOf = requestStates(snapshot);
  const waiting = unplaced.flatMap(({ request }) => snapshot.requests.get(request as RequestId) ?? []).filter((request) => stateOf(request) === 'open').sort((a, b) => weightOf(b) - weightOf(a));
  const until = effort.kind === 'clock' ? elapsed() + 1000 * secondsShare * effort.seconds : Infinity;
  const most = effort.kind === 'clock' ? Infinity : Math.max(1, Math.floor(effort.units / unitsPerRequest));
  const mayHear = mayHearBy(snapshot);
  const found = new Map<string, ToldCure[]>();
  for (const { id } of waiting) {
    if (found.size >= most || elapsed() >= until) break;
    const { cures } = curesForRequest(snapshot, mayHear, id, {
      seed, now: elapsed, solver: null, effort: effort.kind === 'clock' ? { kind: 'clock', seconds: (until - elapsed()) / 1000 } : effort,
    });
    found.set(id, cures.map((cure) => toldCure(snapshot, cure)));
  }
  return {
    unplaced: unplaced.map((each) => ({ ...each, cures: found.get(each.request) ?? [] })),
    lines: found.size < waiting.length ? [`cures were sought for the ${found.size} heaviest of ${counted(waiting.length, 'waiting request')}; more effort seeks more`] : [],
  };
}

function toldCure(snapshot: Snapshot, cure: MeetingCure): ToldCure {
  const { asks, placed, moved, dropped, touched, weightBefore, weightAfter } = cure;
  return { text: cureText(snapshot, cure), asks, placed, moved, dropped, touched: touched.map(({ name }: Person) => name), weightBefore, weightAfter };
}
