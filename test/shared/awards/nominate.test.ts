import { describe, expect, test } from 'vitest';
import { nominate, type NominationInput, screen } from '#shared/awards/nominate.ts';
import { apply } from '#shared/kernel/change.ts';
import type { NominationId } from '#shared/kernel/ids.ts';
import { valueOf } from '#shared/kernel/result.ts';
import { counter, smallAwards, table, today } from '#test/support/small-awards.ts';

const tables = { ...smallAwards(), nominations: table([...smallAwards({ nominations: { acme: { code: 'N0041' } } }).nominations.values()].slice(0, 1)) };
const input = { category: 'growth', partner: 'bolt', nominator: 'Ada', nominatorSide: 'vendor', citation: 'Grew' } as NominationInput;

describe('nominating', () => {
  test('takes the next reference and the day, once a category', () => {
    const nominated = apply(tables, valueOf(nominate(tables, input, today, counter())).edits);
    expect(nominated.nominations.get('new-1' as NominationId)).toEqual({ ...input, id: 'new-1', code: 'N0042', submittedOn: today, status: 'submitted' });
    expect(nominate(nominated, input, today, counter())).toEqual({ ok: false, problem: { code: 'already-nominated', nomination: 'new-1' } });
  });

  test('moves on only along its life', () => {
    const acme = 'acme' as NominationId;
    const judging = apply(tables, valueOf(screen(tables, acme, 'in_judging')).edits);
    expect(judging.nominations.get(acme)?.status).toBe('in_judging');
    expect(screen(judging, acme, 'screened_out')).toEqual({ ok: false, problem: { code: 'step-not-possible', from: 'in_judging', to: 'screened_out' } });
  });
});
