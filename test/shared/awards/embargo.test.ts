import { describe, expect, test } from 'vitest';
import { announce, putUnderEmbargo, visibleRanking, visibleWinners } from '#shared/awards/embargo.ts';
import { apply } from '#shared/kernel/change.ts';
import type { CategoryId } from '#shared/kernel/ids.ts';
import { valueOf } from '#shared/kernel/result.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { smallAwards } from '#test/support/small-awards.ts';

const growth = 'growth' as CategoryId;
const scored = smallAwards({ scores: [['ben', 'bolt', 'Reach', 9], ['ben', 'core', 'Reach', 3]] });
const before = '2027-03-23T16:59:59.999Z' as Instant;
const curtain = '2027-03-23T17:00:00.000Z' as Instant;

describe('the embargo', () => {
  test('hides the standings until the announcing session begins on the venue’s clock', () => {
    expect(visibleRanking(scored, before)).toEqual([{ category: 'growth', embargoed: true, until: curtain }]);
    expect(visibleWinners(scored, before)).toEqual(new Map());
    expect(visibleWinners(scored, curtain)).toEqual(new Map([['growth', ['bolt']]]));
  });

  test('ends early when the planner announces, and comes back when that is taken back', () => {
    const lifted = apply(scored, valueOf(announce(scored, growth, before)).edits);
    expect(visibleWinners(lifted, before)).toEqual(new Map([['growth', ['bolt']]]));
    const back = apply(lifted, valueOf(putUnderEmbargo(lifted, growth)).edits);
    expect(back).toEqual(scored);
    expect(announce(lifted, growth, curtain)).toEqual({ ok: false, problem: { code: 'already-announced', category: growth, at: before } });
  });

  test('never ends by itself for an award that no session announces', () => {
    expect(visibleRanking(smallAwards({ categories: { announcedIn: null } }), '2099-01-01T00:00:00.000Z' as Instant)).toEqual([{ category: 'growth', embargoed: true, until: null }]);
  });

  test('cannot be lifted for a category without a score', () => {
    expect(announce(smallAwards(), growth, before)).toEqual({ ok: false, problem: { code: 'nothing-to-announce', category: growth } });
  });
});
