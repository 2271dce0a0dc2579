import type { Row } from '#shared/kernel/table.ts';
import { editFields } from '#shared/workspace/edit-field.ts';
import type { Snapshot, TableName } from '#shared/workspace/snapshot.ts';
import type { Kind } from '../recognise/kinds.ts';
import { storedLists } from '../tables/columns.ts';
import type { FileReading } from './reading.ts';
import { stage, type Staging } from './staging.ts';

/** A cell that says nothing of what the summit has a value for. */
export type EmptyCell = {
  readonly file: string;
  readonly line: number;
  /** The column as the file calls it. */
  readonly column: string;
  readonly table: TableName;
  readonly id: string;
  /** The value that stands in the summit, as it is stored. */
  readonly now: unknown;
};

/**
 * Cells that are empty (or say `-`, `N/A`, `TBD`) where the summit has a value. What another record of the same import says stands, a cell
 * that could not be read is not empty, and ids, names and references without which a row is another one are never among them. With `take`
 * those values are taken away.
 */
export function emptyCells(staging: Staging, take: boolean): EmptyCell[] {
  const said = new Set<string>();
  const found: { readonly cell: EmptyCell; readonly paths: readonly string[] }[] = [];
  const lists = new Map<FileReading, List>();
  for (const { source: { file, record, values }, table, id } of staging.spoken) {
    const row = (staging.before[table] as ReadonlyMap<string, Row>).get(id);
    if (row === undefined) continue;
    const { columns, unread } = lists.get(file) ?? listOf(file);
    if (!lists.has(file)) lists.set(file, { columns, unread });
    for (const { header, field, paths } of columns) {
      const now = paths.map((path) => valueAt(row, path)).find((value) => !isEmpty(value));
      if (!isEmpty(values[field])) for (const path of paths) said.add(`${id} ${path}`);
      else if (now !== undefined && !unread.has(field) && !unread.has(`${record.line} ${field}`)) found.push({ cell: { file: file.name, line: record.line, column: header, table, id, now }, paths });
    }
  }
  return found.filter(({ cell, paths }) => !paths.some((path) => said.has(`${cell.id} ${path}`)) && emptied(staging, cell, paths, take)).map(({ cell }) => cell);
}

/** False where the field cannot be empty. */
function emptied(staging: Staging, { table, id }: EmptyCell, paths: readonly string[], take: boolean): boolean {
  const edited = editFields(staging.after as unknown as Snapshot, table, id, Object.fromEntries(paths.map((path) => [path, null])), '');
  const row = edited.ok ? edited.value.edits[0]?.after : undefined;
  if (take && row) stage(staging, table, row as Parameters<typeof stage>[2]);
  return edited.ok;
}

type List = {
  /** The columns that the file has and that may empty something. */
  readonly columns: readonly { readonly header: string; readonly field: string; readonly paths: readonly string[] }[];
  /** Fields that wait for an answer, and `line field` of cells that could not be read. */
  readonly unread: ReadonlySet<string>;
};

function listOf({ kind, columns, askDateOrder, askDecimalMark, issues }: FileReading): List {
  const unread = issues.flatMap(({ line, field, value }) => (field === null || value === null || value === '' ? [] : [`${line} ${field}`]));
  const known = kind.startsWith('table ') ? clearableInTable(kind.slice('table '.length)) : Object.entries(clearable[kind as Kind] ?? {}).map(([field, paths]) => ({ column: field, field, paths }));
  return {
    columns: known.flatMap(({ column, field, paths }) => { const header = columns.find((one) => one.field === column)?.header; return header === undefined ? [] : [{ header, field, paths }]; }),
    unread: new Set([...askDateOrder, ...askDecimalMark, ...unread]),
  };
}

/** A whole export has a column for every value; an amount goes with its currency. */
function clearableInTable(name: string): { readonly column: string; readonly field: string; readonly paths: readonly string[] }[] {
  const list = storedLists.find((one) => one.name === name && one.field === null);
  return (list?.leaves ?? []).map(({ path, header }) => ({ column: header, field: path, paths: [path.replace(/\.(?:hundredths|currency)$/, '')] }));
}

