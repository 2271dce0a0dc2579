import type { Commitment, CommitmentTable } from '#shared/commitments/commitment.ts';
import type { CommitmentId, PartnerId } from '#shared/kernel/ids.ts';
import { money } from '#shared/kernel/money.ts';
import { keptRows, type Truth } from './input-set.ts';

export const blankCommitment: Commitment = {
  id: 'k' as CommitmentId, code: '', partner: 'acme' as PartnerId, side: null, type: null, description: '', money: null, amountWithoutCurrency: null, dueOn: null,
  vendorOwner: '', partnerOwner: '', status: null, madeAt: 'last-summit', inReturnFor: null, receipt: '',
};

/** The commitments of an input set whose truth has every row. */
export function commitmentTable(set: string, truth: Truth): CommitmentTable {
  const rows = keptRows(set, truth, 'commitments').map(({ line, values }): Commitment => {
    const [amount, currency] = [values['amount'] as string | null, values['currency'] as string | null];
    return {
      ...blankCommitment, id: `line-${line}` as CommitmentId, side: values['side'] as Commitment['side'], type: values['type'] as Commitment['type'], status: values['status'] as Commitment['status'],
      money: amount !== null && currency !== null ? money(Number(amount), currency) : null,
    };
  });
  return { commitments: new Map(rows.map((row) => [row.id, row])) };
}
