import type { Commitment, CommitmentStatus } from '#shared/commitments/commitment.ts';
import { isOpen } from '#shared/commitments/life.ts';
import { routeOf } from '#shared/commitments/routes.ts';
import { editFields } from '#shared/workspace/edit-field.ts';
import type { SummitDesk } from '#renderer/app/use-planner.ts';
import { cellEdit, choicesOf } from '#renderer/app/record.ts';
import { refused } from '#renderer/app/refused.ts';
import type { CellEdit, Column } from '#renderer/ui/data-table/column.ts';
import { moveCommitments } from './actions.ts';
import { CommitmentStatusBadge } from './status-badge.tsx';
import { routeChoices, sideChoices, statusChoices, typeChoices } from './words.ts';

/** What the table of promises shows; every stored value is edited where it stands, the status along its steps. */
export function commitmentColumns(planner: SummitDesk): Column<Commitment>[] {
  const { snapshot, summit } = planner;
  const today = planner.today();
  const nameOf = ({ code }: Commitment) => code || 'a commitment';
  const edit = (field: string, title: string, more: Partial<CellEdit<Commitment>> = {}) => cellEdit(planner, 'commitments', field, title, nameOf, more);
  return [
    { id: 'partner', title: 'Partner', kind: 'choice', width: 200, choices: choicesOf(snapshot.partners.values()), value: ({ partner }) => partner, text: ({ partner }) => snapshot.partners.get(partner)?.name ?? '' },
    { id: 'code', title: 'Id', kind: 'text', width: 76, value: ({ code }) => code, edit: edit('code', 'Id') },
    { id: 'side', title: 'Side', kind: 'choice', width: 84, choices: sideChoices, value: ({ side }) => side, edit: edit('side', 'Side') },
    { id: 'type', title: 'Type', kind: 'choice', width: 190, choices: typeChoices, value: ({ type }) => type, edit: edit('type', 'Type') },
    { id: 'description', title: 'What is promised', kind: 'text', width: 280, value: ({ description }) => description, edit: edit('description', 'Description', { optional: false }) },
    {
      id: 'money', title: 'Amount', kind: 'money', width: 148, hint: 'Amounts below zero are in no total', value: ({ money }) => money, summed: ({ money }) => money !== null && money.hundredths >= 0, text: amountWords(planner),
      edit: { currency: summit.currency, commit: (row, value) => refused(planner, editFields(planner.snapshot, 'commitments', row.id, { money: value, amountWithoutCurrency: null }, `Amount of ${nameOf(row)}`)) },
    },
    { id: 'dueOn', title: 'Due', kind: 'date', width: 158, value: ({ dueOn }) => dueOn, edit: edit('dueOn', 'Due date') },
    { id: 'status', title: 'Status', kind: 'choice', width: 138, choices: statusChoices, value: ({ status }) => status, render: (row) => <CommitmentStatusBadge status={row.status} isOverdue={isOpen(row) && row.dueOn !== null && row.dueOn < today} />, edit: { optional: false, commit: (row, value) => moveOrEdit(planner, row, value as CommitmentStatus) } },
    { id: 'vendorOwner', title: 'Vendor owner', kind: 'text', width: 150, value: ({ vendorOwner }) => vendorOwner, edit: edit('vendorOwner', 'Vendor owner') },
    { id: 'partnerOwner', title: 'Partner owner', kind: 'text', width: 150, value: ({ partnerOwner }) => partnerOwner, edit: edit('partnerOwner', 'Partner owner') },
    { id: 'route', title: 'Route', kind: 'choice', width: 190, choices: routeChoices, hint: 'Follows from the type', value: routeOf },
    { id: 'inReturnFor', title: 'In return for', kind: 'text', width: 170, hidden: true, value: ({ inReturnFor }) => (inReturnFor === null ? null : (snapshot.commitments.get(inReturnFor)?.code ?? null)) },
    { id: 'madeAt', title: 'Made at', kind: 'choice', width: 120, hidden: true, choices: [{ value: 'this-summit', label: 'This summit' }, { value: 'last-summit', label: 'Last summit' }], value: ({ madeAt }) => madeAt, edit: edit('madeAt', 'Made at', { optional: false }) },
    { id: 'receipt', title: 'Receipt', kind: 'text', width: 130, hidden: true, value: ({ receipt }) => receipt, edit: edit('receipt', 'Receipt') },
    { id: 'cam', title: 'CAM', kind: 'text', width: 150, hidden: true, value: ({ partner }) => snapshot.partners.get(partner)?.camName ?? null },
  ];
}

/** A status nobody could read is simply set; from there on it goes along the steps. */
function moveOrEdit(planner: SummitDesk, row: Commitment, to: CommitmentStatus): string | null | Promise<string | null> {
  if (row.status === null) return refused(planner, editFields(planner.snapshot, 'commitments', row.id, { status: to }, `Status of ${row.code || 'a commitment'}`));
  return moveCommitments(planner, [row.id], to);
}

function amountWords({ summit }: SummitDesk): (row: Commitment) => string {
  const format = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });
  const currency = (code: string, whole: boolean) => new Intl.NumberFormat(undefined, { style: 'currency', currency: code, currencyDisplay: 'code', minimumFractionDigits: whole ? 0 : 2, maximumFractionDigits: whole ? 0 : 2 });
  const formats = new Map([[`${summit.currency}true`, currency(summit.currency, true)]]);
  return ({ money, amountWithoutCurrency }) => {
    if (!money) return amountWithoutCurrency === null ? '' : `${format.format(amountWithoutCurrency / 100)} (currency?)`;
    const whole = money.hundredths % 100 === 0;
    const key = `${money.currency}${whole}`;
    const known = formats.get(key) ?? currency(money.currency, whole);
    formats.set(key, known);
    return known.format(money.hundredths / 100);
  };
}
