import type { ExecutiveId, RequestId, RoomId } from '#shared/kernel/ids.ts';
import { dateOf, type LocalDateTime, timeOf } from '#shared/kernel/time.ts';
import { clashesAt, hardClashesAt } from '#shared/meetings/clashes.ts';
import { swap } from '#shared/meetings/commands.ts';
import { executivePerson } from '#shared/meetings/people.ts';
import type { MeetingRequest } from '#shared/meetings/request.ts';
import type { RequestState } from '#shared/meetings/schedulable.ts';
import { bestRoom } from '#shared/meetings/spots.ts';
import type { Meeting, Whereabouts } from '#shared/meetings/whereabouts.ts';
import { clashText } from '#shared/meetings/words.ts';
import type { BoardResource, BoardTarget, Legality } from '#renderer/ui/calendar-board/board.ts';
import { dateWords } from '#renderer/ui/data-table/cell-text.ts';
import { clashLine } from './where.ts';

/** A request as the table shows it. */
export type RequestRow = {
  readonly id: RequestId;
  readonly request: MeetingRequest;
  readonly state: RequestState;
  readonly partner: string;
  readonly host: string;
  readonly people: string;
  readonly meeting: Meeting | null;
  readonly room: string;
  readonly clashes: readonly string[];
};

export const stateWords: Readonly<Record<RequestState, string>> = { placed: 'Placed', open: 'Not placed', 'not-invited': 'Not invited', withdrawn: 'Withdrawn', vetoed: 'No thanks' };

export function requestRows(where: Whereabouts): RequestRow[] {
  return [...where.tables.requests.values()].map((request) => {
    const meeting = where.meetingOf(request.id) ?? null;
    return {
      id: request.id, request, state: where.stateOf(request), partner: partnerName(where, request), host: hostName(where, request.host),
      people: where.peopleOf(request).slice(1).map(({ name }) => name).join(', '), meeting,
      room: meeting ? roomName(where, meeting.placement.room) : '',
      clashes: meeting ? clashesAt(where, request, meeting.placement).filter(({ code }) => code !== 'away-from-home-room').map((clash) => clashText(where.tables, clash)) : [],
    };
  });
}

/** Requests that wait for a place, the heaviest first. */
export function waitingRequests(where: Whereabouts): MeetingRequest[] {
  const order = { must: 0, should: 1, could: 2 } as const;
  return [...where.tables.requests.values()].filter((request) => where.stateOf(request) === 'open').sort((a, b) => order[a.priority ?? 'should'] - order[b.priority ?? 'should']);
}

export type BoardMode = 'room' | 'host';

/** Meeting rooms and those in use, or the hosts partners ask for. */
export function boardColumns(where: Whereabouts, mode: BoardMode): BoardResource[] {
  if (mode === 'host') {
    const asked = new Set([...where.tables.requests.values()].map(({ host }) => host));
    return [...where.tables.executives.values()].filter(({ id }) => asked.has(id)).map(({ id, name, title }) => ({ id, title: name, subtitle: title }));
  }
  const used = new Set(where.meetings.map(({ placement }) => placement.room));
  return [...where.tables.rooms.values()].sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true })).filter(({ id }) => (where.time.openings.get(id)?.length ?? 0) > 0 || used.has(id))
    .map(({ id, name, seats, confidential }) => ({ id, title: name, subtitle: [seats === null ? 'seats unknown' : `${seats} seats`, confidential ? 'closed' : 'open'].join(', ') }));
}

