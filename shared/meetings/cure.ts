import type { ExecutiveId, RequestId, RoomId } from '../kernel/ids.ts';
import type { LocalDate, Span } from '../kernel/time.ts';
import type { Spot } from './clashes.ts';
import type { Person } from './people.ts';
import type { MeetingRequest } from './request.ts';

/** What a cure asks people for, beyond meetings that move or are given up. Neither NDA nor confidentiality is ever given up. */
export type Asking =
  | { readonly kind: 'nothing' }
  /** Outside the host's home room, the rooms the request names, or in a reserved room. */
  | { readonly kind: 'other-room'; readonly room: RoomId }
  /** On a day, or in a part of the day, that the request does not allow. */
  | { readonly kind: 'other-time'; readonly day: LocalDate; readonly part: 'morning' | 'afternoon' }
  | { readonly kind: 'higher-limit'; readonly person: Person; readonly limit: 'maxMeetings' | 'maxMeetingsPerDay'; readonly to: number }
  | { readonly kind: 'shorter'; readonly minutes: NonNullable<MeetingRequest['durationMinutes']> }
  | { readonly kind: 'other-host'; readonly host: ExecutiveId }
  /** To come although the person said to be away. */
  | { readonly kind: 'person-freed'; readonly person: Person; readonly span: Span }
  /** No click can do it: the people must be covered by an NDA on that day. */
  | { readonly kind: 'nda-signed'; readonly people: readonly Person[]; readonly day: LocalDate };

/** A way to place a request that has no place, found by solving the schedule anew: what it asks for, and exactly what it does. */
export type MeetingCure = {
  readonly request: RequestId;
  readonly asks: Asking;
  readonly placed: readonly { readonly request: RequestId; readonly to: Spot }[];
  readonly moved: readonly { readonly request: RequestId; readonly from: Spot; readonly to: Spot }[];
  /** Given up for it. */
  readonly dropped: readonly { readonly request: RequestId; readonly from: Spot }[];
  /** Everyone whose day looks different. */
  readonly touched: readonly Person[];
  readonly weightBefore: number;
  readonly weightAfter: number;
};

/** How much is asked of people, least first; 0 is nothing. */
export const troubleOf: Readonly<Record<Asking['kind'], number>> = { nothing: 0, 'other-room': 1, 'other-time': 2, 'higher-limit': 3, shorter: 4, 'other-host': 5, 'person-freed': 6, 'nda-signed': 7 };
