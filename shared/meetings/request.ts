import { z } from 'zod';
import { type ContactId, type ExecutiveId, idSchema, type PartnerId, type RequestId, type RoomId } from '../kernel/ids.ts';
import type { Table } from '../kernel/table.ts';
import { LocalDate } from '../kernel/time.ts';

export const priorities = ['must', 'should', 'could'] as const;
export const meetingLengths = [20, 30, 45, 60] as const;

/** A wish for a meeting between a partner and an executive: a one-to-one, or a small group around the two. */
export const MeetingRequest = z
  .object({
    id: idSchema<RequestId>(),
    /** The id in the planner's lists; empty when there is none. */
    code: z.string(),
    partner: idSchema<PartnerId>(),
    host: idSchema<ExecutiveId>(),
    /** Who asked; `both`: each asked for the other, which outranks a wish of one. */
    side: z.enum(['partner', 'vendor', 'both']).nullable(),
    /** null: none was given, and it counts as `should`. */
    priority: z.enum(priorities).nullable(),
    /** 1 to 5, where the planner weighs the request differently from its priority. */
    weight: z.int().min(1).max(5).nullable(),
    topic: z.string(),
    durationMinutes: z.union(meetingLengths.map((minutes) => z.literal(minutes))).nullable(),
    confidential: z.boolean(),
    /** Further people of the partner wanted in the room, known ones by id … */
    attendees: z.array(idSchema<ContactId>()).readonly(),
    /** … and the others as written. */
    attendeeNames: z.array(z.string()).readonly(),
    /** Executives who must be there beside the host, and other partners at the table, each with whoever speaks for them. */
    coHosts: z.array(idSchema<ExecutiveId>()).readonly(),
    guestPartners: z.array(idSchema<PartnerId>()).readonly(),
    /** Welcome, but never in the way: the meeting is held without them where they cannot come. */
    optionalAttendees: z.array(idSchema<ContactId>()).readonly(),
    optionalHosts: z.array(idSchema<ExecutiveId>()).readonly(),
    /** What the meeting would rather have … */
    preferredDay: LocalDate.nullable(),
    partOfDay: z.enum(['morning', 'afternoon', 'any']).nullable(),
    /** … and what it must have: held only on these days, in this part of the day, in these rooms. Empty or null: any. */
    allowedDays: z.array(LocalDate).readonly(),
    allowedPart: z.enum(['morning', 'afternoon']).nullable(),
    allowedRooms: z.array(idSchema<RoomId>()).readonly(),
    /** Taken back by a side, with the reason; such a request is not scheduled. */
    withdrawn: z.object({ side: z.enum(['partner', 'vendor']), reason: z.string() }).readonly().nullable(),
    /** A side said “no thanks”: until that is lifted, the two are never scheduled together, by this request or another. */
    veto: z.object({ side: z.enum(['partner', 'vendor']), reason: z.string() }).readonly().nullable(),
  })
  .readonly();
export type MeetingRequest = z.infer<typeof MeetingRequest>;

export type RequestTable = { readonly requests: Table<RequestId, MeetingRequest> };

/** A request of which nothing is said yet but who is to meet whom. */
export function blankRequest(id: RequestId, partner: PartnerId, host: ExecutiveId): MeetingRequest {
  return {
    id, code: '', partner, host, side: null, priority: null, weight: null, topic: '', durationMinutes: null, confidential: false, attendees: [], attendeeNames: [],
    coHosts: [], guestPartners: [], optionalAttendees: [], optionalHosts: [], preferredDay: null, partOfDay: null, allowedDays: [], allowedPart: null, allowedRooms: [], withdrawn: null, veto: null,
  };
}

/**
 * Weight of a request in the schedule, 1 to 5: the planner's own, else by priority — must 5, should 3, could 1, none counts as should
 * (scheduling rule of the product) — and one more for a wish of both sides, short of a must.
 */
export function weightOf({ priority, weight, side }: Pick<MeetingRequest, 'priority' | 'weight' | 'side'>): number {
  if (weight !== null) return weight;
  if (priority === 'must') return 5;
  return (priority === 'could' ? 1 : 3) + (side === 'both' ? 1 : 0);
}

/** A request without a length is held for half an hour. */
export function lengthOf({ durationMinutes }: Pick<MeetingRequest, 'durationMinutes'>): number {
  return durationMinutes ?? 30;
}
