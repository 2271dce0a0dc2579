import './meetings.css';
import './schedule.css';
import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { RequestId } from '#shared/kernel/ids.ts';
import { counted, grouped } from '#shared/kernel/text.ts';
import { exportTable } from '#renderer/app/export-table.ts';
import { importFiles } from '#renderer/app/import-files.ts';
import { usePlanner, useSummitDesk } from '#renderer/app/use-planner.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { toTsv } from '#renderer/ui/data-table/tsv.ts';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { Place } from '#renderer/ui/place/place.tsx';
import { addRequest, pinRequests, removeRequests, scheduleAll, scheduleAround, unplaceRequests, withdrawRequests } from './actions.ts';
import { AttentionView } from './attention-view.tsx';
import { requestColumns } from './columns.tsx';
import { addSeveral, askToEdit, pasteRequests, pasting } from './bulk.ts';
import { meetingTables } from './cure-tables.ts';
import { LoadView } from './load-view.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { MeetingsBoard } from './meetings-board.tsx';
import { noThanksToAll } from './no-thanks.ts';
import { useProposal } from './proposal.ts';
import { ProposalNotice } from './proposal-view.tsx';
import { ReadinessView } from './readiness-list.tsx';
import { RequestInspector } from './request-inspector.tsx';
import { BoardTools } from './board-tools.tsx';
import { useBoardView } from './board-view.ts';
import { RunsView } from './runs-view.tsx';
import { useRunning } from './scheduling.ts';
import { ScheduleView } from './schedule-view.tsx';
import { requestRows } from './select.ts';
import { useReasons } from './use-reasons.ts';
import { useView, type View, views } from './views.ts';
import { useWhereabouts } from './where.ts';
import { useKnown, useWhyWork } from './why-store.ts';

/** The one-to-ones: what is asked for, where it is held, whose time it takes, and what the scheduler proposes. */
export function MeetingsScreen() {
  const planner = usePlanner();
  const { snapshot, selected, go } = planner;
  const where = useWhereabouts();
  const proposal = useProposal(planner);
  const [view, setView] = useView();
  const isBroughtAlong = useBroughtAlong(view, selected);
  const [quick, setQuick] = useState('');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const reasons = useReasons(where);
  const tables = meetingTables(snapshot);
  useWhyWork(where, tables, useRunning(planner) !== null);
  const known = useKnown(tables);
  const rows = useMemo(() => requestRows(where, reasons, known), [where, reasons, known]);
  const desk = useSummitDesk();
  const columns = useMemo(() => requestColumns(desk), [desk]);
  const request = selected === null ? undefined : snapshot.requests.get(selected as RequestId);
  const boardView = useBoardView(where, request);
  const placed = rows.filter(({ state }) => state === 'placed').length;
  const open = rows.filter(({ state }) => state === 'open').length;
  const notInvited = rows.filter(({ state }) => state === 'not-invited').length;
  // Where a plan is made, taken or rolled back, or nothing waits, another step is the next.
  const isNext = open > 0 && view !== 'schedule' && view !== 'runs';
  const done = () => { setPicked(new Set()); };
  const empty = (
    <EmptyState title="No requests yet" actions={<><Button onClick={() => void addRequest.run(planner)}>{addRequest.label}</Button><Button variant="default" onClick={() => void importFiles.run(planner)}>Import requests</Button></>}>
      Who wants to meet whom, from both sides. Requests of invited partners can then be scheduled automatically.
    </EmptyState>
  );
  return (
    <Place
      title="Meetings" counts={`${counted(rows.length, 'request')}: ${grouped(placed)} placed, ${grouped(open)} waiting${notInvited > 0 ? `, ${grouped(notInvited)} of partners not invited` : ''}`} {...(view === 'requests' && { quick, onQuickChange: setQuick, quickLabel: 'Filter requests' })}
      tools={<>
        <SegmentedControl aria-label="View" value={view} onChange={(next) => { setView(next as View); }} data={[...views]} />
        {view === 'requests' && rows.length > 0 && <><span className="sp-place-gap" /><Button variant="default" onClick={() => void addSeveral.run(planner)}>{addSeveral.label}</Button><Button variant="default" onClick={() => void pasteRequests.run(planner)}>{pasteRequests.label}</Button></>}
        {view === 'board' && <BoardTools where={where} view={boardView} />}
      </>}
      notice={proposal && view !== 'schedule' && <ProposalNotice proposal={proposal} onShow={() => { setView('schedule'); }} />} padded={view === 'readiness'}
      actions={<>
        <Button variant="default" onClick={() => void importFiles.run(planner)}>Import…</Button>
        <Button variant="default" onClick={() => void addRequest.run(planner)}>{addRequest.label}</Button>
        <Button variant="default" disabled={open === 0} onClick={() => void scheduleAround.run(planner)}>{scheduleAround.label}</Button>
        <Button variant={isNext ? 'filled' : 'default'} onClick={() => void scheduleAll.run(planner)}>{scheduleAll.label}</Button>
      </>}
      inspector={request && !isBroughtAlong && view !== 'attention' && view !== 'hosts' && <RequestInspector request={request} where={where} />}
    >
      {view === 'requests' && (
        <DataTable
          label="Meeting requests" rows={rows} columns={columns} rowId={({ id }) => id} quick={quick} activeId={selected} onActiveChange={(id) => { go('meetings', id); }} selected={picked} onSelectedChange={setPicked} onExport={(shown) => void exportTable(planner, 'Meeting requests', shown)}
          onPaste={({ cells }) => { pasting.setState({ text: toTsv(cells) }); }}
          bulk={(ids) => <>
            <Button variant="default" onClick={() => void askToEdit(planner, ids as RequestId[]).then((isChanged) => { if (isChanged) done(); })}>Edit…</Button>
            <Button variant="default" onClick={() => { pinRequests(planner, ids as RequestId[], true); done(); }}>Pin</Button>
            <Button variant="default" onClick={() => { pinRequests(planner, ids as RequestId[], false); done(); }}>Unpin</Button>
            <Button variant="default" onClick={() => { unplaceRequests(planner, ids as RequestId[]); done(); }}>Unplace</Button>
            <Button variant="default" onClick={() => void noThanksToAll(planner, ids as RequestId[]).then((isSaid) => { if (isSaid) done(); })}>No thanks…</Button>
            <Button variant="default" onClick={() => void withdrawRequests(planner, ids as RequestId[]).then(done)}>Withdraw…</Button>
            <Button variant="default" onClick={() => void removeRequests(planner, ids).then(done)}>Remove…</Button>
          </>}
          empty={empty}
        />
      )}
      {view === 'board' && (rows.length === 0 ? empty : <MeetingsBoard where={where} view={boardView} reasons={reasons} />)}
      {view === 'attention' && <AttentionView where={where} />}
      {view === 'hosts' && <LoadView where={where} />}
      {view === 'readiness' && <ReadinessView where={where} />}
      {view === 'schedule' && <ScheduleView where={where} />}
      {view === 'runs' && <RunsView where={where} />}
      <PasteDialog />
    </Place>
  );
}

/** Whether the selection was made in another view than this one, whose room a record opened elsewhere should not take. The table and the board show one selection. */
function useBroughtAlong(view: View, selected: string | null): boolean {
  const [arrived, setArrived] = useState<{ readonly view: View; readonly selected: string | null }>({ view, selected: null });
  if (arrived.view !== view) setArrived({ view, selected });
  return view !== 'requests' && view !== 'board' && selected !== null && selected === arrived.selected;
}
