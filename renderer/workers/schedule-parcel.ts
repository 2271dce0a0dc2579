import type { RequestTable } from '#shared/meetings/request.ts';
import { type LevelBounds, type Reached, reachedOf } from '#shared/meetings/levels.ts';
import type { BuiltProblem } from '#shared/meetings/problem.ts';
import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import type { Progress } from '#shared/meetings/scheduler/search/search.ts';
import type { Meeting, ScheduleSolution } from '#shared/meetings/scheduler/solution.ts';

// What travels from the scheduler's workers to the window. Reading a whole problem or thousands of meetings out of a message holds the
// window's thread for 100 ms and more, so they come as numbers and bytes, which cost nothing until somebody opens them.

/** Milliseconds between two posts: the window draws four times a second, and the search has the rest. */
export const postEvery = 200;

/** A plan as triples: the place of the request in the problem, its slot, the place of the room. */
export type PackedPlan = Int32Array;

/** A built problem, with the problem itself sealed. */
export type ProblemParcel = Pick<BuiltProblem, 'slots' | 'impossible' | 'fixed' | 'current'> & {
  readonly requests: readonly string[];
  readonly rooms: readonly string[];
  /** What the meetings as they are reach. */
  readonly before: Reached;
  readonly sealed: ArrayBuffer;
};

/** What the search has in hand, and its counts. */
export type Posted = Omit<Progress, 'meetings'> & {
  readonly plan: PackedPlan;
  readonly placed: number;
  readonly mustPlaced: number;
  /** Meetings placed for each host, by id. */
  readonly placedByHost: ReadonlyMap<string, number>;
};

/** What of a solution the window asks about. */
export type SolutionParcel = Pick<ScheduleSolution, 'weight' | 'bound' | 'proven' | 'core' | 'coverage'> & { readonly plan: PackedPlan; readonly levels: Reached; readonly bounds: LevelBounds };

/** A problem as a worker has it ready before it is asked to solve it. */
export type Read = { readonly built: BuiltProblem; readonly parcel: ProblemParcel; readonly pack: Packer };

export function readOf(built: BuiltProblem, tables: RequestTable): Read {
  return { built, parcel: parcelOf(built), pack: packer(built, tables) };
}

function parcelOf(built: BuiltProblem): ProblemParcel {
  const { problem, slots, impossible, fixed, current } = built;
  return {
    slots, impossible, fixed, current, requests: problem.requests.map(({ id }) => id), rooms: problem.rooms.map(({ id }) => id), before: reachedOf(built, current),
    sealed: new TextEncoder().encode(JSON.stringify(problem)).buffer,
  };
}

/** What is known, while a run goes on, of what no plan can beat. */
export function boundsIn({ bound, mustsBound, shortfallBound, missedBound, looseBound }: Posted): LevelBounds {
  return { mustPlaced: mustsBound ?? null, weight: bound, shortfall: shortfallBound ?? null, missed: missedBound, loose: looseBound ?? null };
}

/** Opens the sealed problem: some 50 ms for 2,500 requests. */
export function problemIn({ sealed }: ProblemParcel): ScheduleProblem {
  return JSON.parse(new TextDecoder().decode(sealed)) as ScheduleProblem;
}

export function meetingsIn({ requests, rooms }: ProblemParcel, plan: PackedPlan): Meeting[] {
  return Array.from({ length: plan.length / 3 }, (_, index) => ({ request: requests[plan[3 * index] ?? -1] ?? '', slot: plan[3 * index + 1] ?? -1, room: rooms[plan[3 * index + 2] ?? -1] ?? '' }));
}

/** Packs what the search and the solution of one problem say. */
type Packer = { readonly posted: (progress: Progress) => Posted; readonly solution: (solution: Omit<ScheduleSolution, 'unplaced'>) => SolutionParcel };

function packer(built: BuiltProblem, { requests }: RequestTable): Packer {
  const { problem } = built;
  const placeOfRequest = new Map(problem.requests.map(({ id }, index) => [id, index]));
  const placeOfRoom = new Map(problem.rooms.map(({ id }, index) => [id, index]));
  const rows = new Map<string, { readonly host: string; readonly priority: string | null }>(requests);
  const pack = (meetings: readonly Meeting[]) => Int32Array.from(meetings.flatMap(({ request, slot, room }) => [placeOfRequest.get(request) ?? -1, slot, placeOfRoom.get(room) ?? -1]));
  return {
    posted({ meetings, ...progress }) {
      const held = meetings();
      const placedByHost = new Map<string, number>();
      let mustPlaced = 0;
      for (const { request } of held) {
        const row = rows.get(request);
        if (row?.priority === 'must') mustPlaced += 1;
        if (row) placedByHost.set(row.host, (placedByHost.get(row.host) ?? 0) + 1);
      }
      return { ...progress, plan: pack(held), placed: held.length, mustPlaced, placedByHost };
    },
    solution({ meetings, weight, bound, proven, core, coverage, levels }) {
      const bounds = { mustPlaced: levels?.mustsBound ?? null, weight: bound, shortfall: levels?.shortfallBound ?? null, missed: levels?.missedBound ?? null, loose: levels?.looseBound ?? null };
      return { weight, bound, bounds, proven, plan: pack(meetings), levels: reachedOf(built, meetings), ...(core && { core }), ...(coverage && { coverage }) };
    },
  };
}
