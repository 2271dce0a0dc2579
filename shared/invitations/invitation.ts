import { z } from 'zod';
import { idSchema, type InvitationId, type PartnerId } from '../kernel/ids.ts';
import type { Table } from '../kernel/table.ts';
import { LocalDate } from '../kernel/time.ts';

export const invitationStages = [
  'shortlisted', 'approved', 'invited', 'accepted', 'declined', 'waitlisted', 'registered', 'confirmed', 'cancelled', 'attended', 'no-show',
] as const;
export type InvitationStage = (typeof invitationStages)[number];

export const groundKinds = ['tier', 'pac', 'revenue', 'strategic', 'other'] as const;

/** The invitation of one partner, from shortlisted to attended. At most one a partner. */
export const Invitation = z
  .object({
    id: idSchema<InvitationId>(),
    partner: idSchema<PartnerId>(),
    stage: z.enum(invitationStages),
    /** A is sent first, then B as seats free, then C; null: not in a wave yet. */
    wave: z.enum(['A', 'B', 'C']).nullable(),
    /** People the partner may send. */
    seats: z.int().min(0),
    grounds: z.array(z.object({ kind: z.enum(groundKinds), reason: z.string() }).readonly()).readonly(),
    approver: z.string(),
    /** Every step of its life, oldest first. */
    steps: z.array(z.object({ stage: z.enum(invitationStages), on: LocalDate, who: z.string(), why: z.string() }).readonly()).readonly(),
  })
  .readonly();
export type Invitation = z.infer<typeof Invitation>;

export type InvitationTable = { readonly invitations: Table<InvitationId, Invitation> };
