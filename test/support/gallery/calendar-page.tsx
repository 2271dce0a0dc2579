import { IconCoffee, IconLock, IconMessages, IconPinFilled, IconPresentation, IconAlertTriangle } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { legal, plusMinutes, type BoardEvent, type BoardHue, type BoardResource, type BoardTarget, type CarriedItem, type Legality } from '#renderer/ui/calendar-board/board.ts';
import { CalendarBoard } from '#renderer/ui/calendar-board/calendar-board.tsx';
import { Place } from '#renderer/ui/place/place.tsx';
import { CarryList } from '#renderer/ui/calendar-board/carry-list.tsx';

const days = ['2026-05-12', '2026-05-13', '2026-05-14'];
const rooms: readonly BoardResource[] = Array.from({ length: 30 }, (_, index) => ({ id: `room${index + 1}`, title: index < 4 ? ['Aurora Hall', 'Boardroom', 'Lake room', 'Garden room'][index] as string : `Table ${index - 3}`, subtitle: index < 4 ? `${[240, 14, 40, 24][index]} seats` : '6 seats' }));
const kinds: readonly { title: string; hue: BoardHue; icon: ReactNode }[] = [
  { title: 'Business review', hue: 1, icon: <IconMessages size={15} /> }, { title: 'Roadmap, confidential', hue: 3, icon: <IconLock size={15} /> },
  { title: 'Joint plan', hue: 4, icon: <IconMessages size={15} /> }, { title: 'Working session', hue: 2, icon: <IconPresentation size={15} /> },
];

function galleryEvents(): BoardEvent[] {
  return days.flatMap((day, dayIndex) => [
    { id: `lunch${day}`, title: 'Lunch', start: `${day}T12:30`, end: `${day}T13:30`, resourceIds: rooms.map((room) => room.id), background: true, icon: <IconCoffee size={15} /> },
    ...rooms.flatMap((room, roomIndex): BoardEvent[] => [9, 10, 11, 14, 15, 16].flatMap((hour, slot) => {
      if ((roomIndex * 7 + slot * 3 + dayIndex) % 4 === 0) return [];
      const kind = kinds[(roomIndex + slot + dayIndex) % kinds.length] as (typeof kinds)[number];
      const start = `${day}T${String(hour).padStart(2, '0')}:${roomIndex % 2 ? '00' : '30'}`;
      const marks = [{ label: 'Pinned', kind: 'plain' as const, icon: <IconPinFilled size={12} /> }, { label: 'Host clash', kind: 'blocker' as const, icon: <IconAlertTriangle size={12} /> }];
      const mark = (roomIndex + slot) % 9 === 0 ? marks[0] : (roomIndex + slot) % 11 === 0 ? marks[1] : undefined;
      return [{ id: `${day}-${room.id}-${slot}`, title: `${kind.title} with Kestrel ${roomIndex * 6 + slot}`, subtitle: 'Ana Lindqvist', start, end: plusMinutes(start, [30, 45, 60][slot % 3] as number), resourceIds: [room.id], hue: kind.hue, icon: kind.icon, ...(mark ? { state: mark } : {}) }];
    })),
  ]);
}

/** A rule of the gallery: nothing over lunch, a swap on an occupied place. */
function judged(events: readonly BoardEvent[], event: BoardEvent, target: BoardTarget): Legality {
  const others = events.filter((one) => one.id !== event.id && one.resourceIds.includes(target.resourceId) && one.start < target.end && one.end > target.start);
  if (others.some((one) => one.background)) return { verdict: 'illegal', reason: 'Lunch is kept free' };
  const [first] = others;
  return first ? { verdict: 'swap', note: `Swap with ${first.title}` } : legal;
}

export function CalendarPage() {
  const [day, setDay] = useState(days[0] as string);
  const [events, setEvents] = useState(galleryEvents);
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [waiting, setWaiting] = useState<readonly CarriedItem[]>([{ id: 'w1', title: 'Helios asks for the CTO', minutes: 30 }, { id: 'w2', title: 'Baobab asks for finance', minutes: 45 }, { id: 'w3', title: 'Sakura asks for product', minutes: 30 }]);
  const [dragged, setDragged] = useState<CarriedItem | null>(null);
  const [carried, setCarried] = useState<CarriedItem | null>(null);
  const legality = useMemo(() => (event: BoardEvent, target: BoardTarget) => judged(events, event, target), [events]);
  return (
    <Place title="Meetings" counts={`${events.filter((event) => !event.background).length} placed, ${waiting.length} waiting`}>
      <div className="gallery-split">
        <CarryList title="Waiting" items={waiting} onDrag={setDragged} onCarry={setCarried} />
        <CalendarBoard
          label="Meetings by room" days={days} day={day} onDayChange={setDay} resources={rooms} events={events} fromHour="08:30" toHour="18:00" snapMinutes={15} selectedId={selectedId} onSelect={setSelectedId} legality={legality} now="2026-05-12T10:20"
          onDrop={(event, { start, end, resourceId }) => { setEvents((all) => all.map((one) => (one.id === event.id ? { ...one, start, end, resourceIds: [resourceId] } : one))); }}
          onResize={(event, times) => { setEvents((all) => all.map((one) => (one.id === event.id ? { ...one, ...times } : one))); }}
          dragged={dragged} carried={carried} onCarryEnd={() => { setCarried(null); }}
          onDropItem={(item, { start, end, resourceId }) => { setEvents((all) => [...all, { id: item.id, title: item.title, start, end, resourceIds: [resourceId], hue: 5 }]); setWaiting((all) => all.filter((one) => one.id !== item.id)); }}
        />
      </div>
    </Place>
  );
}
