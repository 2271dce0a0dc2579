import { folded, tidy } from '#shared/kernel/text.ts';
import { type Cell, cellText, type Grid, type GridRow, type Origin } from '../grid.ts';
import { minutesOf, timeIn } from './hours.ts';
import { headerKey } from './header-match.ts';
import { tableOf } from './matrix.ts';
import { deepestHeader, type Recognised } from './recognise.ts';
import { emailAddress, isMissing, listOf, plainText } from './text-values.ts';
import { inVocabulary } from './vocabularies.ts';

/** Who the people of a meeting are, by `personKey` of their names and addresses. */
export type KnownPeople = { readonly hosts: ReadonlySet<string>; /** What people of partners are called, and their partner. */ readonly guests: ReadonlyMap<string, { readonly name: string; readonly partner: string }> };

/** `Ana Lima <ANA@acme.example>` and `ana@acme.example` are one person. */
export function personKey(text: string): string {
  return folded(text.includes('@') ? (emailAddress(text)?.email ?? text) : text);
}

type Part = 'id' | 'subject' | 'organiser' | 'invited' | 'pending' | 'present' | 'date' | 'from' | 'to' | 'place' | 'status';

const heads: Readonly<Record<Part, ReadonlySet<string>>> = {
  id: new Set(['meeting id', 'meeting no', 'meeting number', 'booking id', 'appointment id']),
  subject: new Set(['subject', 'title', 'topic', 'meeting title', 'meeting topic', 'meeting']),
  organiser: new Set(['organizer', 'organiser', 'booker', 'booker mail', 'booker email', 'booked by', 'requester', 'requester mail', 'requester email', 'invited by', 'from company', 'initiator']),
  invited: new Set(['confirmed', 'requestee', 'requestee mail', 'requestee email', 'invitee', 'invitees', 'recipient', 'recipient mail', 'recipient email', 'accepted by']),
  pending: new Set(['pending', 'unconfirmed', 'awaiting answer', 'not yet confirmed']),
  present: new Set(['attendees', 'participants', 'people']),
  date: new Set(['start date', 'date', 'day', 'meeting date', 'meeting day']),
  from: new Set(['start time', 'time', 'start', 'from', 'begins', 'slot']),
  to: new Set(['end time', 'end', 'to', 'until', 'ends']),
  status: new Set(['status', 'meeting status', 'state', 'booking status']),
  place: new Set(['location', 'meeting location', 'meeting point', 'room', 'meeting room', 'place', 'venue', 'table']),
};

/**
 * Meetings that another system has booked, with people instead of a host and a partner, as requests: whoever is one of our executives is
 * the host, and the others' partner asks for the meeting, on that day and in that half of it; unless somebody has yet to confirm it, also at that
 * time and in that room. Who is known is asked only of such a list. Null where the grid is none.
 */
export function bookingsIn(grid: Grid, known: () => KnownPeople): Recognised | null {
  for (const [position, header] of grid.rows.slice(0, deepestHeader).entries()) {
    const places = header.cells.map((cell): Part | null => { const key = typeof cell === 'string' ? headerKey(tidy(cell)) : ''; return parts.find((part) => heads[part].has(key)) ?? null; });
    const columns: Columns = (part) => places.flatMap((one, index) => (one === part ? [index] : []));
    if (columns('organiser').length === 0 || columns('invited').length + columns('pending').length + columns('present').length === 0 || columns('date').length + columns('from').length === 0) continue;
    const people = known();
    const rows = grid.rows.slice(position + 1).flatMap((row) => requestsOf(row, columns, people));
    // An agenda has organisers and participants too; only people tell it from a list of meetings.
    if (columns('invited').length + columns('pending').length === 0 && !rows.some(({ isHosted }) => isHosted)) return null;
    return tableOf('meeting_requests', header.line, fields, rows.map(({ row }) => row));
  }
  return null;
}

const parts = Object.keys(heads) as Part[];
type Columns = (part: Part) => readonly number[];

