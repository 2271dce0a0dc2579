import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { SessionId } from '#shared/kernel/ids.ts';
import { counted } from '#shared/kernel/text.ts';
import { exportTable } from '#renderer/app/export-table.ts';
import { importFiles } from '#renderer/app/import-files.ts';
import { rowId } from '#renderer/app/record.ts';
import { usePlanner, useSummitDesk } from '#renderer/app/use-planner.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { Place } from '#renderer/ui/place/place.tsx';
import { addSession, meetingTimes, removeSessions } from './actions.ts';
import { AgendaBoard } from './agenda-board.tsx';
import { roomUseColumns, sessionColumns } from './columns.tsx';
import { MeetingTimes } from './meeting-times.tsx';
import { roomUses } from './select.ts';
import { SessionInspector } from './session-inspector.tsx';

type View = 'board' | 'table' | 'rooms' | 'times';

/** The sessions of the summit on a board by room, in a table, and the rooms they use. */
export function AgendaScreen() {
  const planner = usePlanner();
  const { snapshot, selected, go } = planner;
  const [chosenView, setView] = useState<View>('board');
  const view: View = selected === meetingTimes ? 'times' : chosenView;
  const [isAllRooms, setAllRooms] = useState(false);
  const [quick, setQuick] = useState('');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const session = selected === null ? undefined : snapshot.sessions.get(selected as SessionId);
  const rows = useMemo(() => [...snapshot.sessions.values()].sort((a, b) => ((a.startsAt ?? '9') < (b.startsAt ?? '9') ? -1 : 1)), [snapshot.sessions]);
  const desk = useSummitDesk();
  const columns = useMemo(() => sessionColumns(desk), [desk]);
  const uses = useMemo(() => roomUses(snapshot), [snapshot]);
  const empty = (
    <EmptyState title="No sessions yet" actions={<><Button onClick={() => void addSession.run(planner)}>{addSession.label}</Button><Button variant="default" onClick={() => void importFiles.run(planner)}>Import an agenda</Button></>}>
      Plenaries, roadmap sessions, meeting blocks and meals, by room and day. One-to-ones are placed in the meeting blocks.
    </EmptyState>
  );
  return (
    <Place
      title="Agenda" counts={counted(rows.length, 'session')} {...(view === 'table' && { quick, onQuickChange: setQuick, quickLabel: 'Filter sessions' })}
      tools={<><SegmentedControl aria-label="View" value={view} onChange={(next) => { setView(next === 'times' ? 'board' : (next as View)); go('agenda', next === 'times' ? meetingTimes : view === 'times' ? null : selected); }} data={[{ value: 'board', label: 'Board' }, { value: 'table', label: 'Table' }, { value: 'rooms', label: 'Rooms used' }, { value: 'times', label: 'Meeting times' }]} />{view === 'board' && <Checkbox label="Show rooms without sessions" checked={isAllRooms} onChange={(event) => { setAllRooms(event.currentTarget.checked); }} />}</>}
      actions={<><Button variant="default" onClick={() => void importFiles.run(planner)}>Import…</Button><Button onClick={() => void addSession.run(planner)}>{addSession.label}</Button></>}
      inspector={session && <SessionInspector session={session} />}
    >
      {view === 'board' && (rows.length === 0 ? empty : <AgendaBoard isAllRooms={isAllRooms} />)}
      {view === 'table' && (
        <DataTable
          label="Sessions" rows={rows} columns={columns} rowId={rowId} quick={quick} activeId={selected} onActiveChange={(id) => { go('agenda', id); }} selected={picked} onSelectedChange={setPicked} onExport={(shown) => void exportTable(planner, 'Agenda', shown)}
          bulk={(ids) => <Button variant="default" onClick={() => void removeSessions(planner, ids).then(() => { setPicked(new Set()); })}>Remove…</Button>} empty={empty}
        />
      )}
      {view === 'times' && <MeetingTimes />}
      {view === 'rooms' && <DataTable label="Rooms used" rows={uses} columns={roomUseColumns} rowId={({ room }) => room.id} onExport={(shown) => void exportTable(planner, 'Rooms used', shown)} empty={<EmptyState title="No rooms yet">Add rooms in Set-up.</EmptyState>} />}
    </Place>
  );
}
