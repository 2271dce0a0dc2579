import type { Finding, Severity } from '../kernel/finding.ts';
import { groupBy } from '../kernel/group.ts';
import type { AgreementId } from '../kernel/ids.ts';
import { counted } from '../kernel/text.ts';
import { dateOf, daysBetween, type LocalDate } from '../kernel/time.ts';
import { theSummit } from '../summit/summit.ts';
import { expectedPartners } from '../invitations/stage.ts';
import type { Agreement } from './agreement.ts';
import { firstDisorder, partyName } from './commands.ts';
import { partnerCoverage, register } from './coverage.ts';
import { coverageText, cureText } from './coverage-text.ts';
import { type DoorList, type DoorTables, doorLists } from './door-list.ts';
import { holds, stageOn } from './stage.ts';

/** Everything the register and the doors have to say on a day. */
export function findings(tables: DoorTables, today: LocalDate): Finding[] {
  const single = [...tables.agreements.values()].flatMap((agreement) => agreementRules.flatMap((rule) => rule(agreement, tables, today)));
  const lists = doorLists(tables);
  return [...single, ...blockedAtDoors(tables, lists), ...unreadAudiences(tables, lists), ...sessionsWithoutDay(tables), ...expiringBeforeSummit(tables, today)];
}

type AgreementRule = (agreement: Agreement, tables: DoorTables, today: LocalDate) => Finding[];

const agreementRules: readonly AgreementRule[] = [
  // The word of a register and its dates must tell the same story: the dates decide, the planner is told.
  (agreement, _, today) => {
    const { reportedStage: reported, countersignedOn, partnerSignedOn, ending } = agreement;
    if (reported === null || reported === 'unknown' || ending !== null) return [];
    const stage = stageOn(agreement, today);
    const claimsExecuted = reported === 'executed' || reported === 'effective' || reported === 'evergreen';
    if (claimsExecuted && countersignedOn === null) {
      return [about(agreement, 'nda-status-contradicts-dates', 'warning', `The NDA of ${partyName(agreement)} is called ${reported} but has no countersigning date, so it covers nobody. Look the date up and record it.`)];
    }
    if (claimsExecuted && stage.stage === 'expired') {
      return reported === 'executed' ? [] : [about(agreement, 'nda-status-contradicts-dates', 'advice', `The NDA of ${partyName(agreement)} is called ${reported} but expired on ${agreement.expiresOn ?? ''}. Renew it, or correct the expiry.`)];
    }
    if (reported === 'expired' && holds(stage)) {
      return [about(agreement, 'nda-status-contradicts-dates', 'warning', `The NDA of ${partyName(agreement)} is called expired but by its dates is in force. Check its expiry.`)];
    }
    if (!claimsExecuted && reported !== 'expired' && (countersignedOn !== null || (partnerSignedOn !== null && reported !== 'partly_signed'))) {
      return [about(agreement, 'nda-status-contradicts-dates', 'advice', `The NDA of ${partyName(agreement)} is called ${reported.replace('_', ' ')} but has later dates. The dates count; check that they are right.`)];
    }
    return [];
  },
  // A word nobody could read may mean a legal hold: until someone has looked, it covers nobody.
  (agreement) => agreement.reportedStage === 'unknown' && agreement.ending === null
    ? [about(agreement, 'nda-status-unreadable', 'warning', `The register gives the NDA of ${partyName(agreement)} a status that could not be read, so it covers nobody. Read the agreement and confirm it.`)]
    : [],
  // A blank expiry may mean perpetual or forgotten: it must be asked, never guessed.
  (agreement, _, today) => {
    const stage = stageOn(agreement, today);
    return stage.stage === 'unknown' && stage.missing === 'expiry'
      ? [about(agreement, 'nda-unknown-expiry', 'warning', `The NDA of ${partyName(agreement)} is signed but has no expiry and is not marked evergreen, so it covers nobody. Look the expiry up.`)]
      : [];
  },
  // Dates of a life run forwards: sent, signed, countersigned, expiry.
  (agreement) => {
    const wrong = firstDisorder(agreement);
    return wrong ? [about(agreement, 'nda-dates-out-of-order', 'warning', `In the NDA of ${partyName(agreement)} ${dateWords[wrong.later]} (${agreement[wrong.later] ?? ''}) lies before ${dateWords[wrong.earlier]} (${agreement[wrong.earlier] ?? ''}). Correct the dates.`)] : [];
  },
  // Evergreen and an expiry exclude each other: the expiry counts, being the stricter.
  (agreement) => agreement.evergreen && agreement.expiresOn !== null
    ? [about(agreement, 'nda-evergreen-with-expiry', 'advice', `The NDA of ${partyName(agreement)} is marked evergreen and also expires on ${agreement.expiresOn}. The expiry counts; remove one of the two.`)]
    : [],
  // A waiver is somebody's decision: without a name it cannot be defended afterwards.
  (agreement) => agreement.ending?.event === 'waived' && agreement.ending.approver.trim() === ''
    ? [about(agreement, 'nda-waiver-without-approver', 'warning', `The NDA of ${partyName(agreement)} is waived, but nobody knows who approved it. Name the approver, the reason and the last day, or lift the waiver.`)]
    : [],
  // An agreement with a party nobody knows covers nobody.
  (agreement) => agreement.level === 'organisation' && agreement.partner === null
    ? [about(agreement, 'nda-without-partner', 'warning', `The NDA with ${partyName(agreement)} belongs to no known partner, so it covers nobody. Link it to a partner.`)]
    : [],
  // A personal agreement works through a link or a mail address; a name alone could be anybody's.
  (agreement, { contacts }) => {
    if (agreement.level !== 'person' || agreement.contact !== null) return [];
    const email = agreement.personEmail?.toLowerCase();
    for (const contact of contacts.values()) if (email !== undefined && contact.email?.toLowerCase() === email) return [];
    return [about(agreement, 'nda-person-unknown', 'warning', `The personal NDA of ${partyName(agreement)} matches no known person by link or mail address, so it covers nobody. Link it to the person.`)];
  },
];

