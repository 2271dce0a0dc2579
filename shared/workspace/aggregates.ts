import { holds, stageOn } from '../agreements/stage.ts';
import { rankings } from '../awards/ranking.ts';
import { countedScores } from '../awards/scoring.ts';
import { commitmentsByStatus, commitmentTotals } from '../commitments/totals.ts';
import { revenueConcentration } from '../invitations/concentration.ts';
import { groupBy } from '../kernel/group.ts';
import type { PartnerId } from '../kernel/ids.ts';
import { plainAmount } from '../kernel/money.ts';
import type { LocalDate } from '../kernel/time.ts';
import { theSummit } from '../summit/summit.ts';
import type { Snapshot } from './snapshot.ts';

/** The figures of a summit under the names that scripts compare them by. Amounts are text with two decimals, shares have four, scores six. */
export function aggregates(snapshot: Snapshot) {
  const partners = [...snapshot.partners.values()];
  const requests = [...snapshot.requests.values()];
  const perHost = groupBy(requests, ({ host }) => host);
  return {
    distinct_partners: partners.length,
    total_revenue: totalRevenue(snapshot),
    revenue_concentration: concentration(snapshot),
    pac_members: partners.filter(({ pacMember }) => pacMember).length,
    strategic_partners: partners.filter(({ strategic }) => strategic).length,
    distinct_contacts: snapshot.contacts.size,
    contacts_linked: [...snapshot.contacts.values()].filter(({ partner }) => partner !== null).length,
    nda_coverage: ndaCoverage(snapshot),
    valid_meeting_requests: requests.length,
    confidential_requests: requests.filter(({ confidential }) => confidential).length,
    host_emails: [...snapshot.executives.values()].flatMap(({ email }) => email ?? []),
    requests_per_host: Object.fromEntries([...snapshot.executives.values()].map(({ id, name }) => [name, perHost.get(id)?.length ?? 0])),
    awards: awards(snapshot),
    commitment_totals: commitmentTotals(snapshot).map(({ hundredths, ...total }) => ({ ...total, amount: plainAmount(hundredths) })),
    commitments_by_status: Object.fromEntries([...commitmentsByStatus(snapshot)].map(([status, count]) => [status ?? 'None', count] as const).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function totalRevenue(snapshot: Snapshot) {
  const amounts = revenues(snapshot);
  return {
    currency: theSummit(snapshot).currency,
    first_row_wins: plainAmount(amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0)),
    partners_without_revenue: amounts.filter((amount) => amount === null).length,
  };
}

/** What the highest partners by revenue hold: about one in twenty-one of them and at least three, inside the 2–8 % of the strategic-partner article. */
function concentration(snapshot: Snapshot) {
  const { partners, shareOfPartners, shareOfRevenue } = revenueConcentration(snapshot, Math.max(3, Math.round(snapshot.partners.size * 0.047)));
  return { top_partners: partners, share_of_partners: rounded(shareOfPartners, 4), share_of_revenue: rounded(shareOfRevenue, 4) };
}

function revenues(snapshot: Snapshot): (number | null)[] {
  const { currency } = theSummit(snapshot);
  return [...snapshot.partners.values()].map(({ performance: { revenue } }) => (revenue?.currency === currency ? revenue.hundredths : null));
}

function ndaCoverage(snapshot: Snapshot) {
  const days = theSummit(snapshot).days.map(({ date }) => date);
  const byDay = days.map((day) => [day, coverageOn(snapshot, day)] as const);
  const column = (name: keyof ReturnType<typeof coverageOn>) => Object.fromEntries(byDay.map(([day, coverage]) => [day, coverage[name]]));
  return { organisation: column('organisation'), person_only: column('personOnly'), waived_only: column('waivedOnly'), persons: column('persons'), covered_partner_ids: column('coveredIds') };
}

/** Counted per partner from the agreements themselves: an organisation's own, else a personal one, else a waiver. */
function coverageOn({ agreements, partners }: Snapshot, day: LocalDate) {
  const [organisation, person, waived] = [new Set<PartnerId>(), new Set<PartnerId>(), new Set<PartnerId>()];
  const persons = new Set<string>();
  for (const agreement of agreements.values()) {
    const stage = stageOn(agreement, day);
    if (agreement.level === 'person' && holds(stage)) persons.add(agreement.contact ?? agreement.personEmail ?? agreement.personName);
    if (agreement.partner === null) continue;
    if (holds(stage)) (agreement.level === 'organisation' ? organisation : person).add(agreement.partner);
    else if (stage.stage === 'waived') waived.add(agreement.partner);
  }
  const personOnly = [...person].filter((id) => !organisation.has(id));
  const waivedOnly = [...waived].filter((id) => !organisation.has(id) && !person.has(id));
  const coveredIds = [...organisation].map((id) => partners.get(id)?.accountId ?? `name:${partners.get(id)?.name}`).sort();
  return { organisation: organisation.size, personOnly: personOnly.length, waivedOnly: waivedOnly.length, persons: persons.size, coveredIds };
}

function awards(snapshot: Snapshot) {
  const named = (measure: Parameters<typeof rankings>[1], keepConflicts = false) =>
    Object.fromEntries(
      rankings(snapshot, measure, { keepConflicts }).map(({ category, standings }) => [
        snapshot.categories.get(category)?.name ?? category,
        standings
          .map(({ rank, nomination, score }) => ({ rank, nomination_id: snapshot.nominations.get(nomination)?.code || nomination, score: score === null ? null : rounded(score, 6) }))
          .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.nomination_id < b.nomination_id ? -1 : 1)),
      ]),
    );
  return {
    plain_mean: named('plain'), zscore: named('zscore'), zscore_within_category: named('zscore-within-category'),
    plain_mean_conflicts_kept: named('plain', true), zscore_conflicts_kept: named('zscore', true),
    scores_used: { without_conflicts: countedScores(snapshot).used.length, with_conflicts: countedScores(snapshot, { keepConflicts: true }).used.length },
  };
}

function rounded(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits + 0;
}
