import type { Place } from '../kernel/finding.ts';
import { folded } from '../kernel/text.ts';
import { fullName } from '../partners/contact.ts';
import type { Snapshot, TableName } from './snapshot.ts';

/** A record as search finds and names it. */
export type Found = { readonly table: TableName | 'books'; readonly id: string; readonly place: Place; readonly name: string; readonly hint: string };

export type Entry = Found & { readonly words: string };

/** Every record that has a name, ready to be searched. Build it once a snapshot. */
export function searchIndex(snapshot: Snapshot): readonly Entry[] {
  const partnerName = (id: string | null) => (id === null ? '' : (snapshot.partners.get(id as never)?.name ?? ''));
  const entry = (table: TableName, id: string, place: Place, name: string, hint: string, more = ''): Entry => searchable({ table, id, place, name, hint }, more);
  return [
    ...[...snapshot.partners.values()].map((row) => entry('partners', row.id, 'partners', row.name, [row.tier, row.country].filter(Boolean).join(', '), `${row.accountId ?? ''} ${row.legalName} ${row.camName}`)),
    ...[...snapshot.contacts.values()].map((row) => entry('contacts', row.id, 'people', fullName(row), [row.title, partnerName(row.partner) || row.organisation].filter(Boolean).join(', '), row.email ?? '')),
    ...[...snapshot.executives.values()].map((row) => entry('executives', row.id, 'people', row.name, row.title, row.email ?? '')),
    ...[...snapshot.rooms.values()].map((row) => entry('rooms', row.id, 'set-up', row.name, 'Room')),
    ...[...snapshot.sessions.values()].map((row) => entry('sessions', row.id, 'agenda', row.title, row.kind ?? 'Session', row.code)),
    ...[...snapshot.invitations.values()].map((row) => entry('invitations', row.id, 'invitees', partnerName(row.partner), `Invitation, ${row.stage}`)),
    ...[...snapshot.agreements.values()].map((row) => entry('agreements', row.id, 'ndas', row.counterparty || row.personName, 'NDA', `${row.code} ${row.personName} ${partnerName(row.partner)}`)),
    ...[...snapshot.requests.values()].map((row) => entry('requests', row.id, 'meetings', `${partnerName(row.partner)} with ${snapshot.executives.get(row.host)?.name ?? 'nobody'}`, `Meeting request, ${row.topic}`, row.code)),
    ...[...snapshot.categories.values()].map((row) => entry('categories', row.id, 'awards', row.name, 'Award category')),
    ...[...snapshot.nominations.values()].map((row) => entry('nominations', row.id, 'awards', partnerName(row.partner), `Nominated for ${snapshot.categories.get(row.category)?.name ?? 'an award'}`, row.code)),
    ...[...snapshot.judges.values()].map((row) => entry('judges', row.id, 'awards', row.name, 'Judge', row.affiliation)),
    ...[...snapshot.commitments.values()].map((row) => entry('commitments', row.id, 'commitments', row.description || 'Commitment', partnerName(row.partner), `${row.code} ${row.vendorOwner} ${row.partnerOwner}`)),
  ];
}

/** A record with the words that find it: its name, its hint, and more that is not shown. */
export function searchable(found: Found, more = ''): Entry {
  return { ...found, words: folded(`${found.name} ${found.hint} ${more}`) };
}

/** The records that hold every word asked for, accents and case ignored; names that begin with the words first. At most `most`. */
export function search(index: readonly Entry[], asked: string, most: number): Found[] {
  const words = folded(asked).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const whole = words.join(' ');
  const ranks: [Entry[], Entry[], Entry[]] = [[], [], []];
  for (const entry of index) {
    if (!words.every((word) => entry.words.includes(word))) continue;
    const rank = entry.words.startsWith(whole) ? 0 : ` ${entry.words}`.includes(` ${whole}`) ? 1 : 2;
    ranks[rank].push(entry);
    if (ranks[0].length >= most) break;
  }
  return ranks.flat().slice(0, most);
}
