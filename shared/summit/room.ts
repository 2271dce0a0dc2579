import { z } from 'zod';
import { idSchema, type RoomId } from '../kernel/ids.ts';
import type { Table } from '../kernel/table.ts';
import { Span } from '../kernel/time.ts';

/** A place where a session or a one-to-one is held. */
export const Room = z
  .object({
    id: idSchema<RoomId>(),
    name: z.string().min(1),
    /** People; null when not known. */
    seats: z.int().min(1).nullable(),
    /** Floor or building: rooms of one place are no walk apart (see `Summit.walking`). */
    floor: z.string(),
    equipment: z.array(z.string()).readonly(),
    /** Suitable for confidential talks: closed, not overheard. */
    confidential: z.boolean(),
    /** One-to-ones that can be held at once. */
    parallelMeetings: z.int().min(1),
    /** Used only by requests that name it, and by hosts whose home it is. */
    reserved: z.boolean(),
    /** Spells on the venue's wall clock when no one-to-one may be held in it. */
    closed: z.array(Span).readonly(),
  })
  .readonly();
export type Room = z.infer<typeof Room>;

export function blankRoom(id: RoomId, name: string): Room {
  return { id, name, seats: null, floor: '', equipment: [], confidential: false, parallelMeetings: 1, reserved: false, closed: [] };
}

export type RoomTable = { readonly rooms: Table<RoomId, Room> };
