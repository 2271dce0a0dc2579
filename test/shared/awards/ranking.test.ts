import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Measure, rankings } from '#shared/awards/ranking.ts';
import { awardTables } from '#test/support/award-truth.ts';
import { inputSets, truthOf } from '#test/support/input-set.ts';
import { countedScores } from '#shared/awards/scoring.ts';
import { smallAwards } from '#test/support/small-awards.ts';

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

const shown = (tables: Parameters<typeof rankings>[0], measure?: Measure) =>
  rankings(tables, measure)[0]?.standings.map(({ nomination, rank, place, score, judges, tieBreak }) => ({ nomination, rank, place, score, judges, tieBreak }));

describe('a ranking', () => {
  test('leaves out the scores of a judge who works for the nominee, and those given after a recusal, and says so', () => {
    const tables = smallAwards({ scores: [['cleo', 'acme', 'Reach', 10], ['ben', 'acme', 'Reach', 4], ['ben', 'bolt', 'Reach', 9], ['dora', 'bolt', 'Reach', 5]], recusals: [['ben', 'bolt']] });
    expect(rankings(tables)[0]?.standings.map(({ nomination, score, leftOut }) => ({ nomination, score, leftOut }))).toEqual([
      { nomination: 'bolt', score: 5, leftOut: [{ score: 's2', judge: 'ben', why: 'recused' }] },
      { nomination: 'acme', score: 4, leftOut: [{ score: 's0', judge: 'cleo', why: 'employer' }] },
      { nomination: 'core', score: null, leftOut: [] },
    ]);
  });

  test('lets equal scores share a rank and breaks the tie by the weightiest criterion first', () => {
    const tables = smallAwards({ scores: [['ben', 'bolt', 'Reach', 6], ['ben', 'bolt', 'Depth', 6], ['ben', 'core', 'Reach', 8], ['ben', 'core', 'Depth', 3], ['ben', 'acme', 'Reach', 1], ['ben', 'acme', 'Depth', 1]] });
    expect(shown(tables)).toEqual([
      { nomination: 'core', rank: 1, place: 1, score: 6, judges: 1, tieBreak: 'weightiest-criterion' },
      { nomination: 'bolt', rank: 1, place: 2, score: 6, judges: 1, tieBreak: 'weightiest-criterion' },
      { nomination: 'acme', rank: 3, place: 3, score: 1, judges: 1, tieBreak: null },
    ]);
  });

  test('asks the chair when criterion and first places tell nothing apart, and says when nothing does', () => {
    const all = (judge: string, nomination: string, value: number): [string, string, string, number][] => [[judge, nomination, 'Reach', value], [judge, nomination, 'Depth', value]];
    const scores = [...all('ben', 'bolt', 7), ...all('dora', 'bolt', 5), ...all('ben', 'core', 5), ...all('dora', 'core', 7)];
    expect(shown(smallAwards({ scores }))?.slice(0, 2).map(({ nomination, tieBreak }) => [nomination, tieBreak])).toEqual([['core', 'chair'], ['bolt', 'chair']]);
    expect(shown(smallAwards({ scores: [...all('ben', 'bolt', 5), ...all('ben', 'core', 5)] }))?.slice(0, 2).map(({ nomination, tieBreak }) => [nomination, tieBreak])).toEqual([['bolt', 'none'], ['core', 'none']]);
  });

  test('gives a judge whose scores never vary no say under z-scores', () => {
    const scores: [string, string, string, number][] = [['dora', 'bolt', 'Reach', 9], ['dora', 'core', 'Reach', 9], ['ben', 'bolt', 'Reach', 2], ['ben', 'core', 'Reach', 4]];
    expect(shown(smallAwards({ scores }), 'zscore')?.slice(0, 2).map(({ nomination, score }) => [nomination, score])).toEqual([['core', 0.5], ['bolt', -0.5]]);
  });

  test('keeps withdrawn, disqualified and screened-out nominations from winning', () => {
    const nominations = { acme: { status: 'withdrawn' }, bolt: { status: 'disqualified' }, core: { status: 'screened_out' } } as const;
    expect(shown(smallAwards({ nominations, scores: [['ben', 'acme', 'Reach', 9]] }))).toEqual([]);
  });

  test('moves by nothing when every weight is divided by ten', () => {
    const value = fc.integer({ min: 10, max: 100 }).map((tenths) => tenths / 10);
    const given = fc.tuple(fc.constantFrom('ben', 'dora'), fc.constantFrom('acme', 'bolt', 'core'), fc.constantFrom('Reach', 'Depth'), value);
    fc.assert(
      fc.property(fc.uniqueArray(given, { selector: ([a, b, c]) => `${a}${b}${c}` }), (scores) => {
        const once = smallAwards({ scores });
        const heavier = smallAwards({ scores, categories: { criteria: [{ name: 'Reach', weight: 6, description: '' }, { name: 'Depth', weight: 4, description: '' }] } });
        const numbers = (tables: Parameters<typeof rankings>[0]) => rankings(tables)[0]?.standings.map(({ nomination, rank, score }) => [nomination, rank, score?.toFixed(9)]);
        expect(numbers(heavier)).toEqual(numbers(once));
      }),
    );
  });
});
