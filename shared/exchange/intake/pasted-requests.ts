import { folded } from '#shared/kernel/text.ts';
import type { ExecutiveId, PartnerId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import type { RequestInput } from '#shared/meetings/commands.ts';
import { meetingLengths, type MeetingRequest } from '#shared/meetings/request.ts';
import type { MeetingTables } from '#shared/meetings/whereabouts.ts';
import { theSummit } from '#shared/summit/summit.ts';
import { dateStyleOf, summitDayIn } from '../recognise/dates.ts';
import { fieldsCalled, headerKey } from '../recognise/header-match.ts';
import { flagWord, isMissing, listOf } from '../recognise/text-values.ts';
import { inVocabulary } from '../recognise/vocabularies.ts';
import { addPartner, emptyPartnerIndex, findPartner, type PartnerIndex } from './partner-index.ts';

/** One pasted line: the request it means, or what is wrong with it, in words that name the cell. */
export type PastedRequest = { readonly line: number; readonly cells: readonly string[]; readonly input: RequestInput | null; readonly problems: readonly string[] };
export type PastedRequests = { readonly lines: readonly PastedRequest[]; /** The field of each column; null: not used. */ readonly columns: readonly (PastedField | null)[]; readonly hasHeader: boolean };

/** The order of the columns where no header names them. */
export const pastedFields = ['account_name', 'host', 'priority', 'duration', 'topic', 'confidential', 'preferred_day', 'part_of_day', 'side', 'attendees'] as const;
export type PastedField = (typeof pastedFields)[number];

/**
 * Reads requests out of rows copied from a spreadsheet. A first row that names its columns is taken for a header, whatever their order;
 * without one they stand in the order of `pastedFields`. Nothing is guessed: a name nobody has, or a word nobody knows, is that line's problem.
 */
export function readPastedRequests(tables: MeetingTables, cells: readonly (readonly string[])[]): PastedRequests {
  const filled = cells.map((row, index) => ({ row: row.map((cell) => cell.trim()), line: index + 1 })).filter(({ row }) => row.some((cell) => cell !== ''));
  const header = headerOf(filled[0]?.row ?? []);
  const body = header ? filled.slice(1) : filled;
  const columns = header ?? pastedFields.slice(0, Math.max(0, ...body.map(({ row }) => row.length)));
  const names = namesOf(tables);
  const days = columns.indexOf('preferred_day');
  const order = dateStyleOf(days < 0 ? [] : body.map(({ row }) => row[days] ?? ''), null).order;
  return { columns, hasHeader: header !== null, lines: body.map(({ row, line }) => ({ line, cells: row, ...readLine(tables, names, (field) => row[columns.indexOf(field)] ?? '', order) })) };
}

/** The fields a header row names; null when it names no partner and no host, and so is no header. */
function headerOf(row: readonly string[]): (PastedField | null)[] | null {
  const taken = new Set<string>();
  const fields = row.map((cell): PastedField | null => {
    const called = fieldsCalled('meeting_requests', headerKey(cell)).map((field) => (field === 'account_id' ? 'account_name' : field));
    const field = pastedFields.find((one) => called.includes(one) && !taken.has(one)) ?? null;
    if (field !== null) taken.add(field);
    return field;
  });
  return taken.has('account_name') && taken.has('host') ? fields : null;
}

type Names = { readonly partners: PartnerIndex; readonly hosts: ReadonlyMap<string, ExecutiveId> };

function namesOf({ partners, executives }: MeetingTables): Names {
  const index = emptyPartnerIndex();
  for (const { id, accountId, name, legalName } of partners.values()) {
    addPartner(index, accountId, name, id);
    if (legalName !== '') addPartner(index, null, legalName, id);
  }
  const hosts = new Map<string, ExecutiveId>();
  for (const { id, name, email } of executives.values()) for (const key of [name, turned(name), email ?? '']) if (key !== '') hosts.set(folded(key), id);
  return { partners: index, hosts };
}

/** `Lindqvist, Ana` is how some lists write Ana Lindqvist. */
function turned(name: string): string {
  const [first = '', ...rest] = name.split(' ');
  return rest.length === 0 ? '' : `${rest.join(' ')}, ${first}`;
}

function readLine(tables: MeetingTables, names: Names, cell: (field: PastedField) => string, order: 'dmy' | 'mdy'): { readonly input: RequestInput | null; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const read = <Value>(field: PastedField, fallback: Value, reading: (text: string) => Value | undefined, wrong: (text: string) => string): Value => {
    const text = cell(field);
    if (isMissing(text)) return fallback;
    const value = reading(text);
    if (value === undefined) problems.push(wrong(text));
    return value ?? fallback;
  };
  const word = <Value extends string>(field: PastedField, vocabulary: Parameters<typeof inVocabulary>[0], fallback: Value | null, title: string) =>
    read<Value | null>(field, fallback, (text) => (inVocabulary(vocabulary, text) ?? undefined) as Value | undefined, (text) => `${title} “${text}” is not known.`);
  const partner = cell('account_name') === '' ? missing(problems, 'The partner is missing.') : partnerOf(names, cell('account_name'), problems);
  const host = cell('host') === '' ? missing(problems, 'The host is missing.') : (names.hosts.get(folded(cell('host'))) ?? missing(problems, `No executive is called “${cell('host')}”.`));
  const summitDays = theSummit(tables).days.map(({ date }) => date);
  const fields = {
    priority: word<NonNullable<MeetingRequest['priority']>>('priority', 'priority', 'should', 'The priority'),
    durationMinutes: read<MeetingRequest['durationMinutes']>('duration', 30, (text) => meetingLengths.find((minutes) => minutes === Number(/^\d+/.exec(text)?.[0])), (text) => `A meeting of “${text}” is not possible: ${meetingLengths.join(', ')} minutes are.`),
    confidential: read('confidential', false, flagWord, (text) => `“${text}” says neither yes nor no to confidential.`),
    preferredDay: read<LocalDate | null>('preferred_day', null, (text) => summitDayIn(text, summitDays, order) ?? undefined, (text) => `“${text}” is no day of the summit.`),
    partOfDay: word<NonNullable<MeetingRequest['partOfDay']>>('part_of_day', 'part_of_day', 'any', 'The part of day'),
    side: word<NonNullable<MeetingRequest['side']>>('side', 'side', 'partner', 'The side'),
    topic: cell('topic'), attendeeNames: cell('attendees') === '' ? [] : listOf(cell('attendees')),
  };
  return { input: partner && host && problems.length === 0 ? { partner: partner as PartnerId, host, ...fields } : null, problems };
}

function partnerOf({ partners }: Names, text: string, problems: string[]): string | null {
  const found = findPartner(partners, null, text);
  const link = found.link ?? findPartner(partners, text, null).link;
  if (link !== null) return link;
  return missing(problems, `No partner is called “${text}”.`);
}

function missing(problems: string[], words: string): null {
  problems.push(words);
  return null;
}
