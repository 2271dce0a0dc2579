import 'react-big-calendar/lib/css/react-big-calendar.css';
import 'react-big-calendar/lib/addons/dragAndDrop/styles.css';
import './calendar-board.css';
import { SegmentedControl } from '@mantine/core';
import { useEffect, useMemo, useRef, useState, type CSSProperties, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useStable } from '../use-stable.ts';
import { minutesBetween, plusMinutes, type BoardEvent, type BoardResource, type BoardTarget, type CarriedItem, type Legality } from './board.ts';
import { BoardContext, LiftedContext } from './board-context.ts';
import { BoardGrid, slotsPerGroup } from './board-grid.tsx';
import { dayWords } from './floating-localizer.ts';
import { bandsOf, rememberingJudge, type Band } from './legality-bands.ts';
import { neighbourOf } from './neighbour.ts';
import { spoken, stepOf, verdictWords } from './spoken.ts';
import { type Face, faceOf, keepOneTabStop } from './tab-stop.ts';
import { useColumnWindow } from './use-column-window.ts';
import { eventOfItem, nextPossible, startsOfDay, stepped, useMoving, type Bounds, type Moving, type Step } from './use-moving.ts';
import { usePointerDrag, type Pointed } from './use-pointer-drag.ts';

export type CalendarBoardProps = {
  readonly label: string;
  /** `YYYY-MM-DD`, in order; one is shown at a time. */
  readonly days: readonly string[];
  readonly day: string;
  readonly onDayChange: (day: string) => void;
  /** Columns in order; of many only those in sight are drawn. */
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
  /** A drop was refused: true where the host goes on with it, so that whatever moved goes back. */
  readonly onRefused?: (id: string, target: BoardTarget, legality: Extract<Legality, { readonly verdict: 'illegal' }>) => boolean;
  readonly onResize?: (event: BoardEvent, times: { readonly start: string; readonly end: string }) => void;
  /** An empty span was drawn with the mouse. */
  readonly onCreate?: (span: { readonly start: string; readonly end: string; readonly resourceId: string }) => void;
  /** A key without a meaning of its own was pressed on an event: true where it now has one. */
  readonly onEventKey?: (key: string, event: BoardEvent) => boolean;
  /** Being dragged in from a list (set it on dragstart, clear it on dragend). */
  readonly dragged?: CarriedItem | null;
  /** Being brought in by keyboard: arrows place it, Enter drops, Escape gives it back through `onCarryEnd`. */
  readonly carried?: CarriedItem | null;
  readonly onCarryEnd?: () => void;
  readonly onDropItem?: (item: CarriedItem, target: BoardTarget, legality: Legality) => void;
  /** Wall clock now, for the line across the day. */
  readonly now?: string | null;
  /** In the bar above, between the days and the hint. */
  readonly tools?: ReactNode;
  /** What keys do here, while nothing moves. */
  readonly hint?: ReactNode;
  /** The columns are days themselves, and the bar offers none. */
  readonly hidesDays?: boolean;
  /** Instead of an empty grid when there is no column. */
  readonly empty?: ReactNode;
};

const nowhere = '';
const noBands: readonly Band[] = [];

