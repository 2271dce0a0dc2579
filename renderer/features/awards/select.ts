import type { Category } from '#shared/awards/category.ts';
import { type ConflictLink, conflicts, worksForNominee } from '#shared/awards/conflicts.ts';
import { visibleRanking } from '#shared/awards/embargo.ts';
import type { Judge, Recusal } from '#shared/awards/judging.ts';
import type { Nomination } from '#shared/awards/nomination.ts';
import { rankings, type Standing } from '#shared/awards/ranking.ts';
import { criterionMeans, isInTheRunning, type LeftOut, weightedMean } from '#shared/awards/scoring.ts';
import { groupBy } from '#shared/kernel/group.ts';
import type { CategoryId, JudgeId } from '#shared/kernel/ids.ts';
import { byName } from '#shared/kernel/name-order.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';

/** What one judge has given one nomination, and why it does not count where it does not. */
export type Pair = {
  readonly judge: Judge;
  readonly given: ReadonlyMap<string, number>;
  /** Criteria that want a score. */
  readonly wanted: number;
  /** Weighted by the criteria, of what was given, whether or not it counts. */
  readonly mean: number | null;
  readonly off: LeftOut['why'] | null;
  readonly recusal: Recusal | null;
  readonly links: readonly ConflictLink[];
};

export type ScoreRow = { readonly id: string; readonly nomination: Nomination; readonly partner: string; readonly pairs: ReadonlyMap<JudgeId, Pair> };

/** Every nomination of a category with every judge's scores, conflicts and recusals, in the order of their partners. */
export function scoreRows(snapshot: Snapshot, category: Category): ScoreRow[] {
  const bound = groupBy(conflicts(snapshot), ({ judge, nomination }) => `${judge} ${nomination}`);
  const given = groupBy([...snapshot.scores.values()].filter(({ value }) => value !== null), ({ judge, nomination }) => `${judge} ${nomination}`);
  const recusals = new Map([...snapshot.recusals.values()].map((recusal) => [`${recusal.judge} ${recusal.nomination}`, recusal]));
  return [...snapshot.nominations.values()]
    .filter((nomination) => nomination.category === category.id && isInTheRunning(nomination))
    .map((nomination) => ({
      id: nomination.id, nomination, partner: snapshot.partners.get(nomination.partner)?.name ?? nomination.code,
      pairs: new Map([...snapshot.judges.values()].map((judge): [JudgeId, Pair] => {
        const key = `${judge.id} ${nomination.id}`;
        const values = new Map((given.get(key) ?? []).flatMap(({ criterion, value }) => (value === null ? [] : [[criterion, value] as const])));
        const used = [...values].map(([criterion, value]) => ({ judge: judge.id, nomination: nomination.id, category: category.id, criterion, value }));
        const recusal = recusals.get(key) ?? null;
        return [judge.id, {
          judge, given: values, wanted: category.criteria.length, mean: weightedMean(criterionMeans(category, used)), recusal,
          off: recusal?.kind ?? (worksForNominee(judge, nomination) ? 'employer' : null), links: (bound.get(key) ?? []).map(({ link }) => link),
        }];
      })),
    }))
    .sort((a, b) => byName(a.partner, b.partner));
}

export type RankingRow = { readonly id: string; readonly nomination: Nomination; readonly partner: string; readonly raw: Standing; readonly normalised: Standing | null };

/** The standings of one category as given, each beside its standing once every judge's harshness is taken out. For the planner's own eyes. */
export function rankingRows(snapshot: Snapshot, id: CategoryId): RankingRow[] {
  const of = (measure: 'plain' | 'zscore') => rankings(snapshot, measure).find(({ category }) => category === id)?.standings ?? [];
  const normalised = new Map(of('zscore').map((standing) => [standing.nomination, standing]));
  return of('plain').flatMap((raw) => {
    const nomination = snapshot.nominations.get(raw.nomination);
    return nomination ? [{ id: nomination.id, nomination, partner: snapshot.partners.get(nomination.partner)?.name ?? nomination.code, raw, normalised: normalised.get(raw.nomination) ?? null }] : [];
  });
}

export type Embargo = { readonly isEmbargoed: boolean; readonly until: Instant | null };

/** Whether anyone but the panel may see who won, by category. */
export function embargoes(snapshot: Snapshot, now: Instant): ReadonlyMap<CategoryId, Embargo> {
  return new Map(visibleRanking(snapshot, now).map((visible) => [visible.category, { isEmbargoed: visible.embargoed, until: visible.embargoed ? visible.until : null }]));
}

export function weightTotal({ criteria }: Pick<Category, 'criteria'>): number {
  return Math.round(criteria.reduce((sum, { weight }) => sum + weight, 0) * 100) / 100;
}
