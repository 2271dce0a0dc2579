import { Button } from '@mantine/core';
import { IconAlertTriangle, IconLock, IconPinFilled } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { RequestId } from '#shared/kernel/ids.ts';
import type { LocalDateTime } from '#shared/kernel/time.ts';
import { hardClashesAt } from '#shared/meetings/clashes.ts';
import { place, swap } from '#shared/meetings/commands.ts';
import { lengthOf, type MeetingRequest } from '#shared/meetings/request.ts';
import type { Whereabouts } from '#shared/meetings/whereabouts.ts';
import { shortClash } from '#shared/meetings/words.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import type { BoardEvent, BoardHue, BoardTarget, CarriedItem, Legality } from '#renderer/ui/calendar-board/board.ts';
import { CalendarBoard } from '#renderer/ui/calendar-board/calendar-board.tsx';
import { CarryList } from '#renderer/ui/calendar-board/carry-list.tsx';
import { backgroundOf, boardColumns, boardDays, boardHours, type BoardMode, hostName, judge, partnerName, roomFor, roomName, soleOther, waitingRequests } from './select.ts';
import { attempt } from './where.ts';
import { WhyNot } from './why-not.tsx';

const hues: Readonly<Record<'must' | 'should' | 'could', BoardHue>> = { must: 1, should: 4, could: 6 };

/** Meetings by room or by host, one day at a time, with what waits for a place beside them. */
export function MeetingsBoard({ where, mode }: { readonly where: Whereabouts; readonly mode: BoardMode }) {
  const planner = usePlanner();
  const { selected, go } = planner;
  const [chosenDay, setDay] = useState<string | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const [dragged, setDragged] = useState<CarriedItem | null>(null);
  const [carried, setCarried] = useState<CarriedItem | null>(null);
  const days = useMemo(() => boardDays(where), [where]);
  const selectedDay = selected === null ? undefined : where.meetingOf(selected as RequestId)?.startsAt.slice(0, 10);
  const day = chosenDay !== null && days.includes(chosenDay) ? chosenDay : (selectedDay ?? days[0] ?? '');
  const { from, to } = useMemo(() => boardHours(where, day), [where, day]);
  const columns = useMemo(() => boardColumns(where, mode), [where, mode]);
  const events = useMemo(() => [...meetingEvents(where, mode), ...behind(where, mode, columns, { start: `${day}T${from}`, end: `${day}T${to}` })], [where, mode, columns, day, from, to]);
  const waiting = useMemo(() => waitingRequests(where).map((request) => ({ id: request.id as string, title: partnerName(where, request), minutes: lengthOf(request), request })), [where]);
  const legality = useMemo(() => (event: BoardEvent, target: BoardTarget) => judge(where, mode, event.id as RequestId, target), [where, mode]);

  function drop(id: string, { start, resourceId }: BoardTarget, { verdict }: Legality) {
    const request = where.tables.requests.get(id as RequestId);
    const startsAt = start as LocalDateTime;
    const room = request ? roomFor(where, mode, request, startsAt, resourceId) : null;
    if (!request || room === null) return;
    const other = verdict === 'swap' ? soleOther(where, request, hardClashesAt(where, request, { room, startsAt })) : null;
    attempt(planner, where, other ? swap(where, request.id, other.request.id) : place(where, request.id, { room, startsAt }, planner.mint));
    setCarried(null);
  }
  if (days.length === 0) return <p className="sp-board-none">There is no meeting time yet. Add a meeting block to the <a href="#/agenda">agenda</a>, or allow meetings in free time in <a href="#/set-up">Set-up</a>.</p>;
  return (
    <div className="sp-meetings-split">
      <CarryList
        title="Not placed" items={waiting} onDrag={setDragged} onCarry={setCarried} empty="Every request of an invited partner has a place."
        detail={({ request }) => detailOf(where, request)}
        action={({ id, request }) => (
          <>
            <Button size="compact-xs" variant="subtle" aria-expanded={asked === id} onClick={() => { setAsked(asked === id ? null : id); }}>Why not?</Button>
            <Button size="compact-xs" variant="subtle" onClick={() => { go('meetings', id); }}>Open</Button>
            {asked === id && <WhyNot where={where} request={request} onPlace={(spot) => { attempt(planner, where, place(where, request.id, spot, planner.mint)); }} />}
          </>
        )}
      />
      <CalendarBoard
          label={mode === 'room' ? 'Meetings by room' : 'Meetings by host'} days={days} day={day} onDayChange={setDay} resources={columns} events={events} fromHour={from} toHour={to} snapMinutes={where.summit.gridMinutes}
          selectedId={selected} onSelect={(id) => { go('meetings', id); }} onOpen={(id) => { go('meetings', id); }} legality={legality}
          onDrop={(event, target, legal) => { drop(event.id, target, legal); }} dragged={dragged} carried={carried} onCarryEnd={() => { setCarried(null); }} onDropItem={(item, target, legal) => { drop(item.id, target, legal); }}
      />
    </div>
  );
}

function detailOf(where: Whereabouts, request: MeetingRequest): string {
  return [request.priority ?? 'no priority', `${lengthOf(request)} minutes`, `with ${hostName(where, request.host)}`, request.confidential ? 'confidential' : ''].filter(Boolean).join(', ');
}

function meetingEvents(where: Whereabouts, mode: BoardMode): BoardEvent[] {
  return where.meetings.map(({ request, placement, startsAt, endsAt }): BoardEvent => {
    const [worst] = hardClashesAt(where, request, placement);
    return {
      id: request.id, title: partnerName(where, request), subtitle: mode === 'room' ? hostName(where, request.host) : roomName(where, placement.room), start: startsAt, end: endsAt,
      resourceIds: [mode === 'room' ? placement.room : request.host], hue: hues[request.priority ?? 'should'], movable: !placement.pinned, resizable: false,
      ...(request.confidential ? { icon: <IconLock size={14} /> } : {}),
      ...(worst ? { state: { label: shortClash(worst), kind: 'blocker' as const, icon: <IconAlertTriangle size={12} /> } }
        : placement.pinned ? { state: { label: 'Pinned', kind: 'plain' as const, icon: <IconPinFilled size={12} /> } } : {}),
    };
  });
}

function behind(where: Whereabouts, mode: BoardMode, columns: ReturnType<typeof boardColumns>, shown: { readonly start: string; readonly end: string }): BoardEvent[] {
  return backgroundOf(where, mode, columns).filter(({ start, end }) => start < shown.end && end > shown.start).map(({ column, start, end, title }, index) => ({ id: `behind-${index}`, title, start, end, resourceIds: [column], hue: 6, background: true }));
}
