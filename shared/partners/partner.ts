import { z } from 'zod';
import { type ExecutiveId, idSchema, type PartnerId } from '../kernel/ids.ts';
import { Money } from '../kernel/money.ts';
import type { Table } from '../kernel/table.ts';
import { LocalDate } from '../kernel/time.ts';

export const regions = ['EMEA', 'AMER', 'APJ'] as const;

/** Commercial performance over the trailing twelve months. Null: not known, which is not zero. */
export const Performance = z
  .object({
    revenue: Money.nullable(),
    revenuePrior: Money.nullable(),
    pipeline: Money.nullable(),
    dealRegistrations: z.int().nullable(),
    /** 0 to 1 */
    winRate: z.number().min(0).max(1).nullable(),
    certifiedPeople: z.int().nullable(),
    certificationsRequired: z.int().nullable(),
    mdfUsed: Money.nullable(),
    mdfAllocated: Money.nullable(),
    /** 0 to 100 */
    health: z.number().min(0).max(100).nullable(),
    /** 0 to 10 */
    satisfaction: z.number().min(0).max(10).nullable(),
    /** The day the figures were true, and the file or system they came from. */
    asOf: LocalDate.nullable(),
    source: z.string(),
  })
  .readonly();
export type Performance = z.infer<typeof Performance>;

/** A partner organisation (account). */
export const Partner = z
  .object({
    id: idSchema<PartnerId>(),
    /** Its id in the vendor's own systems, case-sensitive; null when it has none. */
    accountId: z.string().nullable(),
    name: z.string().min(1),
    legalName: z.string(),
    types: z.array(z.string()).readonly(),
    /** One of the summit's tiers; null when unknown. */
    tier: z.string().nullable(),
    /** In the programme, rather than in the wider ecosystem only. */
    enrolled: z.boolean(),
    strategic: z.boolean(),
    pacMember: z.boolean(),
    region: z.enum(regions).nullable(),
    /** ISO 3166-1 alpha-2 */
    country: z.string().regex(/^[A-Z]{2}$/).nullable(),
    city: z.string(),
    vertical: z.string(),
    segment: z.string(),
    /** The vendor's channel account manager. */
    camName: z.string(),
    camEmail: z.string(),
    vendorSponsor: idSchema<ExecutiveId>().nullable(),
    /** The vendor's sponsor as written, kept where no such executive is known. */
    vendorSponsorName: z.string(),
    partnerSponsorName: z.string(),
    performance: Performance,
    riskNote: z.string(),
    lastReviewedOn: LocalDate.nullable(),
    /** One-to-ones of the partner in a day and in the whole summit; null: no limit. */
    maxMeetingsPerDay: z.int().min(0).nullable(),
    maxMeetings: z.int().min(0).nullable(),
    /** One-to-ones it should at least have; null: one, as every invited partner. */
    minMeetings: z.int().min(0).nullable(),
    /** Rivals, kept out of its meetings and away from its table. Counted both ways: see `apart.ts`. */
    keepApart: z.array(idSchema<PartnerId>()).readonly(),
  })
  .readonly();
export type Partner = z.infer<typeof Partner>;

export type PartnerTable = { readonly partners: Table<PartnerId, Partner> };

export const unknownPerformance: Performance = {
  revenue: null, revenuePrior: null, pipeline: null, dealRegistrations: null, winRate: null, certifiedPeople: null,
  certificationsRequired: null, mdfUsed: null, mdfAllocated: null, health: null, satisfaction: null, asOf: null, source: '',
};

/** Who signs for a partner, as far as is known. */
export function legalEntityOf({ legalName, name }: Pick<Partner, 'legalName' | 'name'>): string {
  return legalName || name;
}

export function blankPartner(id: PartnerId, name: string): Partner {
  return {
    id, accountId: null, name, legalName: '', types: [], tier: null, enrolled: true, strategic: false, pacMember: false, region: null,
    country: null, city: '', vertical: '', segment: '', camName: '', camEmail: '', vendorSponsor: null, vendorSponsorName: '',
    partnerSponsorName: '', performance: unknownPerformance, riskNote: '', lastReviewedOn: null,
    maxMeetingsPerDay: null, maxMeetings: null, minMeetings: null, keepApart: [],
  };
}
