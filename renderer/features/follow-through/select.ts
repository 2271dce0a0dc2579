import { type Commitment, commitmentTypes, type CommitmentType } from '#shared/commitments/commitment.ts';
import { isOpen, lacks } from '#shared/commitments/life.ts';
import { type Route, routeOf, routes, routeTitles, typeTitles } from '#shared/commitments/routes.ts';
import { groupBy } from '#shared/kernel/group.ts';
import { folded } from '#shared/kernel/text.ts';
import { daysBetween, type LocalDate } from '#shared/kernel/time.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';

/** How far the hand-off of a promise has come. */
export const handOffStates = ['wish', 'to-agree', 'to-route', 'waiting', 'taken', 'partly', 'unknown'] as const;
export type HandOff = (typeof handOffStates)[number];

export const handOffTitles: Readonly<Record<HandOff, string>> = {
  wish: 'Incomplete', 'to-agree': 'To be agreed', 'to-route': 'To be handed over', waiting: 'Receipt awaited', taken: 'In progress', partly: 'Fulfilled in part', unknown: 'Status not known',
};

export type OpenPromise = { readonly id: string; readonly commitment: Commitment; readonly partner: string; readonly route: Route | null; readonly state: HandOff; /** Days past its date; negative while it is to come; null without a date. */ readonly daysOver: number | null };

/** What is still to be fulfilled: the longest overdue first, then as it falls due, then what has no date. */
export function openPromises({ commitments, partners }: Pick<Snapshot, 'commitments' | 'partners'>, today: LocalDate): OpenPromise[] {
  return [...commitments.values()]
    .filter(isOpen)
    .map((commitment): OpenPromise => ({
      id: commitment.id, commitment, partner: partners.get(commitment.partner)?.name ?? '', route: routeOf(commitment), state: handOffOf(commitment),
      daysOver: commitment.dueOn === null ? null : daysBetween(commitment.dueOn, today),
    }))
    .sort((a, b) => (b.daysOver ?? -Infinity) - (a.daysOver ?? -Infinity) || (folded(a.partner) < folded(b.partner) ? -1 : 1));
}

export function handOffOf(commitment: Commitment): HandOff {
  switch (commitment.status) {
    case 'captured': return lacks(commitment).length > 0 ? 'wish' : 'to-agree';
    case 'agreed': return 'to-route';
    case 'routed': return commitment.receipt === '' ? 'waiting' : 'taken';
    case 'partly': return 'partly';
    case null: return 'unknown';
    default: return 'taken';
  }
}

export type RouteRow = { readonly id: Route | 'none'; readonly title: string; readonly takes: string; readonly open: readonly OpenPromise[]; readonly overdue: number; readonly byState: ReadonlyMap<HandOff, number> };

/** The routing table: each team, what it takes, and how its promises stand. Promises without a type are on no route yet. */
export function routeRows(promises: readonly OpenPromise[]): RouteRow[] {
  const byRoute = groupBy(promises, ({ route }) => route ?? 'none');
  const row = (id: Route | 'none', title: string, takes: string): RouteRow => {
    const open = byRoute.get(id) ?? [];
    return { id, title, takes, open, overdue: open.filter(({ daysOver }) => daysOver !== null && daysOver > 0).length, byState: new Map([...groupBy(open, ({ state }) => state)].map(([state, own]) => [state, own.length])) };
  };
  const none = byRoute.has('none') ? [row('none', 'No route yet', 'Promises whose type is not chosen')] : [];
  return [...routes.map((id) => row(id, routeTitles[id], typesOf(id).map((type) => typeTitles[type]).join(', '))), ...none];
}

function typesOf(route: Route): CommitmentType[] {
  return commitmentTypes.filter((type) => routeOf({ type }) === route);
}

/** `12 days overdue`, `due today`, `in 30 days`. */
export function dueWords(daysOver: number | null): string {
  if (daysOver === null) return 'No date';
  if (daysOver === 0) return 'Due today';
  const days = Math.abs(daysOver);
  return daysOver > 0 ? `${days} ${days === 1 ? 'day' : 'days'} overdue` : `In ${days} ${days === 1 ? 'day' : 'days'}`;
}
