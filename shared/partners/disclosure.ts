import type { Contact } from './contact.ts';
import type { Executive } from './executive.ts';
import type { Partner, Performance } from './partner.ts';

/** Who reads: the vendor's event team, a vendor host in a meeting, or the partner's own people. */
export const audiences = ['staff', 'host', 'partner'] as const;
export type Audience = (typeof audiences)[number];

type Disclosure<R> = { readonly [Field in keyof R]-?: readonly Audience[] };

const all = ['staff', 'host', 'partner'] as const;
const inside = ['staff', 'host'] as const;
const staff = ['staff'] as const;

/**
 * Who may see each field of a partner's own record. A partner reads about itself only; what is said *about* it stays inside. A new field
 * does not compile until somebody decides.
 */
export const partnerDisclosure = {
  id: staff, accountId: inside, name: all, legalName: all, types: all, tier: all, enrolled: inside, strategic: inside, pacMember: all, region: all, country: all,
  city: all, vertical: all, segment: inside, camName: all, camEmail: all, vendorSponsor: all, vendorSponsorName: all, partnerSponsorName: all,
  performance: inside, riskNote: staff, lastReviewedOn: inside,
  maxMeetingsPerDay: staff, maxMeetings: staff, minMeetings: staff, keepApart: staff,
} as const satisfies Disclosure<Partner>;

/** Figures both sides work with are shared; health and satisfaction are the vendor's view of the partner. */
export const performanceDisclosure = {
  revenue: all, revenuePrior: all, pipeline: all, dealRegistrations: all, winRate: inside, certifiedPeople: all, certificationsRequired: all,
  mdfUsed: all, mdfAllocated: all, health: inside, satisfaction: inside, asOf: all, source: inside,
} as const satisfies Disclosure<Performance>;

/** Diet and access needs are health data, and when somebody comes and goes is theirs: the event team's only. A partner sees no private numbers of other people. */
export const contactDisclosure = {
  id: staff, code: staff, givenName: all, familyName: all, familyNameFirst: all, pronunciation: all, title: all, email: inside, phone: staff, partner: all,
  organisation: all, role: all, dietary: staff, accessibility: staff,
  unavailable: staff, maxMeetingsPerDay: staff, maxMeetings: staff, arrivesAt: staff, departsAt: staff, worksFrom: staff, worksUntil: staff,
} as const satisfies Disclosure<Contact>;

export const executiveDisclosure = {
  id: staff, name: all, pronunciation: all, title: all, email: inside, topics: all, maxMeetingsPerDay: staff, unavailable: staff, homeRoom: all,
  maxMeetings: staff, arrivesAt: staff, departsAt: staff, worksFrom: staff, worksUntil: staff,
} as const satisfies Disclosure<Executive>;

/** Whether a reader may see a field: `maySee(partnerDisclosure, 'riskNote', 'partner')` is false. */
export function maySee<R extends Readonly<Record<string, readonly Audience[]>>>(table: R, field: keyof R, reader: Audience): boolean {
  return table[field]?.includes(reader) ?? false;
}

/** A row with only what a reader may see. What is withheld is absent, so that nothing can print it. */
export function disclosed<R extends object, D extends Readonly<Record<keyof R, readonly Audience[]>>>(row: R, table: D, reader: Audience): Partial<R> {
  return Object.fromEntries(Object.entries(row).filter(([field]) => table[field as keyof R].includes(reader))) as Partial<R>;
}