/** One day by columns, with every drag of the mouse also on the keyboard: M lifts, arrows move, Enter drops, Escape returns. */
export function CalendarBoard(props: CalendarBoardProps) {
  const { label, days, day, onDayChange, resources, events, fromHour, toHour, snapMinutes, selectedId = null, onSelect, onOpen, legality, onDrop, onRefused, onResize, onCreate, onEventKey, dragged = null, carried = null, onCarryEnd, onDropItem, now = null, tools, hint, hidesDays = false, empty } = props;
  const frame = useRef<HTMLDivElement>(null);
  const lookedAt = useRef<Face | null>(null);
  const wanted = useRef<{ readonly id: string; readonly resourceId?: string } | null>(null);
  const [said, setSaid] = useState('');
  const { moving, setMoving, judge } = useMoving(legality);
  const bounds: Bounds = { days, fromHour, toHour, snapMinutes, resources };
  const { from, to, isWide, room, before, after, barWidth, isInSight, reveal } = useColumnWindow(frame, resources.length);
  const fromMinutes = Number(fromHour.slice(0, 2)) * 60;
  const group = snapMinutes * slotsPerGroup(snapMinutes);
  const totalMinutes = Math.ceil((minutesOf(toHour) - fromMinutes) / group) * group;

  const [seenCarried, setSeenCarried] = useState<CarriedItem | null>(null);
  if (carried !== seenCarried) {
    setSeenCarried(carried);
    const first = resources.find(({ id }) => id === carried?.resourceId) ?? resources[0];
    if (carried && first) {
      const event = eventOfItem(carried, `${day}T${fromHour}`, first.id);
      const top = { start: event.start, end: event.end, resourceId: first.id, fromResourceId: null };
      const ask = rememberingJudge(event, legality);
      const target = startsOfDay(top, bounds).find((one) => ask(one).verdict !== 'illegal') ?? top;
      setMoving({ event, by: 'list', fromResourceId: null, target });
      setSaid(`${carried.title} lifted from the list. ${spoken(target, resources, days)}. ${verdictWords(ask(target))} Arrow keys move it, Shift and an arrow jump to the next possible place, Enter drops it, Escape puts it back.`);
    } else if (moving?.by === 'list') setMoving(null);
  }

  const columns = useMemo(() => resources.slice(from, to), [resources, from, to]);
  const inSight = useMemo(() => {
    const drawn = new Set(columns.map(({ id }) => id));
    return events.filter(({ start, end, resourceIds }) => start.slice(0, 10) <= day && end > `${day}T00:00` && resourceIds.some((id) => drawn.has(id)));
  }, [events, columns, day]);
  const counts = useMemo(() => countsOf(events, day), [events, day]);
  const event = moving?.event ?? null;
  const fromResourceId = moving?.fromResourceId ?? null;
  const state = useMemo(() => {
    const known = new Map<string, readonly Band[]>();
    const bands = (resourceId: string) => {
      if (!event || !legality) return noBands;
      const answer = known.get(resourceId) ?? bandsOf(judge, event, resourceId, fromResourceId, { day, fromHour, toHour, snapMinutes });
      known.set(resourceId, answer);
      return answer;
    };
    return { counts, movingId: event?.id ?? null, bandsOf: bands, fromMinutes, totalMinutes };
  }, [counts, event, legality, judge, fromResourceId, day, fromHour, toHour, snapMinutes, fromMinutes, totalMinutes]);
  const lifted = useMemo(() => (moving && moving.target.resourceId !== nowhere ? { event: moving.event, target: moving.target, legality: judge(moving.target) } : null), [moving, judge]);

  useEffect(() => { if (selectedId !== null && lookedAt.current?.id !== selectedId) lookedAt.current = null; }, [selectedId]);
  useEffect(() => { if (frame.current) keepOneTabStop(frame.current, lookedAt.current, selectedId); });
  useEffect(() => {
    const chosen = events.find(({ id, start }) => id === selectedId && start.slice(0, 10) === day);
    const stands = resources.flatMap(({ id }, index) => (chosen?.resourceIds.includes(id) ? [index] : []));
    if (!stands.some(isInSight)) reveal(stands[0] ?? -1);
    // What is selected is brought into sight once there is room for it, beside the inspector that opens; a scroll of the planner's own is not undone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selectedId, day, isWide, room]);
  const target = moving && moving.by !== 'mouse' ? moving.target : null;
  useEffect(() => {
    if (!target || !event) return;
    reveal(resources.findIndex(({ id }) => id === target.resourceId));
    wanted.current = { id: event.id, resourceId: target.resourceId };
    // A new target is shown; a scroll of the planner's own is not undone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [target, event]);
  // What was looked for may be drawn only after the columns have moved, and what is carried is drawn anew when its columns are: the keys stay with it.
  useEffect(() => {
    if (target && event && document.activeElement?.contains(frame.current) === true) wanted.current ??= { id: event.id, resourceId: target.resourceId };
    if (wanted.current && focusEvent(frame.current, wanted.current.id, wanted.current.resourceId)) wanted.current = null;
  });
  useEffect(() => {
    if (!dragged) return;
    const item = eventOfItem(dragged, `${day}T${fromHour}`, nowhere);
    setMoving({ event: item, by: 'mouse', fromResourceId: null, target: { start: item.start, end: item.end, resourceId: nowhere, fromResourceId: null } });
    return () => { setMoving(null); };
    // The item dragged decides; the day cannot change under the mouse.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [dragged]);

  function settle({ event: one }: Moving, at: BoardTarget): 'dropped' | 'refused' | 'handed-on' {
    const answer = judge(at);
    if (answer.verdict === 'illegal') {
      setSaid(`Not dropped: ${answer.reason}`);
      return onRefused?.(one.id, at, answer) === true ? 'handed-on' : 'refused';
    }
    setSaid(`${one.title} dropped: ${spoken(at, resources, days)}${answer.verdict === 'swap' ? `, ${answer.note}` : ''}`);
    if (carried && one.id === carried.id) onDropItem?.(carried, at, answer);
    else if (dragged && one.id === dragged.id) onDropItem?.(dragged, at, answer);
    else if (at.start !== one.start || at.end !== one.end || !one.resourceIds.includes(at.resourceId)) onDrop?.(one, at, answer);
    return 'dropped';
  }
  function lift(one: BoardEvent, resourceId: string, by: 'keyboard' | 'mouse') {
    if (one.movable === false || onDrop === undefined) {
      setSaid(`${one.title} cannot be moved.`);
      return false;
    }
    setMoving({ event: one, by, fromResourceId: resourceId, target: { start: one.start, end: one.end, resourceId, fromResourceId: resourceId } });
    if (by === 'keyboard') setSaid(`${one.title} lifted. Arrow keys move it, Shift and an arrow jump to the next possible place, Enter drops it, Escape returns it.`);
    return true;
  }
  function carry(by: Step, isJump: boolean) {
    if (!moving) return;
    const next = isJump ? nextPossible(moving.target, bounds, by, judge) : stepped(moving.target, bounds, by);
    if (!next) { setSaid('No further possible place that way.'); return; }
    const nextDay = next.start.slice(0, 10);
    if (nextDay !== day) onDayChange(nextDay);
    setMoving({ ...moving, target: next });
    setSaid(`${spoken(next, resources, days)}. ${verdictWords(judge(next))}`);
  }
  function letGo({ by }: Moving) {
    if (by === 'list') onCarryEnd?.();
    setMoving(null);
  }
  function release(returned: boolean) {
    if (!moving) return;
    if (returned) setSaid(`${moving.event.title} returned.`);
    letGo(moving);
    const { event: { id } } = moving;
    requestAnimationFrame(() => { focusEvent(frame.current, id); });
  }
  function point(at: Pointed | null) {
    if (!moving) return;
    const length = minutesBetween(moving.event.start, moving.event.end);
    const minutes = at ? Math.max(minutesOf(fromHour), Math.min(minutesOf(toHour) - length, Math.round((fromMinutes + at.minutes) / snapMinutes) * snapMinutes)) : 0;
    const start = at ? plusMinutes(`${day}T00:00`, minutes) : moving.target.start;
    const next = { start, end: plusMinutes(start, length), resourceId: at?.resourceId ?? nowhere, fromResourceId: moving.fromResourceId };
    if (next.start !== moving.target.start || next.resourceId !== moving.target.resourceId) setMoving({ ...moving, target: next });
  }
  const { onPointerDown, onDragOver } = usePointerDrag({
    frame, totalMinutes, onMove: point,
    onLift: (id, resourceId) => { const one = events.find((other) => other.id === id); return one !== undefined && moving === null && lift(one, resourceId, 'mouse'); },
    onRelease: (isDropped) => {
      if (moving?.by !== 'mouse') return;
      if (isDropped && moving.target.resourceId !== nowhere) settle(moving, moving.target);
      else setSaid(`${moving.event.title} returned.`);
      setMoving(null);
    },
  });
  function onKeyDown(keys: KeyboardEvent) {
    const face = keys.target instanceof Element ? keys.target.closest('.rbc-event')?.querySelector<HTMLElement>('[data-event-id]') : null;
    const isPlain = !keys.ctrlKey && !keys.metaKey && !keys.altKey;
    if (moving && moving.by !== 'mouse') {
      const step = stepOf(keys);
      if (step) carry(step, keys.shiftKey && step.days === undefined);
      else if (keys.key === 'Enter') {
        const outcome = settle(moving, moving.target);
        if (outcome === 'dropped') release(false);
        else if (outcome === 'handed-on') letGo(moving);
      }
      else if (keys.key === 'Escape') release(true);
      else return;
    } else if (face) {
      const one = events.find(({ id }) => id === face.dataset['eventId']);
      const resourceId = face.closest<HTMLElement>('[data-resource]')?.dataset['resource'] ?? '';
      if (!one) return;
      if (keys.key.toLowerCase() === 'm' && isPlain) lift(one, resourceId, 'keyboard');
      else if (keys.key === 'Enter') onOpen?.(one.id);
      else if (keys.key === ' ') onSelect?.(one.id);
      else if (keys.key === 'Escape' && selectedId !== null) onSelect?.(null);
      else if (keys.key.startsWith('Arrow')) {
        const next = neighbourOf({ id: one.id, resourceId }, keys.key, events.filter(({ start }) => start.startsWith(day)), resources);
        if (next) {
          reveal(resources.findIndex(({ id }) => id === next.resourceId));
          if (!focusEvent(frame.current, next.id, next.resourceId)) wanted.current = next;
        }
      } else if (!isPlain || !onEventKey?.(keys.key, one)) return;
    } else return;
    keys.preventDefault();
    keys.stopPropagation();
  }
  function onFocus({ target: focused, currentTarget }: FocusEvent<HTMLElement>) {
    if (!focused.matches('.rbc-event')) return;
    lookedAt.current = faceOf(focused);
    keepOneTabStop(currentTarget, lookedAt.current, selectedId);
  }
  const select = useStable((id: string) => { onSelect?.(id); });
  const open = useStable((id: string) => { onOpen?.(id); });
  const resize = useStable((one: BoardEvent, times: { readonly start: string; readonly end: string }) => { onResize?.(one, times); });
  const create = useStable((span: Parameters<NonNullable<typeof onCreate>>[0]) => { onCreate?.(span); });
  return (
    <BoardContext value={state}>
      <LiftedContext value={lifted}>
        <div
          ref={frame} className="sp-board" style={{ '--sp-before': `${before}px`, '--sp-after': `${after}px`, '--sp-bar-width': `${barWidth}px` } as CSSProperties} data-wide={isWide || undefined} data-moving={moving ? moving.by : undefined} role="group" aria-label={label} onKeyDown={onKeyDown} onFocus={onFocus} onPointerDown={onPointerDown}
          {...(dragged && { onDragOver, onDragLeave: (left) => { if (!left.currentTarget.contains(left.relatedTarget as Node | null)) point(null); }, onDrop: (dropped) => { dropped.preventDefault(); if (moving && moving.target.resourceId !== nowhere) settle(moving, moving.target); } })}
        >
          <div className="sp-board-days">
            {!hidesDays && <SegmentedControl aria-label="Day" value={day} onChange={onDayChange} data={days.map((one) => ({ value: one, label: dayWords(one) }))} />}
            {tools}
            <span className="sp-muted">{target ? 'Arrows move, Shift jumps, Enter drops, Esc returns' : (hint ?? <>Press <kbd className="sp-kbd">M</kbd> on an item to move it by keyboard</>)}</span>
          </div>
          {resources.length === 0 && empty !== undefined ? empty : (
            <BoardGrid
              day={day} fromHour={fromHour} toHour={toHour} snapMinutes={snapMinutes} now={now} events={inSight} columns={columns} selectedId={selectedId}
              onSelect={select} onOpen={open} onResize={onResize ? resize : null} onCreate={onCreate ? create : null}
            />
          )}
          <div aria-live="assertive" className="sp-spoken">{said}</div>
        </div>
      </LiftedContext>
    </BoardContext>
  );
}

function minutesOf(hour: string): number {
  return Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3));
}

function countsOf(events: readonly BoardEvent[], day: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const event of events) {
    if (event.background || !event.start.startsWith(day)) continue;
    for (const id of event.resourceIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** False: it is not drawn. */
function focusEvent(frame: HTMLElement | null, id: string, resourceId?: string): boolean {
  const column = resourceId === undefined ? '' : `[data-resource="${CSS.escape(resourceId)}"] `;
  const named = `[data-event-id="${CSS.escape(id)}"]`;
  // What is on the move stands there twice: where it came from, and where it would go.
  const face = (frame?.querySelector(`${column}.sp-event-lifted ${named}`) ?? frame?.querySelector(`${column}${named}`))?.closest<HTMLElement>('.rbc-event');
  if (!face) return false;
  face.focus();
  face.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return true;
}
