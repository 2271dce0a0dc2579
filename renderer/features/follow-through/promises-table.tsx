import { Button, Menu } from '@mantine/core';
import { useMemo, useState } from 'react';
import { commitmentSides, type CommitmentStatus } from '#shared/commitments/commitment.ts';
import { commitmentSteps, statusTitles } from '#shared/commitments/life.ts';
import { routes, routeTitles } from '#shared/commitments/routes.ts';
import { exportTable } from '#renderer/app/export-table.ts';
import { cellEdit, rowId } from '#renderer/app/record.ts';
import { type Planner, type SummitDesk, useSummitDesk } from '#renderer/app/use-planner.ts';
import { moneyWords } from '#renderer/ui/data-table/cell-text.ts';
import type { CellEdit, Column } from '#renderer/ui/data-table/column.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { plainView, type TableView } from '#renderer/ui/data-table/table-view.ts';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { canHaveReceipt, move, typeReceipt } from './actions.ts';
import { DueMark, HandOffMark } from './marks.tsx';
import { dueWords, handOffStates, handOffTitles, type OpenPromise } from './select.ts';

type Props = { readonly planner: Planner; readonly rows: readonly OpenPromise[]; readonly quick: string; readonly onShown: (rows: readonly OpenPromise[]) => void };

/** Every promise still to be fulfilled under the team that fulfils it, overdue first; the receipt is typed where it stands. */
export function PromisesTable({ planner, rows, quick, onShown }: Props) {
  const { snapshot, selected, go } = planner;
  const [view, setView] = useState<TableView>({ ...plainView, groupBy: 'route' });
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const desk = useSummitDesk();
  const columns = useMemo(() => promiseColumns(desk), [desk]);
  const inRouteOrder = useMemo(() => [...rows].sort((a, b) => routeRank(a) - routeRank(b)), [rows]);
  return (
    <DataTable
      label="Open commitments" rows={view.groupBy === 'route' ? inRouteOrder : rows} columns={columns} rowId={rowId} quick={quick} view={view} onViewChange={setView} activeId={selected} onActiveChange={(id) => { go('follow-through', id); }}
      onShownChange={onShown} selected={picked} onSelectedChange={setPicked} onExport={(shown) => void exportTable(planner, 'Open commitments', shown)}
      bulk={(ids) => <BulkButtons planner={planner} picked={rows.filter(({ id }) => ids.includes(id))} onDone={() => { setPicked(new Set()); }} />}
      empty={snapshot.commitments.size === 0
        ? <EmptyState title="Nothing to follow through yet" actions={<Button onClick={() => { go('commitments'); }}>Capture commitments</Button>}>Promises made at the summit are handed over to the teams that fulfil them, and come back with a receipt. Capture the first under Plans &amp; commitments.</EmptyState>
        : <EmptyState title="Everything is done" actions={<Button variant="default" onClick={() => { go('commitments'); }}>See all commitments</Button>}>No commitment is open: each one is fulfilled, missed, waived or renegotiated.</EmptyState>}
    />
  );
}

function BulkButtons({ planner, picked, onDone }: { readonly planner: Planner; readonly picked: readonly OpenPromise[]; readonly onDone: () => void }) {
  const [first, ...others] = picked.map(({ commitment }) => commitmentSteps[commitment.status ?? 'captured']);
  const steps = (first ?? []).filter((step) => others.every((each) => each.includes(step)));
  const take = (to: CommitmentStatus) => void move(planner, picked.map(({ commitment }) => commitment.id), to).then((isDone) => { if (isDone) onDone(); });
  return (
    <Menu>
      <Menu.Target><Button variant="default" disabled={steps.length === 0}>Mark as…</Button></Menu.Target>
      <Menu.Dropdown>{steps.map((to) => <Menu.Item key={to} onClick={() => { take(to); }}>{statusTitles[to]}</Menu.Item>)}</Menu.Dropdown>
    </Menu>
  );
}

function promiseColumns(planner: SummitDesk): Column<OpenPromise>[] {
  const nameOf = ({ code }: { readonly code: string }) => code || 'a commitment';
  const edit = (field: string, title: string): CellEdit<OpenPromise> => {
    const own = cellEdit(planner, 'commitments', field, title, nameOf);
    return { commit: (row, value) => own.commit(row.commitment, value) };
  };
  return [
    { id: 'partner', title: 'Partner', kind: 'text', width: 200, value: ({ partner }) => partner },
    { id: 'description', title: 'What is promised', kind: 'text', width: 270, value: ({ commitment }) => commitment.description },
    { id: 'over', title: 'When', kind: 'number', align: 'start', width: 148, sum: false, value: ({ daysOver }) => daysOver, text: ({ daysOver }) => dueWords(daysOver), render: ({ daysOver }) => <DueMark daysOver={daysOver} /> },
    { id: 'state', title: 'Hand-off', kind: 'choice', width: 164, choices: handOffStates.map((value) => ({ value, label: handOffTitles[value] })), value: ({ state }) => state, render: ({ state }) => <HandOffMark state={state} /> },
    { id: 'receipt', title: 'Receipt', kind: 'text', width: 150, hint: 'The receiving team’s reference; typing it says the hand-off arrived', value: ({ commitment }) => commitment.receipt, edit: { allowed: ({ commitment }) => canHaveReceipt(commitment), commit: ({ commitment }, value) => typeReceipt(planner, commitment, String(value ?? '')) } },
    { id: 'owner', title: 'Who owes it', kind: 'text', width: 190, value: ({ commitment: { side, vendorOwner, partnerOwner } }) => [side === 'partner' ? '' : vendorOwner, side === 'vendor' ? '' : partnerOwner].filter(Boolean).join(', ') || null },
    { id: 'side', title: 'Side', kind: 'choice', width: 84, choices: commitmentSides.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) })), value: ({ commitment }) => commitment.side },
    { id: 'dueOn', title: 'Due', kind: 'date', width: 158, value: ({ commitment }) => commitment.dueOn, edit: edit('dueOn', 'Due date') },
    { id: 'money', title: 'Amount', kind: 'money', width: 148, value: ({ commitment }) => commitment.money, summed: ({ commitment: { money } }) => money !== null && money.hundredths >= 0, text: ({ commitment }) => (commitment.money ? moneyWords(commitment.money) : '') },
    { id: 'route', title: 'Route', kind: 'choice', width: 190, choices: routes.map((value) => ({ value, label: routeTitles[value] })), value: ({ route }) => route, text: ({ route }) => (route === null ? 'No route yet: choose a type' : routeTitles[route]) },
    { id: 'code', title: 'Id', kind: 'text', width: 80, value: ({ commitment }) => commitment.code },
  ];
}

function routeRank({ route }: OpenPromise): number {
  return route === null ? routes.length : routes.indexOf(route);
}
