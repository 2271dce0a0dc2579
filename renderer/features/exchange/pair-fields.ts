import type { Pair } from '#shared/exchange/duplicates/pair.ts';
import type { ExecutiveId, PartnerId } from '#shared/kernel/ids.ts';
import type { Money } from '#shared/kernel/money.ts';
import type { Row } from '#shared/kernel/table.ts';
import { counted } from '#shared/kernel/text.ts';
import type { Span } from '#shared/kernel/time.ts';
import { fullName } from '#shared/partners/contact.ts';
import { mergeFields, isBlank, sameValue, valueAt, type FieldPath, type MergeTable } from '#shared/workspace/merging/fields.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { dateWords, moneyWords, numberWords } from '#renderer/ui/data-table/cell-text.ts';

/** One line of the comparison: what both records say of a field. */
export type FieldLine = { readonly path: FieldPath; readonly label: string; readonly one: string; readonly other: string; readonly differs: boolean };

const labels: Readonly<Record<FieldPath, string>> = {
  name: 'Name', legalName: 'Legal name', accountId: 'Account ID', types: 'Type', tier: 'Tier', strategic: 'Strategic', pacMember: 'PAC seat', enrolled: 'Enrolled', region: 'Region', country: 'Country', city: 'City', vertical: 'Vertical', segment: 'Segment',
  camName: 'CAM', camEmail: 'CAM e-mail', vendorSponsor: 'Our sponsor', vendorSponsorName: 'Our sponsor as written', partnerSponsorName: 'Their sponsor', riskNote: 'Risk note', lastReviewedOn: 'Last review', minMeetings: 'Meetings at least', maxMeetings: 'Meetings at most', maxMeetingsPerDay: 'Meetings a day at most',
  'performance.revenue': 'Revenue', 'performance.revenuePrior': 'Revenue, year before', 'performance.pipeline': 'Pipeline', 'performance.dealRegistrations': 'Deal registrations', 'performance.winRate': 'Win rate', 'performance.certifiedPeople': 'Certified people', 'performance.certificationsRequired': 'Certifications required',
  'performance.mdfUsed': 'MDF used', 'performance.mdfAllocated': 'MDF allocated', 'performance.health': 'Health', 'performance.satisfaction': 'Satisfaction', 'performance.asOf': 'Figures as of', 'performance.source': 'Figures from',
  givenName: 'Given name', familyName: 'Family name', familyNameFirst: 'Family name first', pronunciation: 'Pronunciation', title: 'Title', role: 'Role', partner: 'Partner', organisation: 'Organisation as written', code: 'Contact ID', email: 'E-mail', phone: 'Phone', accessibility: 'Access needs', unavailable: 'Not available', arrivesAt: 'Arrives', departsAt: 'Departs', worksFrom: 'Works from', worksUntil: 'Works until',
};

/** The fields of which either record says anything, those that differ first. */
export function fieldLines(tables: Snapshot, table: MergeTable, one: Row, other: Row): FieldLine[] {
  const lines = mergeFields[table].flatMap((path): FieldLine[] => {
    const [mine, theirs] = [valueAt(one, path), valueAt(other, path)];
    if (isBlank(mine) && isBlank(theirs)) return [];
    return [{ path, label: labels[path] ?? path, one: words(tables, path, mine), other: words(tables, path, theirs), differs: !sameValue(mine, theirs) }];
  });
  return [...lines.filter(({ differs }) => differs), ...lines.filter(({ differs }) => !differs)];
}

/** What the two are called, one line each, and what tells them apart at a glance. */
export function pairNames(tables: Snapshot, { of, one, other }: Pair): readonly [string, string] {
  return of === 'belonging' ? [nameIn(tables, 'contacts', one), nameIn(tables, 'partners', other)] : [nameIn(tables, of, one), nameIn(tables, of, other)];
}

export function nameIn({ partners, contacts }: Snapshot, table: MergeTable, id: string): string {
  if (table === 'partners') return partners.get(id as PartnerId)?.name ?? 'a partner';
  const contact = contacts.get(id as never);
  return contact === undefined ? 'a contact' : fullName(contact) || (contact.email ?? 'a contact without a name');
}

function words({ partners, executives }: Snapshot, path: FieldPath, value: unknown): string {
  if (path === 'partner') return partners.get(value as PartnerId)?.name ?? '';
  if (path === 'vendorSponsor') return executives.get(value as ExecutiveId)?.name ?? '';
  if (path === 'winRate' || path === 'performance.winRate') return typeof value === 'number' ? `${numberWords(value * 100)} %` : '';
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return numberWords(value);
  if (Array.isArray(value)) return path === 'unavailable' ? counted((value as readonly Span[]).length, 'spell') : value.join(', ');
  if (typeof value === 'object') return moneyWords(value as Money);
  return /^\d{4}-\d{2}-\d{2}$/.test(value as string) ? dateWords(value as string) : String(value as string);
}
