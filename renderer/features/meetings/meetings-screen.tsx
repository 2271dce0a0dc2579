import './meetings.css';
import './schedule.css';
import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { RequestId } from '#shared/kernel/ids.ts';
import { counted } from '#shared/kernel/text.ts';
import { hostLoads } from '#shared/meetings/load.ts';
import { exportTable } from '#renderer/app/export-table.ts';
import { importFiles } from '#renderer/app/import-files.ts';
import { usePlanner, useSummitDesk } from '#renderer/app/use-planner.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { Place } from '#renderer/ui/place/place.tsx';
import { addRequest, pinRequests, removeRequests, scheduleAll, scheduleAround, unplaceRequests, withdrawRequests } from './actions.ts';
import { loadColumns, requestColumns } from './columns.tsx';
import { MeetingsBoard } from './meetings-board.tsx';
import { useProposal } from './proposal.ts';
import { ProposalNotice } from './proposal-view.tsx';
import { ReadinessView } from './readiness-list.tsx';
import { RequestInspector } from './request-inspector.tsx';
import { RunsView } from './runs-view.tsx';
import { ScheduleView } from './schedule-view.tsx';
import { type BoardMode, requestRows } from './select.ts';
import { useView, type View } from './views.ts';
import { useWhereabouts } from './where.ts';

/** The one-to-ones: what is asked for, where it is held, whose time it takes, and what the scheduler proposes. */
export function MeetingsScreen() {
  const planner = usePlanner();
  const { snapshot, selected, go } = planner;
  const where = useWhereabouts();
  const proposal = useProposal(planner);
  const [view, setView] = useView();
  const [mode, setMode] = useState<BoardMode>('room');
  const [quick, setQuick] = useState('');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => requestRows(where), [where]);
  const desk = useSummitDesk();
  const columns = useMemo(() => requestColumns(desk), [desk]);
  const loads = useMemo(() => hostLoads(where).map((load) => ({ ...load, name: snapshot.executives.get(load.host)?.name ?? '', title: snapshot.executives.get(load.host)?.title ?? '' })), [where, snapshot.executives]);
  const request = selected === null ? undefined : snapshot.requests.get(selected as RequestId);
  const placed = rows.filter(({ state }) => state === 'placed').length;
  const open = rows.filter(({ state }) => state === 'open').length;
  const done = () => { setPicked(new Set()); };
  const empty = (
    <EmptyState title="No requests yet" actions={<><Button onClick={() => void addRequest.run(planner)}>{addRequest.label}</Button><Button variant="default" onClick={() => void importFiles.run(planner)}>Import requests</Button></>}>
      Who wants to meet whom, from both sides. Requests of invited partners can then be scheduled automatically.
    </EmptyState>
  );
  return (
    <Place
      title="Meetings" counts={`${counted(rows.length, 'request')}: ${placed} placed, ${open} waiting`} {...(view === 'requests' && { quick, onQuickChange: setQuick, quickLabel: 'Filter requests' })}
      tools={<><SegmentedControl aria-label="View" value={view} onChange={(next) => { setView(next as View); }} data={[{ value: 'requests', label: 'Requests' }, { value: 'board', label: 'Board' }, { value: 'hosts', label: 'Host load' }, { value: 'readiness', label: 'Readiness' }, { value: 'schedule', label: 'Schedule' }, { value: 'runs', label: 'Runs' }]} />{view === 'board' && <SegmentedControl aria-label="Columns" value={mode} onChange={(next) => { setMode(next as BoardMode); }} data={[{ value: 'room', label: 'By room' }, { value: 'host', label: 'By host' }]} />}</>}
      notice={proposal && view !== 'schedule' && <ProposalNotice proposal={proposal} onShow={() => { setView('schedule'); }} />} padded={view === 'readiness'}
      actions={<>
        <Button variant="default" onClick={() => void importFiles.run(planner)}>Import…</Button>
        <Button variant="default" onClick={() => void addRequest.run(planner)}>{addRequest.label}</Button>
        <Button variant="default" disabled={open === 0} onClick={() => void scheduleAround.run(planner)}>{scheduleAround.label}</Button>
        <Button onClick={() => void scheduleAll.run(planner)}>{scheduleAll.label}</Button>
      </>}
      inspector={request && <RequestInspector request={request} where={where} />}
    >
      {view === 'requests' && (
        <DataTable
          label="Meeting requests" rows={rows} columns={columns} rowId={({ id }) => id} quick={quick} activeId={selected} onActiveChange={(id) => { go('meetings', id); }} selected={picked} onSelectedChange={setPicked} onExport={(shown) => void exportTable(planner, 'Meeting requests', shown)}
          bulk={(ids) => <>
            <Button variant="default" onClick={() => { pinRequests(planner, ids as RequestId[], true); done(); }}>Pin</Button>
            <Button variant="default" onClick={() => { pinRequests(planner, ids as RequestId[], false); done(); }}>Unpin</Button>
            <Button variant="default" onClick={() => { unplaceRequests(planner, ids as RequestId[]); done(); }}>Unplace</Button>
            <Button variant="default" onClick={() => void withdrawRequests(planner, ids as RequestId[]).then(done)}>Withdraw…</Button>
            <Button variant="default" onClick={() => void removeRequests(planner, ids).then(done)}>Remove…</Button>
          </>}
          empty={empty}
        />
      )}
      {view === 'board' && (rows.length === 0 ? empty : <MeetingsBoard where={where} mode={mode} />)}
      {view === 'hosts' && <DataTable label="Host load" rows={loads} columns={loadColumns} rowId={({ host }) => host} onExport={(shown) => void exportTable(planner, 'Host load', shown)} empty={<EmptyState title="No executives yet">Add the vendor's executives in People.</EmptyState>} />}
      {view === 'readiness' && <ReadinessView where={where} />}
      {view === 'schedule' && <ScheduleView where={where} />}
      {view === 'runs' && <RunsView where={where} />}
    </Place>
  );
}
