import 'react-big-calendar/lib/css/react-big-calendar.css';
import 'react-big-calendar/lib/addons/dragAndDrop/styles.css';
import './calendar-board.css';
import { SegmentedControl } from '@mantine/core';
import { useEffect, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { Calendar } from 'react-big-calendar';
import dragAndDropModule from 'react-big-calendar/lib/addons/dragAndDrop';
import { useStable } from '../use-stable.ts';
import { instantOf, minutesBetween, plusMinutes, wallOf, type BoardEvent, type BoardResource, type BoardTarget, type CarriedItem, type Legality } from './board.ts';
import { BoardContext, type HeldEvent } from './board-context.ts';
import { ColumnFrame, EventFace, ResourceFace } from './board-parts.tsx';
import { dayWords, floatingLocalizer, timeWords } from './floating-localizer.ts';
import { neighbourOf } from './neighbour.ts';
import { keepOneTabStop } from './tab-stop.ts';
import { eventOfItem, stepped, useMoving, type Bounds } from './use-moving.ts';

export type CalendarBoardProps = {
  readonly label: string;
  /** `YYYY-MM-DD`, in order; one is shown at a time. */
  readonly days: readonly string[];
  readonly day: string;
  readonly onDayChange: (day: string) => void;
  readonly resources: readonly BoardResource[];
  readonly events: readonly BoardEvent[];
  /** Visible hours `HH:mm`; the end may be `24:00`. */
  readonly fromHour: string;
  readonly toHour: string;
  readonly snapMinutes: number;
  readonly selectedId?: string | null;
  readonly onSelect?: (id: string | null) => void;
  /** Enter or double click. */
  readonly onOpen?: (id: string) => void;
  readonly legality?: (event: BoardEvent, target: BoardTarget) => Legality;
  /** Only asked for targets that are legal or a swap. */
  readonly onDrop?: (event: BoardEvent, target: BoardTarget, legality: Legality) => void;
  readonly onResize?: (event: BoardEvent, times: { readonly start: string; readonly end: string }) => void;
  /** An empty span was drawn with the mouse. */
  readonly onCreate?: (span: { readonly start: string; readonly end: string; readonly resourceId: string }) => void;
  /** Being dragged in from a list (set it on dragstart, clear it on dragend). */
  readonly dragged?: CarriedItem | null;
  /** Being brought in by keyboard: arrows place it, Enter drops, Escape gives it back through `onCarryEnd`. */
  readonly carried?: CarriedItem | null;
  readonly onCarryEnd?: () => void;
  readonly onDropItem?: (item: CarriedItem, target: BoardTarget, legality: Legality) => void;
  /** Wall clock now, for the line across the day. */
  readonly now?: string | null;
};

// The addon is CommonJS: a bundler that follows Node hands over its exports object as the default, others the function.
const dragAndDropExports: unknown = dragAndDropModule;
const withDragAndDrop = (typeof dragAndDropExports === 'function' ? dragAndDropExports : (dragAndDropExports as { default: unknown }).default) as typeof dragAndDropModule;
const DragCalendar = withDragAndDrop<HeldEvent, BoardResource>(Calendar);
const parts = { event: EventFace, resourceHeader: ResourceFace, dayColumnWrapper: ColumnFrame };
const longAgo = new Date(0);

/** One day by columns, with every drag of the mouse also on the keyboard: M lifts, arrows move, Enter drops, Escape returns. */
export function CalendarBoard(props: CalendarBoardProps) {
  const { label, days, day, onDayChange, resources, events, fromHour, toHour, snapMinutes, selectedId = null, onSelect, onOpen, legality, onDrop, onResize, onCreate, dragged = null, carried = null, onCarryEnd, onDropItem, now = null } = props;
  const frame = useRef<HTMLDivElement>(null);
  const source = useRef<string | null>(null);
  const lookedAt = useRef<HTMLElement | null>(null);
  const [said, setSaid] = useState('');
  const { moving, setMoving, judge } = useMoving(legality);
  const bounds: Bounds = { days, fromHour, toHour, snapMinutes, resources };

  const [seenCarried, setSeenCarried] = useState<CarriedItem | null>(null);
  if (carried !== seenCarried) {
    setSeenCarried(carried);
    const first = resources[0];
    if (carried && first) {
      const event = eventOfItem(carried, `${day}T${fromHour}`, first.id);
      setMoving({ event, by: 'list', fromResourceId: null, target: { start: event.start, end: event.end, resourceId: first.id, fromResourceId: null } });
      setSaid(`${carried.title} lifted from the list. Arrow keys move it, Enter drops it, Escape puts it back.`);
    } else if (moving?.by === 'list') setMoving(null);
  }

  const held = useMemo(() => events.map((event) => ({ id: event.id, event, start: instantOf(event.start), end: instantOf(event.end) })), [events]);
  const originals = useMemo(() => new Set<HeldEvent>(held), [held]);
  const counts = useMemo(() => countsOf(events, day), [events, day]);
  const target = moving?.target ?? null;
  const drawn = useMemo(() => {
    if (!target || !moving) return held;
    const moved: HeldEvent = { id: moving.event.id, event: { ...moving.event, resourceIds: [target.resourceId] }, start: instantOf(target.start), end: instantOf(target.end) };
    return [...held.filter(({ event }) => event.id !== moving.event.id), moved];
  }, [held, moving, target]);

  const shown = useMemo(() => ({ front: drawn.filter(({ event }) => !event.background), behind: drawn.filter(({ event }) => event.background), columns: [...resources] }), [drawn, resources]);

  useEffect(() => { if (frame.current) keepOneTabStop(frame.current, lookedAt.current, selectedId); });
  useEffect(() => {
    if (target) focusEvent(frame.current, moving?.event.id ?? '');
  }, [target, moving]);
  useEffect(() => {
    if (!dragged) return;
    setMoving({ event: eventOfItem(dragged, `${day}T${fromHour}`, ''), by: 'mouse', fromResourceId: null, target: null });
    return () => { setMoving(null); };
    // The item dragged decides; the day cannot change under the mouse.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [dragged]);

  function settle(event: BoardEvent, to: BoardTarget) {
    const answer = judge(to);
    if (answer.verdict === 'illegal') {
      setSaid(`Not dropped: ${answer.reason}`);
      return false;
    }
    setSaid(`${event.title} dropped: ${spoken(to, resources)}${answer.verdict === 'swap' ? `, ${answer.note}` : ''}`);
    if (carried && event.id === carried.id) onDropItem?.(carried, to, answer);
    else if (dragged && event.id === dragged.id) onDropItem?.(dragged, to, answer);
    else if (to.start !== event.start || to.end !== event.end || !event.resourceIds.includes(to.resourceId)) onDrop?.(event, to, answer);
    return true;
  }
  function lift(event: BoardEvent, resourceId: string) {
    if (event.movable === false) {
      setSaid(`${event.title} cannot be moved.`);
      return;
    }
    setMoving({ event, by: 'keyboard', fromResourceId: resourceId, target: { start: event.start, end: event.end, resourceId, fromResourceId: resourceId } });
    setSaid(`${event.title} lifted. Arrow keys move it, Enter drops it, Escape returns it.`);
  }
  function carry(by: Parameters<typeof stepped>[2]) {
    if (!moving?.target) return;
    const next = stepped(moving.target, bounds, by);
    const nextDay = next.start.slice(0, 10);
    if (nextDay !== day) onDayChange(nextDay);
    setMoving({ ...moving, target: next });
    const answer = judge(next);
    setSaid(`${spoken(next, resources)}. ${answer.verdict === 'legal' ? 'Free.' : answer.verdict === 'swap' ? answer.note : `Not possible: ${answer.reason}`}`);
  }
  function release(returned: boolean) {
    if (!moving) return;
    if (returned) setSaid(`${moving.event.title} returned.`);
    if (moving.by === 'list') onCarryEnd?.();
    setMoving(null);
    requestAnimationFrame(() => { focusEvent(frame.current, moving.event.id); });
  }
  function onKeyDown(keys: KeyboardEvent) {
    const face = keys.target instanceof Element ? keys.target.closest('.rbc-event')?.querySelector<HTMLElement>('[data-event-id]') : null;
    if (moving?.target) {
      const step = stepOf(keys);
      if (step) carry(step);
      else if (keys.key === 'Enter') { if (settle(moving.event, moving.target)) release(false); }
      else if (keys.key === 'Escape') release(true);
      else return;
    } else if (face) {
      const event = events.find((one) => one.id === face.dataset['eventId']);
      const resourceId = face.closest<HTMLElement>('[data-resource]')?.dataset['resource'] ?? '';
      if (!event) return;
      if (keys.key.toLowerCase() === 'm' && !keys.ctrlKey && !keys.metaKey) lift(event, resourceId);
      else if (keys.key === 'Enter') onOpen?.(event.id);
      else if (keys.key === ' ') onSelect?.(event.id);
      else if (keys.key === 'Escape' && selectedId !== null) onSelect?.(null);
      else if (keys.key.startsWith('Arrow')) {
        const next = neighbourOf({ id: event.id, resourceId }, keys.key, events.filter((one) => one.start.startsWith(day)), resources);
        if (next) focusEvent(frame.current, next.id, next.resourceId);
      } else return;
    } else return;
    keys.preventDefault();
    keys.stopPropagation();
  }
  function onFocus({ target: focused, currentTarget }: FocusEvent<HTMLElement>) {
    if (!focused.matches('.rbc-event')) return;
    lookedAt.current = focused;
    keepOneTabStop(currentTarget, focused, selectedId);
  }
  function watchDrag(event: BoardEvent) {
    const started = () => { setMoving({ event, by: 'mouse', fromResourceId: source.current, target: null }); };
    const ended = () => {
      window.removeEventListener('mousemove', started);
      window.setTimeout(() => { setMoving(null); });
    };
    window.addEventListener('mousemove', started, { once: true });
    window.addEventListener('mouseup', ended, { once: true });
  }
  function slotClass(slot: Date, resource: string | number | undefined) {
    if (!moving || !legality || typeof resource !== 'string') return {};
    const start = wallOf(slot);
    const answer = judge({ start, end: plusMinutes(start, minutesBetween(moving.event.start, moving.event.end)), resourceId: resource, fromResourceId: moving.fromResourceId });
    return { className: `sp-slot-${answer.verdict}` };
  }

  const noteSource = useStable((resourceId: string) => { source.current = resourceId; });
  const state = useMemo(() => ({ counts, movingId: moving?.event.id ?? null, judge, isOriginal: (one: HeldEvent) => originals.has(one), fromResourceId: moving?.fromResourceId ?? null, noteSource }), [counts, moving, judge, originals, noteSource]);
  return (
    <BoardContext value={state}>
      <div ref={frame} className="sp-board" data-moving={moving ? moving.by : undefined} role="group" aria-label={label} onKeyDown={onKeyDown} onFocus={onFocus}>
        <div className="sp-board-days">
          <SegmentedControl aria-label="Day" value={day} onChange={onDayChange} data={days.map((one) => ({ value: one, label: dayWords(one) }))} />
          <span className="sp-muted">{moving?.target ? 'Arrows move, Enter drops, Esc returns' : <>Press <kbd className="sp-kbd">M</kbd> on an item to move it by keyboard</>}</span>
        </div>
        <DragCalendar
          className="sp-board-grid" style={{ minWidth: 0 }} localizer={floatingLocalizer} components={parts} view="day" views={['day']} toolbar={false} date={instantOf(`${day}T12:00`)} onNavigate={() => undefined} onView={() => undefined}
          events={shown.front} backgroundEvents={shown.behind} resources={shown.columns} resourceIdAccessor="id" resourceTitleAccessor="title"
          titleAccessor={({ event }) => event.title} tooltipAccessor={null} resourceAccessor={({ event }) => event.resourceIds as unknown as string} startAccessor="start" endAccessor="end"
          min={instantOf(`${day}T${fromHour.slice(0, 2)}:00`)} max={toHour === '24:00' ? new Date(instantOf(`${day}T23:59`).getTime() + 59_000) : instantOf(`${day}T${toHour}`)} step={snapMinutes} timeslots={Math.max(1, Math.round(60 / snapMinutes))}
          scrollToTime={instantOf(`${day}T${fromHour}`)} getNow={() => (now ? instantOf(now) : longAgo)} dayLayoutAlgorithm="no-overlap" formats={{ timeGutterFormat: (time) => timeWords(wallOf(time)) }}
          selectable={onCreate !== undefined} resizable={onResize !== undefined} draggableAccessor={({ event }) => event.movable !== false && onDrop !== undefined} resizableAccessor={({ event }) => event.resizable !== false && onResize !== undefined}
          slotPropGetter={slotClass} eventPropGetter={({ event }) => ({ className: `sp-hue-${event.hue ?? 6}${event.id === selectedId ? ' sp-event-selected' : ''}${event.background ? ' sp-event-behind' : ''}${moving?.target && moving.event.id === event.id ? ' sp-event-lifted' : ''}` })}
          onSelectEvent={({ event }) => onSelect?.(event.id)} onDoubleClickEvent={({ event }) => onOpen?.(event.id)} onDragStart={({ event, action }) => { if (action === 'move') watchDrag(event.event); }}
          onEventDrop={({ event: { event }, start, end, resourceId }) => { settle(event, { start: wallOf(new Date(start)), end: wallOf(new Date(end)), resourceId: String(resourceId), fromResourceId: source.current }); }}
          onEventResize={({ event: { event }, start, end }) => onResize?.(event, { start: wallOf(new Date(start)), end: wallOf(new Date(end)) })}
          onSelectSlot={({ start, end, resourceId, action }) => { if (action === 'select') onCreate?.({ start: wallOf(start), end: wallOf(end), resourceId: String(resourceId) }); }}
          dragFromOutsideItem={() => heldItem(dragged, day, fromHour) as HeldEvent}
          onDropFromOutside={({ start, resource }) => { if (dragged) { const from = wallOf(new Date(start)); settle(eventOfItem(dragged, from, ''), { start: from, end: plusMinutes(from, dragged.minutes), resourceId: String(resource), fromResourceId: null }); } }}
        />
        <div aria-live="assertive" className="sp-spoken">{said}</div>
      </div>
    </BoardContext>
  );
}

function heldItem(item: CarriedItem | null, day: string, fromHour: string): HeldEvent | null {
  if (!item) return null;
  const event = eventOfItem(item, `${day}T${fromHour}`, '');
  return { id: event.id, event, start: instantOf(event.start), end: instantOf(event.end) };
}

function stepOf({ key, ctrlKey, metaKey }: KeyboardEvent): Parameters<typeof stepped>[2] | null {
  switch (key) {
    case 'ArrowUp': return { slots: -1 };
    case 'ArrowDown': return { slots: 1 };
    case 'ArrowLeft': return ctrlKey || metaKey ? { days: -1 } : { columns: -1 };
    case 'ArrowRight': return ctrlKey || metaKey ? { days: 1 } : { columns: 1 };
    case 'PageUp': return { days: -1 };
    case 'PageDown': return { days: 1 };
    default: return null;
  }
}

function spoken(target: BoardTarget, resources: readonly BoardResource[]): string {
  return `${resources.find((resource) => resource.id === target.resourceId)?.title ?? ''}, ${dayWords(target.start.slice(0, 10))}, ${timeWords(target.start)} to ${timeWords(target.end)}`;
}

function countsOf(events: readonly BoardEvent[], day: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const event of events) {
    if (event.background || !event.start.startsWith(day)) continue;
    for (const id of event.resourceIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

function focusEvent(frame: HTMLElement | null, id: string, resourceId?: string) {
  const column = resourceId === undefined ? '' : `[data-resource="${CSS.escape(resourceId)}"] `;
  const face = frame?.querySelector<HTMLElement>(`${column}[data-event-id="${CSS.escape(id)}"]`)?.closest<HTMLElement>('.rbc-event');
  face?.focus();
  face?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
