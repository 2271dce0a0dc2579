import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { RoomId } from '#shared/kernel/ids.ts';
import { counted } from '#shared/kernel/text.ts';
import type { Room } from '#shared/summit/room.ts';
import { editFields } from '#shared/workspace/edit-field.ts';
import { exportTable } from '#renderer/app/export-table.ts';
import { importFiles } from '#renderer/app/import-files.ts';
import { cellEdit, factsOf, rowId } from '#renderer/app/record.ts';
import { type Planner, type SummitDesk, usePlanner, useSummitDesk } from '#renderer/app/use-planner.ts';
import type { Column } from '#renderer/ui/data-table/column.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { KeyFacts } from '#renderer/ui/forms/key-facts.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { Inspector, InspectorSection } from '#renderer/ui/place/inspector.tsx';
import { SpellList } from '#renderer/ui/forms/spell-list.tsx';
import { Place } from '#renderer/ui/place/place.tsx';
import { addDay, addRoom, closeRoom, removeDay, removeRoom, removeRooms, setClosed } from './actions.ts';
import { Walking } from './walking.tsx';

/** The summit itself: name, days, zone, limits and brand; and its rooms. */
export function SetUpScreen() {
  const planner = usePlanner();
  const { snapshot, selected } = planner;
  const room = selected === null ? undefined : snapshot.rooms.get(selected as RoomId);
  const [chosen, setChosen] = useState('summit');
  const [quick, setQuick] = useState('');
  const view = room ? 'rooms' : chosen;
  return (
    <Place
      title="Set-up" counts={`${counted(planner.summit.days.length, 'day')}, ${counted(snapshot.rooms.size, 'room')}`} padded={view === 'summit'}
      tools={<SegmentedControl aria-label="View" value={view} onChange={(next) => { planner.go('set-up'); setChosen(next); }} data={[{ value: 'summit', label: 'Summit' }, { value: 'rooms', label: 'Rooms' }]} />}
      {...(view === 'rooms' && { quick, onQuickChange: setQuick, quickLabel: 'Filter rooms' })}
      actions={view === 'rooms' ? <><Button variant="default" onClick={() => void importFiles.run(planner)}>Import…</Button><Button onClick={() => void addRoom.run(planner)}>{addRoom.label}</Button></> : <Button onClick={() => void addDay.run(planner)}>{addDay.label}</Button>}
      inspector={room && <RoomInspector room={room} planner={planner} />}
    >
      {view === 'rooms' ? <Rooms planner={planner} quick={quick} /> : <SummitFacts planner={planner} />}
    </Place>
  );
}

