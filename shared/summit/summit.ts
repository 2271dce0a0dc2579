import { z } from 'zod';
import { idSchema, type SummitId } from '../kernel/ids.ts';
import type { Table } from '../kernel/table.ts';
import { isZone, LocalDate, LocalTime } from '../kernel/time.ts';

/** One day of the summit with its opening hours on the venue's wall clock. */
export const SummitDay = z.object({ date: LocalDate, opensAt: LocalTime, closesAt: LocalTime }).readonly();
export type SummitDay = z.infer<typeof SummitDay>;

/** Minutes to walk between two places, whichever way. Places go by the floor or building that rooms carry. */
export const Walk = z.object({ from: z.string(), to: z.string(), minutes: z.int().min(0).max(240) }).readonly();
export type Walk = z.infer<typeof Walk>;

/** The event itself: one row in every summit's tables. */
export const Summit = z
  .object({
    id: idSchema<SummitId>(),
    name: z.string(),
    edition: z.string(),
    vendor: z.string(),
    /** Mail domain of the vendor's own people, lower case; empty when not known. */
    vendorDomain: z.string(),
    venue: z.string(),
    zone: z.string().refine(isZone, 'not an IANA time zone'),
    /** In order of date, each once. */
    days: z.array(SummitDay).readonly(),
    /** Sessions that begin before this time belong to the day before. */
    dayBoundary: LocalTime,
    currency: z.string().regex(/^[A-Z]{3}$/),
    /** 1 to 12. */
    fiscalYearStartMonth: z.int().min(1).max(12),
    /** Partner organisations that can be invited; null until decided. */
    seatLimit: z.int().min(1).nullable(),
    confidentialityWording: z.string(),
    /** `#rrggbb` */
    brandColour: z.string().regex(/^#[0-9a-f]{6}$/),
    plannerName: z.string(),
    /** Tier names from the highest to the lowest. */
    tiers: z.array(z.string()).readonly(),
    /** Minutes between two possible starts of a meeting. */
    gridMinutes: z.int().min(5).max(120),
    /** Minutes kept free after each meeting, outside its length. */
    breakMinutes: z.int().min(0).max(60),
    /** One-to-ones may also lie in free time between sessions, not only in meeting blocks. */
    meetOutsideBlocks: z.boolean(),
    /** Each pair of places once. Pairs that are not listed take no time. */
    walking: z.array(Walk).readonly(),
    /** Minutes kept free of meetings after somebody arrives and before they leave. */
    travelMarginMinutes: z.int().min(0).max(600),
    /** Requests a partner may make, and the vendor of one partner; null: as many as they like. More are told, not refused. */
    partnerMayAsk: z.int().min(0).nullable(),
    vendorMayAsk: z.int().min(0).nullable(),
  })
  .readonly();
export type Summit = z.infer<typeof Summit>;

export type SummitTable = { readonly summits: Table<SummitId, Summit> };

/** A summit as *New summit* makes it, before anyone has set it up. */
export function blankSummit(id: SummitId, name: string): Summit {
  return {
    id, name, edition: '', vendor: '', vendorDomain: '', venue: '', zone: 'UTC', days: [],
    dayBoundary: '04:00' as LocalTime, currency: 'EUR', fiscalYearStartMonth: 1, seatLimit: null,
    confidentialityWording: 'Confidential. For the named reader only.', brandColour: '#1f5fae', plannerName: '',
    tiers: ['Elite', 'Platinum', 'Gold', 'Silver', 'Registered'], gridMinutes: 15, breakMinutes: 5, meetOutsideBlocks: false,
    walking: [], travelMarginMinutes: 60, partnerMayAsk: null, vendorMayAsk: null,
  };
}

/** The summit whose tables these are. */
export function theSummit({ summits }: SummitTable): Summit {
  for (const summit of summits.values()) return summit;
  throw new Error('tables without a summit');
}
