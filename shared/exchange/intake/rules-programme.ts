import { groupBy } from '#shared/kernel/group.ts';
import { addPerson, type Context, findPerson, nameKey } from './context.ts';
import { intervalsIn, timeIn } from '../recognise/hours.ts';
import { isMissing } from '../recognise/text-values.ts';
import { checkAbsences } from './absences.ts';
import { addReason, type Draft, rawOf, stands, textOf } from './draft.ts';
import { markDuplicates, signature } from './duplicates.ts';

export function readRooms(drafts: readonly Draft[], context: Context): void {
  requireNames(drafts, 'room');
  markDuplicates(drafts, context, 'rooms', (draft) => keyOf(draft, 'room'), 'DUPLICATE_NAME', 'room');
  for (const draft of drafts.filter(stands)) {
    const name = textOf(draft, 'room');
    const confidential = draft.values['confidential'];
    if (name !== null) context.rooms.set(nameKey(name), { name, confidential: typeof confidential === 'boolean' ? confidential : null });
  }
}

export function readExecutives(drafts: readonly Draft[], context: Context, fromTable: boolean): void {
  requireNames(drafts, 'name');
  // A table of slots speaks of executives that a list has, where there is one.
  if (fromTable && context.hosts.byName.size > 0) for (const draft of drafts) if (textOf(draft, 'name') !== null && !isKnownHost(context, textOf(draft, 'name') ?? '')) addReason(draft, 'reject', 'UNKNOWN_HOST', 'name');
  markDuplicates(drafts, context, 'executives', (draft) => textOf(draft, 'email'), 'DUPLICATE_EMAIL', 'email');
  for (const draft of drafts) {
    const name = textOf(draft, 'name');
    if (name === null || !stands(draft)) continue;
    addPerson(context.hosts, name, textOf(draft, 'email'), name);
    checkAbsences(draft, 'not_available', context.summitDays);
    checkRoom(draft, context, 'fixed_room');
  }
}

export function readAgenda(drafts: readonly Draft[], context: Context): void {
  for (const draft of drafts) splitHours(draft);
  repeatDates(drafts);
  requireNames(drafts, 'session');
  markDuplicates(drafts, context, 'agenda', signature, 'DUPLICATE_EXACT');
  const placed: { draft: Draft; room: string; start: string; end: string }[] = [];
  for (const draft of drafts.filter(stands)) {
    const { start, end } = sessionSpan(draft);
    if (start !== null && end !== null && end < start) addReason(draft, 'flag', 'END_BEFORE_START', 'end');
    if (start !== null && end === start) addReason(draft, 'flag', 'ZERO_LENGTH', 'end');
    const room = checkRoom(draft, context, 'room');
    if (room === undefined) continue;
    if (draft.values['nda_required'] === true && room.confidential === false) addReason(draft, 'flag', 'ROOM_NOT_CONFIDENTIAL', 'room');
    if (start !== null && end !== null && start < end) placed.push({ draft, room: nameKey(room.name), start, end });
  }
  for (const inRoom of groupBy(placed, ({ room }) => room).values()) markOverlaps(inRoom);
}

/** `09:00-10:30` in one cell, of its own column or where only the start belongs. */
function splitHours(draft: Draft): void {
  const field = draft.places.has('hours') && !draft.places.has('end') ? 'hours' : 'start';
  delete draft.values['hours'];
  const written = rawOf(draft, field) ?? '';
  if (isMissing(written) || textOf(draft, 'start') !== null || textOf(draft, 'end') !== null) return;
  const spans = intervalsIn(written);
  const [[from, to] = [], another] = 'spans' in spans ? spans.spans.map((span) => span.split('-')) : [];
  const isSpan = from !== undefined && to !== undefined && another === undefined;
  if (!isSpan && field === 'start') return;
  draft.values['start'] = isSpan ? from : timeIn(written);
  draft.values['end'] = isSpan ? to : null;
  const misread = draft.reasons.findIndex((reason) => reason.field === 'start');
  if (misread >= 0) draft.reasons.splice(misread, 1);
  if (draft.values['start'] === null) addReason(draft, 'flag', 'IMPOSSIBLE_DATE', field);
}

