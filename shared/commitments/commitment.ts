import { z } from 'zod';
import { type CommitmentId, idSchema, type PartnerId } from '../kernel/ids.ts';
import { Money } from '../kernel/money.ts';
import type { Table } from '../kernel/table.ts';
import { LocalDate } from '../kernel/time.ts';

export const commitmentTypes = [
  'revenue_target', 'marketing_investment', 'co_sell', 'mdf_allocation', 'enablement', 'presales_allocation', 'executive_time', 'roadmap_access',
  'joint_solution', 'market_access', 'incentive_terms', 'customer_success',
] as const;
export type CommitmentType = (typeof commitmentTypes)[number];

export const commitmentStatuses = [
  'captured', 'agreed', 'routed', 'in_progress', 'fulfilled', 'partly', 'missed', 'waived', 'renegotiated',
] as const;
export type CommitmentStatus = (typeof commitmentStatuses)[number];

export const commitmentSides = ['vendor', 'partner', 'both'] as const;
export type CommitmentSide = (typeof commitmentSides)[number];

/** A promise of the vendor, of a partner or of both: equal records, tracked alike. */
export const Commitment = z
  .object({
    id: idSchema<CommitmentId>(),
    /** The id in the planner's lists and on printed capture boxes; empty when there is none. */
    code: z.string(),
    partner: idSchema<PartnerId>(),
    side: z.enum(commitmentSides).nullable(),
    type: z.enum(commitmentTypes).nullable(),
    description: z.string(),
    money: Money.nullable(),
    /** An amount whose currency is not known, in hundredths; never added to anything. */
    amountWithoutCurrency: z.int().nullable(),
    dueOn: LocalDate.nullable(),
    vendorOwner: z.string(),
    partnerOwner: z.string(),
    status: z.enum(commitmentStatuses).nullable(),
    /** Made at the summit before (imported) or at this one (captured). */
    madeAt: z.enum(['last-summit', 'this-summit']),
    /** The other side of *if … then …*. */
    inReturnFor: idSchema<CommitmentId>().nullable(),
    /** The reference that the receiving team gave back, as proof of hand-off; empty until then. */
    receipt: z.string(),
  })
  .readonly();
export type Commitment = z.infer<typeof Commitment>;

export type CommitmentTable = { readonly commitments: Table<CommitmentId, Commitment> };
