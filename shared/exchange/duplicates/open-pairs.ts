import type { LookAlikeTable } from '#shared/partners/look-alike.ts';
import { apartKey, keptApart } from '#shared/workspace/merging/keep-both.ts';
import type { PairTables } from './find-pairs.ts';
import type { Pair } from './pair.ts';

/**
 * The pairs that still wait for a word: both records are there, and nobody has decided. A pair of a record that has been merged speaks of the
 * one it became part of; what an undo brings back waits again.
 */
export function openPairs(tables: PairTables, pairs: readonly Pair[]): Pair[] {
  const standsFor = mergedInto(tables);
  const apart = keptApart(tables);
  const seen = new Set<string>();
  return pairs.flatMap((pair): Pair[] => {
    const [one, other] = [standsFor(pair.one), standsFor(pair.other)];
    const key = apartKey(pair.of, one, other);
    if (one === other || apart.has(key) || seen.has(key) || !isThere(tables, pair.of, one, other)) return [];
    seen.add(key);
    return [one === pair.one && other === pair.other ? pair : { ...pair, one, other }];
  });
}

function mergedInto({ lookAlikes }: LookAlikeTable): (id: string) => string {
  const into = new Map([...lookAlikes.values()].filter(({ decision }) => decision === 'merged').map(({ one, other }) => [other, one]));
  return (id) => {
    let now = id;
    for (let next = into.get(now); next !== undefined && next !== id; next = into.get(now)) now = next;
    return now;
  };
}

function isThere({ partners, contacts }: PairTables, of: Pair['of'], one: string, other: string): boolean {
  const rows = { partners, contacts } as unknown as Readonly<Record<'partners' | 'contacts', ReadonlyMap<string, unknown>>>;
  if (of !== 'belonging') return rows[of].has(one) && rows[of].has(other);
  return (rows.contacts.get(one) as { readonly partner: string | null } | undefined)?.partner === null && rows.partners.has(other);
}