/** What would become of a request dropped at a target: held there, exchanged with the one meeting in the way, or not, and why. */
export function judge(where: Whereabouts, mode: BoardMode, id: RequestId, { start, resourceId }: Pick<BoardTarget, 'start' | 'resourceId'>): Legality {
  const request = where.tables.requests.get(id);
  if (!request) return { verdict: 'illegal', reason: 'The request is gone.' };
  if (mode === 'host' && resourceId !== request.host) return { verdict: 'illegal', reason: `It asks for ${hostName(where, request.host)}. Change the host in the request first.` };
  const startsAt = start as LocalDateTime;
  const room = roomFor(where, mode, request, startsAt, resourceId);
  if (room === null) return { verdict: 'illegal', reason: 'No suitable room is free.' };
  const clashes = hardClashesAt(where, request, { room, startsAt });
  if (clashes.length === 0) return { verdict: 'legal' };
  const other = soleOther(where, request, clashes);
  if (other && swap(where, id, other.request.id).ok) return { verdict: 'swap', note: `Swap with ${partnerName(where, other.request)}` };
  return { verdict: 'illegal', reason: clashLine(where, clashes) };
}

/** The room a drop means: the column's, or, on the board by host, the room it is in while that does, else the best. */
export function roomFor(where: Whereabouts, mode: BoardMode, request: MeetingRequest, startsAt: LocalDateTime, resourceId: string): RoomId | null {
  if (mode === 'room') return resourceId as RoomId;
  return bestRoom(where, request, startsAt) ?? where.meetingOf(request.id)?.placement.room ?? ([...where.tables.rooms.keys()][0] ?? null);
}

/** The one placed meeting that everything in the way comes from. */
export function soleOther(where: Whereabouts, request: MeetingRequest, clashes: ReturnType<typeof hardClashesAt>): Meeting | null {
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

/** The visible hours of a day: its meeting time and its meetings, with the hour around them. */
export function boardHours(where: Whereabouts, day: string): { readonly from: string; readonly to: string } {
  const spans = [...where.time.stretches, ...where.meetings].filter(({ startsAt }) => startsAt.startsWith(day));
  const from = spans.map(({ startsAt }) => Number(startsAt.slice(11, 13))).sort((a, b) => a - b)[0] ?? 9;
  const to = spans.map(({ endsAt }) => (endsAt.startsWith(day) ? Number(endsAt.slice(11, 13)) + (endsAt.endsWith(':00') ? 0 : 1) : 24)).sort((a, b) => b - a)[0] ?? 17;
  return { from: `${String(from).padStart(2, '0')}:00`, to: `${String(Math.max(to, from + 1)).padStart(2, '0')}:00` };
}

export function boardDays(where: Whereabouts): string[] {
  return [...new Set([...where.time.stretches, ...where.meetings].map(({ startsAt }) => dateOf(startsAt) as string))].sort();
}

/** What is behind the meetings of a column: sessions in the room, or what keeps the host away. */
export function backgroundOf(where: Whereabouts, mode: BoardMode, columns: readonly BoardResource[]): readonly { readonly column: string; readonly start: string; readonly end: string; readonly title: string }[] {
  const title = (id: Parameters<typeof where.tables.sessions.get>[0]) => where.tables.sessions.get(id)?.title ?? 'Session';
  return columns.flatMap(({ id }) => (mode === 'room'
    ? where.sessionsIn(id as RoomId).map(({ startsAt, endsAt, session }) => ({ column: id, start: startsAt, end: endsAt, title: title(session) }))
    : where.engagementsOf(executivePerson(where.tables, id as ExecutiveId)).map((engagement) => ({ column: id, start: engagement.startsAt, end: engagement.endsAt, title: engagement.why === 'away' ? 'Away' : title(engagement.session) }))));
}

export function partnerName({ tables }: Whereabouts, { partner }: MeetingRequest): string {
  return tables.partners.get(partner)?.name ?? 'A partner who is gone';
}

export function hostName({ tables }: Whereabouts, host: ExecutiveId): string {
  return tables.executives.get(host)?.name ?? 'A host who is gone';
}

export function roomName({ tables }: Whereabouts, room: RoomId): string {
  return tables.rooms.get(room)?.name ?? 'A room that is gone';
}

export function whenWords(startsAt: LocalDateTime): string {
  return `${dateWords(startsAt)}, ${timeOf(startsAt)}`;
}
