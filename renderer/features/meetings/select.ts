import type { ExecutiveId, RequestId, RoomId } from '#shared/kernel/ids.ts';
import { type LocalDateTime, timeOf } from '#shared/kernel/time.ts';
import { executivePerson, type Person } from '#shared/meetings/people.ts';
import type { MeetingRequest } from '#shared/meetings/request.ts';
import type { RequestState } from '#shared/meetings/schedulable.ts';
import type { Meeting, Whereabouts } from '#shared/meetings/whereabouts.ts';
import { clashText } from '#shared/meetings/words.ts';
import { dateWords } from '#renderer/ui/data-table/cell-text.ts';
import type { Heard } from '#renderer/workers/why-work.ts';
import { cheapestWords } from './cheapest.ts';
import { clashesOf } from './where.ts';

/** A request as the table shows it. */
export type RequestRow = {
  readonly id: RequestId;
  readonly request: MeetingRequest;
  readonly tables: Whereabouts['tables'];
  readonly state: RequestState;
  readonly partner: string;
  readonly host: string;
  readonly people: string;
  readonly meeting: Meeting | null;
  readonly room: string;
  readonly clashes: readonly string[];
  /** How far the host, and whoever speaks for the partner, have used up the meetings they may have. */
  readonly limits: () => { readonly host: string; readonly guest: string };
  /** Why a request that waits has no place; null for others, undefined while it is being found out. */
  readonly why: string | null | undefined;
  /** What would place it at the least cost, likewise. */
  readonly cure: string | null | undefined;
};

export const stateWords: Readonly<Record<RequestState, string>> = { placed: 'Placed', open: 'Not placed', 'not-invited': 'Not invited', withdrawn: 'Withdrawn', vetoed: 'No thanks' };

export function requestRows(where: Whereabouts, reasons: ReadonlyMap<RequestId, { readonly text: string }> = new Map(), known: ReadonlyMap<RequestId, Heard> = new Map()): RequestRow[] {
  return [...where.tables.requests.values()].map((request) => {
    const meeting = where.meetingOf(request.id) ?? null;
    const state = where.stateOf(request);
    return {
      id: request.id, request, tables: where.tables, state, partner: partnerName(where, request), host: hostName(where, request.host),
      people: where.peopleOf(request).slice(1).map(({ name }) => name).join(', '), meeting,
      room: meeting ? roomName(where, meeting.placement.room) : '',
      // Asked for by the rows in sight, and by sorting and filtering: all of a large plan together take a tenth of a second.
      get clashes() { return meeting ? clashesOf(where, meeting).filter(({ code }) => code !== 'away-from-home-room').map((clash) => clashText(where.tables, clash)) : []; },
      limits: () => ({ host: limitWords(where, executivePerson(where.tables, request.host)), guest: limitWords(where, where.leadOf(request.partner)) }),
      why: state === 'open' ? reasons.get(request.id)?.text : null,
      cure: state === 'open' ? cheapestWords(where.tables, known.get(request.id)) : null,
    };
  });
}

/** Such as “4 of 6, at most 2 a day, at least 1”. */
function limitWords(where: Whereabouts, person: Person): string {
  const { max, maxPerDay, minimum } = where.limitsOf(person);
  const placed = where.meetingsOf(person.key).length;
  return [max === null ? String(placed) : `${placed} of ${max}`, maxPerDay === null ? '' : `at most ${maxPerDay} a day`, minimum > placed ? `at least ${minimum}` : ''].filter(Boolean).join(', ');
}

/** Requests that wait for a place, the heaviest first. */
/** A request without a priority weighs as one that should be held, and stands behind those that say so. */
const urgency: readonly MeetingRequest['priority'][] = ['must', 'should', null, 'could'];

export function waitingRequests(where: Whereabouts): MeetingRequest[] {
  return [...where.tables.requests.values()].filter((request) => where.stateOf(request) === 'open').sort((a, b) => urgency.indexOf(a.priority) - urgency.indexOf(b.priority));
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
