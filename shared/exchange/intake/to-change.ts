import { change, type Change } from '#shared/kernel/change.ts';
import type { MintId, PartnerId } from '#shared/kernel/ids.ts';
import { counted } from '#shared/kernel/text.ts';
import { dateOf, type LocalDate, type LocalTime, timeOf } from '#shared/kernel/time.ts';
import { fullName } from '#shared/partners/contact.ts';
import { type Summit, type SummitDay, theSummit } from '#shared/summit/summit.ts';
import { type Snapshot, type TableName, tableNames } from '#shared/workspace/snapshot.ts';
import { type EmptyCell, emptyCells } from './blanking.ts';
import { partnerLink } from './partner-index.ts';
import { stageAgreements, stageContacts, stagePartners } from './change-parties.ts';
import { stageFigures } from './change-figures.ts';
import { stageRegistrations } from './change-registrations.ts';
import { stageExecutives, stageRooms, stageSessions } from './change-programme.ts';
import { stageCategories, stageCommitments, stageJudges, stageNominations, stageRequests, stageScores } from './change-promises.ts';
import { formerPartners } from './former-records.ts';
import type { FolderReading, KnownRecords, ReadOptions } from './reading.ts';
import { stage, staged, stagedEdits, type Staging } from './staging.ts';
import { stageTables, summitIn } from '../tables/change-tables.ts';

export type ImportChange = {
  readonly change: Change;
  /** Rows by table, as the planner is told before agreeing. */
  readonly added: Readonly<Partial<Record<TableName, number>>>;
  readonly updated: Readonly<Partial<Record<TableName, number>>>;
  /** Empty cells where the summit has a value: it stays, or is taken away where that was asked for. */
  readonly empty: readonly EmptyCell[];
  /** The ids that new rows of lists got, for reading the same files again. */
  readonly ids: ReadonlyMap<string, string>;
};

export type ImportOptions = {
  /** Empty cells take away what the summit has. Only when asked for: most exports leave out what they do not know. */
  readonly blank?: boolean;
  /** Ids that these files' new rows had when they were read before. */
  readonly ids?: ReadonlyMap<string, string>;
};

/**
 * The one change that brings a reading into a summit. A record updates the row with its id in the planner's lists (or, without one,
 * its address or name) and is added otherwise; nothing is removed, and what a file leaves out or what could not be read stays as it was (`blank`: but for empty cells).
 * Facts of the summit that are still blank are taken from the files: days, currency, mail domain and vendor.
 */
export function toChange(reading: FolderReading, snapshot: Snapshot, mint: MintId, { blank = false, ids = new Map() }: ImportOptions = {}): ImportChange {
  const staging = staged(snapshot, mint, ids);
  const summit = theSummit(snapshot);
  const fresh = snapshot.partners.size === 0 && snapshot.commitments.size === 0;
  const currency = fresh ? (reading.currency ?? summit.currency) : summit.currency;
  stageTables(reading, staging);
  stageRooms(reading, staging);
  stageExecutives(reading, staging);
  const partners = stagePartners(reading, staging, currency);
  stageContacts(reading, staging, partners);
  stageRegistrations(reading, staging, partners);
  stageFigures(reading, staging, partners, currency);
  stageSessions(reading, staging);
  stageAgreements(reading, staging, partners);
  stageRequests(reading, staging, partners);
  stageCategories(reading, staging);
  stageNominations(reading, staging, partners);
  stageJudges(reading, staging, partners);
  stageScores(reading, staging);
  stageCommitments(reading, staging, partners);
  // A whole export says all there is to say; what else is in the folder may still tell facts that are blank.
  if (summitIn(reading) === null) stage(staging, 'summits', knownFacts(summit, reading, staging, currency));
  const empty = emptyCells(staging, blank);
  const edits = stagedEdits(staging);
  const count = (isNew: boolean) => {
    const counts: Partial<Record<TableName, number>> = {};
    for (const edit of edits) if ((edit.before === null) === isNew) counts[edit.table as TableName] = (counts[edit.table as TableName] ?? 0) + 1;
    return counts;
  };
  return { change: change(`Import ${counted(new Set(reading.files.map(({ name }) => name)).size, 'file')}`, edits), added: count(true), updated: count(false), empty, ids: staging.ids };
}

