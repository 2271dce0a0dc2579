import { type Change, change, type Edit, set } from '../kernel/change.ts';
import type { PartnerId } from '../kernel/ids.ts';
import { counted } from '../kernel/text.ts';
import type { PartnerTable } from './partner.ts';

/** Who is kept apart from whom, whichever of the two it is written at. */
export type Rivalry = {
  areRivals(one: PartnerId, other: PartnerId): boolean;
  rivalsOf(partner: PartnerId): readonly PartnerId[];
};

export function rivalry({ partners }: PartnerTable): Rivalry {
  const lists = new Map<PartnerId, Set<PartnerId>>();
  const note = (one: PartnerId, other: PartnerId) => { const list = lists.get(one); if (list) list.add(other); else lists.set(one, new Set([other])); };
  for (const { id, keepApart } of partners.values()) {
    for (const rival of keepApart) {
      if (rival === id || !partners.has(rival)) continue;
      note(id, rival);
      note(rival, id);
    }
  }
  return {
    areRivals: (one, other) => lists.get(one)?.has(other) === true,
    rivalsOf: (partner) => [...(lists.get(partner) ?? [])],
  };
}

/** Keeps a partner apart from exactly these others: the pairs are written at it, and pairs written at others that are not meant any more are let go. */
export function keepApart({ partners }: PartnerTable, id: PartnerId, rivals: readonly PartnerId[]): Change {
  const meant = [...new Set(rivals)].filter((rival) => rival !== id && partners.has(rival));
  const partner = partners.get(id);
  const edits: Edit[] = partner && JSON.stringify(partner.keepApart) !== JSON.stringify(meant) ? [set('partners', partner, { keepApart: meant })] : [];
  for (const other of partners.values()) {
    if (other.id !== id && other.keepApart.includes(id) && !meant.includes(other.id)) edits.push(set('partners', other, { keepApart: other.keepApart.filter((rival) => rival !== id) }));
  }
  return change(`Keep ${partner?.name ?? 'a partner who is gone'} apart from ${meant.length === 0 ? 'nobody' : counted(meant.length, 'rival')}`, edits);
}