function valueAt(row: Row, path: string): unknown {
  return path.split('.').reduce<unknown>((value, step) => (value as Readonly<Record<string, unknown>> | null | undefined)?.[step], row);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Row fields that a column says, by list. Marks are not among them: an empty mark may say no. */
const clearable: Readonly<Partial<Record<Kind, Readonly<Record<string, readonly string[]>>>>> = {
  rooms: { capacity: ['seats'], floor: ['floor'], equipment: ['equipment'], closed_times: ['closed'] },
  executives: { title: ['title'], topics: ['topics'], max_meetings: ['maxMeetingsPerDay'], max_meetings_in_all: ['maxMeetings'], fixed_room: ['homeRoom'], arrives: ['arrivesAt'], departs: ['departsAt'], works_from: ['worksFrom'], works_until: ['worksUntil'] },
  partners: {
    cam_name: ['camName'], cam_email: ['camEmail'], partner_type: ['types'], tier: ['tier'], region: ['region'], country: ['country'], city: ['city'], vertical: ['vertical'], segment: ['segment'],
    revenue_ttm: ['performance.revenue'], revenue_prior: ['performance.revenuePrior'], pipeline_open: ['performance.pipeline'], deal_regs: ['performance.dealRegistrations'], win_rate: ['performance.winRate'],
    certified_people: ['performance.certifiedPeople'], certs_required: ['performance.certificationsRequired'], mdf_used: ['performance.mdfUsed'], mdf_allocated: ['performance.mdfAllocated'], health_score: ['performance.health'], satisfaction: ['performance.satisfaction'],
    vendor_sponsor: ['vendorSponsor', 'vendorSponsorName'], partner_sponsor: ['partnerSponsorName'], risk_note: ['riskNote'], last_review: ['lastReviewedOn'],
    min_meetings_in_all: ['minMeetings'], max_meetings_in_all: ['maxMeetings'], max_meetings_a_day: ['maxMeetingsPerDay'], keep_apart_from: ['keepApart'],
  },
  contacts: {
    title: ['title'], phone: ['phone'], role: ['role'], dietary: ['dietary'], accessibility: ['accessibility'], max_meetings_a_day: ['maxMeetingsPerDay'], max_meetings_in_all: ['maxMeetings'], not_available: ['unavailable'],
    arrives: ['arrivesAt'], departs: ['departsAt'], works_from: ['worksFrom'], works_until: ['worksUntil'],
  },
  agenda: { session_kind: ['kind'], room: ['rooms'], audience: ['audience'] },
  ndas: { person_name: ['personName'], person_email: ['personEmail'], agreement_type: ['kind'], scope: ['scope'], sent: ['sentOn'], signed: ['partnerSignedOn'], countersigned: ['countersignedOn'], effective: ['effectiveOn'], expiry: ['expiresOn'] },
  meeting_requests: {
    topic: ['topic'], attendees: ['attendees', 'attendeeNames'], preferred_day: ['preferredDay'], planner_weight: ['weight'], co_hosts: ['coHosts'], optional_hosts: ['optionalHosts'], other_partners: ['guestPartners'], optional_attendees: ['optionalAttendees'],
    allowed_days: ['allowedDays'], allowed_part: ['allowedPart'], allowed_rooms: ['allowedRooms'], no_thanks: ['veto'],
  },
  nominations: { nominator: ['nominator'], nominator_side: ['nominatorSide'], citation: ['citation'], submitted: ['submittedOn'], status: ['status'] },
  judges: { affiliation: ['affiliation'] },
  scores: { score: ['value'], comment: ['comment'] },
  commitments: { side: ['side'], type: ['type'], description: ['description'], amount: ['money', 'amountWithoutCurrency'], due: ['dueOn'], vendor_owner: ['vendorOwner'], partner_owner: ['partnerOwner'], status: ['status'] },
};
