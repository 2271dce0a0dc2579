import { memo } from 'react';
import { Calendar } from 'react-big-calendar';
import dragAndDropModule from 'react-big-calendar/lib/addons/dragAndDrop';
import { instantOf, wallOf, type BoardEvent, type BoardResource } from './board.ts';
import { abreastInColumn } from './abreast.ts';
import type { HeldEvent } from './board-context.ts';
import { ColumnFrame, EventFace, ResourceFace } from './board-parts.tsx';
import { floatingLocalizer, timeWords } from './floating-localizer.ts';

export type BoardGridProps = {
  readonly day: string;
  readonly fromHour: string;
  readonly toHour: string;
  readonly snapMinutes: number;
  readonly now: string | null;
  /** Only what is in sight: the library looks at every event for every column. */
  readonly events: readonly BoardEvent[];
  readonly columns: readonly BoardResource[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onResize: ((event: BoardEvent, times: { readonly start: string; readonly end: string }) => void) | null;
  readonly onCreate: ((span: { readonly start: string; readonly end: string; readonly resourceId: string }) => void) | null;
};

// The addon is CommonJS: a bundler that follows Node hands over its exports object as the default, others the function.
const dragAndDropExports: unknown = dragAndDropModule;
const withDragAndDrop = (typeof dragAndDropExports === 'function' ? dragAndDropExports : (dragAndDropExports as { default: unknown }).default) as typeof dragAndDropModule;
const StretchCalendar = withDragAndDrop<HeldEvent, BoardResource>(Calendar);
const parts = { event: EventFace, resourceHeader: ResourceFace, dayColumnWrapper: ColumnFrame };
const longAgo = new Date(0);
// Events write their own times; the library's would be written and then hidden.
const unwritten = () => '';
const formats = { timeGutterFormat: (time: Date) => timeWords(wallOf(time)), eventTimeRangeFormat: unwritten, eventTimeRangeStartFormat: unwritten, eventTimeRangeEndFormat: unwritten };

/** The library's day of columns. Drawn anew only when what it shows changes, never for a step of something on the move: 12 columns take it some 30 ms. */
export const BoardGrid = memo(function BoardGrid({ day, fromHour, toHour, snapMinutes, now, events, columns, selectedId, onSelect, onOpen, onResize, onCreate }: BoardGridProps) {
  const held = events.map((event): HeldEvent => ({ id: event.id, event, start: instantOf(event.start), end: instantOf(event.end) }));
  const isStretchable = (event: BoardEvent) => onResize !== null && event.resizable !== false && event.movable !== false;
  return (
    <StretchCalendar
      className="sp-board-grid" style={{ minWidth: 0 }} localizer={floatingLocalizer} components={parts} view="day" views={['day']} toolbar={false} date={instantOf(`${day}T12:00`)} onNavigate={() => undefined} onView={() => undefined}
      events={held.filter(({ event }) => !event.background)} backgroundEvents={held.filter(({ event }) => event.background)} resources={[...columns]} resourceIdAccessor="id" resourceTitleAccessor="title"
      titleAccessor={({ event }) => event.title} tooltipAccessor={null} resourceAccessor={({ event }) => event.resourceIds as unknown as string} startAccessor="start" endAccessor="end"
      min={instantOf(`${day}T${fromHour.slice(0, 2)}:00`)} max={toHour === '24:00' ? new Date(instantOf(`${day}T23:59`).getTime() + 59_000) : instantOf(`${day}T${toHour}`)} step={snapMinutes} timeslots={slotsPerGroup(snapMinutes)}
      scrollToTime={instantOf(`${day}T${fromHour}`)} getNow={() => (now ? instantOf(now) : longAgo)} dayLayoutAlgorithm={abreastInColumn} formats={formats}
      // What may be stretched must be draggable for the addon; moving itself is the board's own (use-pointer-drag.ts).
      selectable={onCreate !== null} resizable={onResize !== null} draggableAccessor={({ event }) => isStretchable(event)} resizableAccessor={({ event }) => isStretchable(event)}
      eventPropGetter={({ event }) => ({ className: `sp-hue-${event.hue ?? 6}${event.id === selectedId ? ' sp-event-selected' : ''}${event.background ? ' sp-event-behind' : ''}` })}
      onSelectEvent={({ event }) => { onSelect(event.id); }} onDoubleClickEvent={({ event }) => { onOpen(event.id); }}
      onEventResize={({ event: { event }, start, end }) => onResize?.(event, { start: wallOf(new Date(start)), end: wallOf(new Date(end)) })}
      onSelectSlot={({ start, end, resourceId, action }) => { if (action === 'select') onCreate?.({ start: wallOf(start), end: wallOf(end), resourceId: String(resourceId) }); }}
    />
  );
});

/** The library groups slots under one time: as near to an hour as they come. */
export function slotsPerGroup(snapMinutes: number): number {
  return Math.max(1, Math.round(60 / snapMinutes));
}
