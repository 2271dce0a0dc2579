import { z } from 'zod';
import { idSchema, type JudgeId, type NominationId, type PartnerId, type RecusalId, type ScoreId } from '../kernel/ids.ts';
import type { Table } from '../kernel/table.ts';

export const Judge = z
  .object({
    id: idSchema<JudgeId>(),
    name: z.string().min(1),
    email: z.string().nullable(),
    /** Employer as written. */
    affiliation: z.string(),
    /** The employer, where it is a partner: its nominations are a conflict of interest. */
    partner: idSchema<PartnerId>().nullable(),
    role: z.enum(['judge', 'chair']),
  })
  .readonly();
export type Judge = z.infer<typeof Judge>;

/** What one judge gave one nomination on one criterion, 1 to 10; null: no usable score. */
export const Score = z
  .object({
    id: idSchema<ScoreId>(),
    judge: idSchema<JudgeId>(),
    nomination: idSchema<NominationId>(),
    /** Name of a criterion of the nomination's category. */
    criterion: z.string(),
    value: z.number().min(1).max(10).nullable(),
    comment: z.string(),
  })
  .readonly();
export type Score = z.infer<typeof Score>;

/** A judge taken off one nomination. Scores given all the same are stray: kept, shown, and left out of the mean. */
export const Recusal = z
  .object({
    id: idSchema<RecusalId>(),
    judge: idSchema<JudgeId>(),
    nomination: idSchema<NominationId>(),
    kind: z.enum(['recused', 'abstained']),
    reason: z.string(),
  })
  .readonly();
export type Recusal = z.infer<typeof Recusal>;

export type JudgingTables = {
  readonly judges: Table<JudgeId, Judge>;
  readonly scores: Table<ScoreId, Score>;
  readonly recusals: Table<RecusalId, Recusal>;
};
