import { describe, expect, test } from 'vitest';
import { recuse, reinstate, score, type ScoreInput } from '#shared/awards/judge.ts';
import { apply } from '#shared/kernel/change.ts';
import type { RecusalId } from '#shared/kernel/ids.ts';
import { valueOf } from '#shared/kernel/result.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { counter, smallAwards } from '#test/support/small-awards.ts';

const given = { judge: 'ben', nomination: 'bolt', criterion: 'Reach', value: 8, comment: '' } as ScoreInput;
const refusal = (input: Partial<ScoreInput>, tables = smallAwards()) => {
  const result = score(tables, { ...given, ...input } as ScoreInput, counter());
  return result.ok ? null : result.problem.code;
};

describe('judging', () => {
  test('writes a score once and overwrites it after that', () => {
    const once = apply(smallAwards(), valueOf(score(smallAwards(), given, counter())).edits);
    const twice = apply(once, valueOf(score(once, { ...given, value: 7.5 }, counter())).edits);
    expect([...twice.scores.values()]).toEqual([{ ...given, id: 'new-1', value: 7.5 }]);
  });

  test('refuses what cannot count, with the reason', () => {
    expect([
      refusal({ value: 11 }), refusal({ value: 0 }), refusal({ criterion: 'Height' }), refusal({ judge: 'nobody' as never }), refusal({ judge: 'cleo' as never, nomination: 'acme' as never }),
      refusal({}, smallAwards({ recusals: [['ben', 'bolt']] })), refusal({}, smallAwards({ nominations: { bolt: { status: 'withdrawn' } } })),
      refusal({}, smallAwards({ categories: { announcedAt: '2027-03-23T17:00:00.000Z' as Instant } })),
    ]).toEqual(['score-out-of-range', 'score-out-of-range', 'no-such-criterion', 'no-such-judge', 'judge-works-for-nominee', 'judge-is-recused', 'not-in-the-running', 'scores-are-locked']);
  });

  test('recuses with a reason, once, and can reinstate', () => {
    const input = { judge: 'ben', nomination: 'bolt', kind: 'abstained', reason: 'Old friends' } as Parameters<typeof recuse>[1];
    const off = apply(smallAwards(), valueOf(recuse(smallAwards(), input, counter())).edits);
    expect(recuse(off, input, counter())).toEqual({ ok: false, problem: { code: 'already-recused', recusal: 'new-1' } });
    expect(recuse(off, { ...input, reason: ' ' }, counter())).toEqual({ ok: false, problem: { code: 'reason-missing' } });
    expect(apply(off, valueOf(reinstate(off, 'new-1' as RecusalId)).edits)).toEqual(smallAwards());
  });
});
