import type { Finding, Severity } from '../kernel/finding.ts';
import { groupBy } from '../kernel/group.ts';
import { daysBetween, type LocalDate } from '../kernel/time.ts';
import { folded } from '../kernel/text.ts';
import { type ContactTable, fullName } from './contact.ts';
import type { ExecutiveTable } from './executive.ts';
import type { Partner, PartnerTable } from './partner.ts';

/** Figures older than this many days are no ground for a decision: a quarter and a bit. */
export const staleAfterDays = 120;

export type PartnerFindingTables = PartnerTable & ContactTable & ExecutiveTable;

/** What is missing, stale or contradictory in partners and their people. */
export function findings(tables: PartnerFindingTables, today: LocalDate): Finding[] {
  const single = [...tables.partners.values()].flatMap((partner) => partnerRules.flatMap((rule) => rule(partner, today)));
  return [...single, ...likenesses(tables), ...unlinkedPeople(tables)];
}

type PartnerRule = (partner: Partner, today: LocalDate) => Finding[];

const partnerRules: readonly PartnerRule[] = [
  // Without figures a partner can be invited, but not argued for.
  (partner) => {
    const { revenue, pipeline, health } = partner.performance;
    return revenue === null && pipeline === null && health === null ? [about(partner, 'performance-missing', 'warning', `No performance figures of ${partner.name}. Import them, or note why there are none.`)] : [];
  },
  (partner) => partner.performance.revenue === null && (partner.performance.pipeline !== null || partner.performance.health !== null)
    ? [about(partner, 'revenue-missing', 'advice', `The revenue of ${partner.name} is not known, which is not the same as zero. Look it up.`)]
    : [],
  // Stale data is the first failure of scorecards: the day the figures were true belongs to them.
  (partner, today) => {
    const { asOf } = partner.performance;
    const age = asOf === null ? null : daysBetween(asOf, today);
    return age !== null && age > staleAfterDays ? [about(partner, 'performance-stale', 'advice', `The figures of ${partner.name} are ${age} days old (as of ${asOf ?? ''}). Import newer ones.`)] : [];
  },
  (partner, today) => partner.performance.asOf !== null && partner.performance.asOf > today
    ? [about(partner, 'performance-from-the-future', 'warning', `The figures of ${partner.name} are dated ${partner.performance.asOf}, which is still to come. Correct the date.`)]
    : [],
  (partner) => {
    const { mdfUsed: used, mdfAllocated: allocated } = partner.performance;
    return used !== null && allocated !== null && used.currency === allocated.currency && used.hundredths > allocated.hundredths
      ? [about(partner, 'mdf-over-used', 'warning', `${partner.name} has used more MDF than was allocated. Check both amounts.`)]
      : [];
  },
  // The strategic status asks for named sponsors on both sides, above the account manager.
  (partner) => {
    if (!partner.strategic) return [];
    const lacking = [partner.vendorSponsor === null ? 'on the vendor’s side' : '', partner.partnerSponsorName.trim() === '' ? 'on its own side' : ''].filter(Boolean);
    return lacking.length === 0 ? [] : [about(partner, 'strategic-without-sponsor', 'warning', `${partner.name} is strategic, but has no known executive sponsor ${lacking.join(' and none ')}. Name one.`)];
  },
  (partner) => partner.vendorSponsor === null && partner.vendorSponsorName.trim() !== ''
    ? [about(partner, 'sponsor-unknown', 'advice', `${partner.vendorSponsorName} is named as vendor sponsor of ${partner.name} but is none of the executives. Add or correct the name.`)]
    : [],
  (partner) => partner.camName.trim() === '' ? [about(partner, 'no-account-manager', 'advice', `${partner.name} has no channel account manager. Name one: commitments are routed through them.`)] : [],
  (partner) => partner.tier === null && partner.enrolled ? [about(partner, 'tier-missing', 'advice', `${partner.name} is enrolled but has no tier. Look it up.`)] : [],
];

// Two rows of one name may be one partner or two branches: shown, never merged silently.
function likenesses({ partners }: PartnerFindingTables): Finding[] {
  return [...groupBy(partners.values(), ({ name, country }) => `${folded(name)}/${country ?? ''}`).values()].filter((same) => same.length > 1).map((same) => ({
    rule: 'partners-alike', severity: 'advice', place: 'partners', subjects: same.map(({ id }) => ({ table: 'partners', id })),
    text: `${same.length} partners are called ${same[0]?.name ?? ''} in the same country (${same.map(({ city, accountId }) => [city, accountId].filter(Boolean).join(', ') || 'no place').join('; ')}). Check whether they are one.`,
  }));
}

function unlinkedPeople({ contacts }: PartnerFindingTables): Finding[] {
  return [...contacts.values()].filter(({ partner }) => partner === null).map((contact) => ({
    rule: 'person-without-organisation', severity: 'warning', place: 'people', subjects: [{ table: 'contacts', id: contact.id }],
    text: `${fullName(contact)} belongs to no known organisation${contact.organisation ? ` (written: ${contact.organisation})` : ''}, so no company NDA can cover them. Link the person.`,
  }));
}

function about({ id }: Partner, rule: string, severity: Severity, text: string): Finding {
  return { rule, severity, place: 'partners', subjects: [{ table: 'partners', id }], text };
}
