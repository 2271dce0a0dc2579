import { describe, expect, test } from 'vitest';
import type { Commitment } from '#shared/commitments/commitment.ts';
import { findings } from '#shared/commitments/findings.ts';
import type { CommitmentId, PartnerId } from '#shared/kernel/ids.ts';
import { money } from '#shared/kernel/money.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import { blankPartner, unknownPerformance } from '#shared/partners/partner.ts';
import { blankCommitment } from '#test/support/commitment-truth.ts';
import { table, today } from '#test/support/small-awards.ts';

const acme = { ...blankPartner('acme' as PartnerId, 'Acme'), strategic: true, performance: { ...unknownPerformance, revenue: money(1_000, 'EUR'), revenuePrior: money(900, 'EUR') } };
const sound: Commitment = { ...blankCommitment, code: 'K1', side: 'both', type: 'joint_solution', description: 'Build', dueOn: '2027-09-01' as LocalDate, vendorOwner: 'Ana', partnerOwner: 'Bo', status: 'agreed', madeAt: 'last-summit' };
const rules = (...rows: Partial<Commitment>[]) =>
  findings({ partners: table([acme]), commitments: table(rows.map((row, index) => ({ ...sound, id: `k${index}` as CommitmentId, ...row }))) }, today).map(({ rule, text }) => `${rule}: ${text}`);

describe('commitment findings', () => {
  test('say nothing of a sound promise', () => expect(rules({})).toEqual([]));

  test('name what is missing, overdue, without currency and of unknown status', () => {
    expect(rules({ vendorOwner: '', dueOn: null }, { dueOn: '2027-02-01' as LocalDate }, { amountWithoutCurrency: 500 }, { status: null }, { money: money(-5, 'EUR') })).toEqual([
      'commitment-incomplete: K1 (Acme) has no owner at the vendor and due date. Fill it in with the people who made it.',
      'commitment-without-currency: K1 (Acme) has an amount without a known currency, so it is in no total. Enter the currency.',
      'commitment-negative: K1 (Acme) has an amount below zero, so it is in no total. Correct it.',
      'commitment-status-unknown: Nobody knows how K1 (Acme) stands. Choose its status.',
      'commitment-overdue: K1 (Acme) was due on 2027-02-01 and is open. Ask Ana and Bo and record the outcome.',
    ]);
  });

  test('name investment without a promise in return, and a strategic partner with everyday benefits', () => {
    expect(rules({ madeAt: 'this-summit', status: 'in_progress', side: 'vendor', type: 'mdf_allocation' })).toEqual([
      'balance-vendor-only: Acme is given 1 investment and has promised nothing. Agree on what it commits in return.',
      'balance-only-incremental: Acme is strategic, yet its promises hold no market access, joint solution, custom terms or customer-success target. Add one, or review the designation.',
    ]);
  });

  test('name a target far above trend, and what is agreed here and not handed over', () => {
    expect(rules({ madeAt: 'this-summit' }, { madeAt: 'this-summit', status: 'routed', type: 'revenue_target', money: money(1_600, 'EUR') })).toEqual([
      'commitment-not-routed: K1 (Acme) is agreed and not handed over. Route it to Product.',
      'commitment-without-receipt: K1 (Acme) is routed without a reference back. Ask Contracts and plans for one.',
      'commitment-above-trend: K1 (Acme) means 60 % growth against a trend of 11 %. Ask what makes it realistic.',
    ]);
  });
});
