import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { RoomId, SessionId } from '#shared/kernel/ids.ts';
import type { LocalDateTime } from '#shared/kernel/time.ts';
import { editSession, resizeSession } from '#shared/summit/commands.ts';
import { spanOf } from '#shared/summit/meeting-time.ts';
import type { Session } from '#shared/summit/session.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import { type BoardEvent, type BoardResource, type BoardTarget, type Legality, legal } from '#renderer/ui/calendar-board/board.ts';
import { CalendarBoard } from '#renderer/ui/calendar-board/calendar-board.tsx';
import { askForSession, editSession as edit } from './actions.ts';
import { lookOf } from './kind-look.tsx';
import { boardDays, boardHours, boardRooms, clashWords, movedTo } from './select.ts';

/** Sessions that have no room stand in a column of their own. */
const nowhere = 'no-room';

/** The agenda by room, one day at a time: draw, drag, stretch, or the same by keyboard. */
export function AgendaBoard({ isAllRooms }: { readonly isAllRooms: boolean }) {
  const planner = usePlanner();
  const { snapshot, selected, go } = planner;
  const days = useMemo(() => boardDays(snapshot), [snapshot]);
  const [chosenDay, setDay] = useState<string | null>(null);
  const selectedDay = selected === null ? undefined : snapshot.sessions.get(selected as SessionId)?.startsAt?.slice(0, 10);
  const day = chosenDay !== null && days.includes(chosenDay) ? chosenDay : (selectedDay ?? days[0] ?? '');
  const { from, to } = useMemo(() => boardHours(snapshot, day), [snapshot, day]);
  const events = useMemo(() => eventsOf(snapshot), [snapshot]);
  const resources = useMemo(() => columnsOf(snapshot, isAllRooms, day), [snapshot, isAllRooms, day]);
  const legality = useMemo(() => (event: BoardEvent, target: BoardTarget) => judged(snapshot, event, target), [snapshot]);

  function drop(event: BoardEvent, { start, resourceId, fromResourceId }: BoardTarget) {
    const session = snapshot.sessions.get(event.id as SessionId);
    if (!session) return;
    const { startsAt, endsAt, rooms } = target(session, start, resourceId, fromResourceId);
    const outcome = editSession(snapshot, session.id, { startsAt, endsAt, rooms });
    planner.attempt(outcome.ok ? { ok: true, value: { ...outcome.value, label: `Move ${session.title}` } } : outcome);
  }
  if (days.length === 0) return <p className="sp-muted">Add the days of the summit in Set-up, then sessions.</p>;
  return (
    <CalendarBoard
        label="Agenda by room" days={days} day={day} onDayChange={setDay} resources={resources} events={events} fromHour={from} toHour={to} snapMinutes={15}
        selectedId={selected} onSelect={(id) => { go('agenda', id); }} onOpen={(id) => { void edit.run({ ...planner, selected: id }); }}
        legality={legality} onDrop={drop} onResize={(event, { start, end }) => { planner.attempt(resizeSession(snapshot, event.id as SessionId, start as LocalDateTime, end as LocalDateTime)); }}
        onCreate={({ start, end, resourceId }) => { void askForSession(planner, { start, end, roomId: resourceId === nowhere ? null : resourceId }); }}
    />
  );
}

function target(session: Session, start: string, resourceId: string, from: string | null): Session {
  return movedTo(session, start as LocalDateTime, from === nowhere ? null : (from as RoomId | null), resourceId === nowhere ? null : (resourceId as RoomId));
}

/** A session may stand wherever no clash forbids it; advice does not hold it back. */
function judged(snapshot: Snapshot, event: BoardEvent, { start, resourceId, fromResourceId }: BoardTarget): Legality {
  const session = snapshot.sessions.get(event.id as SessionId);
  if (!session) return legal;
  const [worst] = clashWords(snapshot, target(session, start, resourceId, fromResourceId));
  return worst?.weight === 'clash' ? { verdict: 'illegal', reason: worst.text } : legal;
}

function eventsOf(snapshot: Snapshot): BoardEvent[] {
  return [...snapshot.sessions.values()].flatMap((session): BoardEvent[] => {
    const span = spanOf(session);
    if (!span) return [];
    const [worst] = clashWords(snapshot, session);
    const { hue, icon } = lookOf(session.kind);
    const speakers = session.speakers.map((id) => snapshot.executives.get(id)?.name).filter(Boolean).join(', ');
    return [{
      id: session.id, title: session.title, subtitle: [session.kind, session.audience, speakers].filter(Boolean).join(' · '), start: span.startsAt, end: span.endsAt,
      resourceIds: session.rooms.length > 0 ? session.rooms : [nowhere], hue, icon,
      ...(worst ? { state: { label: worst.short, kind: worst.weight === 'clash' ? ('blocker' as const) : ('advice' as const), icon: <IconAlertTriangle size={12} /> } }
        : session.needsNda ? { state: { label: 'NDA', kind: 'plain' as const, icon: <IconLock size={12} /> } } : {}),
    }];
  });
}

function columnsOf(snapshot: Snapshot, all: boolean, day: string): BoardResource[] {
  const rooms = boardRooms(snapshot, all).map(({ id, name, seats }): BoardResource => ({ id, title: name, ...(seats === null ? {} : { subtitle: `${seats} seats` }) }));
  const isHomeless = [...snapshot.sessions.values()].some((session) => session.rooms.length === 0 && session.startsAt?.startsWith(day));
  return isHomeless || rooms.length === 0 ? [...rooms, { id: nowhere, title: 'No room yet' }] : rooms;
}