/** What a summit already holds, for reading files that refer to it. */
export function knownRecords(snapshot: Snapshot): KnownRecords {
  const linkOf = (id: PartnerId | null) => {
    const partner = id === null ? undefined : snapshot.partners.get(id);
    return partner === undefined ? null : partnerLink(partner.accountId, partner.name);
  };
  const categories = [...snapshot.categories.values()];
  return {
    ids: Object.fromEntries(tableNames.map((table) => [table, [...snapshot[table].keys()]])),
    partners: [...[...snapshot.partners.values()].map(({ accountId, name }) => ({ id: accountId, name })), ...formerPartners(snapshot)],
    invitations: [...snapshot.invitations.values()].flatMap(({ partner, stage: reached }) => { const link = linkOf(partner); return link === null ? [] : [{ partner: link, stage: reached }]; }),
    people: [...snapshot.contacts.values()].flatMap((contact) => (contact.email === null ? [] : [{ email: contact.email, name: fullName(contact), partner: linkOf(contact.partner) }])),
    executives: [...snapshot.executives.values()],
    rooms: [...snapshot.rooms.values()],
    categories: categories.map(({ name }) => name),
    criteria: categories.flatMap(({ name, criteria }) => criteria.map((criterion) => ({ category: name, criterion: criterion.name }))),
    nominations: [...snapshot.nominations.values()].map(({ id, code, category, partner }) => ({ id: code || id, category: snapshot.categories.get(category)?.name ?? '', partner: linkOf(partner) ?? '' })),
    judges: [...snapshot.judges.values()].map(({ name, email, partner }) => ({ name, email, partner: linkOf(partner) })),
  };
}

/** How to read files that are meant for this summit. */
export function readOptionsFor(snapshot: Snapshot): Pick<ReadOptions, 'summitDays' | 'known' | 'fiscalStart'> {
  const { days, fiscalYearStartMonth } = theSummit(snapshot);
  return { summitDays: days.map(({ date }) => date), known: knownRecords(snapshot), fiscalStart: fiscalYearStartMonth };
}

function knownFacts(summit: Summit, reading: FolderReading, staging: Staging, currency: string): Summit {
  const vendorDomain = summit.vendorDomain || commonest([...staging.after.executives.values()].flatMap(({ email }) => email?.split('@')[1] ?? []));
  const ownJudges = [...staging.after.judges.values()].filter(({ email, partner }) => partner === null && vendorDomain !== '' && email?.endsWith(`@${vendorDomain}`) === true);
  return {
    ...summit,
    currency,
    vendorDomain,
    vendor: summit.vendor || commonest(ownJudges.map(({ affiliation }) => affiliation)),
    days: summit.days.length > 0 ? summit.days : openingHours(reading.summitDays, staging),
  };
}

/** A day opens with its first session and closes with its last, within the day; 08:00 to 18:00 where the agenda says nothing. */
function openingHours(days: readonly LocalDate[], { after }: Staging): SummitDay[] {
  return days.map((date) => {
    const sessions = [...after.sessions.values()].filter(({ startsAt }) => startsAt !== null && dateOf(startsAt) === date);
    const starts = sessions.flatMap(({ startsAt }) => (startsAt === null ? [] : [timeOf(startsAt)])).sort();
    const ends = sessions.flatMap(({ startsAt, endsAt }) => (startsAt === null || endsAt === null || endsAt <= startsAt ? [] : dateOf(endsAt) === date ? [timeOf(endsAt)] : ['24:00' as LocalTime])).sort();
    return { date, opensAt: starts[0] ?? ('08:00' as LocalTime), closesAt: ends.at(-1) ?? ('18:00' as LocalTime) };
  });
}

function commonest(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
