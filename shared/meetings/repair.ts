import type { PlacementId, RequestId } from '../kernel/ids.ts';
import { hardClashesAt } from './clashes.ts';
import type { Person } from './people.ts';
import type { Placement } from './placement.ts';
import { type BuiltProblem, buildProblem } from './problem.ts';
import { type MayHear, type MeetingTables, whereabouts, type Whereabouts } from './whereabouts.ts';
import { byName } from '#shared/kernel/name-order.ts';

/**
 * The problem of repairing a schedule: `current` is the plan before, and whatever clashes now is what must move. A meeting that nothing
 * speaks against may stay where it is even where the problem would not put it: off the grid it is held as if pinned, and a room that is
 * merely unusual for it is allowed to it.
 */
export function repairProblem(tables: MeetingTables, mayHear: MayHear): BuiltProblem {
  return problemKeeping(tables, mayHear, 'may-move');
}

/** The same, but meetings that clash stay as they are too: the problem of finding a place for one request without mending anything else. */
export function problemBesides(tables: MeetingTables, mayHear: MayHear): BuiltProblem {
  return problemKeeping(tables, mayHear, 'stay');
}

/** Meetings that can no longer be held where they are. Pinned ones are among them. */
export function brokenMeetings(where: Whereabouts): Placement[] {
  return where.meetings.filter(({ request, placement }) => hardClashesAt(where, request, placement).length > 0).map(({ placement }) => placement);
}

/** Everyone who sits in some requests, each once, by name. */
export function peopleOfRequests(where: Whereabouts, ids: readonly RequestId[]): Person[] {
  const everyone = ids.flatMap((id) => { const request = where.tables.requests.get(id); return request ? where.peopleOf(request) : []; });
  return [...new Map(everyone.map((person) => [person.key, person])).values()].sort((a, b) => byName(a.name, b.name));
}

function problemKeeping(tables: MeetingTables, mayHear: MayHear, broken: 'may-move' | 'stay'): BuiltProblem {
  const clashing = new Set(brokenMeetings(whereabouts(tables, mayHear)).map(({ id }) => id));
  const loose = [...tables.placements.values()].filter(({ pinned }) => !pinned);
  const sound = loose.filter(({ id }) => !clashing.has(id));
  const built = buildProblem(broken === 'stay' ? held(tables, clashing) : tables, mayHear);
  const canSay = sayable(built);
  const unsaid = new Set(sound.filter(({ request }) => !canSay(request)).map(({ id }) => id));
  const whole = unsaid.size === 0 ? built : buildProblem(held(tables, broken === 'stay' ? new Set([...unsaid, ...clashing]) : unsaid), mayHear);
  const roomOf = new Map<string, string>(sound.map(({ request, room }) => [request, room]));
  const requests = whole.problem.requests.map((request) => {
    const room = roomOf.get(request.id);
    return room === undefined || request.allowedRooms === undefined || request.allowedRooms.includes(room) ? request : { ...request, allowedRooms: [...request.allowedRooms, room] };
  });
  const outside = new Set<string>(whole.fixed.flatMap((id) => tables.placements.get(id)?.request ?? []));
  return { ...whole, problem: { ...whole.problem, requests }, current: whole.current.filter(({ request }) => !outside.has(request)) };
}

/** Says whether the problem has the start of a request's meeting on its grid, and its room open then. */
function sayable({ problem, current }: BuiltProblem): (request: RequestId) => boolean {
  const rooms = new Map(problem.rooms.map((room) => [room.id, new Set(room.unavailable)]));
  const requests = new Map(problem.requests.map((request) => [request.id, request]));
  const saidMeetings = new Set(current.filter(({ request: id, slot, room }) => {
    const [request, shut] = [requests.get(id), rooms.get(room)];
    return request?.allowedSlots?.includes(slot) === true && shut !== undefined && !Array.from({ length: request.length }, (_, step) => slot + step).some((taken) => shut.has(taken));
  }).map(({ request }) => request));
  return (request) => saidMeetings.has(request);
}

function held(tables: MeetingTables, ids: ReadonlySet<PlacementId>): MeetingTables {
  return { ...tables, placements: new Map([...tables.placements].map(([id, placement]) => [id, ids.has(id) ? { ...placement, pinned: true } : placement])) };
}
