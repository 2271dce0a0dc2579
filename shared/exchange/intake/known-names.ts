import { folded } from '#shared/kernel/text.ts';
import { cellText } from '../grid.ts';
import type { Kind } from '../recognise/kinds.ts';
import type { KnownNames } from '../recognise/matrix.ts';
import type { Recognised } from '../recognise/recognise.ts';
import type { KnownRecords } from './reading.ts';

/** The judges, criteria and nominations that lists and the summit name. */
export function namesIn(lists: readonly Recognised[], { judges = [], criteria = [], nominations = [] }: KnownRecords): KnownNames {
  const cells = (kind: Kind, wanted: string) => lists.filter((list) => list.kind === kind).flatMap(({ columns, rows }) => columns.filter(({ field }) => field === wanted).flatMap(({ index }) => rows.map((row) => cellText(row.cells[index]))));
  const all = (...texts: readonly (string | null)[]) => new Set(texts.flatMap((text) => (text === null || folded(text) === '' ? [] : [folded(text)])));
  return {
    judges: all(...cells('judges', 'name'), ...cells('judges', 'email'), ...judges.flatMap(({ name, email }) => [name, email])),
    criteria: all(...cells('award_categories', 'criterion'), ...criteria.map(({ criterion }) => criterion)),
    nominations: all(...cells('nominations', 'nomination_id'), ...nominations.map(({ id }) => id)),
  };
}
