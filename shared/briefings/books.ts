import { doorLists } from '../agreements/door-list.ts';
import { type Document, fileNameOf } from '../documents/document.ts';
import type { PartnerId, SessionId } from '../kernel/ids.ts';
import { folded } from '../kernel/text.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { camBook } from './cam-book.ts';
import { commitmentSheet } from './commitment-sheet.ts';
import { type Desk, deskOf } from './desk.ts';
import { doorListSheet } from './door-list-sheet.ts';
import { executiveBook } from './executive-book.ts';
import type { BookOptions } from './frame.ts';
import { masterBook } from './master-book.ts';
import { partnerBook } from './partner-book.ts';
import { type BookKind, bookKinds, type Reader } from './reader.ts';
import { atTheTable, type EmbargoOverride, promisesSeen, sightOf } from './sight.ts';
import { stageBook } from './stage-book.ts';
import { byName } from '#shared/kernel/name-order.ts';

/** A book or sheet that can be made. `meetings` counts the placed meetings it tells of. */
export type BookEntry = {
  /** The same from copy to copy: `executive:EX001`. */
  readonly key: string;
  readonly kind: BookKind | 'commitments' | 'door-list';
  readonly reader: string;
  readonly meetings: number;
  make(options: BookOptions & { readonly embargoOverride?: EmbargoOverride }): Document;
};

/** A made book and the name of its file; names are unique within one call. */
export type MadeBook = { readonly kind: BookEntry['kind']; readonly reader: string; readonly fileName: string; readonly document: Document };

export type BookChoice = {
  /** Every kind when absent. */
  readonly kind?: BookKind;
  /** Only the books of the reader of this name, case and accents aside; every reader when absent. */
  readonly for?: string;
  /** Names winners before the announcement in the stage book, which says by whose order. */
  readonly embargoOverride?: EmbargoOverride;
};

/** Every book of a summit: executives and account managers with meetings or partners, expected partners, the master and the stage book. */
export function bookEntries(snapshot: Snapshot): BookEntry[] {
  const desk = deskOf(snapshot);
  return bookKinds.flatMap((kind) => entryMakers[kind](desk));
}

/** One sheet a partner that has promises or a meeting, by name. */
export function commitmentEntries(snapshot: Snapshot): BookEntry[] {
  const desk = deskOf(snapshot);
  return partnersByName(desk, [...snapshot.partners.keys()].filter((id) => desk.promisesOf(id).length > 0 || meetingsOf(desk, id) > 0)).map((id): BookEntry => ({
    key: `commitments:${id}`, kind: 'commitments', reader: partnerName(desk, id), meetings: meetingsOf(desk, id),
    make(options) {
      const sight = sightOf(desk, { kind: 'partner', partner: id }, options.madeAt);
      return commitmentSheet(sight, present(sight.partner(id)), promisesSeen(desk, id), options);
    },
  }));
}

/** One list a confidential session, in order of time. */
export function doorListEntries(snapshot: Snapshot): BookEntry[] {
  return doorLists(snapshot).map((list): BookEntry => ({
    key: `door-list:${list.session}`, kind: 'door-list', reader: snapshot.sessions.get(list.session as SessionId)?.title ?? 'A session', meetings: 0,
    make: (options) => present(doorListSheet(snapshot, list, options)),
  }));
}

/** Books of one kind or all, for one reader or all, with file names. The same arguments give the same documents. */
export function booksOf(snapshot: Snapshot, options: BookOptions, choice: BookChoice = {}): MadeBook[] {
  return madeOf(chosen(bookEntries(snapshot), choice), options, choice.embargoOverride);
}

export function commitmentSheetsOf(snapshot: Snapshot, options: BookOptions, choice: Pick<BookChoice, 'for'> = {}): MadeBook[] {
  return madeOf(chosen(commitmentEntries(snapshot), choice), options);
}

export function doorListsOf(snapshot: Snapshot, options: BookOptions): MadeBook[] {
  return madeOf(doorListEntries(snapshot), options);
}

