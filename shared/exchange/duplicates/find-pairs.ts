import type { ContactTable } from '#shared/partners/contact.ts';
import type { LookAlikeTable } from '#shared/partners/look-alike.ts';
import type { PartnerTable } from '#shared/partners/partner.ts';
import { apartKey, keptApart } from '#shared/workspace/merging/keep-both.ts';
import { belongings } from './belonging.ts';
import { contactPairs } from './contact-pairs.ts';
import type { Pair } from './pair.ts';
import { partnerBook, partnerPairs } from './partner-pairs.ts';

export type PairTables = PartnerTable & ContactTable & LookAlikeTable;

export type FoundPairs = {
  /** The best first, what belongs to one group together: partners and contacts that may be one, and contacts that may belong to a partner. */
  readonly pairs: readonly Pair[];
  /** What could not be compared, in sentences: a limit that bites is told. */
  readonly leftOut: readonly string[];
};

/**
 * Every two partners and every two contacts that may be one, with a score and its reasons, and the partner that a contact without one may
 * belong to. Compares within the tables, whatever the order of rows; what a planner has decided to keep apart is not proposed again.
 */
export function findPairs(tables: PairTables, report: (said: { readonly doing: string; readonly fraction: number }) => void = () => undefined): FoundPairs {
  report({ doing: 'partners', fraction: 0 });
  const book = partnerBook(tables);
  const partners = partnerPairs(book);
  report({ doing: 'contacts', fraction: 0.4 });
  const contacts = contactPairs(tables);
  report({ doing: 'contacts without a partner', fraction: 0.85 });
  const homeless = belongings(tables, book);
  const apart = keptApart(tables);
  const pairs = [...partners.pairs, ...contacts.pairs, ...homeless].filter(({ of, one, other }) => !apart.has(apartKey(of, one, other)));
  return { pairs: byGroup(pairs), leftOut: [...partners.leftOut, ...contacts.leftOut].sort() };
}

/** The surest group first and its pairs together, in an order that does not follow the order of rows. */
function byGroup(pairs: readonly Pair[]): Pair[] {
  const keyed = pairs.map((pair) => ({ ...pair, one: `${pair.of} ${pair.one}`, other: `${pair.of} ${pair.other}` }));
  const groupOf = new Map(groupsOf(keyed).flatMap((ids) => ids.map((id) => [id, ids[0] ?? ''] as const)));
  const leader = ({ of, one }: Pair) => groupOf.get(`${of} ${one}`) ?? '';
  const best = new Map<string, number>();
  for (const pair of pairs) best.set(leader(pair), Math.max(pair.score, best.get(leader(pair)) ?? 0));
  const rank = (pair: Pair) => best.get(leader(pair)) ?? 0;
  const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...pairs].sort((a, b) => rank(b) - rank(a) || text(leader(a), leader(b)) || b.score - a.score || text(a.one, b.one) || text(a.other, b.other));
}

/** Records that belong together by pairs, each group in the order of ids: three spellings of one partner are one group. */
export function groupsOf(pairs: readonly Pair[]): string[][] {
  const leader = new Map<string, string>();
  const first = (id: string): string => {
    let now = id;
    for (let next = leader.get(now); next !== undefined && next !== now; next = leader.get(now)) now = next;
    return now;
  };
  for (const { one, other } of pairs) {
    const [a, b] = [first(one), first(other)].sort() as [string, string];
    leader.set(a, a);
    leader.set(b, a);
  }
  const groups = new Map<string, string[]>();
  for (const id of new Set(pairs.flatMap(({ one, other }) => [one, other]))) groups.set(first(id), [...(groups.get(first(id)) ?? []), id]);
  return [...groups.values()].map((group) => group.sort()).sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}
