import { describe, expect, test } from 'vitest';
import { dropCriterion, putCriterion } from '#shared/awards/criteria.ts';
import { rankings } from '#shared/awards/ranking.ts';
import { apply, type Change } from '#shared/kernel/change.ts';
import type { CategoryId } from '#shared/kernel/ids.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { smallAwards } from '#test/support/small-awards.ts';

const growth = 'growth' as CategoryId;
const scored = smallAwards({ scores: [['ben', 'acme', 'Reach', 8], ['ben', 'acme', 'Depth', 6], ['ben', 'bolt', 'Reach', 9], ['ben', 'bolt', 'Depth', 5]] });

describe('criteria of an award', () => {
  test('a new criterion stands last, and its label says where it was added', () => {
    const outcome = putCriterion(scored, growth, null, { name: 'Craft', weight: 10, description: '' });
    expect(taken(scored, outcome).categories.get(growth)?.criteria.map(({ name }) => name)).toEqual(['Reach', 'Depth', 'Craft']);
    expect(outcome.ok && outcome.value.label).toBe('Add Craft to Growth');
  });

  test('a renamed criterion keeps its scores, so the ranking stays as it was', () => {
    const after = taken(scored, putCriterion(scored, growth, 'Reach', { name: 'Market reach', weight: 60, description: '' }));
    const places = (snapshot: Snapshot) => rankings(snapshot)[0]?.standings.map(({ nomination, score }) => [nomination, score]);
    expect(places(after)).toEqual(places(scored));
  });

  test('a criterion leaves with the scores given on it and no others', () => {
    const after = taken(scored, dropCriterion(scored, growth, 'Reach'));
    expect([...after.scores.values()].map(({ nomination, criterion }) => [nomination, criterion])).toEqual([['acme', 'Depth'], ['bolt', 'Depth']]);
    expect(after.categories.get(growth)?.criteria.map(({ name }) => name)).toEqual(['Depth']);
  });

  test('two criteria of one award cannot share a name, whatever the case', () => {
    expect(putCriterion(scored, growth, 'Depth', { name: 'reach', weight: 1, description: '' })).toEqual({ ok: false, problem: { code: 'criterion-named-twice', name: 'reach' } });
  });

  test('a criterion that is not there can be neither changed nor removed', () => {
    expect(putCriterion(scored, growth, 'Charm', { name: 'Charm', weight: 1, description: '' })).toEqual({ ok: false, problem: { code: 'no-such-criterion', criterion: 'Charm' } });
    expect(dropCriterion(scored, 'gone' as CategoryId, 'Reach')).toEqual({ ok: false, problem: { code: 'no-such-category', category: 'gone' } });
  });

  test('once the award is announced its criteria are locked', () => {
    const announced = smallAwards({ categories: { announcedAt: '2027-03-23T18:00:00.000Z' as Instant } });
    expect(dropCriterion(announced, growth, 'Reach')).toEqual({ ok: false, problem: { code: 'scores-are-locked', category: growth } });
  });
});

function taken(snapshot: Snapshot, outcome: Result<Change, unknown>): Snapshot {
  return outcome.ok ? apply(snapshot, outcome.value.edits) : snapshot;
}
