import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ContactId, ExecutiveId } from '#shared/kernel/ids.ts';
import { counted } from '#shared/kernel/text.ts';
import { findDuplicates } from '#renderer/app/duplicates.ts';
import { exportTable } from '#renderer/app/export-table.ts';
import { importFiles } from '#renderer/app/import-files.ts';
import { rowId } from '#renderer/app/record.ts';
import { type Planner, usePlanner, useSummitDesk } from '#renderer/app/use-planner.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { Place } from '#renderer/ui/place/place.tsx';
import { addContact, addExecutive, removePeople } from './actions.ts';
import { contactColumns, executiveColumns } from './columns.ts';
import { ContactInspector } from './contact-inspector.tsx';
import { ExecutiveInspector } from './executive-inspector.tsx';

type Side = 'contacts' | 'executives';

/** The people of both sides: partner contacts and the vendor's executives. */
export function PeopleScreen() {
  const planner = usePlanner();
  const { snapshot, selected } = planner;
  const executive = selected === null ? undefined : snapshot.executives.get(selected as ExecutiveId);
  const contact = selected === null ? undefined : snapshot.contacts.get(selected as ContactId);
  const [chosen, setChosen] = useState<Side>('contacts');
  const side: Side = executive ? 'executives' : contact ? 'contacts' : chosen;
  const [quick, setQuick] = useState('');
  return (
    <Place
      title="People" counts={`${counted(snapshot.contacts.size, 'contact')}, ${counted(snapshot.executives.size, 'executive')}`} quick={quick} onQuickChange={setQuick} quickLabel="Filter people"
      tools={<SegmentedControl aria-label="Side" value={side} onChange={(next) => { planner.go('people'); setChosen(next as Side); }} data={[{ value: 'contacts', label: 'Partner contacts' }, { value: 'executives', label: 'Our executives' }]} />}
      actions={<>{side === 'contacts' && <Button variant="default" disabled={snapshot.contacts.size < 2} onClick={() => void findDuplicates.run(planner)}>{findDuplicates.label}…</Button>}<Button variant="default" onClick={() => void importFiles.run(planner)}>Import…</Button><Button variant="default" onClick={() => void addExecutive.run(planner)}>{addExecutive.label}</Button><Button onClick={() => void addContact.run(planner)}>{addContact.label}</Button></>}
      inspector={executive ? <ExecutiveInspector executive={executive} /> : contact && <ContactInspector contact={contact} />}
    >
      {side === 'contacts' ? <Contacts planner={planner} quick={quick} /> : <Executives planner={planner} quick={quick} />}
    </Place>
  );
}

type ListProps = { readonly planner: Planner; readonly quick: string };

function Contacts({ planner, quick }: ListProps) {
  const rows = useMemo(() => [...planner.snapshot.contacts.values()], [planner.snapshot.contacts]);
  const desk = useSummitDesk();
  const columns = useMemo(() => contactColumns(desk), [desk]);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  return (
    <DataTable
      label="Partner contacts" rows={rows} columns={columns} rowId={rowId} quick={quick} onExport={(shown) => void exportTable(planner, 'Partner contacts', shown)} activeId={planner.selected} onActiveChange={(id) => { planner.go('people', id); }} selected={picked} onSelectedChange={setPicked}
      bulk={(ids) => <Button variant="default" onClick={() => void removePeople(planner, ids).then(() => { setPicked(new Set()); })}>Remove…</Button>}
      empty={<EmptyState title="No contacts yet" actions={<><Button onClick={() => { planner.go('exchange'); }}>Import a folder of exports</Button><Button variant="default" onClick={() => void addContact.run(planner)}>{addContact.label}</Button></>}>The people at your partners: who may come, who meets whom, who signed.</EmptyState>}
    />
  );
}

function Executives({ planner, quick }: ListProps) {
  const rows = useMemo(() => [...planner.snapshot.executives.values()], [planner.snapshot.executives]);
  const desk = useSummitDesk();
  const columns = useMemo(() => executiveColumns(desk), [desk]);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  return (
    <DataTable
      label="Our executives" rows={rows} columns={columns} rowId={rowId} quick={quick} onExport={(shown) => void exportTable(planner, 'Our executives', shown)} activeId={planner.selected} onActiveChange={(id) => { planner.go('people', id); }} selected={picked} onSelectedChange={setPicked}
      bulk={(ids) => <Button variant="default" onClick={() => void removePeople(planner, ids).then(() => { setPicked(new Set()); })}>Remove…</Button>}
      empty={<EmptyState title="No executives yet" actions={<><Button onClick={() => void addExecutive.run(planner)}>{addExecutive.label}</Button><Button variant="default" onClick={() => void importFiles.run(planner)}>Import executives</Button></>}>Your own executives: hosts of the one-to-ones, speakers and sponsors.</EmptyState>}
    />
  );
}