function SummitFacts({ planner }: { readonly planner: Planner }) {
  const { summit, snapshot } = planner;
  const fact = factsOf(planner, 'summits', summit.id, summit.name);
  const setTiers = (text: unknown) => editFields(snapshot, 'summits', summit.id, { tiers: String(text ?? '').split(',').map((tier) => tier.trim()).filter(Boolean) }, 'Tiers');
  return (
    <div className="sp-two-columns">
      <InspectorSection level={2} title="Summit">
        <KeyFacts
          facts={[
            fact({ name: 'name', label: 'Name', kind: 'text', required: true }, summit.name),
            fact({ name: 'edition', label: 'Edition', kind: 'text' }, summit.edition),
            fact({ name: 'vendor', label: 'Vendor', kind: 'text' }, summit.vendor),
            fact({ name: 'vendorDomain', label: 'Mail domain', kind: 'text' }, summit.vendorDomain),
            fact({ name: 'venue', label: 'Venue', kind: 'text' }, summit.venue),
            fact({ name: 'zone', label: 'Time zone', kind: 'text', hint: 'As in Europe/Brussels', required: true }, summit.zone),
            fact({ name: 'currency', label: 'Currency', kind: 'text', hint: 'As in EUR', required: true }, summit.currency),
            fact({ name: 'fiscalYearStartMonth', label: 'Fiscal year begins in month', kind: 'number', whole: true, min: 1, max: 12, required: true }, summit.fiscalYearStartMonth),
            fact({ name: 'seatLimit', label: 'Seats for partners', kind: 'number', whole: true, min: 1 }, summit.seatLimit),
            fact({ name: 'plannerName', label: 'Planner', kind: 'text' }, summit.plannerName),
          ]}
        />
      </InspectorSection>
      <div>
        <InspectorSection level={2} title="Days" aside={<Button size="compact-xs" variant="subtle" onClick={() => void addDay.run(planner)}>{addDay.label}</Button>}>
          <ul className="sp-plain-list">
            {summit.days.map(({ date, opensAt, closesAt }) => (
              <li key={date} className="sp-spell">
                <span>{new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${date}T00:00Z`))}, {opensAt} to {closesAt}</span>
                <ActionIcon aria-label={`Remove ${date}`} onClick={() => { removeDay(planner, date); }}><IconX size={14} /></ActionIcon>
              </li>
            ))}
          </ul>
          {summit.days.length === 0 && <p className="sp-muted">No day yet. Add the days of the summit, or import its agenda.</p>}
        </InspectorSection>
        <InspectorSection level={2} title="Meetings and books">
          <KeyFacts
            facts={[
              fact({ name: 'gridMinutes', label: 'Meetings may start every', kind: 'number', whole: true, min: 5, max: 120, unit: 'minutes', required: true }, summit.gridMinutes),
              fact({ name: 'breakMinutes', label: 'Kept free after a meeting', kind: 'number', whole: true, min: 0, max: 60, unit: 'minutes', required: true }, summit.breakMinutes),
              fact({ name: 'meetOutsideBlocks', label: 'Also meet outside meeting blocks', kind: 'flag' }, summit.meetOutsideBlocks),
              fact({ name: 'travelMarginMinutes', label: 'Kept free around travel', kind: 'number', whole: true, min: 0, max: 600, unit: 'minutes', required: true }, summit.travelMarginMinutes),
              fact({ name: 'partnerMayAsk', label: 'A partner may ask for', kind: 'number', whole: true, min: 0, unit: 'meetings' }, summit.partnerMayAsk),
              fact({ name: 'vendorMayAsk', label: 'We may ask a partner for', kind: 'number', whole: true, min: 0, unit: 'meetings' }, summit.vendorMayAsk),
              { ...fact({ name: 'tiers', label: 'Tiers, highest first', kind: 'text' }, summit.tiers.join(', ')), onCommit: (next) => { planner.attempt(setTiers(next)); } },
              fact({ name: 'brandColour', label: 'Brand colour', kind: 'text', hint: 'As in #1f5fae', required: true }, summit.brandColour),
              fact({ name: 'confidentialityWording', label: 'Confidentiality line', kind: 'text', multiline: true }, summit.confidentialityWording),
            ]}
          />
        </InspectorSection>
        <Walking planner={planner} />
      </div>
    </div>
  );
}

function Rooms({ planner, quick }: { readonly planner: Planner; readonly quick: string }) {
  const rows = useMemo(() => [...planner.snapshot.rooms.values()], [planner.snapshot.rooms]);
  const desk = useSummitDesk();
  const columns = useMemo(() => roomColumns(desk), [desk]);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  return (
    <DataTable
      label="Rooms" rows={rows} columns={columns} rowId={rowId} quick={quick} activeId={planner.selected} onActiveChange={(id) => { planner.go('set-up', id); }} selected={picked} onSelectedChange={setPicked} onExport={(shown) => void exportTable(planner, 'Rooms', shown)}
      bulk={(ids) => <Button variant="default" onClick={() => void removeRooms(planner, ids).then(() => { setPicked(new Set()); })}>Remove…</Button>}
      empty={<EmptyState title="No rooms yet" actions={<><Button onClick={() => void addRoom.run(planner)}>{addRoom.label}</Button><Button variant="default" onClick={() => void importFiles.run(planner)}>Import rooms</Button></>}>Where sessions and one-to-ones are held.</EmptyState>}
    />
  );
}

function roomColumns(planner: SummitDesk): Column<Room>[] {
  const edit = (field: string, title: string) => cellEdit(planner, 'rooms', field, title, ({ name }) => name);
  return [
    { id: 'name', title: 'Room', kind: 'text', width: 220, value: ({ name }) => name, edit: edit('name', 'Name') },
    { id: 'seats', title: 'Seats', kind: 'number', value: ({ seats }) => seats, edit: edit('seats', 'Seats') },
    { id: 'parallelMeetings', title: 'At once', kind: 'number', sum: false, hint: 'One-to-ones that can be held at once', value: ({ parallelMeetings }) => parallelMeetings, edit: edit('parallelMeetings', 'Parallel meetings') },
    { id: 'confidential', title: 'Confidential', kind: 'flag', width: 110, value: ({ confidential }) => confidential, edit: edit('confidential', 'Confidential talks') },
    { id: 'reserved', title: 'Reserved', kind: 'flag', width: 110, hint: 'Only for requests that name it, and hosts whose home it is', value: ({ reserved }) => reserved, edit: edit('reserved', 'Reserved') },
    { id: 'floor', title: 'Floor', kind: 'text', width: 100, value: ({ floor }) => floor, edit: edit('floor', 'Floor') },
    { id: 'equipment', title: 'Equipment', kind: 'text', width: 320, value: ({ equipment }) => equipment.join(', ') },
  ];
}

function RoomInspector({ room, planner }: { readonly room: Room; readonly planner: Planner }) {
  const fact = factsOf(planner, 'rooms', room.id, room.name);
  const held = [...planner.snapshot.sessions.values()].filter(({ rooms }) => rooms.includes(room.id));
  return (
    <Inspector title={room.name} onClose={() => { planner.go('set-up'); }} actions={<Button variant="default" color="red" onClick={() => void removeRoom.run(planner)}>{removeRoom.label}</Button>}>
      <InspectorSection title="Room">
        <KeyFacts
          facts={[
            fact({ name: 'name', label: 'Name', kind: 'text', required: true }, room.name),
            fact({ name: 'seats', label: 'Seats', kind: 'number', whole: true, min: 1 }, room.seats),
            fact({ name: 'parallelMeetings', label: 'One-to-ones at once', kind: 'number', whole: true, min: 1, required: true }, room.parallelMeetings),
            fact({ name: 'confidential', label: 'Confidential talks', kind: 'flag' }, room.confidential),
            fact({ name: 'reserved', label: 'Reserved', kind: 'flag', hint: 'Only for requests that name it, and hosts whose home it is' }, room.reserved),
            fact({ name: 'floor', label: 'Floor or building', kind: 'text' }, room.floor),
          ]}
        />
      </InspectorSection>
      <InspectorSection title="Closed for meetings" aside={<Button size="compact-xs" variant="subtle" onClick={() => void closeRoom(planner, room)}>Add a spell</Button>}>
        <SpellList spells={room.closed} empty="Open whenever meetings may be held." onRemove={(spell) => { setClosed(planner, room, room.closed.filter((other) => other !== spell)); }} />
      </InspectorSection>
      <InspectorSection title="Sessions here" aside={<small className="sp-muted">{counted(held.length, 'session')}</small>}>
        <ul className="sp-plain-list">{held.map((session) => <li key={session.id}><a href={`#/agenda/${session.id}`}>{session.title}</a> <span className="sp-muted">{session.startsAt?.replace('T', ' ')}</span></li>)}</ul>
      </InspectorSection>
    </Inspector>
  );
}
