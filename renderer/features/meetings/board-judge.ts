import type { RequestId, RoomId } from '#shared/kernel/ids.ts';
import { type LocalDateTime, timeOf } from '#shared/kernel/time.ts';
import { type Clash, clashesOfRequest, clashesOfRoom, clashesOfTime, hardClashesAt, type Spot } from '#shared/meetings/clashes.ts';
import { swap } from '#shared/meetings/commands.ts';
import type { Aim } from '#shared/meetings/drop-cures.ts';
import type { MeetingRequest } from '#shared/meetings/request.ts';
import { bestRoom } from '#shared/meetings/spots.ts';
import type { Meeting, Whereabouts } from '#shared/meetings/whereabouts.ts';
import { shortClash } from '#shared/meetings/words.ts';
import type { BoardTarget, Legality } from '#renderer/ui/calendar-board/board.ts';
import type { BoardMode, Subject } from './board-columns.ts';
import { hostName, partnerName, roomName } from './select.ts';
import { clashLine } from './where.ts';

export type Target = Pick<BoardTarget, 'start' | 'resourceId'>;

/** What would become of one request dropped at each target: held there, exchanged with the one meeting in the way, or not, and why. What depends on the time alone is looked up once a start, for all columns. */
export function judgeOf(where: Whereabouts, mode: BoardMode, subject: Subject | null, id: RequestId): (target: Target) => Legality {
  const request = where.tables.requests.get(id);
  if (!request) return () => ({ verdict: 'illegal', reason: 'The request is gone.' });
  const always = clashesOfRequest(where, request);
  const atTime = remembered((startsAt: LocalDateTime) => [...always, ...clashesOfTime(where, request, startsAt)]);
  const roomAt = remembered((startsAt: LocalDateTime) => bestRoom(where, request, startsAt));
  return (target) => {
    const elsewhere = wrongColumn(where, mode, subject, request, target.resourceId);
    if (elsewhere !== null) return { verdict: 'illegal', reason: elsewhere, short: 'Not its column' };
    const startsAt = startOf(mode, target);
    const room = roomMeant(where, mode, subject, request, target.resourceId, () => roomAt(startsAt));
    if (room === null) return { verdict: 'illegal', reason: 'No suitable room is free.', short: 'No room free' };
    const clashes = [...atTime(startsAt), ...clashesOfRoom(where, request, { room, startsAt })].filter(({ weight }) => weight === 'clash');
    if (clashes.length === 0) return { verdict: 'legal' };
    const other = soleOther(where, request, clashes);
    const present = where.meetingOf(id)?.placement;
    if (other && present && swap(where, id, other.request.id).ok) return { verdict: 'swap', note: `Swap with ${partnerName(where, other.request)}, which goes to ${timeOf(present.startsAt)}, ${roomName(where, present.room)}` };
    const telling = clashes.find(({ code }) => code !== 'room-in-use');
    return { verdict: 'illegal', reason: clashLine(where, clashes), ...(telling && { short: shortClash(telling) }) };
  };
}

/** Where a request would be held if it were dropped at a target; null where no room can be meant. */
export function spotAt(where: Whereabouts, mode: BoardMode, subject: Subject | null, request: MeetingRequest, target: Target): Spot | null {
  const startsAt = startOf(mode, target);
  const room = roomMeant(where, mode, subject, request, target.resourceId, () => bestRoom(where, request, startsAt));
  return room === null ? null : { room, startsAt };
}

/** Where the planner meant a refused drop: the column's room where it is one, else any; null where it is not the request's column. */
export function aimAt(where: Whereabouts, mode: BoardMode, subject: Subject | null, request: MeetingRequest, target: Target): Aim | null {
  if (wrongColumn(where, mode, subject, request, target.resourceId) !== null) return null;
  const room = mode === 'room' ? target.resourceId : mode === 'day' && subject?.kind === 'room' ? subject.id : null;
  return { startsAt: startOf(mode, target), room: room as RoomId | null };
}

/** The one placed meeting with which a request could change places at a spot: everything in the way comes from it alone, and it is not pinned. */
export function otherAt(where: Whereabouts, request: MeetingRequest, spot: Spot): Meeting | null {
  return soleOther(where, request, hardClashesAt(where, request, spot));
}

/** Every meeting that could change places with one that is placed, nothing clashing afterwards. */
export function swapPartners(where: Whereabouts, id: RequestId): Meeting[] {
  const meeting = where.meetingOf(id);
  if (!meeting || meeting.placement.pinned) return [];
  return where.meetings.filter((other) => other.request.id !== id && !other.placement.pinned && swap(where, id, other.request.id).ok);
}

/** On the board by host or by partner a meeting stays in its column: whom it concerns is the request's to say. */
function wrongColumn(where: Whereabouts, mode: BoardMode, subject: Subject | null, request: MeetingRequest, resourceId: string): string | null {
  const whose: Subject | null = mode === 'day' ? subject : { kind: mode, id: resourceId };
  if (whose?.kind === 'host' && whose.id !== request.host) return `It asks for ${hostName(where, request.host)}. Change the host in the request first.`;
  return whose?.kind === 'partner' && whose.id !== request.partner ? `It is ${partnerName(where, request)}’s request.` : null;
}

/** In columns of days the column says the day, and the board the time. */
function startOf(mode: BoardMode, { start, resourceId }: Target): LocalDateTime {
  return (mode === 'day' ? `${resourceId}T${start.slice(11)}` : start) as LocalDateTime;
}

/** The room a drop means: the column's where that is a room, else the best, else the one it is in, so that the reason can be told. */
function roomMeant(where: Whereabouts, mode: BoardMode, subject: Subject | null, request: MeetingRequest, resourceId: string, best: () => RoomId | null): RoomId | null {
  if (mode === 'room') return resourceId as RoomId;
  if (mode === 'day' && subject?.kind === 'room') return subject.id as RoomId;
  return best() ?? where.meetingOf(request.id)?.placement.room ?? ([...where.tables.rooms.keys()][0] ?? null);
}

function soleOther(where: Whereabouts, request: MeetingRequest, clashes: readonly Clash[]): Meeting | null {
  if (!where.meetingOf(request.id)) return null;
  const others = new Set<Meeting>();
  for (const clash of clashes) {
    if (clash.code === 'person-in-meeting') others.add(clash.other);
    else if (clash.code === 'room-in-use') for (const other of clash.others) others.add(other);
    else if (clash.code !== 'day-limit-reached') return null;
  }
  const [only] = others;
  return others.size === 1 && only && !only.placement.pinned ? only : null;
}

function remembered<In, Out>(compute: (input: In) => Out): (input: In) => Out {
  const known = new Map<In, Out>();
  return (input) => {
    if (!known.has(input)) known.set(input, compute(input));
    return known.get(input) as Out;
  };
}