/** A programme often says a day once, above all that happens on it: where most days are left out, each stands until the next. */
function repeatDates(drafts: readonly Draft[]): void {
  const blank = drafts.filter((draft) => isMissing(rawOf(draft, 'date') ?? '-')).length;
  if (drafts[0]?.places.has('date') !== true || textOf(drafts[0], 'date') === null || blank * 2 < drafts.length) return;
  let day: string | null = null;
  for (const draft of drafts) {
    if (!isMissing(rawOf(draft, 'date') ?? '')) day = textOf(draft, 'date');
    else draft.values['date'] = day;
  }
}

type Placed = { readonly draft: Draft; readonly start: string; readonly end: string };

/** Sessions of one room that overlap, each with the lines of the others: of the first of them, where a file has hundreds at once. */
function markOverlaps(inRoom: readonly Placed[]): void {
  const sorted = [...inRoom].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.draft.line - b.draft.line));
  const related = new Map<Placed, Set<number>>();
  const note = (one: Placed, other: Placed) => { const lines = related.get(one) ?? new Set<number>(); if (lines.size < mostNamed) lines.add(other.draft.line); related.set(one, lines); };
  let longest: Placed | null = null;
  for (const [index, one] of sorted.entries()) {
    if (longest !== null && longest.end > one.start) { note(one, longest); note(longest, one); }
    for (const other of sorted.slice(index + 1, index + 1 + mostNamed)) {
      if (other.start >= one.end) break;
      note(one, other);
      note(other, one);
    }
    if (longest === null || one.end > longest.end) longest = one;
  }
  for (const [{ draft }, lines] of related) addReason(draft, 'flag', 'ROOM_OVERLAP', 'room', { related: [...lines].sort((a, b) => a - b) });
}

/** Lines named beside an overlap; that there is one is always said. */
const mostNamed = 50;

/** Start and end of a session as moments, out of one cell each or of a day and two times; null where a part is missing. `24:00` sorts after every other end. */
export function sessionSpan(draft: Draft): { start: string | null; end: string | null } {
  const date = textOf(draft, 'date');
  const moment = (field: string) => {
    const text = textOf(draft, field);
    if (text === null || text.includes('T')) return text;
    return date === null ? null : `${date}T${text}`;
  };
  const start = moment('start');
  const end = moment('end');
  return { start, end: end ?? null };
}

function requireNames(drafts: readonly Draft[], field: string): void {
  for (const draft of drafts) requireName(draft, field);
}

export function requireName(draft: Draft, field: string): void {
  if (textOf(draft, field) === null) addReason(draft, 'reject', 'MISSING_NAME', field);
}

function keyOf(draft: Draft, field: string): string | null {
  const text = textOf(draft, field);
  return text === null ? null : nameKey(text);
}

type KnownRoom = { readonly name: string; readonly confidential: boolean | null };

/** The one room a cell names; a name that stands for no known room is flagged. Where no rooms are known any name is left as it is. */
function checkRoom(draft: Draft, { rooms }: Context, field: string): KnownRoom | undefined {
  const name = textOf(draft, field);
  if (name === null || rooms.size === 0) return undefined;
  const meant = roomsNamed(name, rooms);
  if (meant.length === 0) addReason(draft, 'flag', 'UNKNOWN_ROOM', field);
  return meant.length === 1 ? meant[0] : undefined;
}

/** The rooms a text stands for: one, several between semicolons, or a group: `Suites` where at least two rooms are called Suite something. */
export function roomsNamed<R>(text: string, rooms: ReadonlyMap<string, R>): R[] {
  const key = nameKey(text);
  const room = rooms.get(key);
  if (room !== undefined) return [room];
  const listed = key.split(/\s*;\s*/).map((part) => rooms.get(part));
  if (listed.length > 1 && listed.every((one) => one !== undefined)) return listed;
  const stem = key.replace(/^(all|any|the) /, '').replace(/s$/, '');
  const group = stem === '' || stem === key ? [] : [...rooms].filter(([name]) => name.startsWith(`${stem} `));
  return group.length > 1 ? group.map(([, one]) => one) : [];
}

export function isKnownHost(context: Context, name: string): boolean {
  return findPerson(context.hosts, name) !== null;
}
