import { z } from 'zod';
import { type CriterionId, idSchema } from '../kernel/ids.ts';
import type { Table } from '../kernel/table.ts';

/** What of a partner a criterion reads. */
export const criterionFields = [
  'revenue', 'growth', 'pipeline', 'dealRegistrations', 'winRate', 'certification', 'health', 'satisfaction', 'tier', 'strategic', 'pacMember',
] as const;
export type CriterionField = (typeof criterionFields)[number];

/** One weighted ground for inviting a partner. Scores are relative to the sum of the weights. */
export const Criterion = z
  .object({
    id: idSchema<CriterionId>(),
    name: z.string().min(1),
    field: z.enum(criterionFields),
    weight: z.number().min(0).max(100),
    /** Whether it looks at what was or at what can be. */
    horizon: z.enum(['historic', 'forward-looking']),
  })
  .readonly();
export type Criterion = z.infer<typeof Criterion>;

export type CriterionTable = { readonly criteria: Table<CriterionId, Criterion> };