/** One finding an organisation, whatever the number of its people and sessions: it is one NDA that cures them all. */
function blockedAtDoors(tables: DoorTables, lists: readonly DoorList[]): Finding[] {
  const blocked = lists.flatMap(({ session, entries }) => entries.flatMap(({ contact, partner, coverage }) => (coverage.outcome === 'blocked' ? [{ session, contact, partner, coverage }] : [])));
  return [...groupBy(blocked, ({ partner }) => partner)].map(([partner, entries]): Finding => {
    const [people, sessions] = [[...new Set(entries.map(({ contact }) => contact))], [...new Set(entries.map(({ session }) => session))]];
    const titles = sessions.map((id) => `“${tables.sessions.get(id)?.title ?? ''}”`);
    const why = entries[0] && `${coverageText(entries[0].coverage)}. ${cureText(entries[0].coverage)}`;
    return {
      rule: 'nda-blocks-session', severity: 'blocker', place: 'ndas',
      subjects: [...(partner === null ? [] : [{ table: 'partners', id: partner }]), ...sessions.map((id) => ({ table: 'sessions', id })), ...people.map((id) => ({ table: 'contacts', id }))],
      text: `${counted(people.length, 'person', 'people')} of ${(partner !== null && tables.partners.get(partner)?.name) || 'no organisation'} may not hear ${titles.length > 2 ? `${titles[0] ?? ''} and ${titles.length - 1} other confidential sessions` : titles.join(' and ')}. ${why ?? ''}`,
    };
  });
}

/** An audience wording without a rule lists everyone: the planner should know that the door list is wider than meant. */
function unreadAudiences(tables: DoorTables, lists: readonly DoorList[]): Finding[] {
  return lists.filter(({ audienceUnderstood }) => !audienceUnderstood).map(({ session }) => ({
    rule: 'confidential-audience-unclear', severity: 'advice', place: 'agenda', subjects: [{ table: 'sessions', id: session }],
    text: `The audience of “${tables.sessions.get(session)?.title ?? ''}” (${tables.sessions.get(session)?.audience ?? ''}) names no tier, council or strategic partners, so its door list holds everyone expected. Name the audience.`,
  }));
}

/** Coverage is asked for the session's day: without one nobody can be let in. */
function sessionsWithoutDay({ sessions }: DoorTables): Finding[] {
  return [...sessions.values()].filter(({ needsNda, startsAt }) => needsNda && startsAt === null).map(({ id, title }) => ({
    rule: 'confidential-session-without-day', severity: 'warning', place: 'agenda', subjects: [{ table: 'sessions', id }],
    text: `“${title}” needs an NDA but has no start, so nobody can be cleared for it. Give it a time.`,
  }));
}

/** Covered today but not to the end of the summit: the one case that looks green until the door. */
function expiringBeforeSummit(tables: DoorTables, today: LocalDate): Finding[] {
  const lastDay = theSummit(tables).days.at(-1)?.date ?? lastSessionDay(tables);
  if (lastDay === null || lastDay < today) return [];
  const entries = register(tables);
  return [...expectedPartners(tables)].flatMap((id): Finding[] => {
    const now = partnerCoverage(entries, id, today);
    if (now.outcome !== 'organisation' || partnerCoverage(entries, id, lastDay).outcome !== 'blocked') return [];
    const name = tables.partners.get(id)?.name ?? '';
    return [{
      rule: 'nda-expires-before-summit-ends', severity: 'warning', place: 'ndas', subjects: [{ table: 'partners', id }, subject(now.agreement)],
      text: `The NDA of ${name} covers today but expires on ${now.until}, before the summit ends on ${lastDay} (${counted(daysBetween(today, lastDay), 'day')} from now). Renew it.`,
    }];
  });
}

function lastSessionDay({ sessions }: DoorTables): LocalDate | null {
  let last: LocalDate | null = null;
  for (const { startsAt } of sessions.values()) if (startsAt !== null && (last === null || startsAt.slice(0, 10) > last)) last = dateOf(startsAt);
  return last;
}

const dateWords = { sentOn: 'sending', partnerSignedOn: 'the partner’s signature', countersignedOn: 'the countersignature', effectiveOn: 'the effective date', expiresOn: 'the expiry' } as const;

function about({ id, partner }: Agreement, rule: string, severity: Severity, text: string): Finding {
  return { rule, severity, place: 'ndas', subjects: [subject(id), ...(partner === null ? [] : [{ table: 'partners', id: partner }])], text };
}

function subject(id: AgreementId) {
  return { table: 'agreements', id };
}
