import { apply, drop } from '../kernel/change.ts';
import type { RequestId, RoomId } from '../kernel/ids.ts';
import type { LocalDateTime } from '../kernel/time.ts';
import { hardClashesAt, unfitRoom } from './clashes.ts';
import type { MeetingCure } from './cure.ts';
import { nothingToSeek, seekingAt } from './cures.ts';
import { problemBesides } from './repair.ts';
import { weightOf } from './request.ts';
import type { ScheduleProblem } from './scheduler/problem.ts';
import type { CureOptions, Seeking } from './scheduler/why/seeking.ts';
import { bestRoom } from './spots.ts';
import { type MayHear, type MeetingTables, whereabouts } from './whereabouts.ts';

/** Where a planner would have a meeting: at a time, in a room or in whichever suits. */
export type Aim = { readonly startsAt: LocalDateTime; readonly room: RoomId | null };

/**
 * The ways to hold a request just where the planner drops it, whether it waits or is placed elsewhere: what is in the way goes elsewhere or
 * is given up, or somebody grants what stands against it. None where nothing speaks against the place, for a pinned meeting, or off the grid.
 */
export function seekingDrop(tables: MeetingTables, mayHear: MayHear, id: RequestId, aim: Aim, options: CureOptions): Seeking<MeetingCure> {
  const request = tables.requests.get(id);
  const present = [...tables.placements.values()].find((placement) => placement.request === id);
  const isThere = present?.startsAt === aim.startsAt && (aim.room ?? present.room) === present.room;
  if (!request || present?.pinned || isThere) return nothingToSeek();
  const lifted = present ? apply(tables, [drop('placements', present)]) : tables;
  const where = whereabouts(lifted, mayHear);
  const isOpen = aim.room === null ? bestRoom(where, request, aim.startsAt) !== null : hardClashesAt(where, request, { ...aim, room: aim.room }).length === 0;
  if (where.stateOf(request) !== 'open' || isOpen) return nothingToSeek();
  const base = problemBesides(lifted, mayHear);
  const slot = base.slots.findIndex(({ startsAt, tail }) => startsAt === aim.startsAt && !tail);
  if (slot < 0) return nothingToSeek();
  // By hand a meeting may leave its home room: that is only advice.
  const isFree = aim.room !== null && unfitRoom(where, request, aim.room).length === 0;
  const narrow = (problem: ScheduleProblem): ScheduleProblem | null => {
    const row = problem.requests.find((one) => one.id === id);
    const rooms = (aim.room === null ? row?.allowedRooms : row?.allowedRooms?.includes(aim.room) || isFree ? [aim.room] : [])?.filter((room) => problem.rooms.some((one) => one.id === room)) ?? [];
    if (!row || row.allowedSlots?.includes(slot) !== true || rooms.length === 0) return null;
    return { ...problem, requests: problem.requests.map((one) => (one.id === id ? { ...one, allowedSlots: [slot], allowedRooms: rooms } : one)) };
  };
  const steps = seekingAt({ where, request, base, tables: lifted }, narrow, options);
  return present === undefined ? steps : moving(steps, { request: id, from: { room: present.room, startsAt: present.startsAt } }, weightOf(request));
}

/**
 * The ways to hold a meeting that clashes somewhere else, each found by solving the schedule anew around it. None for one that is pinned,
 * or against which nothing speaks.
 */
export function seekingElsewhere(tables: MeetingTables, mayHear: MayHear, id: RequestId, options: CureOptions): Seeking<MeetingCure> {
  const request = tables.requests.get(id);
  const present = [...tables.placements.values()].find((placement) => placement.request === id);
  if (!request || !present || present.pinned) return nothingToSeek();
  const lifted = apply(tables, [drop('placements', present)]);
  const where = whereabouts(lifted, mayHear);
  if (where.stateOf(request) !== 'open' || hardClashesAt(where, request, present).length === 0) return nothingToSeek();
  const base = problemBesides(lifted, mayHear);
  return moving(seekingAt({ where, request, base, tables: lifted }, null, options), { request: id, from: { room: present.room, startsAt: present.startsAt } }, weightOf(request));
}

/** The cures of a meeting that has a place already: it moves, or stays where what was asked for lets it, and its weight is not won. */
function* moving(steps: Seeking<MeetingCure>, own: Pick<MeetingCure['moved'][number], 'request' | 'from'>, weight: number): Seeking<MeetingCure> {
  const asMove = (cure: MeetingCure): MeetingCure => ({
    ...cure, placed: cure.placed.filter(({ request }) => request !== own.request), weightBefore: cure.weightBefore + weight,
    moved: [...cure.placed.flatMap(({ request, to }) => (request === own.request && !(to.room === own.from.room && to.startsAt === own.from.startsAt) ? [{ ...own, to }] : [])), ...cure.moved],
  });
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { cures: value.cures.map(asMove), isComplete: value.isComplete };
    yield value && value.map(asMove);
  }
}
