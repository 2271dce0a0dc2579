import { describe, expect, test } from 'vitest';
import { type Measure, rankings } from '#shared/awards/ranking.ts';
import { awardTables } from '#test/support/award-truth.ts';
import { inputSets, truthOf } from '#test/support/input-set.ts';
import { countedScores } from '#shared/awards/scoring.ts';

type Expected = Record<string, { rank: number; nomination_id: string; score: number }[]>;

describe.each(inputSets.length > 0 ? inputSets : ['data set absent'])('the awards of %s', (set) => {
  test.each(['plain_mean', 'zscore', 'zscore_within_category', 'plain_mean_conflicts_kept', 'zscore_conflicts_kept'])('rank by %s as the truth file says', (key) => {
    if (inputSets.length === 0) return;
    const truth = truthOf(set);
    const tables = awardTables(set, truth);
    const measure: Measure = key.startsWith('plain') ? 'plain' : key.includes('within') ? 'zscore-within-category' : 'zscore';
    const found = rankings(tables, measure, { keepConflicts: key.endsWith('kept') });
    const shown = Object.fromEntries(
      found.map(({ category, standings }) => [
        tables.categories.get(category)?.name,
        standings.map(({ rank, nomination, score }) => ({ rank, nomination_id: nomination, score: score === null ? null : Math.round(score * 1e6) / 1e6 + 0 })),
      ]),
    );
    expect(shown).toEqual((truth.aggregates as unknown as { awards: Record<string, Expected> }).awards[key]);
  });

  test('use as many scores as the truth file says', () => {
    if (inputSets.length === 0) return;
    const truth = truthOf(set);
    const tables = awardTables(set, truth);
    expect({ without_conflicts: countedScores(tables).used.length, with_conflicts: countedScores(tables, { keepConflicts: true }).used.length }).toEqual(
      (truth.aggregates as unknown as { awards: { scores_used: object } }).awards.scores_used,
    );
  });
});
