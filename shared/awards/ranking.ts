import type { CategoryId, NominationId } from '../kernel/ids.ts';
import { groupBy } from '../kernel/group.ts';
import type { Category } from './category.ts';
import type { Nomination } from './nomination.ts';
import { type AwardTables, type CriterionMean, countedScores, criterionMeans, isInTheRunning, type LeftOut, mean, type Reading, sameScore, type UsedScore, weightedMean } from './scoring.ts';
import { byTieBreaks, type TieBreak } from './tie-break.ts';

/** Which scores are compared: as given, or after each judge's harshness is taken out, over all they scored or within the category. */
export type Measure = 'plain' | 'zscore' | 'zscore-within-category';

/** Where one nomination stands in its category. */
export type Standing = {
  readonly nomination: NominationId;
  /** 1 is best; equal scores share a rank. Null: nothing to rank by. */
  readonly rank: number | null;
  /** Order on stage once ties are broken; 1, 2, 3 without a gap. Null as the rank is. */
  readonly place: number | null;
  /** What put it before or behind the nominations of its rank; null when its rank is its own. */
  readonly tieBreak: TieBreak | null;
  readonly score: number | null;
  /** Judges of whom at least one score counts. */
  readonly judges: number;
  readonly criteria: readonly CriterionMean[];
  readonly leftOut: readonly LeftOut[];
};

export type Ranking = { readonly category: CategoryId; readonly measure: Measure; readonly standings: readonly Standing[] };

/**
 * The standings of every category, best first: the judges' mean per criterion, then the mean of the criteria by weight. A mean and not a
 * sum, so a recusal does not penalise. Winners are in it whatever the embargo says: what may be shown is asked of `embargo.ts`.
 */
export function rankings(tables: AwardTables, measure: Measure = 'plain', reading: Reading = {}): Ranking[] {
  const counted = countedScores(tables, reading);
  const used = measured(counted.used, measure);
  const byNomination = groupBy(used, ({ nomination }) => nomination);
  const leftOut = groupBy(counted.leftOut, ({ nomination }) => nomination);
  return [...tables.categories.values()].map((category) => {
    const entered = [...tables.nominations.values()].filter((nomination) => nomination.category === category.id && isInTheRunning(nomination));
    const scored = entered.map((nomination) =>
      scoredStanding(category, nomination, byNomination.get(nomination.id) ?? [], (leftOut.get(nomination.id) ?? []).map(({ score, judge, why }) => ({ score, judge, why }))),
    );
    return { category: category.id, measure, standings: ranked(tables, category, scored, used) };
  });
}

function scoredStanding(category: Category, { id }: Nomination, scores: readonly UsedScore[], leftOut: readonly LeftOut[]): Standing {
  const criteria = criterionMeans(category, scores);
  return {
    nomination: id, rank: null, place: null, tieBreak: null, score: weightedMean(criteria),
    judges: new Set(scores.map(({ judge }) => judge)).size, criteria, leftOut,
  };
}

function ranked(tables: AwardTables, category: Category, standings: readonly Standing[], used: readonly UsedScore[]): Standing[] {
  const best = [...standings].sort((a, b) => (b.score ?? -Infinity) - (a.score ?? -Infinity) || (a.nomination < b.nomination ? -1 : 1));
  const groups: Standing[][] = [];
  for (const standing of best) {
    const group = groups.at(-1);
    const level = group?.[0]?.score ?? null;
    if (group && level !== null && standing.score !== null && sameScore(level, standing.score)) group.push(standing);
    else groups.push([standing]);
  }
  let before = 0;
  return groups.flatMap((group) => {
    const rank = before + 1;
    before += group.length;
    if (group[0]?.score === null) return group;
    return byTieBreaks(tables, category, group, used).map(({ standing, tieBreak }, index) => ({ ...standing, rank, place: rank + index, tieBreak }));
  });
}

/** Scores under a measure. A judge whose scores do not vary tells nothing apart and counts 0 throughout. */
function measured(scores: readonly UsedScore[], measure: Measure): UsedScore[] {
  if (measure === 'plain') return [...scores];
  const groups = groupBy(scores, ({ judge, category }) => (measure === 'zscore' ? judge : `${judge} ${category}`));
  return [...groups.values()].flatMap((own) => {
    const average = mean(own.map(({ value }) => value));
    const deviation = Math.sqrt(mean(own.map(({ value }) => (value - average) ** 2)));
    return own.map((score) => ({ ...score, value: deviation < 1e-12 ? 0 : (score.value - average) / deviation }));
  });
}
