import { z } from 'zod';
import { idSchema, type RoomId } from '../kernel/ids.ts';
import type { Table } from '../kernel/table.ts';

/** A place where a session or a one-to-one is held. */
export const Room = z
  .object({
    id: idSchema<RoomId>(),
    name: z.string().min(1),
    /** People; null when not known. */
    seats: z.int().min(1).nullable(),
    floor: z.string(),
    equipment: z.array(z.string()).readonly(),
    /** Suitable for confidential talks: closed, not overheard. */
    confidential: z.boolean(),
    /** One-to-ones that can be held at once. */
    parallelMeetings: z.int().min(1),
  })
  .readonly();
export type Room = z.infer<typeof Room>;

export type RoomTable = { readonly rooms: Table<RoomId, Room> };
