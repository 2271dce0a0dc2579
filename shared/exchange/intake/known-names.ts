import { folded } from '#shared/kernel/text.ts';
import { cellText } from '../grid.ts';
import type { Kind } from '../recognise/kinds.ts';
import { type KnownPeople, personKey } from '../recognise/bookings.ts';
import type { KnownNames } from '../recognise/matrix.ts';
import { nominationTitles } from '../recognise/nomination-title.ts';
import type { Recognised } from '../recognise/recognise.ts';
import { plainText } from '../recognise/text-values.ts';
import { turned } from './context.ts';
import { namesByLink } from './partner-index.ts';
import type { KnownRecords } from './reading.ts';

/** The judges, criteria and nominations that lists and the summit name. */
export function namesIn(lists: readonly Recognised[], { judges = [], criteria = [], nominations = [], partners = [] }: KnownRecords): KnownNames {
  const nameOf = namesByLink(nominations.length === 0 ? [] : partners);
  const cells = (kind: Kind, field: string) => rowsOf(lists, kind, [field]).flat();
  const all = (...texts: readonly (string | null)[]) => new Set(texts.flatMap((text) => (text === null || folded(text) === '' ? [] : [folded(text)])));
  return {
    judges: all(...cells('judges', 'name'), ...cells('judges', 'email'), ...judges.flatMap(({ name, email }) => [name, email])),
    criteria: all(...cells('award_categories', 'criterion'), ...criteria.map(({ criterion }) => criterion)),
    nominations: all(...cells('nominations', 'nomination_id'), ...nominations.map(({ id }) => id)),
    titles: new Set([
      ...rowsOf(lists, 'nominations', ['account_name', 'category', 'citation']).flatMap(([nominee = '', category = '', citation = '']) => nominationTitles(nominee, category, citation)),
      ...nominations.flatMap(({ category, partner }) => nominationTitles(nameOf.get(partner) ?? '', category, null)),
    ]),
  };
}

/** Our executives and the partners' people that lists and the summit name. */
export function peopleIn(lists: readonly Recognised[], { executives = [], people = [], partners = [] }: KnownRecords): KnownPeople {
  const hosts = new Set([...rowsOf(lists, 'executives', ['name', 'email']).flat(), ...executives.flatMap(({ name, email }) => [name, email ?? ''])].filter((text) => text !== '').map(personKey));
  const nameOf = namesByLink(partners);
  const guests = new Map<string, { readonly name: string; readonly partner: string }>();
  const enter = (name: string, email: string, partner: string) => { if (partner !== '') for (const key of [name, email]) if (key !== '') guests.set(personKey(key), { name: name === '' ? email : name, partner }); };
  for (const { name, email, partner } of people) enter(name, email, nameOf.get(partner ?? '') ?? '');
  for (const [first = '', last = '', whole = '', email = '', partner = ''] of rowsOf(lists, 'contacts', ['first', 'last', 'full_name', 'email', 'account_name'])) enter(whole === '' ? `${first} ${last}`.trim() : turned(whole), email, partner);
  return { hosts, guests };
}

/** The cells of some fields, in that order, of every row of a kind; empty where a list lacks the field. */
function rowsOf(lists: readonly Recognised[], kind: Kind, wanted: readonly string[]): string[][] {
  return lists.filter((list) => list.kind === kind).flatMap(({ columns, rows }) => {
    const places = wanted.map((field) => columns.find((column) => column.field === field)?.index);
    return rows.map(({ cells }) => places.map((index) => (index === undefined ? '' : plainText(cellText(cells[index])))));
  });
}
