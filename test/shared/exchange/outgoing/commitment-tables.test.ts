import { expect, test } from 'vitest';
import type { CommitmentSheet } from '#shared/commitments/sheet.ts';
import { commitmentTable } from '#shared/exchange/outgoing/commitment-tables.ts';
import type { LocalDate } from '#shared/kernel/time.ts';

test('a sheet of commitments keeps text as text, dates as dates and amounts with their currency', () => {
  const sheet: CommitmentSheet = {
    reader: 'Ada Cam', title: 'Commitments – Ada Cam',
    columns: [{ header: 'Commitment ID', kind: 'text' }, { header: 'Due date', kind: 'date' }, { header: 'Amount', kind: 'money' }, { header: 'Status', kind: 'text' }],
    rows: [['K0001', '2027-06-30' as LocalDate, { hundredths: 1_250_000, currency: 'USD' }, null]],
  };
  expect(commitmentTable(sheet)).toEqual({ name: 'Ada Cam', columns: sheet.columns, rows: [['K0001', { moment: '2027-06-30' }, { amount: 12_500, currency: 'USD' }, null]] });
});
