import { groupBy } from '../kernel/group.ts';
import type { NominationId } from '../kernel/ids.ts';
import type { Category } from './category.ts';
import type { Standing } from './ranking.ts';
import { type AwardTables, criterionMeans, sameScore, type UsedScore, weightedMean } from './scoring.ts';

/** What decided between equal scores, in the order in which it is asked; `none`: nothing did, and the panel must. */
export type TieBreak = 'weightiest-criterion' | 'first-places' | 'chair' | 'none';

type Broken = { readonly standing: Standing; readonly tieBreak: TieBreak | null };

/**
 * Nominations of equal score in the order of the tie-breaks: mean of the weightiest criterion, then how many judges have it first, then
 * the chair's own total. What none of them tells apart keeps the order of its id and says `none`.
 */
export function byTieBreaks(tables: AwardTables, category: Category, tied: readonly Standing[], used: readonly UsedScore[]): Broken[] {
  if (tied.length === 1) return tied.map((standing) => ({ standing, tieBreak: null }));
  const rules = [weightiestCriterion(category), firstPlaces(category, used), chairsTotal(tables, category, used)];
  const names = ['weightiest-criterion', 'first-places', 'chair'] as const;
  const marks = new Map(tied.map((standing) => [standing.nomination, rules.map((rule) => rule(standing))]));
  const decidedBy = (a: Standing, b: Standing) => {
    const [left = [], right = []] = [marks.get(a.nomination), marks.get(b.nomination)];
    return rules.findIndex((_, index) => !sameScore(left[index] ?? 0, right[index] ?? 0));
  };
  const order = [...tied].sort((a, b) => {
    const rule = decidedBy(a, b);
    if (rule < 0) return a.nomination < b.nomination ? -1 : 1;
    return (marks.get(b.nomination)?.[rule] ?? 0) - (marks.get(a.nomination)?.[rule] ?? 0);
  });
  return order.map((standing, index) => {
    const neighbour = order[index + 1] ?? order[index - 1];
    return { standing, tieBreak: neighbour ? (names[decidedBy(standing, neighbour)] ?? 'none') : null };
  });
}

type Rule = (standing: Standing) => number;

function weightiestCriterion({ criteria }: Category): Rule {
  const heaviest = criteria.reduce((best, { weight }, index) => (weight > (criteria[best]?.weight ?? -1) ? index : best), 0);
  return (standing) => standing.criteria[heaviest]?.mean ?? 0;
}

/** How many judges give a nomination their highest total of the category; a judge with two on top counts for both. */
function firstPlaces(category: Category, used: readonly UsedScore[]): Rule {
  const wins = new Map<NominationId, number>();
  for (const own of groupBy(used.filter((score) => score.category === category.id), ({ judge }) => judge).values()) {
    const totals = totalsOf(category, own);
    const top = Math.max(...totals.values());
    for (const [nomination, total] of totals) if (sameScore(total, top)) wins.set(nomination, (wins.get(nomination) ?? 0) + 1);
  }
  return ({ nomination }) => wins.get(nomination) ?? 0;
}

function chairsTotal({ judges }: AwardTables, category: Category, used: readonly UsedScore[]): Rule {
  const totals = totalsOf(category, used.filter(({ judge }) => judges.get(judge)?.role === 'chair'));
  return ({ nomination }) => totals.get(nomination) ?? 0;
}

function totalsOf(category: Category, scores: readonly UsedScore[]): Map<NominationId, number> {
  const totals = new Map<NominationId, number>();
  for (const [nomination, own] of groupBy(scores, (score) => score.nomination)) {
    const total = weightedMean(criterionMeans(category, own));
    if (total !== null) totals.set(nomination, total);
  }
  return totals;
}
