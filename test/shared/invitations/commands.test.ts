import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignWave, moveStage, recordGround, removeGround, shortlist } from '#shared/invitations/commands.ts';
import { invitationStages } from '#shared/invitations/invitation.ts';
import { seatsUsed, transitions } from '#shared/invitations/stage.ts';
import { apply, inverse } from '#shared/kernel/change.ts';
import type { InvitationId, PartnerId } from '#shared/kernel/ids.ts';
import { valueOf } from '#shared/kernel/result.ts';
import { day, invitation, minting, partner, tablesWith } from '#test/support/selection.ts';

const note = { on: day('2026-06-01'), who: 'Vera', why: 'Board decision' };
const acme = 'i-acme' as InvitationId;
const bolt = 'i-bolt' as InvitationId;
const base = tablesWith({ summit: { seatLimit: 1 }, partners: [partner('acme'), partner('bolt'), partner('core')], invitations: [invitation('acme', { stage: 'shortlisted', approver: '' }), invitation('bolt', { stage: 'shortlisted' })] });

describe('the life of an invitation', () => {
  test('each step is dated with who and why, and approving names the approver', () => {
    const next = apply(base, valueOf(moveStage(base, [acme], 'approved', note)).edits);
    expect(next.invitations.get(acme)).toEqual(invitation('acme', { stage: 'approved', approver: 'Vera', steps: [{ stage: 'approved', ...note }] }));
  });

  test('follows the table of transitions and no other way', () => {
    fc.assert(fc.property(fc.constantFrom(...invitationStages), fc.constantFrom(...invitationStages), (from, to) => {
      const tables = tablesWith({ invitations: [invitation('acme', { stage: from })] });
      const outcome = moveStage(tables, [acme], to, note);
      expect(outcome.ok ? 'moved' : outcome.problem).toEqual(transitions[from].includes(to) ? 'moved' : { code: 'illegal-move', invitation: acme, from, to });
    }));
  });

  test('every stage can be reached from the short list', () => {
    const reached = new Set(['shortlisted']);
    for (const stage of reached) for (const next of transitions[stage as keyof typeof transitions]) reached.add(next);
    expect([...reached].sort()).toEqual([...invitationStages].sort());
  });

  test('a seat that is not there is not given away, and then nothing is changed', () => {
    expect([moveStage(base, [acme, bolt], 'approved', note), moveStage(base, [acme], 'approved', { ...note, who: ' ' }), moveStage(base, [], 'approved', note)].map((outcome) => !outcome.ok && outcome.problem)).toEqual([
      { code: 'no-seat-free', seatLimit: 1, needed: 2 }, { code: 'approver-missing' }, { code: 'nothing-chosen' },
    ]);
  });

  test('no walk along the table ever holds more seats than there are', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom(acme, bolt), fc.constantFrom(...invitationStages)), { maxLength: 25 });
    fc.assert(fc.property(moves, (walk) => {
      let tables = base;
      for (const [id, to] of walk) {
        const outcome = moveStage(tables, [id], to, note);
        if (!outcome.ok) continue;
        const next = apply(tables, outcome.value.edits);
        expect(apply(next, inverse(outcome.value).edits)).toEqual(tables);
        tables = next;
      }
      expect(seatsUsed(tables)).toBeLessThanOrEqual(1);
    }));
  });
});

describe('keeping the list', () => {
  test('a partner is shortlisted once', () => {
    const next = apply(base, valueOf(shortlist(base, ['core' as PartnerId], note, minting())).edits);
    expect(next.invitations.get('new-1' as InvitationId)).toEqual({ ...invitation('core', { stage: 'shortlisted', wave: null, grounds: [], approver: '', steps: [{ stage: 'shortlisted', ...note }] }), id: 'new-1' });
    expect([shortlist(base, ['acme' as PartnerId], note, minting()), shortlist(base, ['gone' as PartnerId], note, minting())].map((outcome) => !outcome.ok && outcome.problem.code)).toEqual(['already-on-the-list', 'no-such-partner']);
  });

  test('a ground replaces the one of its kind, needs a reason, and can be taken away', () => {
    const next = apply(base, valueOf(recordGround(base, [acme, bolt], { kind: 'tier', reason: ' Platinum since May ' })).edits);
    expect([...next.invitations.values()].map(({ grounds }) => grounds)).toEqual(Array(2).fill([{ kind: 'tier', reason: 'Platinum since May' }]));
    expect(apply(next, valueOf(removeGround(next, acme, 'tier')).edits).invitations.get(acme)?.grounds).toEqual([]);
    expect(recordGround(base, [acme], { kind: 'tier', reason: ' ' })).toEqual({ ok: false, problem: { code: 'reason-missing' } });
  });

  test('invitations go into a wave together', () => {
    const step = valueOf(assignWave(base, [acme, bolt], 'B'));
    expect([step.label, [...apply(base, step.edits).invitations.values()].map(({ wave }) => wave)]).toEqual(['Put 2 invitations into wave B', ['B', 'B']]);
  });
});
