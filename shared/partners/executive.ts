import { z } from 'zod';
import { type ExecutiveId, idSchema, type RoomId } from '../kernel/ids.ts';
import type { Table } from '../kernel/table.ts';
import { LocalDateTime, LocalTime, Span } from '../kernel/time.ts';

/** One of the vendor's executives: host of one-to-ones, speaker, sponsor. */
export const Executive = z
  .object({
    id: idSchema<ExecutiveId>(),
    name: z.string().min(1),
    pronunciation: z.string(),
    title: z.string(),
    email: z.string().nullable(),
    topics: z.array(z.string()).readonly(),
    /** One-to-ones in a day; null: no limit. */
    maxMeetingsPerDay: z.int().min(0).nullable(),
    /** Spells on the venue's wall clock when no meeting may be placed. */
    unavailable: z.array(Span).readonly(),
    /** One-to-ones in the whole summit; null: no limit. */
    maxMeetings: z.int().min(0).nullable(),
    /** On the venue's wall clock; null: there all along. Only the times are kept, no flight and no carrier. */
    arrivesAt: LocalDateTime.nullable(),
    departsAt: LocalDateTime.nullable(),
    /** The hours of every day in which meetings may lie; null: the whole day. */
    worksFrom: LocalTime.nullable(),
    worksUntil: LocalTime.nullable(),
    /** Stays in this room for one-to-ones while partners move. */
    homeRoom: idSchema<RoomId>().nullable(),
  })
  .readonly();
export type Executive = z.infer<typeof Executive>;

export type ExecutiveTable = { readonly executives: Table<ExecutiveId, Executive> };

/** The time of somebody of whom nothing is known: there from beginning to end, with no limit in total. */
export const untouchedTime = { maxMeetings: null, arrivesAt: null, departsAt: null, worksFrom: null, worksUntil: null } as const;

export function blankExecutive(id: ExecutiveId, name: string): Executive {
  return { id, name, pronunciation: '', title: '', email: null, topics: [], maxMeetingsPerDay: null, unavailable: [], homeRoom: null, ...untouchedTime };
}
