import { useMemo, useState } from 'react';
import { minutesBetween, plusMinutes, type BoardEvent, type BoardResource, type BoardTarget, type CarriedItem, type Legality } from './board.ts';
import { rememberingJudge } from './legality-bands.ts';

/** An event on its way: dragged by the mouse, lifted by the keyboard, or carried in from a list, and standing at `target`. */
export type Moving = { readonly event: BoardEvent; readonly by: 'mouse' | 'keyboard' | 'list'; readonly fromResourceId: string | null; readonly target: BoardTarget };

export type Bounds = { readonly days: readonly string[]; readonly fromHour: string; readonly toHour: string; readonly snapMinutes: number; readonly resources: readonly BoardResource[] };

export type Step = { readonly slots?: number; readonly columns?: number; readonly days?: number };

/** One step by the keyboard, kept inside the visible hours and columns. */
export function stepped(target: BoardTarget, { days, fromHour, toHour, snapMinutes, resources }: Bounds, by: Step): BoardTarget {
  const length = minutesBetween(target.start, target.end);
  const dayIndex = days.indexOf(target.start.slice(0, 10));
  const day = days[Math.max(0, Math.min(days.length - 1, dayIndex + (by.days ?? 0)))] ?? target.start.slice(0, 10);
  const earliest = `${day}T${fromHour}`;
  const latest = plusMinutes(toHour === '24:00' ? `${day}T23:59` : `${day}T${toHour}`, -length);
  const wished = plusMinutes(`${day}${target.start.slice(10)}`, (by.slots ?? 0) * snapMinutes);
  const start = wished < earliest ? earliest : wished > latest ? latest : wished;
  const column = resources.findIndex((resource) => resource.id === target.resourceId);
  const resourceId = resources[Math.max(0, Math.min(resources.length - 1, column + (by.columns ?? 0)))]?.id ?? target.resourceId;
  return { ...target, start, end: plusMinutes(start, length), resourceId };
}

/** The next target in a direction that a drop could take, a swap included; null where there is none further on. Sideways it looks in each column for the start nearest in time. */
export function nextPossible(target: BoardTarget, bounds: Bounds, by: Step, judge: (target: BoardTarget) => Legality): BoardTarget | null {
  const isPossible = (one: BoardTarget) => judge(one).verdict !== 'illegal';
  for (let at = target; ; ) {
    const next = stepped(at, bounds, by);
    if (next.start === at.start && next.resourceId === at.resourceId) return null;
    if (by.slots !== undefined && isPossible(next)) return next;
    if (by.slots === undefined) {
      const near = startsOfDay(next, bounds).filter(isPossible).sort((a, b) => apart(a, target) - apart(b, target))[0];
      if (near) return near;
    }
    at = next;
  }
}

/** Every start of a target's column and day, from the first visible hour. */
export function startsOfDay(target: BoardTarget, bounds: Bounds): BoardTarget[] {
  const first = stepped(target, bounds, { slots: -10_000 });
  const starts = [first];
  for (let next = stepped(first, bounds, { slots: 1 }); next.start > (starts.at(-1)?.start ?? ''); next = stepped(next, bounds, { slots: 1 })) starts.push(next);
  return starts;
}

function apart(a: BoardTarget, b: BoardTarget): number {
  return Math.abs(minutesBetween(a.start, `${a.start.slice(0, 10)}${b.start.slice(10)}`));
}

/** A stand-in event for an item carried in from a list. */
export function eventOfItem(item: CarriedItem, start: string, resourceId: string): BoardEvent {
  return { id: item.id, title: item.title, start, end: plusMinutes(start, item.minutes), resourceIds: [resourceId] };
}

/** Judges targets for the event on the move, each place once. */
export function useMoving(legality: ((event: BoardEvent, target: BoardTarget) => Legality) | undefined) {
  const [moving, setMoving] = useState<Moving | null>(null);
  const movingEvent = moving?.event ?? null;
  const judge = useMemo(() => rememberingJudge(movingEvent, legality), [movingEvent, legality]);
  return { moving, setMoving, judge };
}
