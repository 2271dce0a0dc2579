import type { CategoryId, JudgeId, NominationId, ScoreId } from '../kernel/ids.ts';
import type { Category, CategoryTable } from './category.ts';
import { worksForNominee } from './conflicts.ts';
import type { JudgingTables } from './judging.ts';
import type { Nomination, NominationTable } from './nomination.ts';

export type AwardTables = CategoryTable & NominationTable & JudgingTables;

export type LeftOut = { readonly score: ScoreId; readonly judge: JudgeId; readonly why: 'employer' | 'recused' | 'abstained' };

export type CriterionMean = {
  readonly name: string;
  /** 0 to 1, relative to the sum of the category's weights */
  readonly share: number;
  /** Null: nobody scored it. */
  readonly mean: number | null;
  readonly judges: number;
};

/** Options that only checks and comparisons need. */
export type Reading = { readonly keepConflicts?: boolean };

/** Drafts, screened-out, withdrawn and disqualified nominations may stay on file but cannot win. */
export function isInTheRunning({ status }: Pick<Nomination, 'status'>): boolean {
  return status === null || status === 'submitted' || status === 'eligible' || status === 'in_judging';
}

/** A score that counts, with the value it counts for under the measure asked for. */
export type UsedScore = { readonly judge: JudgeId; readonly nomination: NominationId; readonly category: CategoryId; readonly criterion: string; readonly value: number };

/** The scores that count, and those that were given all the same but are left out, with the reason. */
export function countedScores(tables: AwardTables, { keepConflicts = false }: Reading = {}): { used: UsedScore[]; leftOut: (LeftOut & { nomination: NominationId })[] } {
  const recused = new Map([...tables.recusals.values()].map(({ judge, nomination, kind }) => [`${judge} ${nomination}`, kind]));
  const used: UsedScore[] = [];
  const leftOut: (LeftOut & { nomination: NominationId })[] = [];
  for (const { id, judge: judgeId, nomination: nominationId, criterion, value } of tables.scores.values()) {
    const nomination = tables.nominations.get(nominationId);
    const judge = tables.judges.get(judgeId);
    if (value === null || !nomination || !judge || !isInTheRunning(nomination)) continue;
    const category = tables.categories.get(nomination.category);
    if (!category?.criteria.some(({ name }) => name === criterion)) continue;
    const kind = recused.get(`${judgeId} ${nominationId}`);
    if (kind) leftOut.push({ score: id, judge: judgeId, nomination: nominationId, why: kind });
    else if (worksForNominee(judge, nomination) && !keepConflicts) leftOut.push({ score: id, judge: judgeId, nomination: nominationId, why: 'employer' });
    else used.push({ judge: judgeId, nomination: nominationId, category: category.id, criterion, value });
  }
  return { used, leftOut };
}

/** Each criterion's part of the whole, 0 to 1; equal parts where no weight is above zero. */
export function shares({ criteria }: Pick<Category, 'criteria'>): number[] {
  const sum = criteria.reduce((total, { weight }) => total + weight, 0);
  return criteria.map(({ weight }) => (sum > 0 ? weight / sum : 1 / criteria.length));
}

/** Scores of one nomination as one number; criteria without a score give their weight to the others. Null without any. */
export function weightedMean(criteria: readonly Pick<CriterionMean, 'share' | 'mean'>[]): number | null {
  const known = criteria.filter(({ mean }) => mean !== null);
  const share = known.reduce((total, criterion) => total + criterion.share, 0);
  return share === 0 ? null : known.reduce((total, { share: part, mean }) => total + part * (mean ?? 0), 0) / share;
}

/** Whether two scores are equal as people would say it; arithmetic on tenths leaves dust below 1e-9. */
export function sameScore(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-9;
}

export function criterionMeans(category: Category, scores: readonly UsedScore[]): CriterionMean[] {
  const parts = shares(category);
  return category.criteria.map(({ name }, index) => {
    const values = scores.filter(({ criterion }) => criterion === name).map(({ value }) => value);
    return { name, share: parts[index] ?? 0, mean: values.length === 0 ? null : mean(values), judges: values.length };
  });
}

export function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
