import { describe, expect, test } from 'vitest';
import type { Commitment } from '#shared/commitments/commitment.ts';
import { commitmentSheets } from '#shared/commitments/sheet.ts';
import type { CommitmentId, PartnerId } from '#shared/kernel/ids.ts';
import { money } from '#shared/kernel/money.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import { blankPartner } from '#shared/partners/partner.ts';
import { blankCommitment } from '#test/support/commitment-truth.ts';
import { table } from '#test/support/small-awards.ts';

const partners = table([{ ...blankPartner('acme' as PartnerId, 'Acme'), accountId: 'A1', camName: 'Zoë' }, blankPartner('bolt' as PartnerId, 'Bolt')]);
const row = (id: string, more: Partial<Commitment>): Commitment => ({ ...blankCommitment, id: id as CommitmentId, code: id.toUpperCase(), ...more });
const commitments = table([
  row('k1', { side: 'vendor', type: 'mdf_allocation', description: 'Two events', money: money(500, 'EUR'), dueOn: '2027-06-30' as LocalDate, status: 'agreed', vendorOwner: 'Ana' }),
  row('k2', { partner: 'bolt' as PartnerId, side: 'partner', type: 'enablement', description: '20 people', status: 'fulfilled' }),
  row('k3', { side: 'partner', description: 'Unsorted', inReturnFor: 'k1' as CommitmentId }),
]);

describe('commitment sheets', () => {
  test('give each account manager every promise of both sides with owner, date and route', () => {
    const [none, zoe] = commitmentSheets({ partners, commitments }, 'cam');
    expect([none?.reader, none?.rows.length, zoe?.reader]).toEqual(['No account manager', 1, 'Zoë']);
    expect(zoe?.columns.map(({ header }) => header)).toEqual(['Commitment ID', 'Partner', 'Side', 'Type', 'Description', 'Amount', 'Currency', 'Due date', 'Vendor owner', 'Partner owner', 'Status', 'Route', 'In return for', 'Made at', 'Receipt reference']);
    expect(zoe?.rows).toEqual([
      ['K1', 'Acme', 'vendor', 'MDF allocation', 'Two events', { hundredths: 50000, currency: 'EUR' }, 'EUR', '2027-06-30', 'Ana', null, 'Agreed', 'MDF management', null, 'Last summit', null],
      ['K3', 'Acme', 'partner', null, 'Unsorted', null, null, null, null, null, null, null, 'K1 Two events', 'Last summit', null],
    ]);
  });

  test('give each route its own columns and only what is still to be fulfilled', () => {
    expect(commitmentSheets({ partners, commitments }, 'route')).toEqual([
      {
        reader: 'MDF management', title: 'Hand-off to MDF management',
        columns: [
          ['Commitment ID', 'text'], ['Account ID', 'text'], ['Partner', 'text'], ['Activity', 'text'], ['Requested amount', 'money'], ['Currency', 'text'], ['Activity ends', 'date'], ['Account manager', 'text'],
          ['Vendor owner', 'text'], ['Partner owner', 'text'], ['Status', 'text'], ['Receipt reference', 'text'],
        ].map(([header, kind]) => ({ header, kind })),
        rows: [['K1', 'A1', 'Acme', 'Two events', { hundredths: 50000, currency: 'EUR' }, 'EUR', '2027-06-30', 'Zoë', 'Ana', null, 'Agreed', null]],
      },
    ]);
  });
});
