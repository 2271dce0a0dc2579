import './ndas.css';
import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { chaseList } from '#shared/agreements/chase-list.ts';
import { holds } from '#shared/agreements/stage.ts';
import { counted } from '#shared/kernel/text.ts';
import { exportTable } from '#renderer/app/export-table.ts';
import { importFiles } from '#renderer/app/import-files.ts';
import { rowId } from '#renderer/app/record.ts';
import { type Planner, usePlanner, useSummitDesk } from '#renderer/app/use-planner.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { Place } from '#renderer/ui/place/place.tsx';
import { addNda, removeNdas, selectedAgreement, waiveNda } from './actions.ts';
import { AgreementInspector } from './agreement-inspector.tsx';
import { ChaseTable } from './chase-table.tsx';
import { coverageRows, CoverageTable, PersonInspector } from './coverage-table.tsx';
import { DoorView } from './door-view.tsx';
import { entries, registerColumns } from './register-columns.tsx';

type View = 'register' | 'coverage' | 'doors' | 'chase';

/** The register of agreements, who it covers, the lists for the doors and whom to chase. */
export function NdasScreen() {
  const planner = usePlanner();
  const { snapshot, selected } = planner;
  const [view, setView] = useState<View>('register');
  const [quick, setQuick] = useState('');
  const today = planner.today();
  const rows = useMemo(() => entries(snapshot, today), [snapshot, today]);
  const people = useMemo(() => coverageRows(snapshot), [snapshot]);
  const chased = useMemo(() => chaseList(snapshot, today), [snapshot, today]);
  const agreement = selectedAgreement(planner);
  const person = people.find(({ id }) => id === selected);
  return (
    <Place
      title="NDAs" counts={`${counted(rows.length, 'agreement')}, ${rows.filter(({ stage }) => holds(stage)).length} in force`} quick={quick} onQuickChange={setQuick} quickLabel="Filter"
      tools={<SegmentedControl aria-label="View" value={view} onChange={(next) => { setView(next as View); }} data={[{ value: 'register', label: 'Register' }, { value: 'coverage', label: 'Coverage' }, { value: 'doors', label: 'Door lists' }, { value: 'chase', label: `Chase list (${chased.length})` }]} />}
      actions={<><Button variant="default" onClick={() => void importFiles.run(planner)}>Import…</Button><Button variant="default" disabled={!waiveNda.isEnabled?.(planner)} onClick={() => void waiveNda.run(planner)}>{waiveNda.label}</Button><Button disabled={!addNda.isEnabled?.(planner)} onClick={() => void addNda.run(planner)}>{addNda.label}</Button></>}
      inspector={agreement ? <AgreementInspector key={agreement.id} agreement={agreement} /> : person && <PersonInspector row={person} />}
    >
      {view === 'register' && <Register planner={planner} rows={rows} quick={quick} />}
      {view === 'coverage' && <CoverageTable planner={planner} rows={people} quick={quick} />}
      {view === 'doors' && <DoorView planner={planner} quick={quick} />}
      {view === 'chase' && <ChaseTable planner={planner} rows={chased} quick={quick} />}
    </Place>
  );
}

function Register({ planner, rows, quick }: { readonly planner: Planner; readonly rows: ReturnType<typeof entries>; readonly quick: string }) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const desk = useSummitDesk();
  const columns = useMemo(() => registerColumns(desk), [desk]);
  return (
    <DataTable
      label="NDA register" rows={rows} columns={columns} rowId={rowId} quick={quick} activeId={planner.selected} onActiveChange={(id) => { planner.go('ndas', id); }} selected={picked} onSelectedChange={setPicked} onExport={(shown) => void exportTable(planner, 'NDA register', shown)}
      bulk={(ids) => <Button variant="default" onClick={() => void removeNdas(planner, ids).then(() => { setPicked(new Set()); })}>Remove…</Button>}
      empty={<EmptyState title="No NDAs yet" actions={<><Button onClick={() => void importFiles.run(planner)}>Import an NDA register</Button><Button variant="default" disabled={!addNda.isEnabled?.(planner)} onClick={() => void addNda.run(planner)}>{addNda.label}</Button></>}>Agreements with partners and people. Their status follows from their dates, and decides who may hear a confidential session.</EmptyState>}
    />
  );
}
