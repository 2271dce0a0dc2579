import { z } from 'zod';
import { idSchema, type LookAlikeId } from '../kernel/ids.ts';
import type { Table } from '../kernel/table.ts';

/**
 * What a planner decided about two records that looked alike, so that nobody is asked twice. Ids are plain text: the merged record is gone,
 * and a decision whose records have both gone says nothing and harms nothing.
 */
export const LookAlike = z
  .object({
    id: idSchema<LookAlikeId>(),
    /** Two partners, two contacts, or a contact (`one`) that may belong to a partner (`other`). */
    of: z.enum(['partners', 'contacts', 'belonging']),
    /** merged: `other` has become part of `one`. apart: both stand as they are. */
    decision: z.enum(['merged', 'apart']),
    one: z.string(),
    other: z.string(),
    /** What only the merged record was known by in the planner's lists: its account or contact id, its name, its address. A later import by them finds `one`. */
    code: z.string().nullable(),
    name: z.string(),
    email: z.string().nullable(),
  })
  .readonly();
export type LookAlike = z.infer<typeof LookAlike>;

export type LookAlikeTable = { readonly lookAlikes: Table<LookAlikeId, LookAlike> };
