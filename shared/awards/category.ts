import { z } from 'zod';
import { type CategoryId, idSchema, type SessionId } from '../kernel/ids.ts';
import type { Table } from '../kernel/table.ts';
import { Instant } from '../kernel/time.ts';

/** An award. Weights are relative to their sum; the product says when they do not total 100. */
export const Category = z
  .object({
    id: idSchema<CategoryId>(),
    name: z.string().min(1),
    eligibility: z.string(),
    criteria: z.array(z.object({ name: z.string(), /** percent */ weight: z.number().min(0), description: z.string() }).readonly()).readonly(),
    /** The session in which it is announced; its start ends the embargo unless `announcedAt` does. */
    announcedIn: idSchema<SessionId>().nullable(),
    /** The moment the planner lifted the embargo; null: not announced. */
    announcedAt: Instant.nullable(),
  })
  .readonly();
export type Category = z.infer<typeof Category>;

export type CategoryTable = { readonly categories: Table<CategoryId, Category> };
