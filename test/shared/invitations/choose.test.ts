import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextFromWaitlist, proposeWaves, waitlist } from '#shared/invitations/choose.ts';
import { takeProposal } from '#shared/invitations/commands.ts';
import { defaultCriteria } from '#shared/invitations/default-criteria.ts';
import { compareProposals } from '#shared/invitations/scenario.ts';
import { apply } from '#shared/kernel/change.ts';
import { money } from '#shared/kernel/money.ts';
import { valueOf } from '#shared/kernel/result.ts';
import type { Partner } from '#shared/partners/partner.ts';
import { criterion, day, invitation, minting, partner, tablesWith } from '#test/support/selection.ts';

const revenue = (units: number) => ({ performance: { revenue: money(units, 'EUR') } });
const roster: Partner[] = [
  partner('elite-small', { tier: 'Elite', ...revenue(10) }), partner('elite-large', { tier: 'Elite', ...revenue(800) }), partner('platinum', { tier: 'Platinum', ...revenue(300) }),
  partner('strategic-modest', { strategic: true, ...revenue(5) }), partner('council', { pacMember: true, ...revenue(20) }), partner('just-rich', revenue(9000)), partner('ordinary', revenue(7)),
];
const tables = tablesWith({ summit: { seatLimit: 3 }, partners: roster, criteria: [criterion('revenue')] });
const note = { on: day('2026-06-01'), who: 'Vera', why: '' };

describe('a proposal of invitees', () => {
  test('fills the seats with strategic partners and council members first, then by score, and keeps later waves for declines', () => {
    const { invitees, leftOut, revenueOnly } = valueOf(proposeWaves(tables));
    expect([invitees.map(({ partner, wave }) => `${wave} ${partner}`), leftOut, revenueOnly]).toEqual([
      ['A council', 'A strategic-modest', 'A elite-large', 'B platinum', 'C elite-small'], [], ['just-rich'],
    ]);
  });

  test('gives each invitee its grounds with the facts behind them', () => {
    const { invitees } = valueOf(proposeWaves(tables, { limits: { topTiers: 1, topByRevenue: 2 } }));
    expect(invitees.find(({ partner }) => partner === 'elite-large')?.grounds).toEqual([{ kind: 'tier', reason: 'Elite tier' }, { kind: 'revenue', reason: 'Place 2 by revenue' }]);
  });

  test('is refused without a seat limit, criteria or partners', () => {
    expect([tablesWith({ partners: roster, criteria: [criterion('revenue')] }), { ...tables, criteria: new Map() }, { ...tables, partners: new Map() }].map((one) => {
      const outcome = proposeWaves(one);
      return !outcome.ok && outcome.problem.code;
    })).toEqual(['no-seat-limit', 'no-criteria', 'no-partners']);
  });

  test('leaves invitations under way alone and fills only the seats they leave', () => {
    const { seatsUsed, invitees } = valueOf(proposeWaves({ ...tables, invitations: new Map([invitation('elite-small'), invitation('council', { stage: 'declined' })].map((row) => [row.id, row])) }));
    expect([seatsUsed, invitees.map(({ partner, wave }) => `${wave} ${partner}`)]).toEqual([1, ['A strategic-modest', 'A elite-large', 'B platinum']]);
  });

  test('taken is one step, and proposing again changes nothing more', () => {
    const proposal = valueOf(proposeWaves(tables));
    const taken = apply(tables, valueOf(takeProposal(tables, proposal, note, minting())).edits);
    expect([...taken.invitations.values()].map(({ partner, stage, wave, steps }) => [partner, stage, wave, steps.length])).toEqual(proposal.invitees.map(({ partner, wave }) => [partner, 'shortlisted', wave, 1]));
    const again = apply(taken, valueOf(takeProposal(taken, valueOf(proposeWaves(taken)), note, minting())).edits);
    expect(again).toEqual(taken);
  });

  test('does not depend on the order of the partners, and never offers more seats than there are', () => {
    fc.assert(fc.property(fc.shuffledSubarray(roster, { minLength: 1 }), fc.integer({ min: 1, max: 9 }), (some, seatLimit) => {
      const proposed = (list: readonly Partner[]) => valueOf(proposeWaves(tablesWith({ summit: { seatLimit }, partners: [...list], criteria: [criterion('revenue')] }), { limits: { topTiers: 2, topByRevenue: 2 } }));
      const proposal = proposed(some);
      expect(proposed([...some].reverse())).toEqual(proposal);
      expect(proposal.invitees.filter(({ wave }) => wave === 'A').length).toBeLessThanOrEqual(seatLimit);
    }));
  });
});

describe('two scenarios', () => {
  test('differ by who comes into wave A and who drops out', () => {
    const before = valueOf(proposeWaves(tables, { seatLimit: 4 }));
    const after = valueOf(proposeWaves({ ...tables, criteria: new Map([criterion('tier', { field: 'tier' })].map((row) => [row.id, row])) }, { seatLimit: 3 }));
    expect(compareProposals(before, after)).toEqual({ comesIn: [], dropsOut: [{ partner: 'platinum', tenthsBefore: 667, tenthsAfter: 750 }], stays: 3 });
  });
});

describe('the wait-list', () => {
  const waiting = tablesWith({
    summit: { seatLimit: 2 }, partners: roster, criteria: [criterion('revenue')],
    invitations: [
      invitation('elite-small', { stage: 'shortlisted', wave: 'C' }), invitation('platinum', { stage: 'shortlisted', wave: 'B' }), invitation('elite-large', { stage: 'shortlisted', wave: 'B' }),
      invitation('ordinary', { stage: 'waitlisted', wave: null, steps: [{ stage: 'waitlisted', on: day('2026-05-02'), who: 'Vera', why: '' }] }), invitation('council', { stage: 'accepted' }), invitation('strategic-modest', { stage: 'declined' }),
    ],
  });

  test('runs by time on the list, then wave B, then C, each by score', () => {
    expect(waitlist(waiting).map(({ partner }) => partner)).toEqual(['ordinary', 'elite-large', 'platinum', 'elite-small']);
  });

  test('offers the next name only while a seat is free', () => {
    const full = { ...waiting, summits: tablesWith({ summit: { seatLimit: 1 } }).summits };
    expect([nextFromWaitlist(waiting)?.partner, nextFromWaitlist(full)]).toEqual(['ordinary', null]);
  });
});

test('the usual criteria total 100, half looking back and half ahead', () => {
  const of = (horizon: string) => defaultCriteria.reduce((sum, one) => sum + (one.horizon === horizon ? one.weight : 0), 0);
  expect([of('historic'), of('forward-looking')]).toEqual([50, 50]);
});
