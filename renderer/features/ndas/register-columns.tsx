import type { Agreement, AgreementTable } from '#shared/agreements/agreement.ts';
import { type AgreementDates, partyName, recordDates } from '#shared/agreements/commands.ts';
import { type AgreementStage, stageOn, stageText } from '#shared/agreements/stage.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import { fullName } from '#shared/partners/contact.ts';
import { choiceOf, cellEdit } from '#renderer/app/record.ts';
import { refused } from '#renderer/app/refused.ts';
import type { Planner, SummitDesk } from '#renderer/app/use-planner.ts';
import type { Column } from '#renderer/ui/data-table/column.ts';
import { NdaBadge, stageNames } from './stage-badge.tsx';

/** One line of the register with its status today. */
export type Entry = { readonly id: Agreement['id']; readonly agreement: Agreement; readonly stage: AgreementStage };

export function entries({ agreements }: AgreementTable, day: LocalDate): Entry[] {
  return [...agreements.values()].map((agreement) => ({ id: agreement.id, agreement, stage: stageOn(agreement, day) }));
}

/** The register: who, the status computed from the dates, and the dates, each edited in place. */
export function registerColumns(planner: SummitDesk): Column<Entry>[] {
  const { partners, contacts } = planner.snapshot;
  const text = (field: keyof Agreement & string, title: string, width: number, hidden = false): Column<Entry> => {
    const edit = cellEdit(planner, 'agreements', field, title, partyName);
    return { id: field, title, kind: 'text', width, hidden, value: ({ agreement }) => agreement[field] as string | null, edit: { commit: ({ agreement }, value) => edit.commit(agreement, value) } };
  };
  const date = (field: Exclude<keyof AgreementDates, 'evergreen'>, title: string): Column<Entry> => ({
    id: field, title, kind: 'date', width: 146, value: ({ agreement }) => agreement[field],
    edit: { commit: ({ agreement }, value) => refused(planner, recordDates(planner.snapshot, agreement.id, { [field]: value })) },
  });
  return [
    { id: 'partner', title: 'Partner', kind: 'text', width: 220, value: ({ agreement }) => (agreement.partner && partners.get(agreement.partner)?.name) ?? null },
    { id: 'person', title: 'Person', kind: 'text', width: 150, value: ({ agreement }) => personOf(agreement, contacts) },
    { id: 'status', title: 'Status', kind: 'choice', width: 136, hint: 'Computed from the dates', choices: Object.entries(stageNames).map(([value, label]) => ({ value, label })), value: ({ stage }) => stage.stage, render: ({ stage }) => <NdaBadge stage={stage} /> },
    { id: 'detail', title: 'In words', kind: 'text', width: 250, hidden: true, value: ({ stage }) => stageText(stage) },
    date('sentOn', 'Sent'), date('partnerSignedOn', 'Partner signed'), date('countersignedOn', 'Countersigned'), date('effectiveOn', 'Effective'), date('expiresOn', 'Expires'),
    { id: 'evergreen', title: 'Evergreen', kind: 'flag', width: 88, value: ({ agreement }) => agreement.evergreen, edit: { commit: ({ agreement }, value) => refused(planner, recordDates(planner.snapshot, agreement.id, { evergreen: value === true })) } },
    text('owner', 'Owner', 140), text('counterparty', 'Legal entity', 220),
    { id: 'level', title: 'Level', kind: 'choice', width: 120, hidden: true, choices: ['organisation', 'person'].map(choiceOf), value: ({ agreement }) => agreement.level },
    { id: 'kind', title: 'Kind', kind: 'choice', width: 110, hidden: true, choices: ['mutual', 'unilateral'].map(choiceOf), value: ({ agreement }) => agreement.kind },
    text('scope', 'Scope', 180, true), text('code', 'Reference', 120, true),
    { id: 'reported', title: 'Register says', kind: 'text', width: 130, hidden: true, value: ({ agreement }) => agreement.reportedStage },
  ];
}

function personOf({ level, contact, personName, personEmail }: Agreement, contacts: Planner['snapshot']['contacts']): string | null {
  if (level === 'organisation') return null;
  const known = contact === null ? undefined : contacts.get(contact);
  return known ? fullName(known) : personName || personEmail;
}
