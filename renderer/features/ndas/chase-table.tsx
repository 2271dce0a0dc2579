import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { Chase } from '#shared/agreements/chase-list.ts';
import { fullName } from '#shared/partners/contact.ts';
import { exportTable } from '#renderer/app/export-table.ts';
import { type Planner, type SummitDesk, useSummitDesk } from '#renderer/app/use-planner.ts';
import type { Column } from '#renderer/ui/data-table/column.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';

/** Whose NDA must be chased, the most pressing first. Opening a line opens its agreement, or adds one where there is none. */
export function ChaseTable({ planner, rows, quick }: { readonly planner: Planner; readonly rows: readonly Chase[]; readonly quick: string }) {
  const desk = useSummitDesk();
  const columns = useMemo(() => chaseColumns(desk), [desk]);
  return (
    <DataTable
      label="Chase list" rows={rows} columns={columns} rowId={chaseId} quick={quick} activeId={planner.selected} onActiveChange={(id) => { planner.go('ndas', id); }} onExport={(shown) => void exportTable(planner, 'NDA chase list', shown)}
      tone={({ daysLeft }) => (daysLeft !== null && daysLeft <= 14 ? 'warning' : null)}
      empty={<EmptyState title="Nobody to chase" actions={<Button variant="default" onClick={() => { planner.go('invitees'); }}>Open invitees</Button>}>Everyone expected in a confidential session is covered, or nobody is expected yet.</EmptyState>}
    />
  );
}

/** The agreement to work on, else the first person who lacks one. */
function chaseId({ agreement, people }: Chase): string {
  return agreement ?? people[0] ?? '';
}

function chaseColumns({ snapshot: { partners, contacts } }: SummitDesk): Column<Chase>[] {
  return [
    { id: 'days', title: 'Days left', kind: 'number', width: 92, sum: false, value: ({ daysLeft }) => daysLeft },
    { id: 'partner', title: 'Partner', kind: 'text', width: 220, value: ({ partner }) => (partner && partners.get(partner)?.name) ?? null },
    { id: 'people', title: 'People', kind: 'number', width: 84, value: ({ people }) => people.length, hint: 'Blocked from at least one session' },
    { id: 'next', title: 'Next step', kind: 'text', width: 320, value: ({ nextStep }) => nextStep },
    { id: 'last', title: 'Last action', kind: 'text', width: 190, value: ({ lastAction }) => (lastAction ? `${lastAction.what} ${lastAction.on}` : null) },
    { id: 'owner', title: 'Owner', kind: 'text', width: 150, value: ({ owner }) => owner },
    { id: 'needed', title: 'Needed by', kind: 'date', width: 146, value: ({ neededBy }) => neededBy },
    { id: 'sessions', title: 'Sessions', kind: 'number', width: 88, sum: false, value: ({ sessions }) => sessions.length },
    { id: 'names', title: 'Who', kind: 'text', width: 300, hidden: true, value: ({ people }) => people.map((id) => { const known = contacts.get(id); return known ? fullName(known) : id; }).join('; ') },
  ];
}
