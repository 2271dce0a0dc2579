import { useMemo, useState } from 'react';
import type { RequestId } from '#shared/kernel/ids.ts';
import { place, swap } from '#shared/meetings/commands.ts';
import type { Whereabouts } from '#shared/meetings/whereabouts.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import type { BoardEvent, BoardTarget, CarriedItem, Legality } from '#renderer/ui/calendar-board/board.ts';
import { CalendarBoard } from '#renderer/ui/calendar-board/calendar-board.tsx';
import { Later } from '#renderer/ui/place/later.tsx';
import { pinRequests } from './actions.ts';
import { boardHours, type BoardMode, type Subject } from './board-columns.ts';
import { behindEvents, Legend, meetingEvents } from './board-events.tsx';
import { aimAt, judgeOf, otherAt, spotAt } from './board-judge.ts';
import type { BoardView } from './board-view.ts';
import { DropPanel, type RefusedDrop } from './drop-panel.tsx';
import type { Reasons } from './use-reasons.ts';
import { WaitingList } from './waiting-list.tsx';
import { attempt } from './where.ts';

const titles: Readonly<Record<BoardMode, string>> = { room: 'Meetings by room', host: 'Meetings by host', partner: 'Meetings by partner', day: 'Meetings by day' };

/** Meetings by room, by host or by partner, one day at a time, or the days of one of them, with what waits for a place beside them. */
export function MeetingsBoard({ where, view, reasons }: { readonly where: Whereabouts; readonly view: BoardView; readonly reasons: Reasons }) {
  const planner = usePlanner();
  const { selected, go } = planner;
  const { mode, subject, days, day, setDay, columns } = view;
  const [dragged, setDragged] = useState<CarriedItem | null>(null);
  const [carried, setCarried] = useState<CarriedItem | null>(null);
  const [refused, setRefused] = useState<{ readonly of: Whereabouts; readonly drop: RefusedDrop } | null>(null);
  const { from, to } = useMemo(() => boardHours(where, mode === 'day' ? null : day), [where, mode, day]);
  const meetings = useMemo(() => meetingEvents(where, mode, subject, day), [where, mode, subject, day]);
  const events = useMemo(() => [...meetings, ...behindEvents(where, mode, subject, columns, { day, from, to })], [meetings, where, mode, subject, columns, day, from, to]);
  const legality = useMemo(() => legalityOf(where, mode, subject), [where, mode, subject]);

  function drop(id: string, target: BoardTarget, { verdict }: Legality) {
    const request = where.tables.requests.get(id as RequestId);
    const spot = request ? spotAt(where, mode, subject, request, target) : null;
    if (!request || !spot) return;
    const other = verdict === 'swap' ? otherAt(where, request, spot) : null;
    attempt(planner, where, other ? swap(where, request.id, other.request.id) : place(where, request.id, spot, planner.mint));
    setCarried(null);
  }
  function onRefused(id: string, target: BoardTarget, { reason }: { readonly reason: string }) {
    const request = where.tables.requests.get(id as RequestId);
    const aim = request ? aimAt(where, mode, subject, request, target) : null;
    if (!request || !aim) return false;
    setRefused({ of: where, drop: { request, aim, reason } });
    return true;
  }
  function onEventKey(key: string, { id }: BoardEvent) {
    if (key.toLowerCase() !== 'p') return false;
    pinRequests(planner, [id as RequestId], where.meetingOf(id as RequestId)?.placement.pinned !== true);
    return true;
  }
  if (days.length === 0) return <p className="sp-board-none">There is no meeting time yet. Add a meeting block to the <a href="#/agenda">agenda</a>, or allow meetings in free time in <a href="#/set-up">Set-up</a>.</p>;
  return (
    <div className="sp-meetings-split">
      <Later meanwhile={<div className="sp-carry" />}><WaitingList where={where} mode={mode} reasons={reasons} onDrag={setDragged} onCarry={setCarried} /></Later>
      <CalendarBoard
        key={mode === 'day' ? 'day' : 'one-day'} label={titles[mode]} days={mode === 'day' ? [day] : days} day={day} onDayChange={setDay} hidesDays={mode === 'day'} resources={columns} events={events} fromHour={from} toHour={to} snapMinutes={where.summit.gridMinutes}
        selectedId={selected} onSelect={(id) => { go('meetings', id); }} onOpen={(id) => { go('meetings', id); }} legality={legality} onEventKey={onEventKey}
        onRefused={onRefused} onDrop={(event, target, legal) => { drop(event.id, target, legal); }} dragged={dragged} carried={carried} onCarryEnd={() => { setCarried(null); }} onDropItem={(item, target, legal) => { drop(item.id, target, legal); }}
        tools={<Legend />} hint={<><kbd className="sp-kbd">M</kbd> moves, <kbd className="sp-kbd">P</kbd> pins</>}
        empty={<p className="sp-board-none">No column is shown. Clear the filter, or choose columns to show.</p>}
      />
      {refused?.of === where && <DropPanel where={where} drop={refused.drop} onClose={() => { setRefused(null); }} />}
    </div>
  );
}

/** Judges whatever is on the move; what is looked up for one request is kept until another is moved. */
function legalityOf(where: Whereabouts, mode: BoardMode, subject: Subject | null): (event: BoardEvent, target: BoardTarget) => Legality {
  let last: { readonly id: string; readonly judge: ReturnType<typeof judgeOf> } | null = null;
  return ({ id }, target) => {
    if (last?.id !== id) last = { id, judge: judgeOf(where, mode, subject, id as RequestId) };
    return last.judge(target);
  };
}
