import type { LocalDateTime } from '../kernel/time.ts';
import { type Clash, clashesOfRequest, clashesOfRoom, clashesOfTime, type Spot, unfitRoom } from './clashes.ts';
import type { MeetingRequest } from './request.ts';
import { gridStarts } from './spots.ts';
import type { Whereabouts } from './whereabouts.ts';
import { shortClash } from './words.ts';

/** Why a request has no place, in one short line for a list: the starts still free, or what closes most of them. */
export type ShortWhy = { readonly free: number; readonly starts: number; readonly text: string };

/** Looks at every start for one room that would do, not for the best: some 3 ms a request at 40 hosts and 30 rooms. */
export function shortWhy(where: Whereabouts, request: MeetingRequest, starts: readonly LocalDateTime[] = gridStarts(where)): ShortWhy {
  if (starts.length === 0) return { free: 0, starts: 0, text: 'There is no meeting time' };
  const rooms = [...where.tables.rooms.keys()].filter((room) => unfitRoom(where, request, room).length === 0 && (where.time.openings.get(room)?.length ?? 0) > 0);
  const counts = new Map<string, number>();
  let free = 0;
  // The emptiest first: most starts are answered by the first room asked.
  rooms.sort((a, b) => where.meetingsIn(a).length - where.meetingsIn(b).length);
  for (const startsAt of starts) {
    const inTime = [...clashesOfRequest(where, request), ...clashesOfTime(where, request, startsAt)];
    if (inTime.length === 0 && rooms.some((room) => isOpen(where, request, { room, startsAt }))) free += 1;
    else for (const words of new Set(inTime.length > 0 ? inTime.map(inFewWords) : [rooms.length === 0 ? noRoomWords(where, request) : 'rooms taken'])) counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  if (free > 0) return { free, starts: starts.length, text: `${free} of ${starts.length} starts free` };
  return { free, starts: starts.length, text: [...counts].sort((a, b) => b[1] - a[1]).slice(0, 2).map(([words]) => words).join(', ') };
}

function isOpen(where: Whereabouts, request: MeetingRequest, spot: Spot): boolean {
  return clashesOfRoom(where, request, spot).every(({ weight, code }) => weight === 'advice' && code !== 'not-a-meeting-room');
}

/** No meeting room suits, whatever the time. */
function noRoomWords(where: Whereabouts, request: MeetingRequest): string {
  return request.confidential ? 'no closed room that seats all' : `no room for ${where.peopleOf(request).length}`;
}

/** A reason in a few words; it stands for many starts, so it names the person and not one meeting. */
function inFewWords(clash: Clash): string {
  switch (clash.code) {
    case 'person-in-meeting': return `${clash.person.name} in other meetings`;
    case 'person-in-session': return `${clash.person.name} in sessions`;
    case 'person-away': return `${clash.person.name} away`;
    case 'nda-missing': return `${clash.person.name} without NDA`;
    case 'day-limit-reached': return `${clash.person.name} at the daily limit`;
    case 'outside-meeting-time': return 'too long for its block';
    default: return shortClash(clash).toLowerCase();
  }
}
