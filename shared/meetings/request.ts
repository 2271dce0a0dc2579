import { z } from 'zod';
import { type ContactId, type ExecutiveId, idSchema, type PartnerId, type RequestId } from '../kernel/ids.ts';
import type { Table } from '../kernel/table.ts';
import { LocalDate } from '../kernel/time.ts';

export const priorities = ['must', 'should', 'could'] as const;
export const meetingLengths = [20, 30, 45, 60] as const;

/** A wish for a one-to-one between a partner and an executive. */
export const MeetingRequest = z
  .object({
    id: idSchema<RequestId>(),
    /** The id in the planner's lists; empty when there is none. */
    code: z.string(),
    partner: idSchema<PartnerId>(),
    host: idSchema<ExecutiveId>(),
    /** Who asked. */
    side: z.enum(['partner', 'vendor']).nullable(),
    /** null: none was given, and it counts as `should`. */
    priority: z.enum(priorities).nullable(),
    topic: z.string(),
    durationMinutes: z.union(meetingLengths.map((minutes) => z.literal(minutes))).nullable(),
    confidential: z.boolean(),
    /** Further people of the partner wanted in the room, known ones by id … */
    attendees: z.array(idSchema<ContactId>()).readonly(),
    /** … and the others as written. */
    attendeeNames: z.array(z.string()).readonly(),
    preferredDay: LocalDate.nullable(),
    partOfDay: z.enum(['morning', 'afternoon', 'any']).nullable(),
    /** Taken back by a side, with the reason; such a request is not scheduled. */
    withdrawn: z.object({ side: z.enum(['partner', 'vendor']), reason: z.string() }).readonly().nullable(),
  })
  .readonly();
export type MeetingRequest = z.infer<typeof MeetingRequest>;

export type RequestTable = { readonly requests: Table<RequestId, MeetingRequest> };

/** Weight of a request in the schedule (scheduling rule of the product: must 5, should 3, could 1; none counts as should). */
export function weightOf({ priority }: Pick<MeetingRequest, 'priority'>): 5 | 3 | 1 {
  return priority === 'must' ? 5 : priority === 'could' ? 1 : 3;
}

/** A request without a length is held for half an hour. */
export function lengthOf({ durationMinutes }: Pick<MeetingRequest, 'durationMinutes'>): number {
  return durationMinutes ?? 30;
}
