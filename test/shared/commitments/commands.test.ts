import { describe, expect, test } from 'vitest';
import { acknowledge, agree, capture, moveTo, route, tie } from '#shared/commitments/commands.ts';
import { type Commitment, commitmentStatuses } from '#shared/commitments/commitment.ts';
import { commitmentSteps } from '#shared/commitments/life.ts';
import { apply } from '#shared/kernel/change.ts';
import type { CommitmentId, PartnerId } from '#shared/kernel/ids.ts';
import { money } from '#shared/kernel/money.ts';
import { valueOf } from '#shared/kernel/result.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import { blankPartner } from '#shared/partners/partner.ts';
import { blankCommitment } from '#test/support/commitment-truth.ts';
import { counter, table } from '#test/support/small-awards.ts';

const acme = blankPartner('acme' as PartnerId, 'Acme');
const input = { partner: acme.id, side: 'vendor', type: 'mdf_allocation', description: 'Fund two events', money: money(20_000, 'EUR'), dueOn: '2027-06-30' as LocalDate, vendorOwner: 'Ana', partnerOwner: '' } as const;
const empty = { partners: table([acme]), commitments: new Map<CommitmentId, Commitment>() };
const id = 'new-1' as CommitmentId;
const captured = apply(empty, valueOf(capture(empty, input, counter())).edits);
const withRow = (more: Partial<Commitment>) => ({ ...empty, commitments: table([{ ...blankCommitment, id, code: 'K1', ...more }]) });

describe('a commitment', () => {
  test('is captured with the next reference, agreed, routed, acknowledged and fulfilled', () => {
    let tables = apply(captured, valueOf(agree(captured, [id])).edits);
    tables = apply(tables, valueOf(route(tables, [id])).edits);
    tables = apply(tables, valueOf(acknowledge(tables, id, ' MDF-77 ')).edits);
    tables = apply(tables, valueOf(moveTo(tables, [id], 'fulfilled')).edits);
    expect(tables.commitments.get(id)).toEqual({ ...input, id, code: 'K0001', amountWithoutCurrency: null, status: 'fulfilled', madeAt: 'this-summit', inReturnFor: null, receipt: 'MDF-77' });
  });

  test('is not agreed without side, type, owner of the promising side and date', () => {
    const wish = withRow({ side: 'both', description: 'Something' });
    expect(agree(wish, [id])).toEqual({ ok: false, problem: { code: 'not-yet-a-commitment', commitment: id, lacks: ['type', 'vendor-owner', 'partner-owner', 'date'] } });
  });

  test('is not routed without a type, nor missed without a reason', () => {
    expect(route(withRow({ status: 'agreed' }), [id])).toEqual({ ok: false, problem: { code: 'no-route', commitment: id } });
    expect(moveTo(withRow({ status: 'in_progress' }), [id], 'missed', ' ')).toEqual({ ok: false, problem: { code: 'reason-missing' } });
    expect(valueOf(moveTo(withRow({ status: 'in_progress' }), [id], 'missed', 'Budget cut'))).toMatchObject({ label: 'Mark K1 missed', why: 'Budget cut' });
  });

  test('is tied only to a promise of the other side of the same partner', () => {
    const other = { ...blankCommitment, id: 'other' as CommitmentId, side: 'partner' as const };
    const pair = { ...empty, commitments: table([{ ...blankCommitment, id, side: 'vendor' as const }, other]) };
    expect(valueOf(tie(pair, id, other.id)).edits.map(({ after }) => after)).toEqual([{ ...blankCommitment, id, side: 'vendor', inReturnFor: 'other' }]);
    expect(tie({ ...pair, commitments: table([{ ...blankCommitment, id, side: 'partner' as const }, other]) }, id, other.id)).toEqual({ ok: false, problem: { code: 'same-side', commitment: 'other' } });
  });

  test('can leave every status and reach every status', () => {
    expect(commitmentStatuses.filter((status) => commitmentSteps[status].length === 0)).toEqual([]);
    const reached = new Set(['captured', ...commitmentStatuses.flatMap((status) => commitmentSteps[status])]);
    expect([...reached].sort()).toEqual([...commitmentStatuses].sort());
  });
});
