import { Button, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { coverageText, cureText } from '#shared/agreements/coverage-text.ts';
import { type DoorEntry, doorLists } from '#shared/agreements/door-list.ts';
import { fullName } from '#shared/partners/contact.ts';
import { exportTable } from '#renderer/app/export-table.ts';
import { type Planner, type SummitDesk, useSummitDesk } from '#renderer/app/use-planner.ts';
import { dateWords } from '#renderer/ui/data-table/cell-text.ts';
import type { Column } from '#renderer/ui/data-table/column.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { CoverageMark } from './coverage-table.tsx';

/** The list for the door of one confidential session: cleared, then waived, the not cleared last. */
export function DoorView({ planner, quick }: { readonly planner: Planner; readonly quick: string }) {
  const { snapshot, go, selected } = planner;
  const lists = useMemo(() => doorLists(snapshot), [snapshot]);
  const [chosen, setChosen] = useState<string | null>(null);
  const list = lists.find(({ session }) => session === chosen) ?? lists[0];
  const desk = useSummitDesk();
  const columns = useMemo(() => doorColumns(desk), [desk]);
  if (!list) return <EmptyState title="No confidential sessions" actions={<Button onClick={() => { go('agenda'); }}>Open the agenda</Button>}>Each session that needs an NDA has a door list here.</EmptyState>;
  const title = snapshot.sessions.get(list.session)?.title ?? '';
  return (
    <div className="nda-door">
      <div className="nda-door-head">
        <Select aria-label="Session" w={360} allowDeselect={false} value={list.session} onChange={setChosen} data={lists.map(({ session }) => ({ value: session, label: sessionWords(planner, session) }))} />
        <span>{list.cleared} cleared, {list.waived} waived, <strong>{list.blocked} not cleared</strong></span>
        {!list.audienceUnderstood && <span className="sp-muted">The audience wording names no rule, so everyone expected is listed.</span>}
      </div>
      <div className="nda-door-list">
        <DataTable
          label={`Door list of ${title}`} rows={list.entries} columns={columns} rowId={({ contact }) => contact} quick={quick} activeId={selected} onActiveChange={(id) => { go('ndas', id); }} onExport={(shown) => void exportTable(planner, `Door list ${title}`.replace(/[<>:"/\\|?*]/g, ' '), shown)}
          empty={<EmptyState title="Nobody is expected" actions={<Button onClick={() => { go('invitees'); }}>Choose invitees</Button>}>Nobody of the approved or invited partners is in the audience of this session.</EmptyState>}
        />
      </div>
    </div>
  );
}

function doorColumns({ snapshot: { contacts, partners } }: SummitDesk): Column<DoorEntry>[] {
  return [
    { id: 'person', title: 'Person', kind: 'text', width: 220, value: ({ contact }) => { const known = contacts.get(contact); return known ? fullName(known) : null; } },
    { id: 'partner', title: 'Partner', kind: 'text', width: 220, value: ({ partner }) => (partner && partners.get(partner)?.name) ?? null },
    { id: 'coverage', title: 'May enter', kind: 'text', width: 120, value: ({ coverage }) => coverage.outcome, render: ({ coverage }) => <CoverageMark coverage={coverage} /> },
    { id: 'why', title: 'Why', kind: 'text', width: 300, value: ({ coverage }) => coverageText(coverage) },
    { id: 'cure', title: 'What cures it', kind: 'text', width: 300, value: ({ coverage }) => (coverage.outcome === 'blocked' ? cureText(coverage) : null) },
  ];
}

function sessionWords({ snapshot }: Planner, id: Parameters<Planner['snapshot']['sessions']['get']>[0]): string {
  const session = snapshot.sessions.get(id);
  return session ? `${session.title}${session.startsAt ? `, ${dateWords(session.startsAt)} ${session.startsAt.slice(11)}` : ''}` : id;
}