/** Names that differ in case only are one file on some disks: the second is numbered. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let [free, count] = [name, 1];
    while (taken.has(free.toLowerCase())) free = name.replace(/\.pdf$/, ` (${++count}).pdf`);
    taken.add(free.toLowerCase());
    return free;
  });
}

function madeOf(entries: readonly BookEntry[], options: BookOptions, embargoOverride?: EmbargoOverride): MadeBook[] {
  const documents = entries.map((entry) => entry.make({ ...options, ...(embargoOverride && { embargoOverride }) }));
  const names = uniqueNames(documents.map(fileNameOf));
  return entries.map(({ kind, reader }, at) => ({ kind, reader, fileName: names[at] as string, document: documents[at] as Document }));
}

function chosen(entries: readonly BookEntry[], { kind, for: reader }: BookChoice): BookEntry[] {
  return entries.filter((entry) => (kind === undefined || entry.kind === kind) && (reader === undefined || folded(entry.reader) === folded(reader)));
}

const entryMakers: Readonly<Record<BookKind, (desk: Desk) => BookEntry[]>> = {
  executive: (desk) => [...desk.snapshot.executives.values()]
    .map((executive) => ({ executive, meetings: desk.meetings.filter(({ request }) => request.host === executive.id || request.coHosts.includes(executive.id)).length, speaks: [...desk.snapshot.sessions.values()].some(({ speakers }) => speakers.includes(executive.id)) }))
    .filter(({ meetings, speaks }) => meetings > 0 || speaks)
    .sort((a, b) => byName(a.executive.name, b.executive.name) || compare(a.executive.id, b.executive.id))
    .map(({ executive, meetings }) => entry(desk, { kind: 'executive', executive: executive.id }, executive.id, executive.name, meetings, (sight, options) => executiveBook(sight, present(sight.executive(executive.id)), options))),
  partner: (desk) => partnersByName(desk, [...desk.expected].filter((id) => desk.snapshot.partners.has(id)))
    .map((id) => entry(desk, { kind: 'partner', partner: id }, id, partnerName(desk, id), meetingsOf(desk, id), (sight, options) => partnerBook(sight, present(sight.partner(id)), options))),
  cam: (desk) => [...new Set([...desk.expected].flatMap((id) => desk.snapshot.partners.get(id)?.camName || []))].sort(byName)
    .map((cam) => entry(desk, { kind: 'cam', cam }, cam, cam, desk.meetings.filter(({ request }) => atTheTable(request).some((id) => desk.snapshot.partners.get(id)?.camName === cam)).length, (sight, options) => camBook(sight, cam, options))),
  master: (desk) => isBare(desk) ? [] : [entry(desk, { kind: 'master' }, 'all', desk.summit.plannerName || 'Event team', desk.meetings.length, masterBook)],
  stage: (desk) => desk.snapshot.sessions.size === 0 ? [] : [entry(desk, { kind: 'stage' }, 'all', 'Stage manager', 0, stageBook)],
};

type Sight = ReturnType<typeof sightOf>;

function entry(desk: Desk, reader: Reader, id: string, name: string, meetings: number, build: (sight: Sight, options: BookOptions, override: EmbargoOverride | null) => Document): BookEntry {
  return {
    key: `${reader.kind}:${id}`, kind: reader.kind, reader: name, meetings,
    make({ embargoOverride, ...options }) {
      const override = reader.kind === 'stage' ? (embargoOverride ?? null) : null;
      return build(sightOf(desk, reader, options.madeAt, override), options, override);
    },
  };
}

function isBare({ snapshot, expected }: Desk): boolean {
  return expected.size === 0 && snapshot.sessions.size === 0;
}

function meetingsOf({ meetings }: Desk, partner: PartnerId): number {
  return meetings.filter(({ request }) => atTheTable(request).includes(partner)).length;
}

function partnerName({ snapshot }: Desk, id: PartnerId): string {
  return snapshot.partners.get(id)?.name ?? '';
}

function partnersByName(desk: Desk, ids: readonly PartnerId[]): PartnerId[] {
  return [...ids].sort((a, b) => byName(partnerName(desk, a), partnerName(desk, b)) || compare(a, b));
}

/** An entry is made of rows of the same snapshot, so that they are there. */
function present<Value>(value: Value | null): Value {
  if (value === null) throw new Error('a book of a reader who is not in the summit');
  return value;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
