import './commitments.css';
import { Button, Menu, SegmentedControl } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Commitment } from '#shared/commitments/commitment.ts';
import { isOpen } from '#shared/commitments/life.ts';
import { counted, folded } from '#shared/kernel/text.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { exportTable } from '#renderer/app/export-table.ts';
import { importFiles } from '#renderer/app/import-files.ts';
import { rowId } from '#renderer/app/record.ts';
import { type Planner, usePlanner, useSummitDesk } from '#renderer/app/use-planner.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { plainView, type TableView } from '#renderer/ui/data-table/table-view.ts';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { Place } from '#renderer/ui/place/place.tsx';
import { captureCommitment, exportForReaders, moveCommitments, removeCommitments, selectedCommitment, stepsOf } from './actions.ts';
import { captureSheet, closeCaptureSheet } from './capture-state.ts';
import { CaptureSheet } from './capture-sheet.tsx';
import { commitmentColumns } from './columns.tsx';
import { CommitmentInspector } from './commitment-inspector.tsx';
import { stepTitles } from './words.ts';

type Scope = 'all' | 'this-summit' | 'last-summit';

/** Every promise of the vendor and of the partners as equal records, with the sheet that captures them in the room. */
export function CommitmentsScreen() {
  const planner = usePlanner();
  const { snapshot, go } = planner;
  const capture = useStore(captureSheet);
  const [scope, setScope] = useState<Scope>('all');
  const [view, setView] = useState<TableView>(plainView);
  const [quick, setQuick] = useState('');
  const [shown, setShown] = useState<readonly Commitment[]>([]);
  useEffect(() => closeCaptureSheet, []);
  const all = useMemo(() => ordered(snapshot), [snapshot]);
  const commitment = selectedCommitment(planner);
  const rows = useMemo(() => (scope === 'all' ? all : all.filter(({ madeAt }) => madeAt === scope)), [all, scope]);
  const index = shown.findIndex(({ id }) => id === commitment?.id);
  const step = (by: number) => { const next = shown[index + by]; return index >= 0 && next ? () => { go('commitments', next.id); } : undefined; };
  const [previous, next] = [step(-1), step(1)];
  const canCapture = captureCommitment.isEnabled?.(planner) ?? true;
  return (
    <Place
      title="Plans & commitments" counts={`${counted(all.length, 'commitment')}, ${all.filter(isOpen).length} open`} quick={quick} onQuickChange={setQuick} quickLabel="Filter commitments"
      tools={all.length > 0 && <>
        <SegmentedControl aria-label="Made at" value={scope} onChange={(value) => { setScope(value as Scope); }} data={[{ value: 'all', label: 'All' }, { value: 'this-summit', label: 'This summit' }, { value: 'last-summit', label: 'Last summit' }]} />
        <SegmentedControl aria-label="Grouped" value={view.groupBy ?? 'none'} onChange={(value) => { setView({ ...view, groupBy: value === 'none' ? null : value }); }} data={[{ value: 'none', label: 'One list' }, { value: 'partner', label: 'By partner' }, { value: 'route', label: 'By route' }]} />
      </>}
      actions={<><Button variant="default" onClick={() => void importFiles.run(planner)}>Import…</Button><Button variant="default" disabled={all.length === 0} onClick={() => void exportForReaders.run(planner)}>Export…</Button><Button disabled={!canCapture} onClick={() => void captureCommitment.run(planner)}>Capture</Button></>}
      inspector={capture.isOpen ? <CaptureSheet key={capture.partner ?? 'new'} partner={capture.partner} /> : commitment && <CommitmentInspector key={commitment.id} commitment={commitment} {...(previous && { onPrevious: previous })} {...(next && { onNext: next })} />}
    >
      <Commitments planner={planner} rows={rows} quick={quick} view={view} onView={setView} onShown={setShown} />
    </Place>
  );
}

type ListProps = { readonly planner: Planner; readonly rows: readonly Commitment[]; readonly quick: string; readonly view: TableView; readonly onView: (view: TableView) => void; readonly onShown: (rows: readonly Commitment[]) => void };

function Commitments({ planner, rows, quick, view, onView, onShown }: ListProps) {
  const { snapshot, selected, go } = planner;
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const desk = useSummitDesk();
  const columns = useMemo(() => commitmentColumns(desk), [desk]);
  return (
    <DataTable
      label="Commitments" rows={rows} columns={columns} rowId={rowId} quick={quick} view={view} onViewChange={onView} activeId={selected} onShownChange={onShown} selected={picked} onSelectedChange={setPicked}
      onActiveChange={(id) => { closeCaptureSheet(); go('commitments', id); }} onExport={(table) => void exportTable(planner, 'Commitments', table)}
      tone={({ status }) => (status === 'waived' || status === 'renegotiated' ? 'quiet' : null)}
      bulk={(ids) => <BulkButtons planner={planner} picked={rows.filter(({ id }) => ids.includes(id))} onDone={() => { setPicked(new Set()); }} />}
      empty={snapshot.commitments.size > 0
        ? <EmptyState title="None made there">No commitment was made at that summit. Choose All to see the others.</EmptyState>
        : snapshot.partners.size === 0
          ? <EmptyState title="No partners yet" actions={<Button onClick={() => { go('partners'); }}>Go to partners</Button>}>A commitment is a promise between the vendor and a partner. Add or import your partners first.</EmptyState>
          : <EmptyState title="No commitments yet" actions={<><Button onClick={() => void captureCommitment.run(planner)}>{captureCommitment.label}</Button><Button variant="default" onClick={() => void importFiles.run(planner)}>Import last year’s</Button></>}>What the vendor and each partner promise each other: by whom, how much, by when. Capture them as they are made in the room.</EmptyState>}
    />
  );
}

/** What can be done with the picked commitments: only the steps that every one of them can take. */
function BulkButtons({ planner, picked, onDone }: { readonly planner: Planner; readonly picked: readonly Commitment[]; readonly onDone: () => void }) {
  const steps = stepsOf(picked);
  async function take(to: (typeof steps)[number]) {
    const refusal = await moveCommitments(planner, picked.map(({ id }) => id), to);
    if (refusal === null) onDone();
    else planner.tell(refusal, 'bad');
  }
  return (
    <>
      <Menu>
        <Menu.Target><Button variant="default" disabled={steps.length === 0}>Mark as…</Button></Menu.Target>
        <Menu.Dropdown>{steps.map((to) => <Menu.Item key={to} onClick={() => void take(to)}>{stepTitles[to]}</Menu.Item>)}</Menu.Dropdown>
      </Menu>
      <Button variant="default" onClick={() => void removeCommitments(planner, picked.map(({ id }) => id)).then(onDone)}>Remove…</Button>
    </>
  );
}

/** By partner, then as they fall due; without a date last. */
function ordered({ commitments, partners }: Pick<Snapshot, 'commitments' | 'partners'>): Commitment[] {
  const name = ({ partner }: Commitment) => folded(partners.get(partner)?.name ?? '');
  return [...commitments.values()].map((row) => ({ row, key: `${name(row)}\u0000${row.dueOn ?? '9999'}\u0000${row.code}` })).sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
}