function requestsOf(row: GridRow, columns: Columns, { hosts, guests: known }: KnownPeople): { readonly row: GridRow; readonly isHosted: boolean }[] {
  const people = peopleOf(row, columns);
  const ours = people.filter(({ key }) => hosts.has(key));
  // Nobody known: whoever was asked is named as the host, so that the reason names somebody.
  const host = ours[0] ?? people[1];
  const guests = people.filter((one) => one !== host && !hosts.has(one.key));
  const leader = guests.find(({ key }) => known.has(key)) ?? guests[0];
  if (leader === undefined) return [];
  const partner = known.get(leader.key)?.partner ?? leader.name;
  const others = new Set(guests.flatMap(({ key }) => known.get(key)?.partner ?? []).filter((name) => name !== partner));
  const [id, subject] = [columns('id')[0], columns('subject')[0]];
  const [date = columns('from')[0], from = date, to] = (['date', 'from', 'to'] as const).map((part) => columns(part)[0]);
  const [began, ended] = [clock(row, from), clock(row, to)];
  const minutes = began === null || ended === null ? 0 : minutesOf(ended) - minutesOf(began);
  const place = columns('place')[0];
  const isBooked = columns('pending').every((index) => isMissing(textAt(row, index))) && columns('status').every((index) => isMissing(textAt(row, index)) || inVocabulary('registration_status', textAt(row, index)) === 'registered');
  const said: Readonly<Record<Field, readonly [Cell, number | undefined]>> = {
    request_id: [cellAt(row, id), id], account_name: [partner, leader.index], host: [host?.name ?? null, host?.index], topic: [cellAt(row, subject), subject], preferred_day: [dayOf(cellAt(row, date)), date],
    part_of_day: [began === null ? null : began < '12:00' ? 'morning' : 'afternoon', from], duration: [minutes > 0 ? minutes : null, to], attendees: [listed(guests.map(({ name, key }) => known.get(key)?.name ?? name)), leader.index],
    co_hosts: [listed(ours.slice(1).map(({ name }) => name)), host?.index], other_partners: [listed([...others]), leader.index],
    booked_at: [isBooked ? began : null, from], booked_room: [isBooked ? cellAt(row, place) : null, place],
  };
  const origins = fields.map((field): Origin | null => { const column = said[field][1]; return column === undefined ? null : { line: row.line, column }; });
  return [{ row: { line: row.line, cells: fields.map((field) => said[field][0]), origins }, isHosted: ours.length > 0 }];
}

const fields = ['request_id', 'account_name', 'host', 'topic', 'preferred_day', 'part_of_day', 'duration', 'attendees', 'co_hosts', 'other_partners', 'booked_at', 'booked_room'] as const;
type Field = (typeof fields)[number];

/** Everybody a row names, each once, with the column they stand in; who booked the meeting first. */
function peopleOf(row: GridRow, columns: Columns): { readonly name: string; readonly key: string; readonly index: number }[] {
  const named = (['organiser', 'invited', 'pending', 'present'] as const).flatMap((part) => columns(part)).flatMap((index) => listOf(cellText(row.cells[index]).replace(/,(?=[^,;\n]*@)/g, ';')).map((text) => ({ name: emailAddress(text)?.email ?? text, key: personKey(text), index })));
  return named.filter(({ key }, index) => named.findIndex((one) => one.key === key) === index);
}

function listed(names: readonly string[]): string | null {
  return names.length === 0 ? null : names.join('; ');
}

function cellAt({ cells }: GridRow, column: number | undefined): Cell {
  return column === undefined ? null : (cells[column] ?? null);
}

function textAt({ cells }: GridRow, column: number): string {
  return plainText(cellText(cells[column]));
}

/** `2027-03-22 10:00` is the day of a column that says both. */
function dayOf(cell: Cell): Cell {
  const text = plainText(cellText(cell));
  return isMissing(text) ? null : typeof cell === 'string' ? text.replace(/[T ]\d{1,2}[:.h]\d{2}.*$/i, '') : cell;
}

/** The time of a cell as `HH:mm`, with a day before it or not; null where there is none. */
function clock(row: GridRow, column: number | undefined): string | null {
  const text = column === undefined ? '' : textAt(row, column);
  return timeIn(/(?:^|[T ])(\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?)/i.exec(text)?.[1] ?? text);
}
