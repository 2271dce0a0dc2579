import type { JudgeId, NominationId } from '../kernel/ids.ts';
import { folded } from '../kernel/text.ts';
import type { ExecutiveTable } from '../partners/executive.ts';
import type { Partner, PartnerTable } from '../partners/partner.ts';
import type { Judge, JudgingTables } from './judging.ts';
import type { Nomination, NominationTable } from './nomination.ts';

/** How a judge is bound to a nominated partner. Only the employer's link takes scores out; the others are for the planner to weigh. */
export type ConflictLink = 'employer' | 'cam' | 'vendor-sponsor' | 'partner-sponsor';

export type Conflict = { readonly judge: JudgeId; readonly nomination: NominationId; readonly link: ConflictLink };

/** Whether a judge works for the nominated partner, so that what they give it never counts (rule of the award articles: employer excludes). */
export function worksForNominee({ partner }: Pick<Judge, 'partner'>, nomination: Pick<Nomination, 'partner'>): boolean {
  return partner !== null && partner === nomination.partner;
}

/** Every link between a judge and a nominated partner that the partner records show, whether or not a score was given. */
export function conflicts(tables: JudgingTables & NominationTable & PartnerTable & ExecutiveTable): Conflict[] {
  return [...tables.nominations.values()].flatMap((nomination) => {
    const partner = tables.partners.get(nomination.partner);
    if (!partner) return [];
    return [...tables.judges.values()].flatMap((judge) =>
      linksBetween(tables, judge, partner).map((link): Conflict => ({ judge: judge.id, nomination: nomination.id, link })),
    );
  });
}

function linksBetween({ executives }: ExecutiveTable, judge: Judge, partner: Partner): ConflictLink[] {
  const sponsor = partner.vendorSponsor === null ? null : executives.get(partner.vendorSponsor);
  const links: ConflictLink[] = [];
  if (worksForNominee(judge, { partner: partner.id })) links.push('employer');
  if (isPerson(judge, partner.camName, partner.camEmail)) links.push('cam');
  if (isPerson(judge, sponsor?.name ?? partner.vendorSponsorName, sponsor?.email ?? null)) links.push('vendor-sponsor');
  if (isPerson(judge, partner.partnerSponsorName, null)) links.push('partner-sponsor');
  return links;
}

function isPerson(judge: Judge, name: string, email: string | null): boolean {
  if (judge.email !== null && email) return judge.email.toLowerCase() === email.toLowerCase();
  return name !== '' && folded(judge.name) === folded(name);
}
