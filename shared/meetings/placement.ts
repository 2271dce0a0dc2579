import { z } from 'zod';
import { idSchema, type PlacementId, type RequestId, type RoomId } from '../kernel/ids.ts';
import type { Table } from '../kernel/table.ts';
import { LocalDateTime } from '../kernel/time.ts';

/** Where and when a requested meeting is held. At most one a request; its length is the request's. */
export const Placement = z
  .object({
    id: idSchema<PlacementId>(),
    request: idSchema<RequestId>(),
    room: idSchema<RoomId>(),
    startsAt: LocalDateTime,
    /** Not moved by scheduling or repair. */
    pinned: z.boolean(),
  })
  .readonly();
export type Placement = z.infer<typeof Placement>;

export type PlacementTable = { readonly placements: Table<PlacementId, Placement> };
