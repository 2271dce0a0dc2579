import { groupBy } from '../kernel/group.ts';
import type { Commitment, CommitmentSide, CommitmentStatus, CommitmentTable, CommitmentType } from './commitment.ts';

/** Amounts promised under one type, side and currency, whatever their status. */
export type CommitmentTotal = { readonly type: CommitmentType | null; readonly side: CommitmentSide | null; readonly currency: string; readonly count: number; readonly hundredths: number };

/** Sums by type, side and currency, in that order. Rows without an amount, without a known currency or below zero are left out: nothing is guessed. */
export function commitmentTotals({ commitments }: CommitmentTable): CommitmentTotal[] {
  const groups = groupBy([...commitments.values()].filter(({ money }) => money !== null && money.hundredths >= 0), ({ type, side, money }) => `${type} ${side} ${money?.currency}`);
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, rows]) => {
      const [first] = rows;
      if (!first?.money) return [];
      return [{ type: first.type, side: first.side, currency: first.money.currency, count: rows.length, hundredths: rows.reduce((sum, { money }) => sum + (money?.hundredths ?? 0), 0) }];
    });
}

/** How many commitments have each status; null is a status nobody could read. */
export function commitmentsByStatus({ commitments }: CommitmentTable): Map<CommitmentStatus | null, number> {
  return new Map([...groupBy(commitments.values(), ({ status }: Commitment) => status)].map(([status, rows]) => [status, rows.length]));
}
