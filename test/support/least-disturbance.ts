import type { PlacementId } from '#shared/kernel/ids.ts';
import type { LocalDateTime } from '#shared/kernel/time.ts';
import { weightOf, type MeetingRequest } from '#shared/meetings/request.ts';
import type { Placement } from '#shared/meetings/placement.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { scheduleFaults } from './placement-checker.ts';

/** What is given up and who is disturbed when a schedule is left for another. */
export type Disturbance = {
  readonly weightLost: number;
  /** Meetings at another time, and meetings at another time or in another room; a meeting that is given up is both. */
  readonly otherTimes: number;
  readonly moved: number;
  /** People whose day looks different, by the keys that the test's own words give them. */
  readonly touched: readonly string[];
};

export function disturbanceOf(before: Snapshot, after: Iterable<Placement>, peopleOf: (request: MeetingRequest) => readonly string[]): Disturbance {
  const is = new Map([...after].map((placement) => [placement.request, placement]));
  return summed([...before.requests.values()].map((request) => costOf(before, request, is.get(request.id) ?? null, peopleOf)));
}

/**
 * The least that any plan disturbs, each count by itself, of the plans that give up the least weight: by trying every plan in which each
 * meeting begins on the quarter hours of the one meeting block, or does not take place. What may be where, and beside what, is told by the
 * checker of schedules alone, by one and by two meetings; what speaks only against more of them would only make the plans fewer.
 */
export function leastDisturbance(before: Snapshot, starts: readonly LocalDateTime[], peopleOf: (request: MeetingRequest) => readonly string[]): { readonly weightLost: number; readonly otherTimes: number; readonly moved: number; readonly touched: number } {
  const requests = [...before.requests.values()];
  const lawful = (...placements: readonly Placement[]) => scheduleFaults({ ...before, placements: new Map(placements.map((placement) => [placement.id, placement])) }).length === 0;
  const ways = requests.map((request) => {
    const everywhere = starts.flatMap((startsAt) => [...before.rooms.keys()].map((room): Placement => ({ id: `trial-${request.id}` as PlacementId, request: request.id, room, startsAt, pinned: false })));
    return [...everywhere.filter((placement) => lawful(placement)), null].map((placement) => ({ placement, cost: costOf(before, request, placement, peopleOf) }))
      .sort((a, b) => a.cost.weightLost - b.cost.weightLost || a.cost.touched.length - b.cost.touched.length || a.cost.otherTimes - b.cost.otherTimes);
  });
  const known = new Map<string, boolean>();
  const fit = (one: Placement, other: Placement) => {
    const key = `${one.request} ${one.room} ${one.startsAt} ${other.request} ${other.room} ${other.startsAt}`;
    const answer = known.get(key) ?? lawful(one, other);
    known.set(key, answer);
    return answer;
  };
  const least = (countOf: (all: Disturbance) => number, mostLost = Infinity) => {
    let best: readonly [lost: number, count: number] = [mostLost, Infinity];
    const go = (index: number, chosen: readonly Placement[], costs: readonly Disturbance[]): void => {
      const sum = summed(costs);
      const reached = [sum.weightLost, countOf(sum)] as const;
      if (reached[0] > best[0] || (reached[0] === best[0] && reached[1] >= best[1])) return;
      if (index === requests.length) {
        best = reached;
        return;
      }
      for (const { placement, cost } of ways[index] ?? []) {
        if (placement === null) go(index + 1, chosen, [...costs, cost]);
        else if (chosen.every((other) => fit(placement, other))) go(index + 1, [...chosen, placement], [...costs, cost]);
      }
    };
    go(0, [], []);
    return best;
  };
  const [weightLost] = least(() => 0);
  const fewest = (countOf: (all: Disturbance) => number) => least(countOf, weightLost)[1];
  return { weightLost, otherTimes: fewest(({ otherTimes }) => otherTimes), moved: fewest(({ moved }) => moved), touched: fewest(({ touched }) => touched.length) };
}

function costOf(before: Snapshot, request: MeetingRequest, placement: Placement | null, peopleOf: (request: MeetingRequest) => readonly string[]): Disturbance {
  const stood = [...before.placements.values()].find((one) => one.request === request.id) ?? null;
  const isMoved = stood?.startsAt !== placement?.startsAt || stood?.room !== placement?.room;
  return {
    weightLost: placement === null ? weightOf(request) : 0,
    otherTimes: Number(stood !== null && stood.startsAt !== placement?.startsAt), moved: Number(stood !== null && isMoved),
    touched: isMoved ? peopleOf(request) : [],
  };
}

function summed(costs: readonly Disturbance[]): Disturbance {
  const total = (countOf: (cost: Disturbance) => number) => costs.reduce((sum, cost) => sum + countOf(cost), 0);
  return { weightLost: total(({ weightLost }) => weightLost), otherTimes: total(({ otherTimes }) => otherTimes), moved: total(({ moved }) => moved), touched: [...new Set(costs.flatMap(({ touched }) => touched))].sort() };
}
