import { z } from 'zod';
import { type CategoryId, idSchema, type NominationId, type PartnerId } from '../kernel/ids.ts';
import type { Table } from '../kernel/table.ts';
import { LocalDate } from '../kernel/time.ts';

export const nominationStatuses = ['draft', 'submitted', 'screened_out', 'eligible', 'in_judging', 'withdrawn', 'disqualified'] as const;

/** One partner put forward for one award. */
export const Nomination = z
  .object({
    id: idSchema<NominationId>(),
    /** The reference on score sheets; empty when there is none. */
    code: z.string(),
    category: idSchema<CategoryId>(),
    partner: idSchema<PartnerId>(),
    nominator: z.string(),
    nominatorSide: z.enum(['self', 'third_party', 'vendor']).nullable(),
    citation: z.string(),
    submittedOn: LocalDate.nullable(),
    status: z.enum(nominationStatuses).nullable(),
  })
  .readonly();
export type Nomination = z.infer<typeof Nomination>;

export type NominationTable = { readonly nominations: Table<NominationId, Nomination> };
