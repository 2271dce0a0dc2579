import { z } from 'zod';
import { type ExecutiveId, idSchema, type RoomId } from '../kernel/ids.ts';
import type { Table } from '../kernel/table.ts';
import { LocalDateTime } from '../kernel/time.ts';

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
    unavailable: z.array(z.object({ startsAt: LocalDateTime, endsAt: LocalDateTime }).readonly()).readonly(),
    /** Stays in this room for one-to-ones while partners move. */
    homeRoom: idSchema<RoomId>().nullable(),
  })
  .readonly();
export type Executive = z.infer<typeof Executive>;

export type ExecutiveTable = { readonly executives: Table<ExecutiveId, Executive> };

export function blankExecutive(id: ExecutiveId, name: string): Executive {
  return { id, name, pronunciation: '', title: '', email: null, topics: [], maxMeetingsPerDay: null, unavailable: [], homeRoom: null };
}
